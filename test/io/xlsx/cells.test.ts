import { describe, expect, it } from 'vitest';
import { readBook } from '../../../src/io/xlsx/cells.ts';
import { asModel, smallBook } from '../../fixtures/live.ts';
import { fixture, sheet } from '../../fixtures/xlsx/parts.ts';

/** A workbook of one sheet by the XML of its rows; `calc`: what it says of its calculation. */
const bookOf = async (rows: string, calc = '') =>
  readBook(
    await sheet(rows, {
      'xl/workbook.xml': `<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets>${calc}</workbook>`,
    }),
  );

describe('a workbook by its cells', () => {
  it('has its values by type, and shared formulas as each cell has them', async () => {
    const { sheets } = await bookOf(
      `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" si="0" ref="B1:C1">A1*$A$1</f><v>4</v></c><c r="C1"><f t="shared" si="0"/><v>8</v></c></row>
       <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="inlineStr"><is><t>ten</t></is></c></row>`,
    );
    expect(sheets[0]?.cells.map(({ value, formula }) => [value, formula])).toEqual([
      [2, undefined],
      [4, 'A1*$A$1'],
      [8, 'B1*$A$1'],
      [true, undefined],
      [{ error: '#N/A' }, undefined],
      ['ten', undefined],
    ]);
  });

  it('has no value beside a formula that nobody computed', async () => {
    const { sheets } = await bookOf(
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*3</f><v>0</v></c></row>',
      '<calcPr fullCalcOnLoad="1"/>',
    );
    expect(sheets[0]?.cells.map(({ value }) => value)).toEqual([2, undefined]);
  });

  it('knows arrays and data tables by their range, and whether it iterates', async () => {
    const { sheets, iterates } = await bookOf(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(1:2)</f><v>1</v></c><c r="B1"><f t="dataTable" ref="B1:C2" r1="D1"/><v>5</v></c></row>',
      '<calcPr iterate="1"/>',
    );
    expect(sheets[0]?.cells.map(({ array, isTable }) => [array?.lastRow, array?.lastColumn, isTable])).toEqual([
      [1, 0, undefined],
      [1, 2, true],
    ]);
    expect(iterates).toBe(true);
  });

  it('knows names, those of a sheet too, and tables', async () => {
    const { names, sheets } = await smallBook('names-and-tables');
    expect(names.find(({ name }) => name === 'VAT_rate')?.formula).toBe('Model!$B$8');
    expect(names.find(({ name }) => name === 'Own')?.sheet).toBe(0);
    expect(sheets[1]?.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['Orders', ['Item', 'Qty', 'Price', 'Amount']],
    ]);
  });

  it('knows which cells have comments', async () => {
    const { sheets } = await smallBook('remarks');
    expect(sheets[0]?.comments).toEqual([{ row: 2, column: 1 }]);
    expect(asModel(await smallBook('remarks')).told).toContainEqual({
      kind: 'comments',
      count: 1,
      places: [{ sheet: 0, row: 2, column: 1 }],
    });
  });

  it('says that it carries macros, and runs none', async () => {
    expect((await readBook(fixture('with-macros.xlsm'))).macros).toBe(true);
  });
});
