import { HyperFormula } from 'hyperformula';
import { WIDTH } from './model.ts';

/** HyperFormula alone with the same formulas: how long one edit of the input takes, in ms. */
function measure(formulas: number, edits: number): number[] {
  const rows: (number | string | null)[][] = [[0.153], [150]];
  for (let i = 0; i < Math.ceil(formulas / WIDTH); i++) {
    const row = rows.length + 1;
    rows.push(
      Array.from({ length: WIDTH }, (_, c) => (c === 0 ? '=$A$2' : `=${String.fromCharCode(64 + c)}${row}*(1+$A$1)`)),
    );
  }
  const hf = HyperFormula.buildFromSheets({ Sheet: rows }, { licenseKey: 'gpl-v3', precisionRounding: 16 });
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const start = performance.now();
    hf.setCellContents({ sheet: 0, row: 0, col: 0 }, [[0.1 + i / 1000]]);
    times.push(performance.now() - start);
  }
  hf.destroy();
  return times;
}

addEventListener('message', ({ data }: MessageEvent<{ formulas: number; edits: number }>) => {
  postMessage(measure(data.formulas, data.edits));
});
