import { coarseStep } from '../../model/coarse.ts';
import type { Content, Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import { periodsOf, slotText, stepOfOrdinal } from '../../model/periods.ts';
import type { Lang } from '../../model/text.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { writeContent } from './cells.ts';
import { BYTE_ORDER_MARK, writeRecord } from './escape.ts';
import { STEP_WORDS } from './lineStep.ts';
import { type NamedScenario, scenarioNames, variablesOf } from './names.ts';
import { UNCERTAIN_HEADER, uncertainCells } from './uncertain.ts';

/** What stands in a cell: a number in the stored unit, a text, a formula by line ids, an error's sign, or nothing. */
export type Standing = Content | { readonly error: string } | undefined;
export type CellOf = (scenario: string, line: Line, slot: Slot) => Standing;

/** The columns of a sheet beside its periods, in both languages. */
const SHEET_HEADER = {
  en: {
    line: 'Line',
    unit: 'Unit',
    value: 'Value',
    id: { values: 'Id', formulas: 'Id (formulas)' },
    step: 'Line periods',
  },
  zh: { line: '指标', unit: '单位', value: '数值', id: { values: '编号', formulas: '编号（公式）' }, step: '期间长度' },
} as const;

/** Records of a table, each ready to be put behind the others. */
export type Records = Iterable<string>;

/** Lines and columns of a sheet: all of them, or a selection. */
export interface ExportedPart {
  readonly lines: readonly Line[];
  readonly slots: readonly Slot[];
  /** By line how it may turn out. */
  readonly uncertain?: Readonly<Record<string, Uncertainty>> | undefined;
}

/** An error stands as spreadsheets write it, and is read as nothing. */
const written = (standing: Standing, unit: Unit): string =>
  typeof standing === 'object' && 'error' in standing ? standing.error : writeContent(standing, unit);

/**
 * A sheet as it stands on the screen: label, unit, scalar, then the periods, so that an address in the file is the one in
 * the sheet; the id of each line at the end, by which it is known again, how long its periods are where some are longer, and
 * how inputs may turn out where some are uncertain. Numbers stand in the unit beside them, with all their digits. `form`: what the cells hold, or what comes of it; the head of the ids tells, since a sheet of what cells
 * hold may have no formula.
 */
export function* sheetRecords(
  { lines, slots, uncertain = {} }: ExportedPart,
  scenario: string,
  cellOf: CellOf,
  lang: Lang,
  form: 'values' | 'formulas',
): Records {
  const header = SHEET_HEADER[lang];
  const heads = slots.map((slot) => (slot === 'value' ? header.value : slotText(slot)));
  const step = stepOfOrdinal(slots.find((slot) => slot !== 'value') ?? Number.NaN) ?? 'year';
  const steps = lines.map((line) => coarseStep(line, { step }));
  const hasSteps = steps.some((one) => one !== undefined);
  const said = lines.map((line) => uncertainCells(line, uncertain[line.id]));
  const columns = ([0, 1] as const).filter((column) => said.some((cells) => cells[column] !== ''));
  const ends = (id: string, own: string, [distribution, memory]: readonly [string, string]) => {
    return [id, ...(hasSteps ? [own] : []), ...columns.map((column) => [distribution, memory][column] ?? '')];
  };
  const { distribution, memory } = UNCERTAIN_HEADER[lang];
  const headEnds = ends(header.id[form], header.step, [distribution, memory]);
  yield BYTE_ORDER_MARK + writeRecord([header.line, header.unit, ...heads, ...headEnds]);
  for (const [i, line] of lines.entries()) {
    const cells = said[i] ?? ['', ''];
    if (line.kind === 'heading')
      yield writeRecord([line.label[lang], '', ...slots.map(() => ''), ...ends(line.id, '', cells)]);
    else {
      const values = slots.map((slot) => written(cellOf(scenario, line, slot), line.unit));
      const own = steps[i] ? STEP_WORDS[lang][steps[i]] : '';
      yield writeRecord([line.label[lang], unitSpec(line.unit).label[lang], ...values, ...ends(line.id, own, cells)]);
    }
  }
}

/** What a table of all scenarios needs to know of the model. */
export interface LongForm {
  readonly model: Pick<Model, 'name' | 'lines' | 'periods'>;
  readonly scenarios: readonly NamedScenario[];
  /** The region of each line by its id. */
  readonly regions: Readonly<Record<string, string>>;
  /** The columns: the periods if left out, or the years that they make. */
  readonly slots?: readonly number[];
}

/**
 * All scenarios in the wide table of the IAMC: model, scenario, region, variable, unit, a column a period. Its readers take
 * numbers only and no empty name, so texts, errors and empty cells are left empty, and a scalar stands under every one:
 * it holds in each of them, and a column of its own would be empty for all other lines.
 */
export function* longRecords({ model, scenarios, regions, ...columns }: LongForm, cellOf: CellOf, lang: Lang): Records {
  const slots = columns.slots ?? periodsOf(model.periods);
  const variables = variablesOf(model.lines, lang);
  const names = scenarioNames(scenarios, lang);
  yield BYTE_ORDER_MARK +
    writeRecord(['Model', 'Scenario', 'Region', 'Variable', 'Unit', ...slots.map((slot) => slotText(slot))]);
  for (const { id } of scenarios) {
    for (const line of model.lines) {
      if (line.kind === 'heading') continue;
      const scalar = cellOf(id, line, 'value');
      const cells = slots.map((slot) => {
        const standing = scalar ?? cellOf(id, line, slot);
        return typeof standing === 'number' ? writeContent(standing, line.unit) : '';
      });
      if (cells.every((cell) => cell === '')) continue;
      const unit = unitSpec(line.unit).label[lang];
      yield writeRecord([
        model.name[lang],
        names.get(id) ?? id,
        regions[line.id] ?? model.name[lang],
        variables.get(line.id) ?? line.id,
        unit,
        ...cells,
      ]);
    }
  }
}
