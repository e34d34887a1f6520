// The page as a person finds things on it: by role and name. A name between slashes is a pattern.
import { until } from './drivers/driver.mjs';
import { Stuck } from './drivers/stuck.mjs';

/**
 * What `inPage.js` brings to each page.
 * @typedef {object} InPage
 * @property {(role: string, name: string) => HTMLElement[]} find
 * @property {Blob[]} files
 * @property {(text: string) => string} tidy
 * @property {(element: HTMLElement) => void} aimAt
 * @property {() => number} hits how many clicks met what was aimed at
 */

/** Any name. */
const ANY = '//';

export class App {
  /**
   * @param {import('./drivers/driver.mjs').Driver} driver
   * @param {import('./site.mjs').Site} site
   */
  constructor(driver, site) {
    this.driver = driver;
    this.site = site;
  }

  /** Does what brings a page of the site, and waits for it: a page on its way is not asked. @param {() => Promise<unknown>} act */
  async arrive(act) {
    const before = this.site.shown();
    await act();
    await until('the page to be there', async () => this.site.shown() > before);
  }

  /** Opens the page and waits for its first answer. @param {string} [address] */
  async open(address = this.site.url) {
    await this.arrive(() => this.driver.goto(address));
    await this.answered();
  }

  async reload() {
    await this.arrive(() => this.driver.reload());
    await this.answered();
  }

  /** Waits for an answer, or for one that matches. @param {RegExp} [pattern] @param {number} [patience] */
  answered(pattern = /2025/, patience) {
    return this.shows('status', '/^(Answer|结论)$/', pattern, patience);
  }

  /** The texts of what has a role and a name. @param {string} role @param {string} [name] @returns {Promise<string[]>} */
  texts(role, name = ANY) {
    return this.driver.evaluate(
      (role, name) => {
        const { inPage } = /** @type {{ inPage: InPage }} */ (/** @type {unknown} */ (globalThis));
        return inPage
          .find(role, name)
          .map((element) =>
            'value' in element && element.matches('input, textarea')
              ? String(element.value)
              : inPage.tidy(element.textContent ?? ''),
          );
      },
      role,
      name,
    );
  }

  /** Waits until there are so many. @param {number} count @param {string} role @param {string} [name] */
  counts(count, role, name = ANY) {
    return until(`${count} of ${role} ${name}`, async () => (await this.texts(role, name)).length === count);
  }

  /**
   * Waits until something shows a text, and gives all of it.
   * @param {string} role
   * @param {string} name
   * @param {string | RegExp} wanted
   * @param {number} [patience]
   */
  async shows(role, name, wanted, patience) {
    /** @type {string | undefined} */
    let last;
    const is = (/** @type {string} */ text) => (typeof wanted === 'string' ? text === wanted : wanted.test(text));
    const look = async () => {
      const [text] = await this.texts(role, name);
      last = text;
      return text !== undefined && is(text) ? { text } : undefined;
    };
    const found = await until(`${role} ${name} to show ${wanted}`, look, patience).catch((error) => {
      if (error instanceof Stuck) throw error;
      throw new Error(`${error.message}; it shows ${JSON.stringify(last)}`);
    });
    return found.text;
  }

  /** Where a click meets it: once it stands still, in sight, with nothing above it. @param {string} role @param {string} [name] */
  place(role, name = ANY) {
    return until(`${role} ${name} to be within reach`, () =>
      this.driver.evaluate(
        async (role, name) => {
          const { inPage } = /** @type {{ inPage: InPage }} */ (/** @type {unknown} */ (globalThis));
          const [element] = inPage.find(role, name);
          if (!element || /** @type {HTMLButtonElement} */ (element).disabled) return undefined;
          element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
          const before = element.getBoundingClientRect();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const { x, y, width, height } = element.getBoundingClientRect();
          if (before.x !== x || before.y !== y) return undefined;
          const middle = { x: x + width / 2, y: y + height / 2 };
          if (!element.contains(document.elementFromPoint(middle.x, middle.y))) return undefined;
          inPage.aimAt(element);
          return { ...middle, hits: inPage.hits() };
        },
        role,
        name,
      ),
    );
  }

  /** Clicks; once more where the page has moved under the pointer. @param {string} role @param {string} [name] @param {number} [again] */
  async click(role, name = ANY, again = 2) {
    const { hits, ...place } = await this.place(role, name);
    await this.driver.drag(place);
    const isHit = () =>
      this.driver.evaluate(
        (hits) => /** @type {{ inPage: InPage }} */ (/** @type {unknown} */ (globalThis)).inPage.hits() > hits,
        hits,
      );
    await until(`a click to meet ${role} ${name}`, isHit, 5_000).catch(async (error) => {
      if (again === 0) throw error;
      await this.click(role, name, again - 1);
    });
  }

  /** Gives the focus without a pointer. @param {string} role @param {string} [name] */
  async focus(role, name = ANY) {
    await until(`${role} ${name} to take the focus`, () =>
      this.driver.evaluate(
        (role, name) => {
          const { inPage } = /** @type {{ inPage: InPage }} */ (/** @type {unknown} */ (globalThis));
          const [element] = inPage.find(role, name);
          element?.focus();
          return element !== undefined && document.activeElement === element;
        },
        role,
        name,
      ),
    );
  }

  /** Types over all that a field holds. @param {string} role @param {string} name @param {string} text */
  async fill(role, name, text) {
    await this.focus(role, name);
    await this.driver.press('Control+a');
    await this.driver.type(text);
  }

  /** Jumps by the name box, and gives the address of the cell. @param {string} place */
  async go(place) {
    await this.fill('textbox', '/^(Name box|名称框)$/', place);
    await this.driver.press('Enter');
    return this.shows('textbox', '/^(Name box|名称框)$/', /^[A-Z]+\d+$/);
  }

  /** What a cell of the sheet shows. @param {string} address */
  cell(address) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return this.driver.evaluate(
      (row, column) =>
        document.querySelector(`[role="grid"] [role="row"][aria-rowindex="${row}"] > [aria-colindex="${column}"]`)
          ?.textContent,
      row,
      column,
    );
  }

  /** Jumps to a place and waits until its cell shows a text. @param {string} place @param {string} text */
  async expectCell(place, text) {
    const address = await this.go(place);
    await this.expectShown(address, text);
    return address;
  }

  /** @param {string} address @param {string} text */
  expectShown(address, text) {
    return until(`${address} to show ${text}`, async () => (await this.cell(address)) === text);
  }

  /** Jumps to a cell and types over it. @param {string} place @param {string} text */
  async enter(place, text) {
    const address = await this.go(place);
    await this.driver.type(text);
    await this.driver.press('Enter');
    await until('the entry to be taken', () =>
      this.driver.evaluate(() => !document.querySelector('.cell-input.editing')),
    );
    return address;
  }

  /** What has become of the last change. @returns {Promise<string>} */
  state() {
    return this.driver.evaluate(() => document.querySelector('.document-state')?.textContent ?? '');
  }

  saved() {
    return until('the change to be saved', async () => /^(Saved|已保存)$/.test(await this.state()));
  }

  /** The names of all documents that are kept. */
  async documents() {
    await this.click('button', '/^Documents: /');
    await until('the list of documents', () =>
      this.driver.evaluate(() => document.querySelector('dialog[open] .dialog-body > :not(.muted)') !== null),
    );
    const rows = await this.texts('listitem');
    await this.driver.press('Escape');
    await this.counts(0, 'dialog');
    return rows;
  }

  /** The newest file that was handed over, as text. @param {(text: string) => unknown} is @returns {Promise<string>} */
  handedOver(is) {
    return until('a file to be handed over', async () => {
      const text = await this.driver.evaluate(() =>
        /** @type {{ inPage: InPage }} */ (/** @type {unknown} */ (globalThis)).inPage.files.at(-1)?.text(),
      );
      return text !== undefined && is(text) ? text : undefined;
    });
  }
}
