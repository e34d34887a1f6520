import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { Transaction } from '../../document/transaction.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';

/** ms that it stays: a line is read in half of that. */
const SHOWN = 6_000;

/**
 * What the last undo took back or the last redo did again, in words of the language of the interface, until it is read or
 * something else is done; else empty.
 */
export function createUndone(app: WithWorkspace & Words): Accessor<string> {
  const { gateway, picture } = app.workspace;
  const [words, setWords] = createSignal('');
  let last: Transaction | undefined;
  const isLast = (transaction: Transaction) => last === transaction;
  const find = async (transaction: Transaction) => {
    const lang = app.lang();
    const { undoneInWords } = await import('./lastChange.ts');
    const found = await undoneInWords(app, transaction, () => isLast(transaction) && lang === app.lang());
    if (!found || !isLast(transaction) || lang !== app.lang()) return;
    setWords(found);
    setTimeout(() => isLast(transaction) && lang === app.lang() && setWords(''), SHOWN);
  };
  // Where its words can't be loaded, what is on screen tells all the same.
  const tell = (transaction: Transaction) => void find(transaction).catch(() => setWords(''));
  gateway.listen((transaction) => {
    // An undo may look at another sheet.
    if (transaction.event === 'look') return;
    last = transaction;
    const isUndone = transaction.event === 'undo' || transaction.event === 'redo';
    picture.soon(isUndone ? () => tell(transaction) : () => setWords(''));
  });
  const inOtherWords = () => {
    if (words() !== '' && last) tell(last);
  };
  createEffect(on(app.lang, inOtherWords, { defer: true }));
  return words;
}
