import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { MOST_ROWS, type TableFacts } from '../../../io/csv/protocol.ts';
import { useApp } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import { Taking, type Way } from '../../../state/importing/taking.ts';
import { Choice, TextField } from '../kit/forms.tsx';
import { Changes } from './Changes.tsx';
import { FilterForm } from './FilterForm.tsx';
import { NewLines } from './NewLines.tsx';

const WAYS: readonly Way[] = ['update', 'add', 'model'];

/** What becomes of a table that has been read, shown before it is done. */
export function TakeStep(props: { importer: Importer; table: TableFacts; onClose: () => void }) {
  const app = useApp();
  const { lang } = app;
  const t = () => IMPORTING[lang()];
  const taking = new Taking(app, props.importer);
  const { file, book } = props.importer;
  const fileName = () => (file()?.name ?? '').replace(/\.[^.]*$/, '');
  // Sheets of one workbook make models of their own names.
  const sheetName = () => (book.sheets().length > 1 ? book.sheet()?.name : undefined);
  const [name, setName] = createSignal(props.table.notes[0] ?? [fileName(), sheetName()].filter(Boolean).join(' – '));
  const scenarioName = () => {
    const found = app.workspace.scenarioNames().find(({ id }) => id === taking.scenario);
    return found && app.say(found.name);
  };
  onMount(() => void taking.begin());
  const lines = () => taking.built()?.lines ?? 0;
  const isReady = () => {
    if (taking.tooMany) return false;
    if (taking.way() === 'update') return taking.taken > 0;
    return lines() > 0 && !taking.noRoom && (taking.way() === 'add' || name().trim() !== '');
  };
  const action = () => {
    if (taking.way() === 'update') return t().takeChanges(taking.taken);
    return taking.way() === 'add' ? t().takeLines(lines()) : t().takeModel;
  };
  const take = () => void taking.take(name().trim()).then(() => props.onClose());
  return (
    <>
      <div class="dialog-body">
        <p>
          {props.table.passed === props.table.total
            ? t().rows(props.table.total)
            : t().passed(props.table.passed, props.table.total)}
        </p>
        <Show when={props.table.long.count > 0}>
          <p class="problem">
            {t().long(
              props.table.long.count,
              props.table.long.first.map(({ line }) => String(line)),
            )}
          </p>
        </Show>
        <Notes title={t().above} notes={props.table.notes} />
        <Notes title={t().below} notes={props.table.footnotes} />
        <FilterForm importer={props.importer} />
        <Show when={taking.tooMany}>
          <p class="problem">{t().manyRows(MOST_ROWS)}</p>
        </Show>
        <fieldset class="importing-ways">
          <legend>{t().doWhat}</legend>
          <For each={WAYS}>
            {(way) => (
              <label>
                <input
                  type="radio"
                  name="way"
                  value={way}
                  checked={taking.way() === way}
                  onChange={() => void taking.go(way)}
                />
                <span>{t().ways[way]}</span>
                <span class="muted">{t().waysHint[way]}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={taking.way() === 'model'}>
          <div class="form">
            <TextField label={t().name} value={name()} onInput={setName} wide />
          </div>
        </Show>
        <Show when={taking.way() === 'update' && scenarioName()}>
          {(scenario) => <p class="muted">{t().ofScenario(book.sheet()?.name ?? '', scenario())}</p>}
        </Show>
        <div class="importing-options">
          <Show when={!book.sheet()}>
            <label>
              <input
                type="checkbox"
                checked={taking.options().formulas}
                onChange={(event) => void taking.say({ formulas: event.currentTarget.checked })}
              />
              {t().formulas}
            </label>
          </Show>
          <Show when={taking.way() === 'update' && taking.update()?.fractions !== undefined}>
            <Choice
              label={t().fractions}
              value={taking.update()?.fractions ? 'fraction' : 'percent'}
              options={(['percent', 'fraction'] as const).map((kind) => [kind, t().fractionsKinds[kind]])}
              onChange={(kind) => void taking.say({ fractions: kind === 'fraction' })}
            />
          </Show>
        </div>
        <Show when={!taking.tooMany}>
          <Switch>
            <Match when={taking.way() === 'update'}>
              <Changes taking={taking} />
            </Match>
            <Match when={taking.way() !== 'update'}>
              <NewLines taking={taking} />
            </Match>
          </Switch>
        </Show>
      </div>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.importer.back()}>
          {t().back}
        </button>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t().cancel}
        </button>
        <button type="button" class="button primary" disabled={!isReady()} onClick={take}>
          {action()}
        </button>
      </div>
    </>
  );
}

/** What stands above or below a table. */
function Notes(props: { title: string; notes: readonly string[] }) {
  return (
    <Show when={props.notes.length > 0}>
      <details class="importing-details">
        <summary>
          {props.title} ({props.notes.length})
        </summary>
        <For each={props.notes.slice(0, 20)}>{(note) => <p>{note}</p>}</For>
      </details>
    </Show>
  );
}
