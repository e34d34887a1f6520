import { few, s, zhFew } from './counted.ts';

/** What is said of a workbook while a sheet of it is taken in. */
export const WORKBOOKS = {
  en: {
    books: {
      xls: (name: string) =>
        `${name} is a workbook of Excel before 2007 (.xls). Open it in Excel, save it as .xlsx, and choose that. Nothing was changed.`,
      locked: (name: string) =>
        `${name} is protected by a password. Save it without one in Excel, and choose it again. Nothing was changed.`,
      xlsb: (name: string) =>
        `${name} is a binary workbook (.xlsb). Save it as .xlsx in Excel, and choose that. Nothing was changed.`,
      ods: (name: string) =>
        `${name} is an OpenDocument spreadsheet (.ods), of which only the values of a sheet can be read. Save it as .xlsx to have its formulas. Nothing was changed.`,
      other: (name: string) =>
        `${name} is no Excel workbook. An .xlsx or .ods file, a table as text or a Foresheet document was expected. Nothing was changed.`,
      large: (name: string) =>
        `${name} would unpack to more than can be read: 200 MB, or five million cells. Save the sheet that is needed as a workbook of its own. Nothing was changed.`,
      damaged: (name: string) =>
        `${name} begins as an Excel workbook, but is cut off or damaged. Open it in Excel and save it again, or fetch it anew. Nothing was changed.`,
      browser: (name: string) =>
        `This browser can’t unpack ${name}. Use a current Chrome, Edge, Firefox or Safari, or save the sheet as CSV and choose that. Nothing was changed.`,
      reader: (name: string) =>
        `What reads workbooks could not be loaded. Reload the page and choose ${name} again. Nothing was changed.`,
      empty: (name: string) => `${name} has no sheet in which anything stands. Nothing was changed.`,
    },
    sheet: 'Sheet',
    whichSheet: 'Which sheet of the workbook is it?',
    sheetSize: (rows: number, columns: number) => `${s(rows, 'row')} × ${s(columns, 'column')}`,
    sheetHidden: 'hidden',
    valuesOf: (n: number) =>
      `${s(n, 'formula')} of this sheet ${n === 1 ? 'is' : 'are'} taken by ${n === 1 ? 'its value' : 'their values'}: formulas of .ods files are not read. Save the workbook as .xlsx to have them live.`,
    sheetsEmpty: (names: readonly string[]) => `Nothing stands in ${few(names)}.`,
    ofScenario: (sheet: string, scenario: string) => `By its name, sheet “${sheet}” is of the scenario ${scenario}.`,
  },
  zh: {
    books: {
      xls: (name: string) =>
        `${name}是Excel 2007之前的工作簿（.xls）。请用Excel打开并另存为.xlsx后导入。未作任何改动。`,
      locked: (name: string) => `${name}设有密码保护。请在Excel中取消密码并保存后重新选择。未作任何改动。`,
      xlsb: (name: string) => `${name}是二进制工作簿（.xlsb）。请用Excel另存为.xlsx后导入。未作任何改动。`,
      ods: (name: string) =>
        `${name}是OpenDocument电子表格（.ods），只能读取其中某张工作表的值。如需公式，请另存为.xlsx后导入。未作任何改动。`,
      other: (name: string) =>
        `${name}不是Excel工作簿。此处应为.xlsx或.ods文件、文本表格或Foresheet文档。未作任何改动。`,
      large: (name: string) =>
        `${name}解压后超出可读取的上限（200 MB或500万个单元格）。请将所需工作表另存为单独的工作簿。未作任何改动。`,
      damaged: (name: string) =>
        `${name}形似Excel工作簿，但内容不完整或已损坏。请用Excel打开并重新保存，或重新获取。未作任何改动。`,
      browser: (name: string) =>
        `此浏览器无法解压${name}。请换用新版Chrome、Edge、Firefox或Safari，或将工作表另存为CSV后导入。未作任何改动。`,
      reader: (name: string) => `工作簿读取程序未能载入。请重新加载本页后重新选择${name}。未作任何改动。`,
      empty: (name: string) => `${name}的工作表均为空。未作任何改动。`,
    },
    sheet: '工作表',
    whichSheet: '导入工作簿中的哪张工作表？',
    sheetSize: (rows: number, columns: number) => `${rows}行×${columns}列`,
    sheetHidden: '已隐藏',
    valuesOf: (n: number) =>
      `本工作表的${n}条公式按其值导入：.ods文件的公式不作读取。如需保留公式，请将工作簿另存为.xlsx。`,
    sheetsEmpty: (names: readonly string[]) => `以下工作表为空：${zhFew(names)}。`,
    ofScenario: (sheet: string, scenario: string) => `按名称，工作表“${sheet}”对应情景“${scenario}”。`,
  },
};
