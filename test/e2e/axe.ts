import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in the dialog or the menu that is open, else on the page as it stands, each with the places. What is
 * behind an open dialog nobody can reach, and is looked at without it. What passes is not gathered: that takes a third longer.
 */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const selector = ['dialog[open]', '.menu'].find((one) => document.querySelector(one)) ?? 'html';
    const { axe } = window as unknown as {
      axe: { run(part: string, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(selector, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
