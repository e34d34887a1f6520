import { createRoot } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import type { Field } from '../../../src/state/sheet/pointing.ts';
import { inProcess } from '../../fixtures/inProcess.ts';

/** 0-based line and column of `D3`, and of its neighbours. */
const D3 = { line: 1, column: 3 };
const E3 = { line: 1, column: 4 };
const F5 = { line: 3, column: 5 };

/** An editor in which a formula is being typed at G3 of the base; `|` is the caret. */
function editing(marked: string) {
  return createRoot((dispose) => {
    const editor = new Editor(new Workspace(loadCatalog(), createEngine(inProcess)));
    const field = {
      selectionStart: 0,
      selectionEnd: 0,
      setSelectionRange(start: number, end: number) {
        Object.assign(field, { selectionStart: start, selectionEnd: end });
      },
    } as Field;
    const type = (text: string) => {
      const caret = text.indexOf('|');
      editor.type(text.replace('|', ''));
      field.setSelectionRange(caret, caret);
    };
    editor.pointing.attach(field);
    editor.select({ line: 1, column: 6 });
    type(marked);
    const text = () => {
      const draft = editor.draft()?.text ?? '';
      return `${draft.slice(0, field.selectionStart ?? 0)}|${draft.slice(field.selectionStart ?? 0)}`;
    };
    return {
      editor,
      pointing: editor.pointing,
      type,
      text,
      end: dispose,
    };
  });
}

describe('pointing', () => {
  it('inserts at the caret, replaces what it inserted, and draws ranges from any corner', () => {
    const { pointing, text, type, end } = editing('=2*|+1');
    expect(pointing.pointAt(D3)).toBe(true);
    expect(text()).toBe('=2*D3|+1');
    pointing.pointAt(F5);
    expect(text()).toBe('=2*F5|+1');
    pointing.drag(E3);
    expect(text()).toBe('=2*E3:F5|+1');
    type('=2*E3:F5-|+1');
    pointing.pointAt(E3);
    expect(text()).toBe('=2*E3:F5-E3|+1');
    end();
  });

  it('is refused where an operand stands, once the caret moved on, and in what is no formula', () => {
    const { pointing, type, end } = editing('=|');
    pointing.pointAt(D3);
    type('=|D3');
    expect(pointing.pointAt(E3)).toBe(false);
    type('=D3|');
    expect(pointing.pointAt(E3)).toBe(true);
    type('=D3*2|');
    expect(pointing.pointAt(E3)).toBe(false);
    type('12|');
    expect(pointing.ready).toBe(false);
    end();
  });

  it('takes no label or unit, and does not end the formula there', () => {
    const { pointing, text, end } = editing('=|');
    expect(pointing.pointAt({ line: 1, column: 0 })).toBe(true);
    expect(text()).toBe('=|');
    end();
  });

  it('names the sheet of another scenario, and leads back when the formula is left', () => {
    const { editor, pointing, text, end } = editing('=|');
    const other = editor.workspace.scenarioNames()[1]?.id ?? '';
    expect(pointing.show(other)).toBe(true);
    expect(editor.workspace.scenarioId).toBe(other);
    pointing.pointAt(D3);
    pointing.drag(E3);
    expect(text()).toBe("='All levers on'!D3:E3|");
    editor.cancel();
    expect(editor.workspace.scenarioId).toBe('base');
    expect(editor.workspace.history().past).toEqual([]);
    end();
  });

  it('can still replace a reference whose signs were cycled', () => {
    const { pointing, text, end } = editing('=|');
    pointing.pointAt(D3);
    pointing.rewrite('=$D$3', 5);
    pointing.pointAt(E3);
    expect(text()).toBe('=E3|');
    end();
  });
});
