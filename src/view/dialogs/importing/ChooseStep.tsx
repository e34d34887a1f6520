import { createSignal } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { TABLES } from '../../../i18n/tables.ts';
import { MOST_CSV_BYTES } from '../../../io/csv/limits.ts';
import { MOST_XLSX_BYTES } from '../../../io/xlsx/reading.ts';
import { useApp } from '../../../state/app.ts';
import { pastedFile } from '../../../state/importing/givenFile.ts';
import { Button } from '../../Button.tsx';
import { sizeInWords } from './size.ts';

/** The build puts it beside the page. */
const SAMPLE = './sample.csv';

const ACCEPTED = [
  '.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.ms-excel.sheet.macroEnabled.12',
  '.ods,application/vnd.oasis.opendocument.spreadsheet',
  '.csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values',
  '.json,application/json',
  '.yaml,.yml,application/yaml',
].join();

/** A file from the computer, or a table from the clipboard. */
export function ChooseStep(props: { onFile: (file: File) => void; onCancel: () => void }) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  const [pasted, setPasted] = createSignal('');
  let input!: HTMLInputElement;
  const read = (text: string) => props.onFile(pastedFile(text, t().pasted));
  return (
    <>
      <div class="dialog-body">
        <p>{t().what(sizeInWords(MOST_CSV_BYTES, lang()), sizeInWords(MOST_XLSX_BYTES, lang()))}</p>
        <p>
          <Button class="button primary" text={t().choose} onClick={() => input.click()} /> {t().orDrop}
          <input
            ref={input}
            type="file"
            hidden
            accept={ACCEPTED}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file can be chosen again.
              event.currentTarget.value = '';
              if (file) props.onFile(file);
            }}
          />
        </p>
        <p>
          <a href={SAMPLE} download="">
            {TABLES[lang()].sample}
          </a>
        </p>
        <label class="importing-paste">
          {t().paste}
          <textarea
            class="form-input"
            rows={4}
            value={pasted()}
            spellcheck={false}
            onInput={(event) => setPasted(event.currentTarget.value)}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              // A table is read at once; a word is only put in.
              if (pasted() !== '' || !/[\n\r]/.test(text)) return;
              event.preventDefault();
              read(text);
            }}
          />
        </label>
      </div>
      <div class="dialog-actions">
        <Button text={t().cancel} onClick={() => props.onCancel()} />
        <Button disabled={pasted().trim() === ''} text={t().readPasted} onClick={() => read(pasted())} />
      </div>
    </>
  );
}
