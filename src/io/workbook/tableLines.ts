import type { Text } from '../../model/text.ts';
import { stepNamed } from '../reading/stepWords.ts';
import { type Axis, droppedOf } from './axes.ts';
import { both, type Draft, draftOf, joined, type Needs } from './draft.ts';
import { keyOf } from './grid.ts';
import {
  isUnitText,
  type LabelColumns,
  labelAndUnit,
  labelColumns,
  NUMBER_HEAD,
  UNIT_HEAD,
  VALUE_HEAD,
} from './labels.ts';
import { isPeriodWord } from './periodCells.ts';
import type { SheetBuild } from './sheetBuild.ts';
import type { TimeTable } from './zones.ts';

const HEADS: Readonly<Record<'year' | 'date' | 'period', Text>> = {
  year: { en: 'Year', zh: '年份' },
  date: { en: 'Date', zh: '日期' },
  period: { en: 'Period', zh: '期间' },
};
const BY_STEP: Readonly<Record<Axis['step'], Text>> = {
  year: { en: 'by year', zh: '按年' },
  half: { en: 'by half-year', zh: '按半年' },
  quarter: { en: 'by quarter', zh: '按季' },
  month: { en: 'by month', zh: '按月' },
};
const NAME: Text = { en: 'name', zh: '名称' };

/** Makes the lines of a table with time along one side. */
export class TableLines {
  readonly #columns: LabelColumns;
  readonly drafts: Draft[] = [];

  constructor(
    readonly table: TimeTable,
    readonly build: SheetBuild,
    readonly needs: Needs,
  ) {
    this.#columns = labelColumns(table.view, table.labels, table.lines, table.heads);
    const above = table.lines.filter((line) => line < (table.heads[0] ?? 0));
    for (const line of above) this.#body(line);
    for (const line of table.heads) this.#head(line);
    for (const line of table.lines) if (!above.includes(line)) this.#body(line);
  }

  get #sheet(): number {
    return this.build.grid.place;
  }

  #isNeeded(line: number, position: number): boolean {
    return this.needs.single(this.#sheet, ...this.table.view.place(line, position));
  }

  #push(draft: Draft): void {
    this.drafts.push(draft);
    this.build.place(draft);
  }

  /** A line of periods: it is one where a formula refers to it as more than the name of its period. */
  #head(line: number): void {
    const { view, axes } = this.table;
    for (const axis of axes) {
      const positions = [...axis.at.keys()];
      const cells = positions.filter((position) => view.cell(line, position));
      if (cells.length === 0) continue;
      for (const position of cells) this.build.use(...view.place(line, position));
      const isNeeded = positions.some((position) => this.#isNeeded(line, position));
      const isOwn = cells.some((position) => {
        const formula = view.cell(line, position)?.formula;
        return formula !== undefined && !view.time(line, position);
      });
      if (!isNeeded && !isOwn) {
        for (const position of cells)
          if (view.cell(line, position)?.formula !== undefined) this.build.heads.push(this.#source(line, position));
        continue;
      }
      const said = this.#label(line);
      // Over the names of the lines it says what they are, and not what the periods are.
      const label = line !== axis.line || stepNamed(said) || isPeriodWord(said) ? said : '';
      const kind = cells.some((position) => view.time(line, position)?.kind === 'day')
        ? 'date'
        : axis.step === 'year' && cells.some((position) => view.time(line, position)?.kind === 'period')
          ? 'year'
          : 'period';
      this.#push(this.#periods(line, axis, label === '' ? HEADS[kind] : both(label), '', '', true));
    }
    for (const isBefore of [true, false]) this.#beside(line, '', isBefore);
    // What stands before the periods says of them what they are.
    for (const position of view.positions(line)) this.build.use(...view.place(line, position), true);
  }

  #source(line: number, position: number) {
    const [row, column] = this.table.view.place(line, position);
    return { sheet: this.#sheet, row, column };
  }

  #label(line: number): string {
    const { view } = this.table;
    const parts = this.#columns.keys.map((position) => {
      const text = view.text(line, position);
      const [row, column] = view.place(line, position);
      return text === '' ? this.build.mergedText(row, column) : text;
    });
    const label = [...new Set(parts.filter((part) => part !== ''))].join(' – ');
    return label === '' ? this.#numberedLabel(line) : label;
  }

  /** A line that no text names has the number with which it begins, as one of a cohort. */
  #numberedLabel(line: number): string {
    const { view, labels, heads } = this.table;
    const first = view.positions(line).find((position) => position >= labels[0] && position <= labels[1]);
    if (first === undefined || heads.includes(line)) return '';
    const shown = this.build.shown(...view.place(line, first));
    return shown === '' ? '' : [this.#headOf(first), shown].filter((part) => part !== '').join(' ');
  }

  /** What heads a position beside the periods. */
  #headOf(position: number): string {
    const { view, heads } = this.table;
    const texts = heads.map((line) => {
      const [row, column] = view.place(line, position);
      const own = view.text(line, position) || this.build.shown(row, column) || this.build.mergedText(row, column);
      return own === '' && position > this.table.labels[1] ? this.#over(line, position) : own;
    });
    return [...new Set(texts.filter((text) => text !== ''))].join(' – ');
  }

  /** The year that began before a position, over the quarters of which it is the total. */
  #over(line: number, position: number): string {
    if (this.table.axes.some((axis) => axis.line === line)) return '';
    for (let at = position - 1; at > this.table.labels[1] && position - at <= 13; at--)
      if (this.table.view.cell(line, at))
        return this.table.view.text(line, at) || this.build.shown(...this.table.view.place(line, at));
    return '';
  }

  #periods(line: number, axis: Axis, label: Text, unit: string, note: string, isHead = false): Draft {
    const { view } = this.table;
    const positions = [...axis.at.keys()];
    const [row, column] = view.place(line, this.#columns.keys[0] ?? axis.first);
    return draftOf({
      kind: 'periods',
      from: { sheet: this.#sheet, row, column },
      label,
      title: this.table.title,
      unit,
      note,
      axis,
      isAcross: view.isAcross,
      ...(isHead ? { isHead: true } : {}),
      cells: new Map(positions.map((position) => [position, view.place(line, position)])),
    });
  }

  /** A number or a text beside the periods, or one that stands alone among them. */
  #scalar(line: number, position: number, label: Text, unit: string, note: string): Draft {
    const [row, column] = this.table.view.place(line, position);
    return draftOf({
      kind: 'scalar',
      from: { sheet: this.#sheet, row, column },
      label,
      title: this.table.title,
      unit,
      note,
      isAcross: this.table.view.isAcross,
      cells: new Map([['value', [row, column]]]),
    });
  }

  /** Positions of a line beside the periods: numbers become values of their own. */
  #beside(line: number, unit: string, isBefore: boolean): void {
    const { view, labels, axes, until } = this.table;
    const inAxes = (position: number) => axes.some((axis) => axis.at.has(position));
    for (const position of axes.flatMap(droppedOf)) this.build.use(...view.place(line, position));
    const { keys, unit: unitAt, notes } = this.#columns;
    const own = this.#label(line);
    if (isBefore) this.#blanks(line, own, unit);
    const values = view.positions(line).filter((position) => view.isNumeric(line, position));
    for (const position of view.positions(line)) {
      if (position < labels[0] || position > until || inAxes(position) || position <= labels[1] !== isBefore) continue;
      const [row, column] = view.place(line, position);
      if (this.build.isUsed(row, column)) continue;
      const isNumber = view.isNumeric(line, position);
      const head = this.#headOf(position);
      const isNeeded = this.#isNeeded(line, position);
      if (!isNumber && !isNeeded) {
        this.build.use(row, column, true);
        continue;
      }
      const isNumbering =
        isBefore && !isNeeded && (NUMBER_HEAD.test(head) || (keys.includes(position) && position !== keys.at(-1)));
      if (
        isNumbering &&
        view.cell(line, position)?.formula === undefined &&
        !this.needs.covered(this.#sheet, row, column)
      ) {
        this.build.use(row, column, true);
        continue;
      }
      const isText = !isNumber && (keys.includes(position) || position === unitAt || notes.includes(position));
      const isUnit = UNIT_HEAD.test(head) || position === unitAt || VALUE_HEAD.test(head);
      const label = isText
        ? joined(own || view.text(line, position), head || NAME)
        : joined(own, isUnit || (own !== '' && values.length === 1) ? '' : head);
      this.#push(this.#scalar(line, position, label, isText ? '' : unit, ''));
    }
  }

  /** Empty cells before the periods to which formulas refer: an input where its column has a head, else they are 0. */
  #blanks(line: number, own: string, unit: string): void {
    const { view, labels } = this.table;
    for (let position = labels[0]; position <= labels[1]; position++) {
      if (view.cell(line, position) || !this.#isNeeded(line, position)) continue;
      const head = this.#headOf(position);
      if (head === '' || UNIT_HEAD.test(head) || this.#columns.notes.includes(position))
        this.build.use(...view.place(line, position));
      else this.#push(this.#scalar(line, position, joined(own, head), unit, ''));
    }
  }

  #body(line: number): void {
    const { view, axes } = this.table;
    const { unit: unitAt, notes } = this.#columns;
    const unitText = unitAt === undefined ? '' : view.text(line, unitAt);
    const { label, unit } = labelAndUnit(this.#label(line), unitText);
    const texts = view
      .positions(line)
      .filter((position) => position > this.table.labels[1] && position <= this.table.until);
    const behind = texts.filter((position) => !axes.some((axis) => axis.at.has(position)));
    const note = [...notes, ...behind]
      .map((position) => view.text(line, position))
      .filter((text) => text !== '')
      .join(' ');
    this.#beside(line, unit, true);
    for (const [i, axis] of axes.entries()) this.#along(line, axis, i, label, unit, note);
    this.#beside(line, unit, false);
  }

  #along(line: number, axis: Axis, i: number, label: string, unit: string, note: string): void {
    const { view } = this.table;
    const positions = [...axis.at.keys()];
    const filled = positions.filter(
      (position) => view.cell(line, position) && !this.build.isUsed(...view.place(line, position)),
    );
    const numbers = filled.filter((position) => view.isNumeric(line, position));
    const isNeeded = positions.some((position) => this.#isNeeded(line, position));
    const hasFormulas = filled.some((position) => view.cell(line, position)?.formula !== undefined);
    if (numbers.length === 0 && !isNeeded && !hasFormulas) {
      for (const position of filled) this.build.texts.push(this.#source(line, position));
      return;
    }
    const [only] = numbers.length === 1 ? numbers : filled;
    // Beside a lone number its unit may stand, as if it were of the next period.
    const others = filled.filter((position) => position !== only);
    const isAlone =
      numbers.length === 1 &&
      only !== undefined &&
      axis.at.size >= 3 &&
      others.every(
        (position) => view.text(line, position) !== '' && view.cell(line, position)?.formula === undefined,
      ) &&
      !positions.some((position) => {
        if (position === only) return false;
        const [row, column] = view.place(line, position);
        return this.needs.single(this.#sheet, row, column) || this.needs.covered(this.#sheet, row, column);
      });
    const suffix = i === 0 ? this.#group(axis) : this.#suffix(axis, i);
    if (isAlone) {
      const texts = others.map((position) => view.text(line, position));
      const own = texts.find(isUnitText);
      const more = [note, ...texts.filter((text) => text !== own)].filter((text) => text !== '').join(' ');
      this.#push(this.#scalar(line, only, joined(label, suffix), unit || (own ?? ''), more));
      for (const position of others) this.build.use(...view.place(line, position));
    } else this.#push(this.#periods(line, axis, joined(label, suffix), unit, note));
  }

  /** What tells the lines of a further axis from those of the first. */
  #suffix(axis: Axis, i: number): Text {
    const isOther = this.table.axes.every((other) => other === axis || other.step !== axis.step);
    return this.#above(axis) !== '' ? both(this.#above(axis)) : isOther ? BY_STEP[axis.step] : both(`${i + 1}`);
  }

  /** What stands over an axis. */
  #above({ at }: Axis): string {
    const { view, heads } = this.table;
    return [...at.keys()].map((position) => view.text((heads[0] ?? 0) - 1, position)).find(Boolean) ?? '';
  }

  /** What stands over the first of several axes of one step, where something else stands over each of them. */
  #group(axis: Axis): string {
    const alike = this.table.axes.filter(({ step }) => step === axis.step).map((one) => this.#above(one));
    if (alike.length < 2 || alike.includes('') || new Set(alike).size < alike.length) return '';
    const line = (this.table.heads[0] ?? 0) - 1;
    for (const position of axis.at.keys()) this.build.groups.add(keyOf(...this.table.view.place(line, position)));
    return this.#above(axis);
  }
}
