import { addressOf, type Layout, sheetName } from '../engine/layout.ts';
import { parseA1 } from '../model/address.ts';
import type { CellRef } from '../model/content.ts';
import { hasPeriods } from '../model/line.ts';
import type { Token } from './scan.ts';

/** Colours that references take in turn. */
export const REFERENCE_COLOURS = 6;

/** A block of cells that a formula names: 0-based lines and columns, both ends included. */
export interface ColouredBlock {
  readonly scenario: string;
  readonly lines: readonly [number, number];
  readonly columns: readonly [number, number];
  /** 1 to `REFERENCE_COLOURS` */
  readonly colour: number;
}

export interface Colouring {
  /** The colour of a token, by where it starts. */
  readonly tokens: ReadonlyMap<number, number>;
  readonly blocks: readonly ColouredBlock[];
}

/** Gives the references and names of a draft colours, and finds the cells that they name; the same cells, the same colour. */
export function colour(layout: Layout, text: string, tokens: readonly Token[], cell: CellRef): Colouring {
  const colours = new Map<number, number>();
  const blocks = new Map<string, ColouredBlock>();
  for (const { kind, start, end } of tokens) {
    if (kind !== 'reference' && kind !== 'name') continue;
    const source = text.slice(start, end);
    const found = kind === 'reference' ? blockOf(layout, source, cell) : namedBlock(layout, source, cell);
    if (!found) continue;
    const key = JSON.stringify(found);
    const block = blocks.get(key) ?? { ...found, colour: (blocks.size % REFERENCE_COLOURS) + 1 };
    blocks.set(key, block);
    colours.set(start, block.colour);
  }
  return { tokens: colours, blocks: [...blocks.values()] };
}

type Block = Omit<ColouredBlock, 'colour'>;

function blockOf(layout: Layout, source: string, cell: CellRef): Block | undefined {
  const mark = source.lastIndexOf('!');
  const sheet = source.slice(0, Math.max(mark, 0)).replace(/^'|'$/g, '').replaceAll("''", "'").toLowerCase();
  const scenario =
    mark < 0 ? cell.scenario : layout.scenarioIds.find((id) => sheetName(layout, id)?.toLowerCase() === sheet);
  const [first, last = first] = source
    .slice(mark + 1)
    .split(':')
    .map(parseA1);
  if (scenario === undefined || !first || !last || first.lineIndex < 0 || last.lineIndex < 0) return undefined;
  return { scenario, lines: ordered(first.lineIndex, last.lineIndex), columns: ordered(first.column, last.column) };
}

/** A scalar's name is its cell, a series' name its cell of the same period. */
function namedBlock(layout: Layout, source: string, cell: CellRef): Block | undefined {
  const line = layout.lines[layout.indexOf(source.toLowerCase()) ?? -1];
  if (!line || line.kind === 'heading' || (hasPeriods(line) && cell.slot === 'value')) return undefined;
  const address = addressOf(layout, { line: line.id, slot: hasPeriods(line) ? cell.slot : 'value' });
  return address === undefined ? undefined : blockOf(layout, address, cell);
}

const ordered = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)];
