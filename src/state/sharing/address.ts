import { encodeLink } from '../../io/link/link.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { pagePath } from '../page/page.ts';
import type { Preferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';

/**
 * The address that brings somebody else to what is on the screen. It stands in pictures and prints, which nobody can
 * trace back otherwise; one that is longer than `most` characters gives way to the page's own.
 */
export async function addressFor(
  { workspace, preferences, lang }: WithWorkspace & Words & { readonly preferences: Preferences },
  most: number,
): Promise<string> {
  const page = `${location.origin}${pagePath()}`;
  const reading = { lang: lang(), money: preferences.money() };
  const link = await encodeLink(workspace.document(), workspace.shipped(), reading, most - page.length);
  return page + (link ?? '');
}
