import { useApp } from '../../state/app.ts';
import { createTroubles } from '../../state/insight/troubles.ts';

/** Announces what is wrong with an entry: the cursor has moved on by then, and the message at its cell is not said. */
export default function Troubles() {
  const app = useApp();
  const troubles = createTroubles(app);
  return (
    <p class="visually-hidden" role="status">
      {troubles()}
    </p>
  );
}
