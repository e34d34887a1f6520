import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/model/content.ts';
import type { CommandApp } from '../../../src/state/commands/command.ts';
import type { RangeActions } from '../../../src/state/ranges/rangeActions.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

/** The line of the industry's scale, in bn yuan, and the one of its growth, in percent; a value a year from 2022 on. */
const [SCALE, GROWTH] = ['gd_scale', 'gd_effective_growth'];

interface Opened {
  readonly app: CommandApp;
  readonly part: RangeActions;
  /** Pastes at a year of a line. */
  readonly paste: (text: string, line?: string, year?: number) => void;
  /** What the years of a line hold in the base, from 2022 on. */
  readonly held: (line?: string, from?: number) => (Content | undefined)[];
}

async function open(): Promise<Opened> {
  const app = openCommandApp();
  let part: RangeActions | undefined;
  app.rangeActions.use((loaded) => {
    part = loaded;
  });
  const loaded = await waitFor(() => {
    expect(part).toBeDefined();
    return part as RangeActions;
  });
  const jump = (line: string, slot: number) => app.editor.jump({ scenario: app.workspace.base.id, line, slot });
  return {
    app,
    part: loaded,
    paste: (text, line = SCALE, year = 2022) => {
      jump(line, year);
      loaded.clipboard.paste(text);
    },
    held: (line = SCALE, from = 2022) => {
      const slots = app.workspace.base.overrides[line] ?? {};
      return Object.keys(slots)
        .map(Number)
        .filter((year) => year >= from)
        .sort()
        .map((year) => slots[year]);
    },
  };
}
const shown = ({ part }: Opened) => part.clipboard.reports.shown();
const assumed = (opened: Opened) => shown(opened)?.assumed.map(({ of, text }) => `${of} ${text}`) ?? [];

describe('a pasted block', () => {
  it('is fractions or percent as a whole, says that this is a guess, and is read otherwise in one step', async () => {
    const opened = await open();
    const { app, part, paste, held } = opened;
    paste('0.5\t0.75\t1\t1.1', GROWTH);
    expect(held(GROWTH)).toEqual([0.5, 0.75, 1, 1.1]);
    expect(assumed(opened)).toEqual(['fractions 0.5']);
    const [guess] = shown(opened)?.assumed ?? [];
    expect(guess).toMatchObject({ now: 0.5, otherwise: 0.005 });
    if (!guess) throw new Error('nothing was assumed');
    part.clipboard.reports.readOtherwise(guess);
    expect(held(GROWTH)).toEqual([0.005, 0.0075, 0.01, 0.011]);
    expect(shown(opened)?.assumed).toMatchObject([{ now: 0.005, otherwise: 0.5 }]);
    expect(app.workspace.history().past).toHaveLength(1);
    app.workspace.undo();
    expect(held(GROWTH)).toEqual([]);
    expect(shown(opened)).toBeUndefined();
    expect(app.workspace.history().past).toEqual([]);
  });

  it('of accounts is numbers throughout', async () => {
    const opened = await open();
    opened.paste('100\t(1,234)\t300\t$400\t500');
    expect(opened.held()).toEqual([100, -1234, 300, 400, 500]);
    expect(shown(opened)).toMatchObject({ unread: 0 });
    expect(assumed(opened)).toEqual(['foreign $400']);
    const [guess] = shown(opened)?.assumed ?? [];
    if (!guess) throw new Error('nothing was assumed');
    opened.part.clipboard.reports.readOtherwise(guess);
    expect(opened.held()[3]).toEqual({ text: '$400' });
    expect(shown(opened)).toMatchObject({ unread: 1, all: 5 });
  });

  it('is read each line in its unit, and the block decides for all of them', async () => {
    const opened = await open();
    opened.paste('1.234,5\t5亿元\n0,5\t15%', SCALE);
    expect(opened.held()).toEqual([1234.5, 0.5]);
    opened.paste('0,5\t15%', GROWTH);
    expect(opened.held(GROWTH)).toEqual([0.5, 0.15]);
  });

  it('of one cell is read as it is typed, and nothing is told of it', async () => {
    const opened = await open();
    for (const [text, value] of [
      ['0.5', 0.5],
      ['1', 0.01],
      ['1.1', 0.011],
      ['about 5', { text: 'about 5' }],
      ["'5", { text: '5' }],
      ['5,5', 0.055],
    ] as const) {
      opened.paste(text, GROWTH);
      expect(opened.held(GROWTH)).toEqual([value]);
      expect(shown(opened)).toBeUndefined();
    }
  });

  it('keeps formulas, and texts that say that they are', async () => {
    const opened = await open();
    opened.paste("=D4*2\t'100\t'(5)\t7");
    expect(opened.held()).toMatchObject([{ formula: expect.any(String) }, { text: '100' }, { text: '(5)' }, 7]);
    expect(shown(opened)).toBeUndefined();
  });
});

describe('what could not be read', () => {
  it('is counted, shown one after the other, and no longer once it is mended', async () => {
    const opened = await open();
    const { app, part, paste } = opened;
    const { reports } = part.clipboard;
    paste('100\t1,2,34\t300\tn/a\t500');
    expect(shown(opened)).toMatchObject({ unread: 2, all: 5, dates: 0 });
    const year = () => app.editor.cell?.slot;
    expect(reports.hasShown()).toBe(false);
    reports.showNext();
    expect(year()).toBe(2023);
    expect(reports.hasShown()).toBe(true);
    reports.showNext();
    expect(year()).toBe(2025);
    reports.showNext();
    expect(year()).toBe(2023);
    app.editor.begin('enter', '234');
    app.editor.commit();
    expect(shown(opened)).toMatchObject({ unread: 1 });
    reports.showNext();
    expect(year()).toBe(2025);
    app.editor.begin('enter', '400');
    app.editor.commit();
    expect(shown(opened)).toBeUndefined();
  });

  it.each([
    ['Jan\tFeb\tMar\n1\t2\t3', 0, 0],
    ['2022/23\t2023/24\n1\t2', 0, 0],
    ['Revenue\t100\t200', 0, 0],
    ['Revenue\t100\tnone\t200', 1, 0],
    ['a\tb\tc', 0, 0],
    ['100\t2024-01-31\t300', 1, 1],
    ['2024-01-31\t31.01.2024', 2, 2],
    ['2024-01-31\t100\t200', 0, 0],
    ['1,2,3\t100', 1, 0],
    ['100\t-\t300', 1, 0],
    ['-\t100\t300', 1, 0],
    ['100\t\t300', 0, 0],
    ['100\t$1.2bn\t€5亿', 2, 0],
  ])('%j: %d texts, %d of them dates', async (text, unread, dates) => {
    const opened = await open();
    opened.paste(text);
    expect(shown(opened)?.unread ?? 0).toBe(unread);
    expect(shown(opened)?.dates ?? 0).toBe(dates);
  });

  it('is told until something else is pasted or opened, or the paste is taken back', async () => {
    const opened = await open();
    const { app, paste } = opened;
    const told = () => shown(opened) !== undefined;
    const bad = '100\t1,2,34';
    paste(bad);
    expect(told()).toBe(true);
    paste('100\t200');
    expect(told()).toBe(false);
    paste(bad);
    app.workspace.undo();
    expect(told()).toBe(false);
    paste(bad);
    app.workspace.show(app.workspace.opened.model, { ...app.workspace.document() });
    expect(told()).toBe(false);
  });

  it('of a paste that is refused is not told', async () => {
    const opened = await open();
    opened.app.workspace.isReadOnly = () => true;
    opened.paste('100\t1,2,34');
    expect(opened.held()).toEqual([]);
    expect(shown(opened)).toBeUndefined();
  });
});

describe('many cells', () => {
  it('are decided on as few are, in slices, and told of when they have landed', async () => {
    const opened = await open();
    const { app, part, held } = opened;
    app.workspace.dispatch({ kind: 'structure', parts: { periods: { first: 2022, last: 2221 } } });
    const lines = app.workspace.layout().lines;
    const perYear = (at: number) => lines[at]?.kind === 'series';
    const first = lines.findIndex((_, at) => [0, 1, 2, 3].every((i) => perYear(at + i)));
    const row = (of: (i: number) => string) => Array.from({ length: 200 }, (_, i) => of(i)).join('\t');
    const long = [row((i) => `${i % 7}.234,5`), row((i) => `${i},25-`), row(() => '1,2,34'), row((i) => `(${i}.000)`)];
    app.editor.select({ line: first, column: 3 });
    // Four lines of so many years are few; what is long is done in slices.
    part.clipboard.paste(long.join('\n').replaceAll('1,2,34', `1,2,34${' '.repeat(80)}`));
    await waitFor(() => expect(part.jobs.areChanging).toBe(false));
    expect(shown(opened)).toMatchObject({ unread: 200, all: 800 });
    const unit = lines[first];
    expect(unit && held(unit.id).slice(0, 2)).toEqual([234.5, 1234.5]);
    app.workspace.undo();
    expect(held(lines[first]?.id)).toEqual([]);
    expect(shown(opened)).toBeUndefined();
  });
});

it('a text that looks like a number is copied with its apostrophe, and comes back as the text', async () => {
  const opened = await open();
  const { app, part, paste, held } = opened;
  paste("'(5)\t'5亿元\t'1,5\t'US$5\t'约5\t'=1");
  const texts = ['(5)', '5亿元', '1,5', 'US$5', '约5', '=1'].map((text) => ({ text }));
  expect(held()).toEqual(texts);
  const written = "'(5)\t'5亿元\t'1,5\t'US$5\t约5\t'=1";
  app.workspace.rows.watch('base', SCALE);
  await waitFor(() => {
    const given = new Map<string, string>();
    part.clipboard.copy(false, { setData: (kind: string, text: string) => void given.set(kind, text) } as DataTransfer);
    expect(given.get('text/plain')).toBe(written);
  });
  part.clipboard.forget();
  paste(written);
  expect(held()).toEqual(texts);
});
