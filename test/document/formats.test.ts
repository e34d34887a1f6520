import { describe, expect, it } from 'vitest';
import { newDocument } from '../../src/document/document.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { checkSaved, formatOf, ownModel, parseSaved, save } from '../../src/document/saved.ts';
import { savedText } from '../../src/document/savedText.ts';
import type { OwnModel } from '../../src/document/schema.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import type { Line } from '../../src/model/line.ts';
import { ordinalOf } from '../../src/model/periods.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';

const both = (text: string) => ({ en: text, zh: text });
const load = async () => undefined;
const JAN_2026 = ordinalOf(2026, 1, 'month');

/** A model by months, with what is typed in three of them, and a line that begins later than the others. */
const MONTHS = ownModel(
  'own-months',
  {
    name: both('Subscriptions'),
    about: both(''),
    periods: { first: JAN_2026, last: JAN_2026 + 35, step: 'month', yearStart: 4 },
    observedUntil: JAN_2026 + 5,
    lines: [
      { kind: 'input', id: 'added', label: both('Added'), unit: 'firms', value: 90, perPeriod: true },
      {
        kind: 'series',
        id: 'all',
        label: both('All'),
        unit: 'firms',
        first: '={added}',
        formula: '={all@prev}+{added@2026-03}+{year}',
        start: JAN_2026 + 2,
        rollup: 'last',
        values: { [JAN_2026 + 3]: 12.5, [JAN_2026 + 4]: { text: 'n/a' } },
      },
    ] as OwnModel['lines'],
    charts: ['all'],
  },
  [
    {
      id: 'base',
      name: both('Base'),
      note: both(''),
      overrides: {
        added: { [JAN_2026]: 1, [JAN_2026 + 1]: { text: 'x' }, [JAN_2026 + 11]: { formula: '={added@prev}' } },
      },
      reasons: { added: { [JAN_2026]: 'Because' } },
    },
  ],
);
const DOCUMENT = { ...newDocument(MONTHS), own: MONTHS };

describe('periods other than years', () => {
  it('are kept by their texts, which people read in a file', () => {
    const kept = save(DOCUMENT, MONTHS);
    expect(kept.format).toBe(2);
    expect(kept.own).toMatchObject({
      periods: { first: '2026-01', last: '2028-12', yearStart: 4 },
      observedUntil: '2026-06',
      lines: [
        { id: 'added' },
        { id: 'all', start: '2026-03', values: { '2026-04': 12.5, '2026-05': { text: 'n/a' } } },
      ],
    });
    expect(kept.scenarios[0]).toMatchObject({
      overrides: { added: { '2026-01': 1, '2026-02': { text: 'x' }, '2026-12': { formula: '={added@prev}' } } },
      reasons: { added: { '2026-01': 'Because' } },
    });
    expect(savedText(DOCUMENT, MONTHS)).toBe(JSON.stringify(kept));
  });

  it('come back from a file, the store and a link as they were', async () => {
    const { document, model } = await restoreSaved(parseSaved(savedText(DOCUMENT, MONTHS)), load);
    expect(model).toEqual(MONTHS);
    expect({ ...document, own: model }).toEqual(DOCUMENT);
    const link = await encodeLink(DOCUMENT, MONTHS, {});
    expect(link).toMatch(/^#2\./);
    const brought = await decodeLink(link, load);
    expect(brought).toMatchObject({ document: { scenarios: DOCUMENT.scenarios }, shipped: MONTHS });
  });

  it('make no link long: a whole model of 36 months, its inputs, series and a scenario fit into 900 letters', async () => {
    const { document, model } = subscriptions();
    expect((await encodeLink(document, model, {})).length).toBeLessThan(900);
  });

  it.each([
    ['of two steps', { first: '2026-01', last: '2028' }],
    ['the last before the first', { first: '2026-05', last: '2026-04' }],
    ['too many', { first: '1950-01', last: '2026-01' }],
    ['none', { first: '2026-13', last: '2027-01' }],
    ['an ordinal', { first: JAN_2026, last: JAN_2026 + 1 }],
  ])('that are %s are refused at their place', (_, periods) => {
    const kept = save(DOCUMENT, MONTHS);
    const path = /own\.periods/;
    expect(() => checkSaved({ ...kept, own: { ...kept.own, periods } })).toThrow(path);
  });
});

describe('the format', () => {
  it('is the oldest that holds a document: older copies of the app open it', () => {
    const price: Line = { kind: 'input', id: 'price', label: { en: '', zh: '' }, unit: 'bn yuan', value: 1 };
    expect(formatOf({ lines: [price] })).toBe(1);
    expect(formatOf({ lines: [{ ...price, unit: 'EUR' }] })).toBe(2);
    expect(formatOf({ periods: { first: 2022, last: 2035 } })).toBe(1);
    expect(formatOf(DOCUMENT)).toBe(2);
    const typed = {
      kind: 'series',
      id: 'x',
      label: both('x'),
      unit: 'index',
      formula: '=1',
      values: { 2022: 1 },
    } as const;
    expect(formatOf({ lines: ['y', typed] })).toBe(2);
    expect(formatOf({ lines: ['y', { ...typed, values: undefined as never }] })).toBe(1);
  });

  it('of a document in which a line is called as the calendar now is gives it another id everywhere', () => {
    const kept = {
      format: 1,
      model: { id: 'own-old', version: 1 },
      own: {
        name: both('Old'),
        about: both(''),
        periods: { first: 2022, last: 2024 },
        observedUntil: 2022,
        lines: [
          { kind: 'input', id: 'month', label: both('Month'), unit: 'index', value: 3 },
          { kind: 'input', id: 'period', label: both('Period'), unit: 'index', value: 3, perPeriod: true },
          { kind: 'series', id: 'sum', label: both('Sum'), unit: 'index', formula: '={period}*{base!month}&"{month}"' },
        ],
        charts: ['period'],
      },
      scenarios: [
        {
          id: 'base',
          name: 'Base',
          note: '',
          overrides: { period: { 2023: { formula: '={period@prev}+{month}' } } },
          reasons: { month: { value: 'Why' } },
        },
      ],
      view: { scenario: 'base', line: 'period', known: 'latest' },
    };
    const { own, scenarios, view } = checkSaved(kept);
    expect(own?.lines.map(({ id }) => id)).toEqual(['month_line_1', 'period_line_1', 'sum']);
    expect(own?.lines[2]).toMatchObject({ formula: '={period_line_1}*{base!month_line_1}&"{month}"' });
    expect(own?.charts).toEqual(['period_line_1']);
    expect(scenarios[0]?.overrides).toEqual({
      period_line_1: { 2023: { formula: '={period_line_1@prev}+{month_line_1}' } },
    });
    expect(scenarios[0]?.reasons).toEqual({ month_line_1: { value: 'Why' } });
    expect(view.line).toBe('period_line_1');
    expect(() => checkSaved({ ...kept, format: 2 })).toThrow('word of the calendar');
  });
});
