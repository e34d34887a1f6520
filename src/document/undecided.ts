import { type Line, numberOf } from '../model/line.ts';
import type { Unit } from '../model/units.ts';
import { isFilledIn } from './contents.ts';
import type { Document } from './document.ts';

/** The unit of a line to which nobody gave one. */
export const NO_UNIT: Unit = '';

/** What is looked at of a document: whose model it is, and what its scenarios hold. */
type Held = Pick<Document, 'own' | 'scenarios'>;

/** Whether a line is a person's own: all of their own model, and those that they added to a shipped one. */
export const isOwnLine = ({ own }: { readonly own?: unknown }, { id }: Pick<Line, 'id'>): boolean =>
  own !== undefined || numberOf(id) !== undefined;

/** A line that can be anything still, as far as it goes by the line alone. */
const isBare = (line: Line): boolean =>
  line.kind === 'heading' || (line.kind === 'input' && isFilledIn(line) && !line.figure && !line.range);

/**
 * Whether a line of a person's own has a name, and perhaps a unit, and holds nothing in any scenario. What is typed into
 * it first says what it is; until then it is a heading.
 */
export const isUndecided = (document: Held, line: Line): boolean =>
  isBare(line) &&
  isOwnLine(document, line) &&
  document.scenarios.every(({ overrides }) => overrides[line.id] === undefined);
