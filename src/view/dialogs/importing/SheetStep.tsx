import { For, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useTexts } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import type { PlacedSheet } from '../../../state/importing/workbookImport.ts';
import { ReturnFaultNote } from './ReturnedStep.tsx';
import { StepActions } from './StepActions.tsx';

/** Which sheet of a workbook is taken: each that holds something, with how much that is. */
export function SheetStep(props: { importer: Importer; onCancel: () => void }) {
  const t = useTexts(IMPORTING);
  const { book } = props.importer;
  const size = ({ rows, columns, hidden }: PlacedSheet) =>
    [t().sheetSize(rows, columns), hidden && t().sheetHidden].filter(Boolean).join(', ');
  return (
    <>
      <div class="dialog-body">
        <ReturnFaultNote importer={props.importer} />
        <p>{t().whichSheet}</p>
        <ul class="importing-sheets">
          <For each={book.sheets()}>
            {(sheet) => (
              <li>
                <button type="button" class="button" onClick={() => void props.importer.takeSheet(sheet)}>
                  <span>{sheet.name}</span>
                  <span class="muted">{size(sheet)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={book.empty().length > 0}>
          <p class="muted">{t().sheetsEmpty(book.empty())}</p>
        </Show>
      </div>
      <StepActions importer={props.importer} onCancel={props.onCancel} />
    </>
  );
}
