import { createEffect, createRoot, onCleanup } from 'solid-js';
import { render } from 'solid-js/web';
import type { App } from '../../state/app.ts';
import { pagePath } from '../../state/page/page.ts';
import { addressFor } from '../../state/sharing/address.ts';
import { lightTheme } from '../picture/picture.ts';
import { reportContent } from './content.ts';
import { Report } from './Report.tsx';

/** ms without a change after which the address of what is on the screen is made. */
const CALM = 500;

/** Characters of an address that a page has room for, where it can be copied from. */
const MOST_ADDRESS = 2000;

/** Prints the report instead of the screen, whoever asks for it: the browser gives its page no time to load anything. */
class Printing {
  #address: { readonly of: unknown; readonly text: string } | undefined;
  #remove = () => {};

  constructor(readonly app: App) {
    addEventListener('beforeprint', () => this.#put());
    addEventListener('afterprint', () => this.#remove());
    createRoot(() =>
      createEffect(() => {
        void app.workspace.document();
        void app.lang();
        void app.preferences.money();
        const timer = setTimeout(() => void this.makeAddress(), CALM);
        onCleanup(() => clearTimeout(timer));
      }),
    );
  }

  /** Where no link can be made, the address known before stays, which leads nowhere else: `#put` looks what it is of. */
  async makeAddress(): Promise<void> {
    const of = this.app.workspace.document();
    const text = await addressFor(this.app, MOST_ADDRESS).catch(() => undefined);
    if (text !== undefined) this.#address = { of, text };
  }

  #put(): void {
    this.#remove();
    const { workspace, lang } = this.app;
    const section = document.createElement('section');
    section.className = 'report on-paper';
    document.body.append(section);
    const content = reportContent(this.app);
    // An address of what was there before would lead elsewhere: the page's own does not.
    const known = this.#address?.of === workspace.document() ? this.#address?.text : undefined;
    const address = known ?? `${location.origin}${pagePath()}`;
    const today = new Date().toISOString().slice(0, 10);
    const dispose = render(
      () => <Report content={content} theme={lightTheme()} lang={lang()} address={address} today={today} />,
      section,
    );
    const { title } = document;
    // The name under which a browser saves the print.
    document.title = content.model;
    this.#remove = () => {
      dispose();
      section.remove();
      document.title = title;
      this.#remove = () => {};
    };
  }
}

let printing: Printing | undefined;

/** From now on the page prints its report. */
export function watchPrinting(app: App): void {
  printing ??= new Printing(app);
}

/** Opens the browser's dialog of printing, with the report. */
export async function printReport(app: App): Promise<void> {
  watchPrinting(app);
  await printing?.makeAddress();
  window.print();
}
