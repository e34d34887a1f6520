import type { Content } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { type Model, years } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import { UNITS } from '../../model/units.ts';
import { writeContent } from './cells.ts';
import { BYTE_ORDER_MARK, writeRecord } from './escape.ts';
import { type NamedScenario, scenarioNames, variablesOf } from './names.ts';

/** What stands in a cell: a number in the stored unit, a text, a formula by line ids, or nothing. */
export type CellOf = (scenario: string, line: Line, slot: 'value' | number) => Content | undefined;

/** The columns of a sheet beside its years, in both languages. */
const SHEET_HEADER = {
  en: { line: 'Line', unit: 'Unit', value: 'Value', id: 'Id' },
  zh: { line: '指标', unit: '单位', value: '数值', id: '编号' },
} as const;

/** Records of a table, each ready to be put behind the others. */
export type Records = Iterable<string>;

/**
 * A sheet as it stands on the screen: label, unit, scalar, then the years, so that an address in the file is the one in
 * the sheet; the id of each line at the end, by which it is known again. Numbers stand in the unit beside them, with all
 * their digits.
 */
export function* sheetRecords(
  { lines, periods }: Pick<Model, 'lines' | 'periods'>,
  scenario: string,
  cellOf: CellOf,
  lang: Lang,
): Records {
  const header = SHEET_HEADER[lang];
  const slots = ['value' as const, ...years(periods)];
  const heads = slots.map((slot) => (slot === 'value' ? header.value : String(slot)));
  yield BYTE_ORDER_MARK + writeRecord([header.line, header.unit, ...heads, header.id]);
  for (const line of lines) {
    if (line.kind === 'heading') yield writeRecord([line.label[lang], '', ...slots.map(() => ''), line.id]);
    else {
      const cells = slots.map((slot) => writeContent(cellOf(scenario, line, slot), line.unit));
      yield writeRecord([line.label[lang], UNITS[line.unit].label[lang], ...cells, line.id]);
    }
  }
}

/** What a table of all scenarios needs to know of the model. */
export interface LongForm {
  readonly model: Pick<Model, 'name' | 'lines' | 'periods'>;
  readonly scenarios: readonly NamedScenario[];
  /** The region of each line by its id. */
  readonly regions: Readonly<Record<string, string>>;
}

/**
 * All scenarios in the wide table of the IAMC: model, scenario, region, variable, unit, a column a year. Its readers take
 * numbers only and no empty name, so texts, errors and empty cells are left empty, and a scalar stands under every year:
 * it holds in each of them, and a column of its own would be empty for all other lines.
 */
export function* longRecords({ model, scenarios, regions }: LongForm, cellOf: CellOf, lang: Lang): Records {
  const slots = years(model.periods);
  const variables = variablesOf(model.lines, lang);
  const names = scenarioNames(scenarios, lang);
  yield BYTE_ORDER_MARK + writeRecord(['Model', 'Scenario', 'Region', 'Variable', 'Unit', ...slots.map(String)]);
  for (const { id } of scenarios) {
    for (const line of model.lines) {
      if (line.kind === 'heading') continue;
      const scalar = cellOf(id, line, 'value');
      const cells = slots.map((slot) => {
        const content = scalar ?? cellOf(id, line, slot);
        return typeof content === 'number' ? writeContent(content, line.unit) : '';
      });
      if (cells.every((cell) => cell === '')) continue;
      const unit = UNITS[line.unit].label[lang];
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
