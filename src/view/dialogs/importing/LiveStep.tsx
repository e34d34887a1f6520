import { For, Show } from 'solid-js';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { LiveBook } from '../../../io/workbook/live.ts';
import { periodsInText } from '../../../model/axis.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import { chartsOfBook } from '../../../state/importing/firstChart.ts';
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
    const [charted] = chartsOfBook(book);
    const line = book.lines.find(({ id }) => id === charted);
    return [
      t().makes(book.lines.length - headings, headings, periodsInText(book.periods, lang())),
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
          {([why, ones]) => <li>{t().left(ones.length, t().leftWhy[why])}</li>}
        </For>
        <Show when={props.book.kept.length > 0}>
          <li>{t().told.unknownValues(props.book.kept.length)}</li>
        </Show>
      </ul>
    </Show>
  );
}

/** Which sheets are taken. */
function SheetBoxes(props: { live: LiveImport; book: LiveBook }) {
  const t = useTexts(WORKBOOK_IMPORT);
  /** What a person chose; what these refer to comes along. */
  const chosen = () => props.live.choices().sheets ?? props.book.sheets.flatMap(({ taken }, i) => (taken ? [i] : []));
  const turn = async (place: number, box: HTMLInputElement) => {
    const sheets = chosen().filter((one) => one !== place);
    await props.live.choose({ sheets: box.checked ? [...sheets, place] : sheets });
    // One that the others need is still there.
    box.checked = props.book.sheets[place]?.taken ?? false;
  };
  const said = (place: number) => {
    const { formulas = 0, hidden = false, taken = false } = props.book.sheets[place] ?? {};
    const isNeeded = taken && !chosen().includes(place);
    return [t().sheetFormulas(formulas), hidden && t().sheetHidden, isNeeded && t().sheetNeeded]
      .filter(Boolean)
      .join(', ');
  };
  return (
    <Show when={props.book.sheets.length > 1}>
      <fieldset class="importing-boxes">
        <legend>{t().sheets}</legend>
        {/* By place: a box that has the focus stays as the workbook is cut anew. */}
        <For each={props.book.sheets.map((_, i) => i)}>
          {(place) => (
            <label>
              <input
                type="checkbox"
                checked={props.book.sheets[place]?.taken ?? false}
                onChange={(event) => void turn(place, event.currentTarget)}
              />
              <span>{props.book.sheets[place]?.name}</span>
              <span class="muted">{said(place)}</span>
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
