import { createSignal, For, onMount, Show } from 'solid-js';
import { type Difference, differences } from '../../../document/difference.ts';
import { type Document, openModel, type Scenario } from '../../../document/document.ts';
import { editableNumber } from '../../../document/entry.ts';
import { layOut } from '../../../engine/layout.ts';
import { formatMoment, KEEPING } from '../../../i18n/keeping.ts';
import { periodsInText } from '../../../model/axis.ts';
import { type CellRef, type Content, isFormula } from '../../../model/content.ts';
import type { Line } from '../../../model/line.ts';
import { slotInText } from '../../../model/periods.ts';
import { useApp } from '../../../state/app.ts';
import { Library } from '../../../state/keeping/library.ts';
import { openName } from '../../../state/keeping/names.ts';
import { Button } from '../../Button.tsx';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import './documents.css';

/** Differences that are told; the others are counted. */
const MOST = 40;

/** A version that is looked at; without a document where it can't be read. */
interface Chosen {
  readonly at: number;
  readonly document?: Document;
}

/** The versions of the open document: how each differed from what is there now, and the way back to it. */
export function VersionsDialog(props: Pick<DialogProps, 'onClose'>) {
  const app = useApp();
  const { workspace, keeping, say, lang } = app;
  const t = () => KEEPING[lang()].versions;
  const [times, setTimes] = createSignal<readonly number[]>();
  const [chosen, setChosen] = createSignal<Chosen>();
  let library: Library | undefined;

  const choose = async (at: number) => {
    const document = await library?.version(at).catch(() => undefined);
    setChosen({ at, ...(document ? { document } : {}) });
  };
  onMount(() =>
    keeping.keeper.use(async (keeper) => {
      library = new Library(app, keeper);
      setTimes(await library.versions().catch(() => []));
    }),
  );

  const goBack = async (document: Document) => {
    await library?.goBack(document);
    props.onClose();
  };
  const told = (then: Document): readonly string[] => {
    const shipped = workspace.shipped();
    const now = workspace.openModel;
    const all = differences(openModel(shipped, then), now).map(inWords);
    return all.length > MOST ? [...all.slice(0, MOST), t().more(all.length - MOST)] : all;
  };

  return (
    <Frame title={t().title} wide onClose={props.onClose}>
      <p class="muted">{t().about(openName(app))}</p>
      <Show when={times()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p>{t().none}</p>}>
            <div class="versions">
              <ul class="version-list" aria-label={t().list}>
                <For each={list()}>
                  {(at) => (
                    <li>
                      <button
                        type="button"
                        class="version"
                        aria-pressed={chosen()?.at === at}
                        onClick={() => void choose(at)}
                      >
                        <time dateTime={new Date(at).toISOString()}>{formatMoment(at, lang())}</time>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
              <div class="version-what" aria-live="polite">
                <Show when={chosen()}>
                  {(version) => (
                    <Show when={version().document} fallback={<p>{t().unreadable}</p>}>
                      {(document) => (
                        <Show when={told(document()).length > 0} fallback={<p>{t().same}</p>}>
                          <h3 class="document-part">{t().differs}</h3>
                          <ul class="version-differences">
                            <For each={told(document())}>{(line) => <li>{line}</li>}</For>
                          </ul>
                          <p class="muted">{t().goBackHint}</p>
                          <Button
                            disabled={keeping.saving() === 'reading'}
                            text={t().goBack}
                            onClick={() => void goBack(document())}
                          />
                        </Show>
                      )}
                    </Show>
                  )}
                </Show>
              </div>
            </div>
          </Show>
        )}
      </Show>
    </Frame>
  );

  function inWords(difference: Difference): string {
    const names = (scenarios: readonly Scenario[]) => scenarios.map(({ name }) => say(name)).join(t().separator);
    switch (difference.kind) {
      case 'linesAdded':
      case 'linesGone':
      case 'linesChanged':
        return t()[difference.kind](difference.lines.map(({ label }) => say(label)).join(t().separator));
      case 'linesMoved':
      case 'figures':
      case 'charts':
      case 'whatIf':
        return t()[difference.kind];
      case 'periods': {
        return t().periods(periodsInText(difference.was, app.lang()), periodsInText(difference.is, app.lang()));
      }
      case 'boundary':
        return t().boundary(slotInText(difference.was, app.lang()), slotInText(difference.is, app.lang()));
      case 'scenariosAdded':
      case 'scenariosGone':
        return t()[difference.kind](names(difference.scenarios));
      case 'scenarioRenamed':
        return t().scenariosRenamed(say(difference.was.name), say(difference.is.name));
      case 'scenarioNotes':
        return t().notes(say(difference.is.name));
      case 'cells':
        return t().cells(say(difference.scenario.name), say(difference.line.label), difference.count);
      case 'cell': {
        const { scenario, line, slot, was, is } = difference;
        const cell = { scenario: scenario.id, line: line.id, slot };
        const where =
          slot === 'value' ? say(line.label) : app.t().sheet.cell(say(line.label), slotInText(slot, app.lang()));
        return t().cell(say(scenario.name), where, inCell(was, line, cell), inCell(is, line, cell));
      }
    }
  }

  /** What a cell held, as the formula bar would show it. */
  function inCell(content: Content | undefined, line: Line, cell: CellRef): string {
    if (content === undefined || content === 'model' || line.kind === 'heading') return t().inherited;
    if (typeof content === 'number') return editableNumber(content, line.unit);
    return isFormula(content) ? layOut(workspace.layout(), content.formula, cell, true) : `“${content.text}”`;
  }
}
