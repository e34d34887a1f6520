import { KEEPING } from '../../i18n/keeping.ts';
import type { Info } from '../../io/kept.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import type { SaveStatus } from './saveStatus.ts';
import { calledAs } from './seen.ts';

/** A document's name: as a person gave it, else as it is called until then. What was kept before had neither. */
export const shownName = ({ name, called }: Pick<Info, 'name' | 'called'>, { say, lang }: Words): string =>
  name || (called && say(called)) || KEEPING[lang()].untitled;

/**
 * The names of a list, by id. Of those that are called alike the first one made keeps its name, the others are counted, so
 * that a list tells them apart.
 */
export function shownNames(
  infos: readonly Pick<Info, 'id' | 'name' | 'called' | 'createdAt'>[],
  words: Words,
): ReadonlyMap<string, string> {
  const { numbered } = KEEPING[words.lang()];
  const taken = new Set(infos.map((info) => shownName(info, words)));
  const seen = new Set<string>();
  const inOrder = [...infos].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return new Map(
    inOrder.map((info) => {
      const own = shownName(info, words);
      let name = own;
      for (let n = 2; seen.has(name) || (name !== own && taken.has(name)); n++) name = numbered(own, n);
      seen.add(name);
      return [info.id, name];
    }),
  );
}

/** That of the open document. */
export const openName = (app: WithWorkspace & Words & { readonly keeping: SaveStatus }): string =>
  shownName({ name: app.keeping.name(), called: calledAs(app.workspace.document(), app.workspace.shipped()) }, app);
