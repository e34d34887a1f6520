import { type Accessor, createSignal } from 'solid-js';
import type { Transaction } from '../../document/transaction.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';

/** ms that it stays: a line is read in half of that. */
const SHOWN = 6_000;

/** What the last undo took back or the last redo did again, in words, until it is read or something else is done; else empty. */
export function createUndone(app: WithWorkspace & Words): Accessor<string> {
  const { gateway, picture } = app.workspace;
  const [words, setWords] = createSignal('');
  let last: Transaction | undefined;
  const isLast = (transaction: Transaction) => last === transaction;
  const find = async (transaction: Transaction) => {
    const { undoneInWords } = await import('./lastChange.ts');
    const found = await undoneInWords(app, transaction, () => isLast(transaction));
    if (!found || !isLast(transaction)) return;
    setWords(found);
    setTimeout(() => isLast(transaction) && setWords(''), SHOWN);
  };
  gateway.listen((transaction) => {
    // An undo may look at another sheet.
    if (transaction.event === 'look') return;
    last = transaction;
    const isUndone = transaction.event === 'undo' || transaction.event === 'redo';
    // Where its words can't be loaded, what is on screen tells all the same.
    picture.soon(isUndone ? () => void find(transaction).catch(() => setWords('')) : () => setWords(''));
  });
  return words;
}
