import { onCleanup, onMount } from 'solid-js';
import type { Place } from '../../../document/selection.ts';
import { useApp } from '../../../state/app.ts';
import { Aids } from '../../../state/sheet/aids.ts';
import { listen } from '../../listen.ts';
import type { Rect } from '../rect.ts';
import { FormulaPopup } from './FormulaPopup.tsx';
import { Outlines } from './Outlines.tsx';
import './formula.css';

export { Painted } from './Painted.tsx';

/** Stands in the sheet while a formula is edited: the outlines of its cells, and what is shown under its field. */
export function FormulaAids(props: { boxOf: (place: Place) => Rect | undefined }) {
  const app = useApp();
  const { pointing } = app.editor;
  const aids = new Aids(app);
  app.setAids(aids);
  onCleanup(() => app.setAids(undefined));
  onMount(() => listen(document, 'selectionchange', () => pointing.caretMoved()));
  return (
    <>
      <Outlines aids={aids} boxOf={props.boxOf} />
      <FormulaPopup aids={aids} />
    </>
  );
}
