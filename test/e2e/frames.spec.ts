import type { Page } from '@playwright/test';
import { expect, test } from './together.ts';

/** What happens, in its order: a frame begins, cells or the answer change in one turn, the chart is drawn. */
type Happening = 'frame' | 'cells' | 'answer' | 'chart';

/** Begins to note what happens. @returns what did until the chart was drawn */
async function noting(page: Page): Promise<() => Promise<Happening[]>> {
  await page.evaluate(() => {
    const noted: string[] = [];
    const watch = (what: string, selector: string, childList = false) => {
      const place = document.querySelector(selector);
      if (!place) throw new Error(selector);
      const observer = new MutationObserver(() => noted.push(what));
      observer.observe(place, { subtree: true, childList, characterData: true });
    };
    // Texts alone: rows that come into sight with the cursor have theirs later.
    watch('cells', '.grid-body');
    watch('answer', '[role="status"][aria-label="Answer"]', true);
    const { clearRect } = CanvasRenderingContext2D.prototype;
    const drawn = new Promise<void>((done) => {
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        if (this.canvas.closest('.chart-box')) {
          noted.push('chart');
          CanvasRenderingContext2D.prototype.clearRect = clearRect;
          done();
        }
        clearRect.apply(this, box);
      };
    });
    // The first of each frame: it was asked for in the one before.
    const frame = () => {
      noted.push('frame');
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { noted: drawn.then(() => noted) });
  });
  return () => page.evaluate(() => (window as unknown as { noted: Promise<Happening[]> }).noted);
}

const HANDS = [
  {
    where: 'the sheet',
    hand: async (page: Page) => {
      await page.keyboard.type('26%');
      return () => page.keyboard.press('Enter');
    },
  },
  {
    where: 'the assumptions',
    hand: async (page: Page) => {
      const field = page.getByRole('textbox', { name: 'Trend growth, value' });
      await field.fill('26%');
      return () => field.press('Enter');
    },
  },
] as const;

for (const { where, hand } of HANDS)
  test(`what is typed in ${where} changes its cell and all that is computed from it at once, and the chart in a later frame`, async ({
    app,
    page,
  }) => {
    await app.go('gd_growth');
    const enter = await hand(page);
    const noted = await noting(page);
    await enter();
    const happened = await noted();
    const [cells, answer, chart] = (['cells', 'answer', 'chart'] as const).map((what) => happened.indexOf(what));
    // No frame shows some of the new values and some of the old.
    expect(happened.filter((what) => what === 'cells')).toHaveLength(1);
    expect(happened.slice(cells, answer)).not.toContain('frame');
    expect(happened.slice(answer, chart).filter((what) => what === 'frame').length).toBeGreaterThan(1);
    await app.button('Undo').click();
    await expect(app.answer).toContainText('at 15.3 % a year');
  });
