import type { en } from '../../i18n/en.ts';
import { type ChartData, curveOf, hasActuals } from './data.ts';

const DOTS = [
  ['same', '●'],
  ['later', '○'],
  ['other', '○'],
] as const;

/** Targets that are told by their values. */
const TOLD = 4;

type Words = Pick<
  (typeof en)['chart'],
  'observed' | 'actual' | 'reportedLater' | 'otherDefinition' | 'target' | 'grey' | 'coloured'
>;

/**
 * What the marks are that are in sight, and whose, where they are not all of the line that leads the chart. `isNarrow`: in
 * a chart of several lines there is no room for all the words beside targets.
 */
export function legendOf(data: ChartData, t: Words, isNarrow = false): string[] {
  const { dots, targets } = data;
  const kinds = { same: t.observed, later: t.reportedLater, other: t.otherDefinition };
  const has = (wanted: string) => dots.some(({ kind }) => kind === wanted);
  const told = DOTS.filter(([kind]) => has(kind)).map(([kind, sign]) => `${sign}\u00a0${kinds[kind].toLowerCase()}`);
  if (hasActuals(data) && !has('same')) told.unshift(`●\u00a0${t.actual.toLowerCase()}`);
  // Small charts have little room for the words beside a target.
  const isTold = (data.panels || (isNarrow && targets.some(({ line }) => line))) && targets.length <= TOLD;
  if (isTold) told.push(...targets.map(({ label }) => `◆\u00a0${label}`));
  else if (targets.length > 0) told.push(`◆\u00a0${t.target.toLowerCase()}`);
  const all = data.panels ? [] : [...dots, ...targets].flatMap(({ line }) => curveOf(data, line) ?? []);
  const grey = new Set(all.flatMap(({ beside, name }) => (beside ? [name] : [])));
  if (grey.size > 0) told.push(t.grey([...grey]));
  if (all.some(({ ofLine }) => ofLine)) told.push(t.coloured);
  if (data.ground) told.push(data.ground);
  return told;
}
