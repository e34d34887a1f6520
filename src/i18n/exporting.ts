import { few, s, zhFew } from './counted.ts';

/** How much has no place in the file of a model, by what it is. */
interface LeftOut {
  readonly values: number;
  readonly distributions: number;
  readonly correlations: number;
  readonly questions: number;
}

type Counts = Omit<LeftOut, 'values'>;
/** Those of which there are some, in words. */
const partsOf = (counts: Counts, words: Readonly<Record<keyof Counts, (count: number) => string>>): string[] =>
  (Object.keys(words) as (keyof Counts)[]).flatMap((kind) => (counts[kind] > 0 ? [words[kind](counts[kind])] : []));

/** What is said while the document is handed out as a file. */
export const EXPORTING = {
  en: {
    what: 'What',
    extents: {
      sheet: 'The sheet in view',
      long: 'All scenarios, below each other',
      selection: 'The selection',
    },
    extentsHint: {
      sheet:
        'As it stands on the screen: a row a line, a column a period, an id by which each line is found again on import, and how uncertain inputs may turn out.',
      long: 'In the layout of the IAMC: model, scenario, region, variable, unit, periods. Values only; a single value stands under every period.',
      selection: 'The selected lines and columns of the sheet in view, with label, unit and id.',
    },
    columns: 'Columns',
    byPeriod: 'The periods',
    byPeriodHint: 'As the model has them.',
    byYear: 'Years',
    byYearHint: 'Each made of its periods as its line says. Values only; a year that is not whole stays empty.',
    cells: 'In the cells',
    cellKinds: { values: 'Values', formulas: 'Formulas by line ids' },
    cellsHint: {
      values: 'Numbers with all their digits, in the unit that stands beside them.',
      formulas: 'What each cell holds. Imported again, it gives the same sheet. No program runs it.',
    },
    save: 'Export',
    failed: 'The values could not be read. Nothing was exported; try again.',
    denied: 'The file could not be written. Try again, or choose another place.',
    leftOut: ({ values, ...asked }: LeftOut) => {
      const gone = partsOf(asked, {
        distributions: (count) => s(count, 'distribution'),
        correlations: (count) => s(count, 'correlation'),
        questions: (count) => s(count, 'question'),
      });
      return [
        ...(values > 0
          ? [
              `The file is saved without ${s(values, 'value', 'values')} in periods that the model does not have. They stay in this document; make its periods longer to export them.`,
            ]
          : []),
        ...(gone.length > 0
          ? [
              `The file ${values > 0 ? 'also lacks' : 'is saved without'} ${few(gone)} of lines or periods that are gone, or of what can’t be drawn. This document keeps them.`,
            ]
          : []),
      ].join(' ');
    },
  },
  zh: {
    what: '导出范围',
    extents: {
      sheet: '当前情景表',
      long: '全部情景（长表）',
      selection: '所选区域',
    },
    extentsHint: {
      sheet: '与屏幕一致：每行一个指标，每列一期，并附行编号（以便再次导入时识别）和不确定输入的分布。',
      long: '采用IAMC格式：模型、情景、地区、变量、单位、各期。仅含数值；单一数值在各期下重复列出。',
      selection: '当前情景表中所选的行和列，并附指标、单位和编号。',
    },
    columns: '列',
    byPeriod: '各期',
    byPeriodHint: '与模型的期间一致。',
    byYear: '年度',
    byYearHint: '按各行的年度汇总方式由各期得出。仅含数值；不完整的年度留空。',
    cells: '单元格内容',
    cellKinds: { values: '数值', formulas: '公式（按行编号）' },
    cellsHint: {
      values: '数字保留全部位数，以旁边所注单位计。',
      formulas: '各单元格的原始内容，再次导入可还原同一张表；其他软件不会运行这些公式。',
    },
    save: '导出',
    failed: '数值未能读取，未导出任何内容，请重试。',
    denied: '文件未能写入，请重试或另选位置。',
    leftOut: ({ values, ...asked }: LeftOut) => {
      const gone = partsOf(asked, {
        distributions: (count) => `${count}项概率分布`,
        correlations: (count) => `${count}项相关系数`,
        questions: (count) => `${count}项设问`,
      });
      return [
        ...(values > 0
          ? [`文件已保存，但不含模型期间以外的${values}个数值。这些数值仍在本文档中，延长期间后即可导出。`]
          : []),
        ...(gone.length > 0
          ? [
              `文件${values > 0 ? '也不含' : '已保存，但不含'}${zhFew(gone)}，因所涉指标或期间已不存在，或无法抽样；这些内容仍保留在本文档中。`,
            ]
          : []),
      ].join('');
    },
  },
};
