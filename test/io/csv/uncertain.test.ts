import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/chance/shapes.ts';
import { faultInWords } from '../../../src/i18n/modelFile.ts';
import type { Target } from '../../../src/io/csv/target.ts';
import { sheetRecords } from '../../../src/io/csv/write.ts';
import type { Input, Line } from '../../../src/model/line.ts';
import type { Lang } from '../../../src/model/text.ts';
import type { Uncertainty } from '../../../src/model/whatIf.ts';
import { shape } from '../../fixtures/shapes.ts';
import { runs } from '../../runs.ts';
import { Opened } from './reading.ts';

const PERIODS = { first: 2024, last: 2026 };
const input = (id: string, unit: string, perPeriod = false): Input => ({
  kind: 'input',
  id,
  label: { en: id, zh: id },
  unit,
  ...(perPeriod ? { perPeriod } : {}),
});
const LINES: readonly Line[] = [
  { kind: 'heading', id: 'money', label: { en: 'Money', zh: 'Money' } },
  input('price', 'EUR'),
  input('churn', 'percent'),
  input('growth', 'percent', true),
  input('scale', 'bn yuan', true),
  { kind: 'result', id: 'total', label: { en: 'total', zh: 'total' }, unit: 'EUR', formula: '={price}*2' },
];
type ByLine = Readonly<Record<string, Uncertainty>>;

/** The sheet with 12 in each cell of an input. */
const sheetOf = (uncertain: ByLine | undefined, lang: Lang = 'en') =>
  [
    ...sheetRecords(
      { lines: LINES, slots: ['value', 2024, 2025, 2026], uncertain },
      'base',
      (_, line, slot) => {
        if (line.kind === 'result') return slot === 'value' ? { formula: line.formula } : undefined;
        const isThere = line.kind === 'input' && (line.perPeriod ? slot !== 'value' : slot === 'value');
        return isThere ? 0.12 : undefined;
      },
      lang,
      'formulas',
    ),
  ].join('');
const targetOf = (uncertain: ByLine): Target => ({
  name: { en: 'A', zh: 'A' },
  lines: LINES,
  periods: PERIODS,
  scenarios: [{ id: 'base', name: 'Base', note: '', overrides: {} }],
  view: 'base',
  regions: {},
  values: new Float64Array(LINES.length * 4).fill(0.12),
  texts: [],
  uncertain,
});

async function opened(text: string): Promise<Opened> {
  const file = await Opened.of(new TextEncoder().encode(text));
  await file.table();
  return file;
}
const PERT = { shape: { kind: 'pert', low: 0.05, high: 0.4 } } as const;

describe('how inputs may turn out', () => {
  it('stands in columns of a sheet that is exported, where somebody has said it', () => {
    const uncertain: ByLine = {
      price: { shape: { kind: 'metalog', p10: 17, p50: 24, p90: 35, least: 0 } },
      growth: { shape: { kind: 'pert', low: 0.8, high: 1.2 }, relative: true, memory: 0.6 },
      churn: { ...PERT },
      total: { ...PERT },
    };
    expect(sheetOf(uncertain).split('\r\n')).toEqual([
      '\uFEFFLine,Unit,Value,2024,2025,2026,Id (formulas),Distribution,Memory',
      'Money,,,,,,money,,',
      'price,EUR,0.12,,,,price,"quantiles 17; 24; 35 within 0..",',
      'churn,%,12,,,,churn,pert 5..40,',
      'growth,%,,12,12,12,growth,pert 80..120 % of value,0.6',
      'scale,bn yuan,,0.12,0.12,0.12,scale,,',
      "total,EUR,'={price}*2,,,,total,,",
      '',
    ]);
    expect(sheetOf({ churn: PERT }, 'zh').split('\r\n')[0]).toMatch(/编号（公式）,分布$/);
    expect(sheetOf(undefined)).not.toMatch(/Distribution|Memory/);
  });

  it('comes in again as it was: as a model anew, as no change, and as a change of what was certain', async () => {
    const uncertainty = fc
      .record(
        { shape, relative: fc.constant(true as const), memory: fc.double({ min: 0, max: 1, noNaN: true }) },
        { requiredKeys: ['shape'] },
      )
      .filter((one) => !(one.shape.kind === 'metalog' && faultOf(one, 1)));
    const ids = fc.constantFrom('price', 'churn', 'growth', 'scale');
    const all = fc.dictionary(ids, uncertainty, { maxKeys: 4, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(all, fc.constantFrom<Lang>('en', 'zh'), async (given, lang) => {
        const kept: ByLine = Object.fromEntries(
          Object.entries(given).map(([id, { memory, ...rest }]) => {
            const hasMemory = memory !== undefined && (id === 'growth' || id === 'scale');
            return [id, { ...rest, ...(hasMemory ? { memory } : {}) }];
          }),
        );
        const file = await opened(sheetOf(kept, lang));
        const built = await file.build({ formulas: true });
        expect([built.uncertain, built.faults]).toEqual([kept, []]);
        const same = await file.update(targetOf(kept), { formulas: true });
        expect(same.changes.filter((change) => change.uncertain)).toEqual([]);
        await file.update(targetOf({}), { formulas: true });
        expect(await file.uncertain()).toEqual(kept);
      }),
      runs(100, 5_000),
    );
  });

  it('is read beside values of any unit, in the unit of its row', async () => {
    const file = await opened(
      'Name,Unit,2024,2025,分布,记忆系数\nA,亿元,10,12,pert 5..40,anew\nB,%,10,12,normal 0.7,\nC,,10 %,12 %,uniform 5..40,once\n',
    );
    const { lines, uncertain, faults } = await file.build();
    const of = (label: string) => uncertain[lines.find((line) => line.label.en === label)?.id ?? ''];
    expect(faults).toEqual([]);
    expect(of('A')).toEqual({ shape: { kind: 'pert', low: 0.5, high: 4 }, memory: 0 });
    expect(of('B')).toEqual({ shape: { kind: 'normal', deviation: 0.007 } });
    expect(of('C')).toEqual({ shape: { kind: 'uniform', low: 0.05, high: 0.4 }, memory: 1 });
  });

  it('is read with the decimal sign of its table, and only where a row is a line', async () => {
    const file = await opened(
      'Line;Unit;Value;2026;2027;Distribution;Memory\nPrice;EUR;49,5;;;"quantiles 40,5; 48; 61 within 0..";\nGrowth;%;;12,5;12;pert 80..120 % of value;0,6\n',
    );
    expect(file.preview.sign).toBe(',');
    const { uncertain, faults } = await file.build();
    expect(Object.values(uncertain)).toEqual([
      { shape: { kind: 'metalog', p10: 40.5, p50: 48, p90: 61, least: 0 } },
      { shape: { kind: 'pert', low: 0.8, high: 1.2 }, relative: true, memory: 0.6 },
    ]);
    expect(faults).toEqual([]);
    const down = await opened('Name,Year,Value,Distribution\nA,2020,1,pert 1..5\nA,2021,2,\n');
    expect(down.preview.leftOut).toEqual([{ letters: 'D', head: 'Distribution' }]);
  });

  it('changes a line that is here, whose memory stays where no column says it', async () => {
    const file = await opened(
      'Id,Line,Unit,Value,2024,2025,2026,Distribution\ngrowth,,%,,12,12,12,normal 3\nprice,,EUR,0.12,,,,\n',
    );
    const before = { growth: { ...PERT, memory: 0.5 }, price: { shape: { kind: 'normal', deviation: 1 } } } as const;
    const { changes, facts } = await file.update(targetOf(before));
    const growth = changes.find(({ target }) => target === 'growth');
    expect(growth?.uncertain).toMatchObject({ old: 'pert 5..40, 0.5', now: 'normal 3, 0.5' });
    // What says nothing takes nothing away.
    expect(changes.some(({ target, uncertain }) => target === 'price' && uncertain)).toBe(false);
    expect(facts.faults).toEqual([]);
    expect(await file.uncertain()).toEqual({ growth: { shape: { kind: 'normal', deviation: 0.03 }, memory: 0.5 } });
  });

  it('is told in a sentence with its row where it can’t be read, and all else of the row is taken', async () => {
    const text = [
      'Line,Unit,Value,2024,2025,Distribution,Memory',
      'a,EUR,1,,,pert 40..5,',
      'b,EUR,1,,,beta 1..2,',
      'c,EUR,,1,2,normal 1,often',
      'd,EUR,1,,,normal 1,once',
      'e,EUR,={a}*2,,,normal 1,',
      'f,EUR,1,,,pert,',
      'g,EUR,1,,,"quantiles 1; 2; 3",',
      '',
    ].join('\n');
    const file = await opened(text);
    const { lines, scenarios, uncertain, faults } = await file.build({ formulas: true });
    expect(lines).toHaveLength(7);
    expect(Object.keys(scenarios[0]?.overrides ?? {})).toHaveLength(6);
    expect(faults.map(({ row, fault }) => `${row} ${fault.kind}`)).toEqual([
      '2 turned',
      '3 distribution',
      '4 memory',
      '5 noSlot',
      '6 noInput',
      '7 distribution',
    ]);
    for (const { fault } of faults)
      for (const lang of ['en', 'zh'] as const) expect(faultInWords(fault, lang)).toMatch(/[.。]$/);
    expect(Object.values(uncertain)).toEqual([
      { shape: { kind: 'normal', deviation: 1 } },
      { shape: { kind: 'normal', deviation: 1 } },
      { shape: { kind: 'metalog', p10: 1, p50: 2, p90: 3 } },
    ]);
  });

  it('is nothing that a column says which only bears the name', async () => {
    const file = await opened('Distribution,2024,2025\nDirect,1,2\nRetail,3,4\n');
    expect(file.preview.roles).toEqual(['label', 2024, 2025]);
    const { lines, faults } = await file.build();
    expect([lines.map((line) => line.label.en), faults]).toEqual([['Direct', 'Retail'], []]);
  });
});
