import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours. */
const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in the dialog or the menu that is open, else on the page as it stands, each with the places. What is
 * behind an open dialog nobody can reach, and is looked at without it. What passes is not gathered: that takes a third longer.
 * `rules`: only these, else all.
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // It stays in a page that is used again: to read it takes as long as a small look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const selector = ['dialog[open]', '.menu'].find((one) => document.querySelector(one)) ?? 'html';
    const { axe } = window as unknown as {
      axe: { run(part: string, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(selector, {
      resultTypes: ['violations'],
      preload: false,
      ...(runOnly && { runOnly }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, rules);
}

/** What axe finds in the light, and in the dark, where the same page has other colours; it is light again afterwards. */
export async function findingsInBoth(page: Page): Promise<string[]> {
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findings(page, COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `in the dark, ${one}`)];
}
