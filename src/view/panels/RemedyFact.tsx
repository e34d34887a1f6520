import { REMEDIES } from '../../i18n/remedies.ts';
import { useTexts } from '../../state/app.ts';
import type { CellProblem } from '../../state/insight/cells.ts';
import { Fact } from './Fact.tsx';

/** What can be done about an error: where it began, there. */
export default function RemedyFact(props: { problem: Extract<CellProblem, { kind: 'error' }> }) {
  const texts = useTexts(REMEDIES);
  return (
    <Fact name={texts().whatToDo}>{props.problem.root ? texts().atRoot : texts().remedies[props.problem.code]}</Fact>
  );
}
