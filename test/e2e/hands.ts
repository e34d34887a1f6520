import type { Page } from '@playwright/test';
import type { Foresheet } from './foresheet.ts';

/** What hands do: an entry that is committed, a click, a choice; each is one action. Keys that only move are none. */
export class Hands {
  actions = 0;
  constructor(
    readonly page: Page,
    readonly app: Foresheet,
  ) {}

  /** Types into the cell with the cursor and leaves it by a key. */
  async enter(text: string, key: 'Tab' | 'Enter' | 'Control+Enter' = 'Tab'): Promise<void> {
    this.actions++;
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(key);
  }
  async do(step: Promise<unknown>): Promise<void> {
    this.actions++;
    await step;
  }
  /** Clicks a cell. */
  async at(address: string): Promise<void> {
    this.actions++;
    await this.app.go(address);
  }
}
