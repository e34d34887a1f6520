import { For, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { SHAPES } from '../../../i18n/shapes.ts';
import { type Role, WORD_ROLES } from '../../../io/csv/header.ts';
import type { TablePreview } from '../../../io/csv/preview.ts';
import { slotText } from '../../../model/periods.ts';
import { useTexts } from '../../../state/app.ts';
import { Select } from '../../Select.tsx';
import { inFrames } from './inFrames.ts';

/** Columns that are drawn; a table that is wider goes on unseen. */
export const MOST_COLUMNS = 60;

/** The first rows of a table, each column below what it holds. */
export function PreviewTable(props: { preview: TablePreview; onRole: (column: number, role: Role) => void }) {
  const t = useTexts(IMPORTING);
  const shapes = useTexts(SHAPES);
  const from = () => props.preview.shape.from;
  const roles = () => props.preview.roles.slice(0, MOST_COLUMNS);
  const head = (column: number) => props.preview.records[props.preview.header - from()]?.[column] ?? '';
  const records = inFrames(() => props.preview.records);
  const columnName = (column: number) => [t().column(column + 1), head(column)].filter(Boolean).join(': ');
  const options = (column: number): readonly string[] => {
    const period = props.preview.periods[column];
    return period === undefined ? WORD_ROLES : [String(period), ...WORD_ROLES];
  };
  const roleOf = (value: string): Role => (/^\d+$/.test(value) ? Number(value) : (value as Role));
  const text = (value: string) => {
    const role = roleOf(value);
    if (role === 'time') return shapes().time;
    return typeof role === 'number' ? slotText(role) : t().roles[role];
  };
  const isNumber = (column: number) => typeof roles()[column] === 'number' || roles()[column] === 'value';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <div class="importing-scroll" role="region" aria-label={t().preview} tabIndex={0}>
      <table class="importing-table">
        <thead>
          <tr>
            <th scope="col">{t().row}</th>
            <For each={roles()}>
              {(role, column) => (
                <th scope="col" classList={{ 'importing-number': isNumber(column()) }}>
                  <Select
                    class="select quiet"
                    label={columnName(column())}
                    options={options(column())}
                    text={text}
                    value={String(role)}
                    onChange={(value) => props.onRole(column(), roleOf(value))}
                  />
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={records()}>
            {(cells, row) => (
              <tr
                classList={{
                  head: row() + from() === props.preview.header,
                  above: row() + from() < props.preview.header,
                }}
              >
                <th scope="row">{row() + from() + 1}</th>
                <For each={roles()}>
                  {(_, column) => (
                    <td classList={{ 'importing-number': isNumber(column()) }}>
                      <Show when={cells[column()]}>{(cell) => cell()}</Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
