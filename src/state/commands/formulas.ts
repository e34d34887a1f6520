import { walk } from '../insight/trace.ts';
import type { Aids } from '../sheet/aids.ts';
import { byArrows, type CommandApp, type CommandSpec } from './command.ts';

/** What its keys do; where it has nothing to do, they are somebody else's. */
const where = (group: 'formulas', when: 'formula' | 'list', act: (app: CommandApp) => boolean) =>
  ({ group, when, run: act, byKey: act }) satisfies CommandSpec;

/** Points from the cell pointed at last; `edge`: to the edge of the data. */
const points = (lines: number, columns: number, how: { extend?: boolean; edge?: boolean }) =>
  where('formulas', 'formula', ({ editor }) => editor.pointing.arrow(lines, columns, how));

/** Within the list of functions and names. */
const inList = (act: (aids: Aids) => boolean) =>
  where('formulas', 'list', ({ aids }) => {
    const shown = aids();
    return shown !== undefined && act(shown);
  });

const trace = (along: 'precedents' | 'dependents') =>
  ({
    group: 'formulas',
    when: 'page',
    enabled: ({ editor }) => editor.cell !== undefined,
    run: ({ editor }) => walk(editor, along),
  }) satisfies CommandSpec;

export const FORMULAS = {
  showFormulas: {
    group: 'formulas',
    when: 'sheet',
    keys: ['Ctrl+`'],
    checked: ({ editor }) => editor.formulas(),
    run: ({ editor }) => editor.toggleFormulas(),
  },
  tracePrecedents: { ...trace('precedents'), keys: ['Mod+['], also: ['Mod+Shift+['] },
  traceDependents: { ...trace('dependents'), keys: ['Mod+]'], also: ['Mod+Shift+]'] },
  ...byArrows('point', [''], (lines, columns) => points(lines, columns, {})),
  ...byArrows('pointRange', ['Shift+'], (lines, columns) => points(lines, columns, { extend: true })),
  ...byArrows('pointEdge', ['Mod+'], (lines, columns) => points(lines, columns, { edge: true })),
  ...byArrows('pointRangeEdge', ['Mod+Shift+'], (lines, columns) =>
    points(lines, columns, { extend: true, edge: true }),
  ),
  fixReference: {
    ...where('formulas', 'formula', ({ aids }) => aids()?.fix() ?? false),
    keys: ['F4'],
    also: ['Shift+F4'],
  },
  nextCandidate: { ...inList((aids) => aids.choose(1)), title: 'chooseCandidate', keys: ['ArrowDown'] },
  lastCandidate: { ...inList((aids) => aids.choose(-1)), title: 'chooseCandidate', keys: ['ArrowUp'] },
  acceptCandidate: { ...inList((aids) => aids.acceptChosen()), keys: ['Tab'] },
  closeCandidates: { ...inList((aids) => aids.dismiss()), keys: ['Escape'] },
} satisfies Record<string, CommandSpec>;
