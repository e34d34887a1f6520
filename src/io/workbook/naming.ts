import { isLineId } from '../../model/check.ts';
import type { Text } from '../../model/text.ts';
import { freeId } from '../csv/ids.ts';
import type { BookCells } from '../xlsx/cells.ts';
import { both, type Draft } from './draft.ts';
import { keyOf } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Names } from './scope.ts';

/** The longest id that is made of a label, and the longest label that documents take. */
const LONGEST_ID = 40;
const LONGEST_LABEL = 200;

/** A label as an id: its Latin letters and digits. Empty where these do not name it. */
function slug(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '');
  if (/\p{Script=Han}/u.test(plain)) return '';
  const id = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/_+$/, '');
  // Letters with digits behind them are an address to the engine, however many letters there are.
  return id.length > 1 ? id.replace(/^([a-z]+)(\d+)$/, '$1_$2') : '';
}

/** Gives each line an id: of the name that formulas had for it, else of its label, else a number. */
export function giveIds(lines: readonly Draft[], names: Names, ground: Pick<Ground, 'places'>): void {
  const wanted = new Map<Draft, string>();
  for (const [name, sheet, area] of names.cells()) {
    if (area.lastRow !== area.row && area.lastColumn !== area.column) continue;
    const places = ground.places[sheet];
    const [first, last] = [
      places?.get(keyOf(area.row, area.column)),
      places?.get(keyOf(area.lastRow, area.lastColumn)),
    ];
    if (first && first.draft === last?.draft && !wanted.has(first.draft)) wanted.set(first.draft, slug(name));
  }
  const taken = new Set<string>();
  const isFree = (id: string) => id !== '' && isLineId(id) && freeId(id, taken) === id;
  const give = (draft: Draft, id: string) => {
    draft.id = id;
    taken.add(id);
  };
  for (const draft of lines) {
    const id = wanted.get(draft);
    if (id && isFree(id)) give(draft, id);
  }
  for (const draft of lines) {
    if (draft.id !== '') continue;
    const own = draft.kind === 'heading' ? `h_${slug(draft.label.en)}` : slug(draft.label.en);
    let id = own === 'h_' ? '' : own;
    for (let n = 2; id !== '' && !isFree(id) && n < 500; n++) id = `${own}_${n}`;
    give(draft, isFree(id) ? id : freeId('', taken));
  }
}

const cut = (text: string): string =>
  text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text;
const inBrackets = (label: Text, more: string): Text => ({
  en: `${label.en} (${more})`,
  zh: /[\p{Script=Han}]/u.test(label.zh) ? `${label.zh}（${more}）` : `${label.zh} (${more})`,
});

/** Lines without a label are called by their block, or by their row. */
export function fillLabels(lines: readonly Draft[]): void {
  for (const draft of lines)
    if (draft.label.en === '') {
      const row = draft.from.row + 1;
      draft.label = draft.title === '' ? { en: `Row ${row}`, zh: `第${row}行` } : both(draft.title);
    }
}

/** Makes labels short enough, and tells those apart that stand twice: by their sheet, their block, else by a number. */
export function tellApart(lines: readonly Draft[], { sheets }: BookCells): void {
  const ways: readonly ((draft: Draft) => string)[] = [
    ({ sheet }) => sheets[sheet]?.name ?? '',
    ({ title, kind }) => (kind === 'heading' ? '' : title),
  ];
  for (const way of ways)
    for (const same of alike(lines)) {
      if (new Set(same.map(way)).size < 2) continue;
      for (const draft of same) {
        const more = way(draft);
        if (more !== '' && more !== draft.label.en) draft.label = inBrackets(draft.label, more);
      }
    }
  for (const same of alike(lines))
    for (const [i, draft] of same.entries())
      if (i > 0 && draft.kind !== 'heading')
        draft.label = { en: `${draft.label.en} ${i + 1}`, zh: `${draft.label.zh} ${i + 1}` };
  for (const draft of lines) draft.label = { en: cut(draft.label.en), zh: cut(draft.label.zh) };
}

/** Lines of one label, where there are several. */
function alike(lines: readonly Draft[]): Draft[][] {
  const groups = new Map<string, Draft[]>();
  for (const draft of lines) {
    const key = `${draft.kind === 'heading'}\n${draft.label.en}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
