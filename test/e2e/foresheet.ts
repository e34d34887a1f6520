import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';

/** What Playwright itself says where the configuration blocks service workers. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** The page as a person finds things on it: by role and name. */
export class Foresheet {
  /** Complaints of the page: errors, policy violations, requests that leave it. A test that expects one empties it. */
  readonly complaints: string[] = [];

  /** `host`: where the build is served. */
  constructor(
    readonly page: Page,
    host = '127.0.0.1',
  ) {
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      if (message.text() !== BLOCKED) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.hostname !== host && url.protocol.startsWith('http')) this.complaints.push(`request to ${url.href}`);
    });
  }

  /** Hears no more of the page, which another test goes on with. */
  leave(): void {
    for (const event of ['console', 'pageerror', 'request'] as const) this.page.removeAllListeners(event);
  }

  get answer(): Locator {
    return this.page.getByRole('status', { name: /^(Answer|结论)$/ });
  }
  get grid(): Locator {
    return this.page.getByRole('grid', { name: /^(Scenario sheet|情景表)$/ });
  }
  get formulaBar(): Locator {
    return this.page.getByRole('textbox', { name: 'Formula bar' });
  }
  get nameBox(): Locator {
    return this.page.getByRole('textbox', { name: /^(Name box|名称框)$/ });
  }
  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Inspector' });
  }
  /** Shows it where it is not beside the sheet. */
  async inspect(): Promise<void> {
    const opener = this.page.locator('.inspector-open');
    if (await opener.isVisible()) await opener.click();
  }
  /** What is said at the cell with the cursor. */
  get message(): Locator {
    return this.page.locator('.grid-scroll').getByRole('alert');
  }
  /** The model that is open, with the way to others. */
  get models(): Locator {
    return this.page.getByRole('button', { name: /^(Models: |模型：)/ });
  }
  /** A control of the header, which on a phone stands in a dialog. */
  async fromHeader(name: string | RegExp): Promise<Locator> {
    const more = this.page.getByRole('button', { name: /^(More|更多)$/ });
    // A window that was just made narrow has its header of before for a frame.
    const isNarrow = await this.page.evaluate(() => matchMedia('(max-width: 53.75em)').matches);
    if (isNarrow || (await more.isVisible())) await more.click();
    return this.page.getByRole('button', { name, exact: true }).first();
  }
  /** Chooses a language by its own name. */
  async speak(language: 'English' | '中文'): Promise<void> {
    await (await this.fromHeader(language)).click();
    if (await this.page.locator('.more').isVisible()) await this.page.keyboard.press('Escape');
  }
  /** Opens a model by its name in the menu. */
  async openModel(name: string): Promise<void> {
    await this.models.click();
    await this.page.getByRole('menuitemcheckbox', { name, exact: true }).click();
  }
  /** The document's name, which opens the list of documents. */
  get documents(): Locator {
    return this.page.getByRole('button', { name: /^(Documents: |文档：)/ });
  }
  /** What has become of the last change. */
  get saving(): Locator {
    return this.page.locator('.document-state');
  }
  /** A notice at the top of the page. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }
  get chartData(): Locator {
    return this.page.getByRole('table', { name: /^(Chart data|图表数据)$/ });
  }

  /** Opens the page and waits for its first answer. `address`: with what stands behind it, as in a link. */
  async open(address = './'): Promise<void> {
    await this.page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${(event as SecurityPolicyViolationEvent).violatedDirective}`),
      );
    });
    await this.page.goto(address);
    // A busy machine takes seconds to start the engine.
    await expect(this.answer).toContainText(/2025/);
  }

  /** The place of an address in the sheet. */
  at(address: string): Locator {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return this.grid.locator(`[role="row"][aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
  }

  /** Jumps by the name box to an address, a line's id, or a line's year, and returns the cell. */
  async go(place: string): Promise<Locator> {
    // Behind a dialog that is about to close it would be filled all the same.
    await expect(this.page.locator('dialog[open]')).toHaveCount(0);
    await this.nameBox.fill(place);
    await this.nameBox.press('Enter');
    return this.at(await this.nameBox.inputValue());
  }

  /** Jumps to a cell, types over it and commits: the entry is taken at the latest when its values are there. */
  async enter(place: string, text: string): Promise<Locator> {
    const cell = await this.go(place);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => !document.querySelector('.cell-input.editing'));
    return cell;
  }

  get menu(): Locator {
    return this.page.getByRole('menu');
  }
  item(name: string): Locator {
    return this.menu.getByRole(/^(Show formulas|显示公式)$/.test(name) ? 'menuitemcheckbox' : 'menuitem', { name });
  }
  /** Opens what the menu of the help names. */
  async help(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^(Help|帮助)$/ }).click();
    await this.item(name).click();
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }
  chart(name: string): Locator {
    return this.page.getByRole('tablist', { name: /^(Charts|图表)$/ }).getByRole('tab', { name });
  }
  tab(name: string): Locator {
    return this.page.locator('.tabs').getByRole('tab', { name });
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** Opens what was open last in another page of the same browser. */
export async function another(context: BrowserContext): Promise<Foresheet> {
  const app = new Foresheet(await context.newPage());
  await app.open();
  return app;
}

/** A page that tests take one after another, as long as each leaves it as it was opened (`together.ts`). */
export interface Kept {
  page: Page;
  /** What the page shows as it is opened, and what is chosen then. */
  opened: number;
  choices: readonly string[];
}
/** The pages that are kept, by what their contexts were made with: with touch, in another language. */
export interface Shelf {
  kept: Map<string, Kept>;
  /** Which of them the test takes. */
  options: string;
}
export type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/**
 * A page that is opened, and that must not have complained by the end of the test. What is shared within a worker is here for
 * every test: Playwright starts another worker, in seconds, where the next test has other parts that are.
 */
export const test = base.extend<{ app: Foresheet }, { shelf: Shelf; visited: StorageState }>({
  shelf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted here.
    async ({}, use) => {
      const shelf: Shelf = { kept: new Map(), options: '' };
      await use(shelf);
      for (const { page } of shelf.kept.values()) await page.context().close();
    },
    { scope: 'worker' },
  ],
  // What a browser keeps after a visit, in which trend growth was typed (`returning.ts`).
  visited: [
    async ({ browser }, use) => {
      // The fixtures of a worker do not know the options of a test.
      const context = await browser.newContext({
        baseURL: process.env.FORESHEET_ADDRESS ?? '',
        serviceWorkers: 'block',
      });
      const app = new Foresheet(await context.newPage());
      await app.open();
      await app.enter('gd_growth', '20%');
      await expect(app.saving).toHaveText('Saved');
      const state = await context.storageState({ indexedDB: true });
      await context.close();
      await use(state);
    },
    { scope: 'worker' },
  ],
  app: async ({ page }, use) => {
    const app = new Foresheet(page);
    await app.open();
    await use(app);
    expect(app.complaints).toEqual([]);
  },
});

export { expect };
