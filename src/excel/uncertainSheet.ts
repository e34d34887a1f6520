import { addressOf, type Layout } from '../engine/layout.ts';
import { quoteSheet } from '../engine/sheets.ts';
import { DISTRIBUTIONS, decimalsIn, distributionText, memoryText } from '../i18n/distributions.ts';
import { EXCEL } from '../i18n/excel.ts';
import { FUTURES } from '../i18n/futures.ts';
import type { BookCell, BookSheet, CellLook } from '../io/xlsx/book.ts';
import { cellPeriods } from '../model/coarse.ts';
import { hasPeriods, type Input } from '../model/line.ts';
import { slotCount } from '../model/model.ts';
import { type Unit, unitSpec } from '../model/units.ts';
import { DRAWS, type Shape, type Uncertainty } from '../model/whatIf.ts';
import type { ExcelJob } from './job.ts';
import { formatOf, LOOKS } from './looks.ts';
import { widthOf } from './scenarioSheet.ts';

/** An input of the document that is not known for sure. */
interface Uncertain {
  readonly line: Input;
  readonly uncertainty: Uncertainty;
}

type Row = readonly (BookCell | undefined)[];

/** The numbers of a distribution, each in a column of its own where some input has it. */
const PARAMETERS = ['low', 'high', 'deviation', 'logDeviation', 'p10', 'p50', 'p90', 'least', 'most'] as const;
type Parameter = (typeof PARAMETERS)[number];

function parametersOf(shape: Shape): Readonly<Partial<Record<Parameter, number>>> {
  if (shape.kind === 'lognormal') return { logDeviation: shape.deviation };
  if ('values' in shape) return {};
  const { kind: _, ...numbers } = shape;
  return numbers;
}

const WIDTHS = { unit: 14, cells: 12, value: 12, kind: 20, parameter: 12, told: 80 };
const note = (value: string): BookCell => ({ value, look: LOOKS.note });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const head = (value: string, look: CellLook = {}): BookCell => ({
  value: capital(value),
  look: { ...LOOKS.head, ...look },
});
const RIGHT: CellLook = { right: true };

/** The inputs that are said to be uncertain, in the order of the lines. */
export function uncertainInputs({ lines, whatIf }: ExcelJob): readonly Uncertain[] {
  return lines.flatMap((line) => {
    const uncertainty = line.kind === 'input' ? whatIf?.uncertain?.[line.id] : undefined;
    return line.kind === 'input' && uncertainty ? [{ line, uncertainty }] : [];
  });
}

/**
 * How inputs may turn out, a row an input, with its numbers as numbers: so a colleague finds it, and can draw the same in
 * another program. What goes together, values that are listed and samples stand below.
 */
export function uncertainSheet(job: ExcelJob, layout: Layout, inputs: readonly Uncertain[], name: string): BookSheet {
  const texts = EXCEL[job.lang].uncertain;
  const { runs, seed } = job.whatIf?.draws ?? DRAWS;
  const told: Row[] = [
    [{ value: texts.title, look: LOOKS.title }],
    ...texts.about.map((sentence) => [note(sentence)]),
    [],
    [note(texts.runs), undefined, undefined, { value: runs, look: { format: '#,##0' } }],
    [note(texts.seed), undefined, undefined, { value: seed, look: { format: '0' } }],
    [],
  ];
  const shown = PARAMETERS.filter((one) =>
    inputs.some(({ uncertainty }) => parametersOf(uncertainty.shape)[one] !== undefined),
  );
  const { fields } = FUTURES[job.lang];
  const header: Row = [
    head(texts.input),
    head(texts.unit),
    head(texts.cells),
    head(texts.held, RIGHT),
    { value: texts.kind, look: LOOKS.headBeside },
    ...shown.map((one) => head(fields[one], RIGHT)),
    { value: texts.words, look: LOOKS.headBeside },
  ];
  const labels = inputs.map(({ line }) => widthOf(line.label[job.lang]));
  return {
    name,
    widths: [
      Math.min(48, Math.max(18, ...labels) + 2),
      WIDTHS.unit,
      WIDTHS.cells,
      WIDTHS.value,
      WIDTHS.kind,
      ...shown.map((one) => Math.max(WIDTHS.parameter, widthOf(fields[one]) + 2)),
      WIDTHS.told,
    ],
    frozen: { rows: 0, columns: 1 },
    rows: [
      ...told,
      header,
      ...inputs.map((one) => inputRow(job, layout, one, shown)),
      ...correlationRows(job, layout, inputs),
      ...listRows(job, layout, inputs),
    ],
    names: [],
  };
}

/** A number of a distribution as its line shows such numbers, with all its digits. */
const numberOf = (job: ExcelJob, value: number, unit: Unit): BookCell => ({
  value,
  look: { format: formatOf(unit, decimalsIn(value, unit), EXCEL[job.lang]) },
});
const unitOf = ({ line, uncertainty }: Uncertain, parameter?: Parameter): Unit =>
  uncertainty.relative || parameter === 'logDeviation' ? 'percent' : line.unit;

/** What a distribution is called; where it is chosen, that of three quantiles is told by them. */
const kindOf = ({ kind }: Shape, lang: ExcelJob['lang']): string =>
  kind === 'metalog' ? EXCEL[lang].uncertain.metalog : FUTURES[lang].kinds[kind];

/** The cells that are drawn, by their addresses: `C5`, `D6:O6`; empty where all of its periods are actual. */
function cellsOf({ observedUntil, periods }: ExcelJob, layout: Layout, line: Input): string {
  const slots = hasPeriods(line)
    ? cellPeriods(line, periods).filter((period) => period > observedUntil)
    : ['value' as const];
  const ends = [slots[0], slots.at(-1)].flatMap((slot) =>
    slot === undefined ? [] : (addressOf(layout, { line: line.id, slot }) ?? []),
  );
  return [...new Set(ends)].join(':');
}

function inputRow(job: ExcelJob, layout: Layout, input: Uncertain, shown: readonly Parameter[]): Row {
  const { lang } = job;
  const { line, uncertainty } = input;
  const numbers = parametersOf(uncertainty.shape);
  const isByPeriod = hasPeriods(line);
  const words = [
    DISTRIBUTIONS[lang].alone(distributionText(uncertainty, line.unit, lang)),
    ...(isByPeriod ? [memoryText(uncertainty, lang)] : []),
  ];
  return [
    { value: line.label[lang], look: LOOKS.label },
    { value: unitSpec(line.unit).label[lang], look: LOOKS.unit },
    { value: cellsOf(job, layout, line), look: LOOKS.label },
    isByPeriod ? undefined : heldCell(job, layout, line),
    { value: kindOf(uncertainty.shape, lang), look: LOOKS.besideNumber },
    ...shown.map((one) => {
      const value = numbers[one];
      return value === undefined ? undefined : numberOf(job, value, unitOf(input, one));
    }),
    { value: words.join(EXCEL[lang].join), look: LOOKS.rests },
  ];
}

/** What the base holds, which the file goes on computing. */
function heldCell(job: ExcelJob, layout: Layout, line: Input): BookCell {
  const index = layout.indexOf(line.id) ?? 0;
  const value = job.values[index * slotCount(job.periods)];
  const formula = `${quoteSheet(layout.sheets[0] ?? '')}!${addressOf(layout, { line: line.id, slot: 'value' })}`;
  const isNumber = value !== undefined && Number.isFinite(value);
  const decimals = isNumber ? decimalsIn(value, line.unit) : 0;
  return {
    value: isNumber ? value : '',
    formula,
    look: { format: formatOf(line.unit, decimals, EXCEL[job.lang]) },
  };
}

/** Above a column of numbers there is no room for the name of an input: there it is told by its cells. */
const shortName = (job: ExcelJob, layout: Layout, { line }: Uncertain): string =>
  cellsOf(job, layout, line) || line.label[job.lang];

/** The rank correlations of those that go together, as a matrix. */
function correlationRows(job: ExcelJob, layout: Layout, inputs: readonly Uncertain[]): readonly Row[] {
  const { lang, whatIf } = job;
  const ids = inputs.map(({ line }) => line.id);
  const pairs = (whatIf?.correlations ?? []).filter(
    ({ lines: [a, b] }) => a !== b && ids.includes(a) && ids.includes(b),
  );
  const members = inputs.filter(({ line: { id } }) => pairs.some(({ lines }) => lines.includes(id)));
  if (members.length === 0) return [];
  const rank = (a: string, b: string): number => {
    if (a === b) return 1;
    return pairs.findLast(({ lines }) => lines.includes(a) && lines.includes(b))?.rank ?? 0;
  };
  const label = ({ line }: Uncertain) => line.label[lang];
  return [
    [],
    [{ value: EXCEL[lang].uncertain.together, look: LOOKS.title }],
    [head(''), ...members.map((one) => head(shortName(job, layout, one), RIGHT))],
    ...members.map(
      (one): Row => [
        { value: label(one), look: LOOKS.label },
        ...members.map((other) => ({ value: rank(one.line.id, other.line.id), look: { format: '0.00##' } })),
      ],
    ),
  ];
}

/** Values that are listed, with their weights, and samples: two columns an input, or one. */
function listRows(job: ExcelJob, layout: Layout, inputs: readonly Uncertain[]): readonly Row[] {
  const texts = EXCEL[job.lang].uncertain;
  const columns = inputs.flatMap((input): { readonly head: string; readonly cells: readonly BookCell[] }[] => {
    const { shape } = input.uncertainty;
    if (!('values' in shape)) return [];
    const called = shortName(job, layout, input);
    const values = shape.values.map((value) => numberOf(job, value, unitOf(input)));
    if (shape.kind === 'samples') return [{ head: texts.samples(called), cells: values }];
    const weights = shape.weights.map((value) => ({ value, look: LOOKS.number }));
    return [
      { head: texts.values(called), cells: values },
      { head: texts.weights, cells: weights },
    ];
  });
  if (columns.length === 0) return [];
  const longest = Math.max(...columns.map(({ cells }) => cells.length));
  return [
    [],
    [{ value: texts.lists, look: LOOKS.title }],
    columns.map((one) => head(one.head, RIGHT)),
    ...Array.from({ length: longest }, (_, i): Row => columns.map(({ cells }) => cells[i])),
  ];
}
