import { createMemo, Show } from 'solid-js';
import { UNITS_SAID } from '../../i18n/units.ts';
import { type CellRef, isFormula } from '../../model/content.ts';
import { useApp, useTexts } from '../../state/app.ts';
import { changeUnit } from '../../state/structure/lines.ts';
import { Button } from '../Button.tsx';
import { Fact } from './Fact.tsx';

/** Where the units of a cell's formula clash, the smallest mend, and a way to it where it is another unit. */
export function UnitFacts(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace } = app;
  const texts = useTexts(UNITS_SAID);
  const line = createMemo(() => workspace.line(props.cell.line));
  const told = createMemo(() => {
    const found = line();
    const { content } = workspace.effective(props.cell);
    return found && isFormula(content) ? app.unitChecks.part()?.ofFormula(found, content.formula) : undefined;
  });
  /** A line that ships keeps what its formulas rely on. */
  const isShipped = (line: string) =>
    !workspace.document().own && workspace.shipped().lines.some(({ id }) => id === line);
  return (
    <Show when={told()}>
      {(found) => (
        <Fact name={texts().title}>
          {found().sentence} {found().mend}{' '}
          <Show when={!isShipped(found().line ?? props.cell.line) && found().unit}>
            {(unit) => (
              <Button
                class="link"
                text={found().set}
                onClick={() => changeUnit(app, found().line ?? props.cell.line, unit())}
              />
            )}
          </Show>
        </Fact>
      )}
    </Show>
  );
}
