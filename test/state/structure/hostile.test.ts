import fc from 'fast-check';
import { expect, it } from 'vitest';
import { restoreSaved } from '../../../src/document/restoring.ts';
import { parseSaved, save } from '../../../src/document/saved.ts';
import { decodeLink, encodeLink } from '../../../src/io/link/link.ts';
import { printModelFile } from '../../../src/modelFile/file.ts';
import { readAsSaved } from '../../../src/modelFile/saved.ts';
import { exportModel } from '../../../src/state/exporting/modelFile.ts';
import { deleteSelected, duplicateSelected, moveSelected } from '../../../src/state/structure/lines.ts';
import { type BlankSheet, blankSheet } from '../../fixtures/blankSheet.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { runs } from '../../runs.ts';

const TEXTS = [
  ...[
    'Price',
    'Price',
    '价格',
    '客户数',
    '👩‍👩‍👧',
    'שלום',
    'مرحبا',
    '=1+1',
    '__proto__',
    'constructor',
    'x'.repeat(199),
  ],
  ...[
    '1',
    '0.5',
    '12%',
    '1.2 M',
    '3.4亿',
    '-',
    '',
    ' ',
    "'=1",
    'a\tb',
    '{own_1}',
    '<b>',
    'A1',
    'R1C1',
    'TRUE',
    '1e999',
  ],
  ...[
    '=C2+1',
    '=D2*2',
    '=价格*2',
    '=Price',
    '=SUM(C2:C4)',
    '=C3',
    '=1/0',
    '=nope',
    '=D2+',
    '=__proto__',
    '=constructor',
  ],
];

type Op =
  | { readonly do: 'type'; readonly line: number; readonly column: number; readonly text: string }
  | {
      readonly do: 'clear' | 'move' | 'delete' | 'duplicate' | 'paste' | 'fill';
      readonly line: number;
      readonly column: number;
    };

const place = { line: fc.nat({ max: 6 }), column: fc.nat({ max: 6 }) };
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), ...place, text: fc.constantFrom(...TEXTS) }) },
  fc.record({ do: fc.constantFrom('clear', 'move', 'delete', 'duplicate', 'paste', 'fill' as const), ...place }),
);

function carryOut({ app, part }: BlankSheet, step: Op): void {
  const { editor } = app;
  const at = { line: step.line, column: step.column };
  if (step.do === 'type') {
    editor.select(at);
    editor.cancel();
    editor.type(step.text);
    editor.commitAndMove(() => editor.enter(1));
    editor.cancel();
    return;
  }
  editor.selectRange({ from: at, to: { line: at.line + 1, column: Math.min(7, at.column + 2) } }, at);
  if (step.do === 'clear') editor.clear();
  else if (step.do === 'move') moveSelected(app, -1);
  else if (step.do === 'delete') deleteSelected(app);
  else if (step.do === 'duplicate') duplicateSelected(app);
  else if (step.do === 'paste') part.clipboard.paste('A\t5%\t1\n=C2\t2\tx');
  else part.fillSelection('right');
}

it('whatever hands do to a blank model, undo leads back to nothing and redo to the end, and it is kept and sent as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 3, maxLength: 14 }), async (ops) => {
      const sheet = await blankSheet({ first: 2026, last: 2030 });
      const { workspace, editor } = sheet.app;
      // What knows names and first values is there.
      editor.begin('enter', 'x');
      editor.commit();
      await waitFor(() => expect(editor.isWaiting).toBe(false));
      workspace.undo();
      const begun = workspace.document();
      for (const step of ops) carryOut(sheet, step);
      // Where nothing came of it, what was undone before can be done again.
      if (workspace.history().past.length === 0) return;
      const read = async () => {
        await waitFor(() => expect(workspace.engine.isBehind).toBe(false));
        return workspace.engine.read(
          workspace.model().lines.map(({ id }) => ({ scenario: workspace.base.id, line: id })),
        );
      };
      const end = workspace.document();
      const values = await read();
      while (workspace.undo());
      expect({ ...workspace.document(), view: undefined }).toEqual({ ...begun, view: undefined });
      while (workspace.redo());
      expect({ ...workspace.document(), view: undefined }).toEqual({ ...end, view: undefined });
      expect(await read()).toEqual(values);
      // A file of it can be opened again, but for lines that need each other.
      const { text } = await exportModel(sheet.app, async (printed) => printModelFile(printed));
      const opened = readAsSaved(text, 'own-a');
      const told = 'problems' in opened ? opened.problems.filter(({ kind }) => kind !== 'cycle') : [];
      expect(told, text).toEqual([]);
      // Kept, and sent by a link, it is the same.
      const kept = parseSaved(JSON.stringify(save(end, workspace.shipped())));
      const restored = await restoreSaved(kept, async () => undefined);
      expect('document' in restored && restored.document.lines).toEqual(end.lines);
      const brought = await decodeLink(await encodeLink(end, workspace.shipped(), {}), async () => undefined);
      expect('document' in brought && brought.document.scenarios).toEqual(end.scenarios);
    }),
    runs(20, 1_500),
  );
});
