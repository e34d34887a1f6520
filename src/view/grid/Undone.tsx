import { useApp } from '../../state/app.ts';
import { createUndone } from '../../state/insight/undone.ts';

/** What an undo took back or a redo did again: over the foot of the sheet for as long as it takes to read. */
export default function Undone() {
  const app = useApp();
  const undone = createUndone(app);
  return (
    <div class="undone" role="status" aria-label={app.t().sheet.undone}>
      {undone()}
    </div>
  );
}
