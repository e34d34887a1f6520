import type { Unit } from '../../model/units.ts';
import { isCurrency, measureOf, sameBases } from '../../units/measure.ts';
import { unitInNote } from '../reading/units.ts';
import type { Form } from '../xlsx/formats.ts';
import type { Draft } from './draft.ts';
import { keyOf, type SheetGrid } from './grid.ts';
import type { Shown } from './held.ts';
import { isUnitText, unitNamed } from './labels.ts';
import type { SheetCut } from './sheetCut.ts';
import type { Source } from './types.ts';

const SCALE = "(?:k|m|mm|mn|mln|mio\\.?|b|bn|bln|tn|trn|'?000s?|thousands?|millions?|billions?|trillions?)";
const MONEY =
  '(?:[A-Z]{3}|(?:US|HK|A|C|S|CN)?[$€£¥￥₹₩]|euros?|(?:US )?dollars?|pounds?(?: sterling)?|yuan|renminbi|yen|rupees?)';
const SCALED = new RegExp(`^${SCALE} \\S+`, 'i');
const FORMS: readonly RegExp[] = [
  new RegExp(`^${MONEY} ?(?:in )?${SCALE}$`, 'i'),
  new RegExp(`^${SCALE} ?(?:of )?${MONEY}$`, 'i'),
  /^(?:EUR|USD|GBP|CNY|RMB|JPY|CHF|HKD|SEK|NOK|DKK|PLN|CZK|INR|KRW|BRL|AUD|CAD|NZD|SGD|ZAR)$/,
  /^(?:US|HK|A|C|S|CN)?[$€£¥￥₹₩]$/,
  /^(?:人民币)?[十百千万亿]*(?:元|美元|欧元|港元|港币|英镑|日元)(?:人民币)?$/,
  /^人民币[十百千万亿]*元?$/,
];
/** What stands before a unit in a sentence: all figures in, 金额单位：. */
const BEFORE =
  /^(?:(?:all|figures?|amounts?|values?|numbers?|currency|units?|are|is|shown|stated|reported|expressed|in)(?=[\s:])\s*:?\s*|(?:金额|货币|单位|以)\s*:?\s*)+/i;

/** Whether a text is an amount of money, by its words and by what they mean. */
function isMoney(text: string): boolean {
  if (!FORMS.some((form) => form.test(text))) return false;
  const bases = [...(measureOf(text)?.bases ?? [])];
  return bases.length === 1 && bases.every(([base, exponent]) => isCurrency(base) && exponent === 1);
}

const LONGEST = 160;

/** The unit that a title gives to what stands below it: `Profit and loss, EUR m`, `in thousand EUR`, `单位：亿元`. */
export function unitInTitle(title: string): Unit | undefined {
  const text = title
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;(]*(?:unless|except)\b.*$/i, '')
    .replace(/(?:计价|列示|表示)$/, '')
    .trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const pieces = [
    text,
    ...[...text.matchAll(/[([【]([^()[\]【】]+)[)\]】]/g)].map(([, inner = '']) => inner),
    ...text.split(/\s*[,;|•·]\s*|\s+[-–—]\s+|[:：]\s*/).toReversed(),
    ...[...text.matchAll(/\bin (?=([^,;()]+))/gi)].map(([, rest = '']) => rest),
  ];
  for (const piece of pieces) {
    const unit = piece.replace(BEFORE, '').trim();
    if (isMoney(unit)) return unitNamed(unit, false);
  }
  const named = /单位|\bunits?\b/i.test(text) ? unitInNote(text) : undefined;
  // Of several it can't be told which is whose.
  const isOne = named !== undefined && !/[、,;和及]|\band\b/i.test(named);
  return isOne ? unitNamed(named, false) || undefined : undefined;
}

const words = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i');
/** Names of what is no amount, whatever else they say. */
const RATIO = words(
  '%|‰',
  '\\b(?:growth|rate|ratios?|yoy|cagr|percent(?:age)?|per|index|indices|factors?|multiples?|probability|churn|utili[sz]ation)\\b',
  '\\b(?:occupancy|yield|irr|wacc|beta|dso|dpo|dio|dscr|llcr|eps|cover(?:age)?|check|leverage|conversion|score|rank|price|prices|tariffs?)\\b',
  '\\b(?:tax|interest|growth|discount|exchange|churn|vacancy) rates\\b',
  '\\b(?:market )?share\\b(?! (?:capital|premium|buy-?backs?|issue))',
  '^days\\b|率|占比|比重|比例|增速|(?:增长|同比|环比)(?!额|量)|倍数|指数|系数|单价|均价|每|权重|概率',
);
/** Names of amounts, also beside those of what is counted: staff costs. */
const AMOUNT = words(
  '\\b(?:costs?|revenues?|sales|expenses?|expenditures?|income|profits?|loss(?:es)?|earnings|ebitda?|ebt|capex|opex|cogs|cash|debts?)\\b',
  '\\b(?:loans?|assets?|liabilit(?:y|ies)|equity|capital|salar(?:y|ies)|wages|payroll|tax(?:es)?|vat|fees?|payments?|receipts?)\\b',
  '\\b(?:budget|spend(?:ing)?|turnover|balance|proceeds|dividends?|depreciation|amorti[sz]ation|interest|rent|grants?|funding)\\b',
  '\\b(?:receivables?|payables?|inventor(?:y|ies)|provisions?|investments?|npv|surplus|deficit)\\b',
  '收入|成本|费用|利润|税|金额|额$|支出|投资|资产|负债|权益|现金|工资|薪酬|补贴|补助|贷款|资本|折旧|摊销|余额|资金|收益',
);
/** Names of what is counted in something else. */
const COUNT = words(
  '\\b(?:head ?counts?|employees|staff|ftes?|heads|people|population|customers?|clients?|users?|subscribers?|members?)\\b',
  '\\b(?:patients|students|visitors|guests|units?|volumes?|quantit(?:y|ies)|numbers?|count|days?|weeks?|months?|years?|hours?)\\b',
  '\\b(?:date|period|quarter|tonnes?|tons?|[kmgt]wh?|stores?|shops?|sites?|seats?|licen[sc]es|orders|shipments|shares?)\\b',
  '\\b(?:agents|workers|workforce|positions|posts|passengers|nights|vessels|households|schools|tickets|visits|installs|contracts)\\b',
  '\\b(?:switch|flag|scenario|case|check|area|rooms?|beds?|vehicles?|trips?|accounts?|codes?|ids?|grades?|levels?|no\\.)|#',
  '人数|户数|数量|销量|产量|件数|天数|次数|年限|月数|面积|员工|职工|人口|家数|门店|年份|序号|数$|开关|情景',
);
/** Headings under which anything may stand. */
const MIXED = words(
  '\\b(?:assumptions?|drivers?|kpis?|metrics|key figures|inputs?|operati(?:onal|ng) data)\\b',
  '假设|指标|参数|驱动',
);

/** Whether a label has a unit in brackets, also one that is none of ours: (k TEU), (EUR/MWh). */
function saysUnit(label: string): boolean {
  const [, inner = ''] = /[([（【]([^()（）[\]【】]+)[)\]）】]/.exec(label) ?? [];
  return inner !== '' && (isMoney(inner) || isUnitText(inner) || /\/| per /i.test(inner) || SCALED.test(inner));
}

/** Whether a line holds amounts, by its name, that of its section, and its numbers. */
function isAmount(label: string, section: string, numbers: readonly number[]): boolean {
  const isLarge = numbers.some((one) => Math.abs(one) > 100);
  // What it is of itself stands behind what it is of.
  const last = label.split(' – ').at(-1) ?? label;
  if (RATIO.test(label) || (/\bmargins?\b|毛利$|净利$/i.test(label) && !isLarge) || saysUnit(label)) return false;
  if (COUNT.test(last) && !AMOUNT.test(last)) return false;
  if (AMOUNT.test(label)) return true;
  if (COUNT.test(label)) return false;
  const isOther = RATIO.test(section) || COUNT.test(section) || MIXED.test(section);
  if (isOther && !AMOUNT.test(section) && unitInTitle(section) === undefined) return false;
  return numbers.length === 0 || numbers.some((one) => Math.abs(one) > 1);
}

/** A unit that a line takes over, and the text that says it. */
export interface TakenUnit {
  readonly unit: Unit;
  readonly at: Source;
}

/** A line that took over a unit. */
export interface Titled extends TakenUnit {
  readonly draft: Draft;
}

/** Units that stand in titles, above the lines to which they are given. */
export class TitleUnits {
  /** By sheet and row: what is said there, from left to right. */
  readonly #said = new Map<string, readonly TakenUnit[]>();

  constructor(
    readonly grids: readonly SheetGrid[],
    readonly cuts: readonly (SheetCut | undefined)[],
  ) {}

  /** What a line has from a title, where its own cells say nothing, or a currency alone; undefined where it has its own. */
  of(draft: Draft, shown: Shown): TakenUnit | undefined {
    const grid = this.grids[draft.sheet];
    if (!grid || draft.kind === 'heading' || draft.isHead || draft.unit.trim() !== '') return undefined;
    const numbers: number[] = [];
    let formulas = 0;
    for (const [row, column] of draft.cells.values()) {
      const cell = grid.at(row, column);
      if (!cell || NO_AMOUNTS.has(grid.form(cell))) continue;
      if (cell.formula !== undefined) formulas++;
      if (typeof cell.value === 'number') numbers.push(cell.value);
    }
    if (numbers.length + formulas === 0 || !isAmount(draft.label.en, draft.title, numbers)) return undefined;
    const found = this.#above(grid, draft);
    // One value beside others takes it of the heading right above it alone.
    const isNear = draft.kind === 'periods' || unitInTitle(draft.title) === found?.unit;
    return found && isNear && fits(shown.unit, found.unit) ? found : undefined;
  }

  #above(grid: SheetGrid, { cells }: Draft): TakenUnit | undefined {
    const places = [...cells.values()];
    const top = Math.min(...places.map(([row]) => row));
    const left = Math.min(...places.map(([, column]) => column));
    for (const [row, columns] of grid.rows.toReversed()) {
      if (row >= top) continue;
      const said = this.#in(grid, row, columns);
      const [first] = said;
      // Beside each other they are of the tables below them.
      if (first) return said.findLast(({ at }) => at.column <= left) ?? first;
    }
    return undefined;
  }

  /** What is said in a row in which no line stands. */
  #in(grid: SheetGrid, row: number, columns: readonly number[]): readonly TakenUnit[] {
    const sheet = grid.place;
    const key = `${sheet}!${row}`;
    const known = this.#said.get(key);
    if (known) return known;
    const hasLine = columns.some((column) => {
      const draft = this.cuts[sheet]?.build.places.get(keyOf(row, column))?.draft;
      return draft !== undefined && !draft.isHead;
    });
    const found = (hasLine ? [] : columns).flatMap((column): TakenUnit[] => {
      const unit = unitInTitle(grid.text(row, column));
      return unit === undefined ? [] : [{ unit, at: { sheet, row, column } }];
    });
    this.#said.set(key, found);
    return found;
  }
}

const NO_AMOUNTS: ReadonlySet<Form> = new Set(['date', 'moment', 'time', 'elapsed', 'year', 'percent']);

/** Whether a line says nothing of its unit, or only the currency. */
function fits(own: Unit, said: Unit): boolean {
  if (own === '') return true;
  const [one, other] = [measureOf(own), measureOf(said)];
  return one !== undefined && other !== undefined && one.power === 0 && sameBases(one, other);
}
