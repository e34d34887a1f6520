import { For, Show } from 'solid-js';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { LiveBook } from '../../../io/workbook/live.ts';
import { periodsName } from '../../../model/periods.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import { chartsOf } from '../../../state/importing/firstChart.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import type { LiveImport, LiveTrouble } from '../../../state/importing/liveImport.ts';
import { hasSlider, headline, leftByReason } from '../../../state/importing/liveReport.ts';
import { TextField } from '../kit/forms.tsx';
import { LiveQuestions } from './LiveQuestions.tsx';
import { LiveReport } from './LiveReport.tsx';

/** A workbook as a model: what it becomes is reported, and compared with the values of its file, before it is taken. */
export function LiveStep(props: { importer: Importer }) {
  const { lang, say } = useApp();
  const t = () => WORKBOOK_IMPORT[lang()];
  const { live, file } = props.importer;
  return (
    <>
      <div role="status">
        <Show when={!live.book() && !live.trouble()}>
          <p>{t().cutting}</p>
        </Show>
        <Show when={!live.isEmpty && live.book()}>
          {(book) => (
            <>
              <p class="importing-headline">{headline(t().headline, book(), live.comparison(), !!live.trouble())}</p>
              <p>{makes(book())}</p>
            </>
          )}
        </Show>
      </div>
      <div role="alert">
        <Show when={live.trouble()}>{(trouble) => <p class="problem">{troubleText(trouble())}</p>}</Show>
        <Show when={live.isEmpty && live.book()}>{(book) => <Nothing book={book()} file={file()?.name ?? ''} />}</Show>
      </div>
      <Show when={live.book()}>
        {(book) => (
          <>
            <SheetBoxes live={live} book={book()} />
            <LiveQuestions live={live} book={book()} />
            <LiveReport live={live} book={book()} />
            <div class="form">
              <TextField label={t().name} value={live.name} onChange={(name) => live.call(name)} wide />
            </div>
          </>
        )}
      </Show>
    </>
  );

  function makes(book: LiveBook): string {
    const headings = book.lines.filter(({ kind }) => kind === 'heading').length;
    const [charted] = chartsOf(book.lines);
    const line = book.lines.find(({ id }) => id === charted);
    return [
      t().makes(book.lines.length - headings, headings, periodsName(book.periods, lang())),
      t().sliders(book.lines.filter(hasSlider).length),
      line ? t().chart(say(line.label)) : '',
    ]
      .filter(Boolean)
      .join(lang() === 'zh' ? '' : ' ');
  }
  function troubleText(trouble: LiveTrouble): string {
    if (trouble.kind === 'ceiling') {
      const { of, cells, ceiling } = trouble.ceiling;
      return t().trouble.ceiling[of](cells, ceiling);
    }
    return trouble.kind === 'unsound' ? t().trouble.unsound(trouble.path) : t().trouble[trouble.kind];
  }
}

/** Why nothing of a workbook can be taken. */
function Nothing(props: { book: LiveBook; file: string }) {
  const t = useTexts(WORKBOOK_IMPORT);
  return (
    <Show when={props.book.sheets.some(({ taken }) => taken)} fallback={<p class="problem">{t().noSheet}</p>}>
      <p class="problem">{t().nothing(props.file)}</p>
      <ul class="importing-notes">
        <For each={leftByReason(props.book.left)}>
          {([why, ones]) => <li>{`${t().left(ones.length)}: ${t().leftWhy[why]}`}</li>}
        </For>
      </ul>
    </Show>
  );
}

/** Which sheets are taken. */
function SheetBoxes(props: { live: LiveImport; book: LiveBook }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const turn = (place: number, isTaken: boolean) => {
    const sheets = props.book.sheets.flatMap(({ taken }, i) => ((i === place ? isTaken : taken) ? [i] : []));
    void props.live.choose({ sheets });
  };
  return (
    <Show when={props.book.sheets.length > 1}>
      <fieldset class="importing-boxes">
        <legend>{t().sheets}</legend>
        {/* By place: a box that has the focus stays as the workbook is cut anew. */}
        <For each={props.book.sheets.map((_, i) => i)}>
          {(place) => {
            const sheet = () => props.book.sheets[place];
            return (
              <label>
                <input
                  type="checkbox"
                  checked={sheet()?.taken ?? false}
                  onChange={(event) => turn(place, event.currentTarget.checked)}
                />
                <span>{sheet()?.name}</span>
                <span class="muted">
                  {[t().sheetFormulas(sheet()?.formulas ?? 0), sheet()?.hidden && t().sheetHidden]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </label>
            );
          }}
        </For>
      </fieldset>
    </Show>
  );
}
