import { For } from 'solid-js';
import { SHAPES } from '../../../i18n/shapes.ts';
import type { TablePreview } from '../../../io/csv/preview.ts';
import { useTexts } from '../../../state/app.ts';
import { MOST_COLUMNS } from './PreviewTable.tsx';

/** The first rows of a table whose periods go down, as they are taken. */
export function TurnedTable(props: { turned: NonNullable<TablePreview['turned']> }) {
  const t = useTexts(SHAPES);
  const columns = () => props.turned.roles.slice(0, MOST_COLUMNS);
  return (
    <>
      <p class="muted">{t().turned}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="importing-scroll" role="region" aria-label={t().turned} tabIndex={0}>
        <table class="importing-table">
          <thead>
            <tr>
              <For each={columns()}>
                {(role, i) => (
                  <th scope="col" classList={{ 'importing-number': typeof role === 'number' }}>
                    {props.turned.header[i()]}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.turned.rows}>
              {(cells) => (
                <tr>
                  <For each={columns()}>
                    {(role, i) => <td classList={{ 'importing-number': typeof role === 'number' }}>{cells[i()]}</td>}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
