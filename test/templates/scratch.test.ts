import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { checkFormula } from '../../src/units/check.ts';
import { vocabularyOf } from '../../src/units/vocabulary.ts';
import { readModelFile, documentOf } from '../../src/modelFile/read.ts';
import { NotAModel } from '../../src/modelFile/problems.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';

const folder = new URL('../../models/templates/', import.meta.url);
for (const file of readdirSync(folder).filter((f) => !process.env.T || f.startsWith(process.env.T)))
  it(file, async () => {
    let read;
    try { read = readModelFile(readFileSync(new URL(file, folder), 'utf8'), 'own-abc'); }
    catch (e) { if (e instanceof NotAModel) { console.log(file, JSON.stringify(e.problems, null, 1)); return; } throw e; }
    const { model } = read;
    const voc = vocabularyOf(model.lines, model.periods.step ?? 'year');
    for (const line of model.lines) {
      if (line.kind === 'heading' || line.kind === 'input') continue;
      for (const f of [line.formula, ...(line.kind === 'series' && line.first ? [line.first] : [])]) {
        const clash = checkFormula(f, line.unit, voc);
        if (clash) console.log(file, 'CLASH', line.id, f, JSON.stringify(clash, (k, v) => v instanceof Map ? [...v] : v));
      }
    }
    const app = openCommandApp();
    const document = documentOf(read);
    app.workspace.show(model, document);
    for (const s of document.scenarios) {
      console.log('==', file, s.id);
      const { values, texts, errors } = await app.workspace.engine.read(model.lines.map((l) => ({ scenario: s.id, line: l.id }))) as never as { values: number[] };
      const n = model.periods.last - model.periods.first + 2;
      const out = [];
      model.lines.forEach((l, i) => {
        const v = [...values.slice(i * n, (i + 1) * n)].map((x) => Number.isNaN(x) ? '.' : Number(x.toPrecision(5)));
        if (l.kind === 'heading') return;
        if (s.id === 'base' || /check/.test(l.unit) || l.id === model.answer.line) out.push(l.id.padEnd(16) + v.slice(0, 1) + ' | ' + (n > 20 ? [...v.slice(1, 5), '…', ...v.slice(-13)] : v.slice(1)).join(' '));
      });
      console.log(out.join('\n'));
    }
  });
