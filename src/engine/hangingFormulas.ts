import type { Change } from '../document/change.ts';
import { type Document, overrideAt, type Scenario } from '../document/document.ts';
import { ownFormulas } from '../document/ownFormulas.ts';
import { type CellRef, type Content, isFormula, sameContent } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { type Engine, EngineStopped, type WorkbookSpec } from './port.ts';

/** A formula of a person's own, which may be one that never ends: that of a cell, or that of a line. */
export type Suspect = { readonly cell: CellRef } | { readonly line: string };

const holdsFormula = (line: Line): boolean => (line.kind === 'series' || line.kind === 'result') && line.formula !== '';

/** Every formula of a document that the model does not ship; all of them, where the model is the person's own too. */
export function suspectsOf(document: Document, shipped: Model): Suspect[] {
  const { lines: trusted, scenarios } = document.own ? { lines: [], scenarios: [] } : shipped;
  const known = new Set(trusted);
  const lines = (document.lines ?? shipped.lines).filter((line) => holdsFormula(line) && !known.has(line));
  const ships = ({ scenario, line, slot }: CellRef) =>
    scenarios.find(({ id }) => id === scenario)?.overrides[line]?.[slot];
  const cells = ownFormulas(document).filter((edit) => !sameContent(edit.content, ships(edit)));
  return [
    ...lines.map(({ id }) => ({ line: id })),
    ...cells.map(({ scenario, line, slot }) => ({ cell: { scenario, line, slot } })),
  ];
}

/** Formulas that are tried at once: most workbooks have one that never ends, and many that do. */
const AT_ONCE = 16;

/** A formula as a formula of its text: what was typed stays readable, and is not calculated. */
const quoted = (formula: string): string => `="${formula.replaceAll('"', '""')}"`;

/** A line with its formulas as texts. */
function heldLine(line: Line): Line {
  if (line.kind === 'result') return { ...line, formula: quoted(line.formula) };
  if (line.kind !== 'series') return line;
  return {
    ...line,
    formula: quoted(line.formula),
    ...(line.first === undefined ? {} : { first: quoted(line.first) }),
  };
}

const heldContent = (content: Content | undefined): Content | undefined =>
  isFormula(content) ? { text: content.formula } : content;

/** A workbook in which formulas stand as texts. */
function without(spec: WorkbookSpec, left: ReadonlySet<Suspect>): WorkbookSpec {
  const lines = new Set([...left].flatMap((one) => ('line' in one ? [one.line] : [])));
  const cells = [...left].flatMap((one) => ('cell' in one ? [one.cell] : []));
  const held = (scenario: Scenario): Scenario => {
    const own = cells.filter((cell) => cell.scenario === scenario.id);
    if (own.length === 0) return scenario;
    const overrides: Record<string, Record<string, Content>> = { ...scenario.overrides };
    for (const { line, slot } of own) {
      const content = heldContent(overrides[line]?.[slot]);
      if (content !== undefined) overrides[line] = { ...overrides[line], [slot]: content };
    }
    return { ...scenario, overrides };
  };
  return {
    ...spec,
    lines: spec.lines.map((line) => (lines.has(line.id) ? heldLine(line) : line)),
    scenarios: spec.scenarios.map(held),
  };
}

/**
 * The formulas without which the workbook comes to an end: all are left out, then tried again a few at a time. The engine
 * is left with all the others in it. `spec`: the workbook as it is now; `isStale`: whether it has been built anew meanwhile.
 * @throws EngineStopped where it is none of them, or none can be tried
 */
export async function findHangingFormulas(
  engine: Pick<Engine, 'build'>,
  spec: () => WorkbookSpec,
  suspects: readonly Suspect[],
  isStale: () => boolean,
): Promise<readonly Suspect[]> {
  const left = new Set(suspects);
  let isBuilt = false;
  const ends = async (shortTimeout: boolean): Promise<boolean> => {
    try {
      await engine.build(without(spec(), left), shortTimeout);
      isBuilt = true;
    } catch (error) {
      if (!(error instanceof EngineStopped) || error.reason === 'start') throw error;
      isBuilt = false;
    }
    return isBuilt;
  };
  if (!(await ends(false))) throw new EngineStopped('time');
  for (let i = 0; i < suspects.length && !isStale(); i += AT_ONCE) {
    const some = suspects.slice(i, i + AT_ONCE);
    for (const one of some) left.delete(one);
    if (await ends(true)) continue;
    for (const one of some) left.add(one);
    for (const one of some.length > 1 ? some : []) {
      if (isStale()) break;
      left.delete(one);
      if (!(await ends(true))) left.add(one);
    }
  }
  if (!isBuilt && !isStale()) await ends(false);
  return [...left];
}

/** The changes that put formulas into a document as texts, as the engine has them. `lines`: those of its model. */
export function asTexts(hanging: readonly Suspect[], document: Document, lines: readonly Line[]): Change[] {
  const ids = new Set(hanging.flatMap((one) => ('line' in one ? [one.line] : [])));
  const edits = hanging
    .flatMap((one) => ('cell' in one ? [one.cell] : []))
    .map((cell) => ({ ...cell, content: heldContent(overrideAt(document, cell)) }));
  return [
    ...(ids.size > 0
      ? [
          {
            kind: 'structure' as const,
            parts: { lines: lines.map((line) => (ids.has(line.id) ? heldLine(line) : line)) },
          },
        ]
      : []),
    ...(edits.length > 0 ? [{ kind: 'cells' as const, edits }] : []),
  ];
}
