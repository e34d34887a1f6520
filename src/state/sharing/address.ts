import { encodeLink } from '../../io/link/link.ts';
import type { App } from '../app.ts';
import { pagePath } from '../page/page.ts';

/**
 * The address that brings somebody else to what is on the screen. It stands in pictures and prints, which nobody can
 * trace back otherwise; one that is longer than `most` characters gives way to the page's own.
 */
export async function addressFor(
  { workspace, preferences, lang }: Pick<App, 'workspace' | 'lang' | 'preferences'>,
  most: number,
): Promise<string> {
  const page = `${location.origin}${pagePath()}`;
  const reading = { lang: lang(), money: preferences.money() };
  const link = await encodeLink(workspace.document(), workspace.shipped(), reading, most - page.length);
  return page + (link ?? '');
}
