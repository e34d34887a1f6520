import type { CellRef } from '../../model/content.ts';
import { ActualFacts } from './ActualFacts.tsx';
import { FormulaFacts } from './FormulaFacts.tsx';
import { UncertainFact } from './UncertainFact.tsx';
import { UnitFacts } from './UnitFacts.tsx';

/** What is said of a cell beyond what a first visit shows: what is typed in place of its formula, where
 * units clash, what its formula reads unseen, and how it may turn out. */
export default function MoreFacts(props: { cell: CellRef }) {
  return (
    <>
      <ActualFacts cell={props.cell} />
      <FormulaFacts cell={props.cell} />
      <UncertainFact cell={props.cell} />
      <UnitFacts cell={props.cell} />
    </>
  );
}
