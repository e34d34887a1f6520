import { few, s, zhFew } from './counted.ts';

/** What is said of a workbook that was made here and comes back. */
export const RETURNED = {
  en: {
    made: (model: string) =>
      `This workbook was made by Foresheet from the model “${model}”. It opens as that model again, with all that a workbook can’t show: ids, ranges, notes, charts and targets.`,
    same: 'It is the model that is open.',
    goesOn: (name: string) =>
      `It is the document “${name}”, which is kept in this browser as it was then. That goes on.`,
    beside: (name: string, own: string) =>
      `The document “${name}”, from which it was made, has been changed here since. It stays as it is; the workbook opens beside it, as “${own}”.`,
    besideName: (name: string, n: number) => `${name} (from the workbook${n > 1 ? ` ${n}` : ''})`,
    unchanged: 'Nothing was changed in it since.',
    changed: 'Changed in the workbook since, and taken as one step that undo takes back:',
    left: 'Not taken:',
    looks: 'Formatting and comments that were added in the workbook are not imported.',
    open: 'Open the model',
    take: 'Take the changes',
    asTable: 'Take a sheet as a table instead',
    where: (count: number) => `Where (${count.toLocaleString('en')})`,
    place: (sheet: string, address: string, said: string) =>
      [sheet && address ? `${sheet}!${address}` : sheet, said].filter(Boolean).join(': '),
    pair: (where: string, before: string, after: string) => `${where}: ${before} → ${after}`,
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    told: {
      values: (n: number) => `${s(n, 'cell')} with another value`,
      formulas: (n: number) => `${s(n, 'cell')} with another formula`,
      emptied: (n: number) => `${s(n, 'cell')} emptied`,
      inherits: (n: number) => `${s(n, 'cell')} back to what ${n === 1 ? 'it inherits' : 'they inherit'}`,
      stays: (n: number) =>
        `${s(n, 'cell')} of other scenarios ${n === 1 ? 'goes' : 'go'} on with the formula that the base no longer has, as in the workbook`,
      newLines: (n: number, said: readonly string[]) => `${s(n, 'new row')}, as lines: ${few(said)}`,
      goneLines: (n: number, said: readonly string[]) =>
        `${s(n, 'row')} deleted, so ${n === 1 ? 'its line goes' : 'their lines go'}, in every scenario: ${few(said)}`,
      movedLines: (n: number, said: readonly string[]) => `${s(n, 'row')} moved: ${few(said)}`,
      labels: (n: number, said: readonly string[]) => `${s(n, 'line')} renamed: ${few(said)}`,
      units: (n: number, said: readonly string[]) =>
        `${s(n, 'unit')} changed: ${few(said)}; the numbers stay as they stand`,
      scenarioNames: (n: number, said: readonly string[]) =>
        `${s(n, 'scenario')} renamed with ${n === 1 ? 'its sheet' : 'their sheets'}, once ${few(said)}`,
      newScenarios: (n: number, said: readonly string[]) =>
        `${s(n, 'new scenario')} from ${n === 1 ? 'a copied sheet' : 'copied sheets'}: ${few(said)}`,
      goneScenarios: (n: number, said: readonly string[]) =>
        `${s(n, 'scenario')} deleted with ${n === 1 ? 'its sheet' : 'their sheets'}: ${few(said)}`,
      frozen: (n: number) =>
        `${s(n, 'formula')} that ${n === 1 ? 'refers' : 'refer'} to cells outside the model or can’t be read; ${n === 1 ? 'its value is' : 'their values are'} taken instead`,
      brokenFormulas: (n: number) =>
        `${s(n, 'formula')} that ${n === 1 ? 'refers' : 'refer'} to deleted rows; ${n === 1 ? 'it stays as it was and shows' : 'they stay as they were and show'} an error`,
      beside: (n: number) => `${s(n, 'cell')} where no line has a place, such as in added columns`,
      heads: (n: number) => `${s(n, 'column head')} changed; the periods stay as they were`,
      goneColumns: (n: number, said: readonly string[]) =>
        `${s(n, 'column')} deleted: ${few(said)}; the model keeps what it holds there`,
      goneRows: (n: number, said: readonly string[]) =>
        `${s(n, 'row')} deleted in the sheet of one scenario only: ${few(said)}; the lines stay, and what that scenario holds in them`,
      baseGone: () => 'The sheet of the base was deleted; the base stays as it was',
      sheets: (n: number, said: readonly string[]) => `${s(n, 'added sheet')}: ${few(said)}`,
      pages: (n: number, said: readonly string[]) =>
        `Changes on ${n === 1 ? 'a sheet that is' : 'sheets that are'} made from the model: ${few(said)}`,
      notes: (n: number) => `Changes of the texts in the last column, on ${s(n, 'sheet')}`,
      unitsKept: (n: number, said: readonly string[]) => `${s(n, 'unit')} of lines that keep theirs: ${few(said)}`,
      labelsKept: (n: number, said: readonly string[]) =>
        `${s(n, 'name')} emptied; the lines keep theirs: ${few(said)}`,
      charts: (n: number) => `${s(n, 'chart')} drawn in the workbook; the model’s own stay`,
      pivots: (n: number) => `${s(n, 'pivot table')}`,
    },
    faults: {
      made: 'This workbook was made by Foresheet',
      unreadable: ', but the model that it carries was damaged or edited since. It is taken as any other workbook.',
      form: ' in a newer version. Reload the page to get that, or take the workbook as any other.',
      model:
        ' from a model that this version does not have. Reload the page to get that, or take the workbook as any other.',
      notLoaded:
        ', but its model could not be loaded. Check the connection and choose it again, or take it as any other workbook.',
    },
    done: (model: string) => `${model} is open again.`,
    doneChanges: (model: string) => `${model} is open, with what was changed in the workbook.`,
  },
  zh: {
    made: (model: string) =>
      `本工作簿由Foresheet从模型“${model}”导出，可还原为同一个模型，包括工作簿无法显示的编号、区间、说明、图表和目标值。`,
    same: '该模型就是当前打开的模型。',
    goesOn: (name: string) => `其来源文档“${name}”保存在本浏览器中，导出后未曾改动，将在该文档上继续。`,
    beside: (name: string, own: string) =>
      `其来源文档“${name}”在导出后已在此处改动，将保持不变；工作簿另存为“${own}”打开。`,
    besideName: (name: string, n: number) => `${name}（来自工作簿${n > 1 ? n : ''}）`,
    unchanged: '导出之后未作改动。',
    changed: '导出之后在工作簿中的改动，将作为一次操作导入，可一步撤销：',
    left: '以下内容未导入：',
    looks: '在工作簿中另设的格式和批注不会导入。',
    open: '打开模型',
    take: '导入改动',
    asTable: '改为将某张工作表作为表格导入',
    where: (count: number) => `位置（${count}）`,
    place: (sheet: string, address: string, said: string) =>
      [sheet && address ? `${sheet}!${address}` : sheet, said].filter(Boolean).join('：'),
    pair: (where: string, before: string, after: string) => `${where}：${before} → ${after}`,
    more: (count: number) => `另有${count}处`,
    told: {
      values: (n: number) => `${n}个单元格的值有改动`,
      formulas: (n: number) => `${n}个单元格的公式有改动`,
      emptied: (n: number) => `${n}个单元格被清空`,
      inherits: (n: number) => `${n}个单元格恢复沿用`,
      stays: (n: number) => `其他情景的${n}个单元格与工作簿一致，保留基准情景已不再使用的公式`,
      newLines: (n: number, said: readonly string[]) => `插入${n}行，各成一项指标：${zhFew(said)}`,
      goneLines: (n: number, said: readonly string[]) => `删除${n}行，相应指标在各情景中一并删除：${zhFew(said)}`,
      movedLines: (n: number, said: readonly string[]) => `移动${n}行：${zhFew(said)}`,
      labels: (n: number, said: readonly string[]) => `${n}项指标改名：${zhFew(said)}`,
      units: (n: number, said: readonly string[]) => `${n}项单位有改动：${zhFew(said)}；数值不作换算`,
      scenarioNames: (n: number, said: readonly string[]) => `${n}个情景随工作表改名，原名${zhFew(said)}`,
      newScenarios: (n: number, said: readonly string[]) => `复制的工作表成为${n}个新情景：${zhFew(said)}`,
      goneScenarios: (n: number, said: readonly string[]) => `${n}个情景随工作表删除：${zhFew(said)}`,
      frozen: (n: number) => `${n}条公式引用了模型之外的单元格或无法识别，改为导入其值`,
      brokenFormulas: (n: number) => `${n}条公式引用了已删除的行，公式保持原样并显示错误`,
      beside: (n: number) => `${n}个单元格不属于任何指标，例如位于新增的列中`,
      heads: (n: number) => `${n}个列标题有改动；时期保持不变`,
      goneColumns: (n: number, said: readonly string[]) => `删除${n}列：${zhFew(said)}；模型保留其中的内容`,
      goneRows: (n: number, said: readonly string[]) =>
        `仅在某一情景的工作表中删除${n}行：${zhFew(said)}；指标及该情景的相应设定均保留`,
      baseGone: () => '基准情景的工作表被删除；基准情景保持不变',
      sheets: (n: number, said: readonly string[]) => `新增${n}张工作表：${zhFew(said)}`,
      pages: (_n: number, said: readonly string[]) => `由模型生成的工作表中的改动：${zhFew(said)}`,
      notes: (n: number) => `${n}张工作表最后一列的文字改动`,
      unitsKept: (n: number, said: readonly string[]) => `${n}项单位，相应指标保留原单位：${zhFew(said)}`,
      labelsKept: (n: number, said: readonly string[]) => `${n}项指标的名称被清空，保留原名：${zhFew(said)}`,
      charts: (n: number) => `在工作簿中绘制的${n}幅图表；模型自带的图表保留`,
      pivots: (n: number) => `${n}个数据透视表`,
    },
    faults: {
      made: '本工作簿由Foresheet导出',
      unreadable: '，但其中保存的模型已损坏或被修改，将按普通工作簿导入。',
      form: '，所用版本较新。请重新加载本页以更新，或按普通工作簿导入。',
      model: '，但当前版本没有其所属的模型。请重新加载本页以更新，或按普通工作簿导入。',
      notLoaded: '，但其所属的模型未能载入。请检查网络后重新选择，或按普通工作簿导入。',
    },
    done: (model: string) => `已重新打开${model}。`,
    doneChanges: (model: string) => `已打开${model}，并导入工作簿中的改动。`,
  },
};
