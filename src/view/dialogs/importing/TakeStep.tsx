import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { SHAPES } from '../../../i18n/shapes.ts';
import { GATHERS } from '../../../io/csv/gather.ts';
import { MOST_ROWS } from '../../../io/csv/limits.ts';
import type { TableFacts } from '../../../io/csv/protocol.ts';
import { useApp } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import { ImportPlan, type Way } from '../../../state/importing/importPlan.ts';
import { scenarioName } from '../../../state/insight/cells.ts';
import { Button } from '../../Button.tsx';
import { Choice, TextField } from '../kit/forms.tsx';
import { Changes } from './Changes.tsx';
import { FilterForm } from './FilterForm.tsx';
import { fitSheet } from './fit.ts';
import { NewLines } from './NewLines.tsx';
import { StepActions } from './StepActions.tsx';
import { ToldOf } from './Told.tsx';

const WAYS: readonly Way[] = ['update', 'add', 'model'];

/** What becomes of a table that has been read, shown before it is done. */
export function TakeStep(props: { importer: Importer; table: TableFacts; onClose: () => void }) {
  const app = useApp();
  const { lang } = app;
  const t = () => IMPORTING[lang()];
  const shapes = () => SHAPES[lang()];
  const importPlan = new ImportPlan(app, props.importer);
  const { book, bareName } = props.importer;
  // Sheets of one workbook make models of their own names.
  const sheetName = () => (book.sheets().length > 1 ? book.sheet()?.name : undefined);
  const [name, setName] = createSignal(props.table.notes[0] ?? [bareName, sheetName()].filter(Boolean).join(' – '));
  onMount(() => void importPlan.begin());
  const lines = () => importPlan.built()?.lines ?? 0;
  const isReady = () => {
    if (importPlan.tooMany || importPlan.isChecking()) return false;
    if (importPlan.way() === 'update') return importPlan.taken > 0;
    return lines() > 0 && !importPlan.isRefused && (importPlan.way() === 'add' || name().trim() !== '');
  };
  const action = () => {
    if (importPlan.way() === 'update') return t().takeChanges(importPlan.taken);
    return importPlan.way() === 'add' ? t().takeLines(lines()) : t().takeModel;
  };
  /** Shares that are read as they are written, or as fractions. */
  const shares = () => (importPlan.way() === 'update' ? importPlan.update() : importPlan.built())?.shares;
  const take = () =>
    void importPlan.take(name().trim()).then(() => {
      if (importPlan.way() === 'model') fitSheet(app);
      props.onClose();
    });
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
        <ul class="importing-notes">
          <ToldOf told={toldOf(props.table)} />
          <For each={GATHERS}>
            {(by) => (
              <Show when={props.table.gathered[by]}>
                {(found) => <li>{shapes().gathered[by](found().count, found().lines)}</li>}
              </Show>
            )}
          </For>
        </ul>
        <Show when={props.table.next}>
          {(next) => (
            <p class="problem">
              {shapes().next(next().record + 1, next().head)}{' '}
              <Button
                class="link"
                text={shapes().takeNext}
                onClick={() => void props.importer.choose({ begin: next().record })}
              />{' '}
              <Button class="link" text={shapes().readOn} onClick={() => void props.importer.readOn()} />
            </p>
          )}
        </Show>
        <Notes title={t().above} notes={props.table.notes} />
        <Notes title={t().below} notes={props.table.footnotes} />
        <FilterForm importer={props.importer} />
        <Show when={importPlan.tooMany}>
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
                  checked={importPlan.way() === way}
                  onChange={() => void importPlan.go(way)}
                />
                <span>{t().ways[way]}</span>
                <span class="muted">{t().waysHint[way]}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={importPlan.way() === 'model'}>
          <div class="form">
            <TextField label={t().name} value={name()} onChange={setName} wide />
          </div>
        </Show>
        <Show when={importPlan.way() === 'update' && importPlan.scenario}>
          {(id) => <p class="muted">{t().ofScenario(book.sheet()?.name ?? '', scenarioName(app, id()))}</p>}
        </Show>
        <div class="importing-options">
          <Show when={!book.sheet()}>
            <label>
              <input
                type="checkbox"
                checked={importPlan.options().formulas}
                onChange={(event) => void importPlan.say({ formulas: event.currentTarget.checked })}
              />
              {t().formulas}
            </label>
          </Show>
          <Show when={importPlan.way() === 'update' && importPlan.update()?.fractions !== undefined}>
            <Choice
              label={t().fractions}
              value={importPlan.update()?.fractions ? 'fraction' : 'percent'}
              options={(['percent', 'fraction'] as const).map((kind) => [kind, t().fractionsKinds[kind]])}
              onChange={(kind) => void importPlan.say({ fractions: kind === 'fraction' })}
            />
          </Show>
          <Show when={shares()}>
            {(found) => (
              <Choice
                label={t().smallShares}
                value={found().areFractions ? 'fraction' : 'percent'}
                options={(['percent', 'fraction'] as const).map((kind) => [
                  kind,
                  t().smallSharesKinds[kind](found().example),
                ])}
                onChange={(kind) => void importPlan.say({ fractions: kind === 'fraction' })}
              />
            )}
          </Show>
        </div>
        <p class="importing-checking" role="status">
          <Show when={importPlan.isChecking()}>
            <progress class="importing-progress" aria-label={shapes().checking} />
            <span>{shapes().checking}</span>
          </Show>
        </p>
        <Show when={!importPlan.tooMany}>
          <Switch>
            <Match when={importPlan.way() === 'update'}>
              <Changes importPlan={importPlan} />
            </Match>
            <Match when={importPlan.way() !== 'update'}>
              <NewLines importPlan={importPlan} />
            </Match>
          </Switch>
        </Show>
      </div>
      <StepActions
        importer={props.importer}
        onCancel={props.onClose}
        next={{ label: action(), disabled: !isReady(), go: take }}
      />
    </>
  );
}

const toldOf = ({ noPeriod, twice }: TableFacts) => ({ noPeriod, twice });

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
