import type { Lang } from '../model/text.ts';

/** Which tables are read and written, in short; docs/csv.md says all of it. */
const en = {
  sample: 'Download a sample table',
  says: [
    'A row a line, a column a period. One row heads the table; what stands above it is kept as a note, and a unit there (“Unit: m3/day”) holds for all rows.',
    'Periods: 2026, FY2026, 2025/26; 2026 H1, 2026年上半年; 2026 Q3, Q3 2026, 3Q26, 2026年三季度; 2026-07, Jul 2026, Jul-26, 2026年7月.',
    'Units stand in a column “Unit”, or in brackets behind the name: North (m3/day). Any text is a unit.',
    'Numbers: 1,234.5 or 1.234,5; 12 %; losses as (1,234) or 1,234-; signs of currency are left out. A cell with -, .., n/a or nothing is empty.',
    'Cells are separated by commas, semicolons, tabs or bars; the encoding is UTF-8, UTF-16, GB18030, Big5, Shift JIS or Windows-1252. What is in doubt is asked.',
    'An Excel workbook with formulas opens as a whole and stays live: a report says how many formulas compute, whether they equal the values of the file, and what is kept as a value or left out, and why. Macros, links to other workbooks and what changes from day to day do not come in.',
    'How an input may turn out stands in a column “Distribution”, in the unit of its row: pert 5..40, normal 2, quantiles 17; 24; 35, values 10: 1; 20: 3, pert 80..120 % of value.',
    'What is exported opens again as the same sheet: lines are known by their ids in the column “Id”.',
  ],
};

export const TABLES: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    sample: '下载示例表格',
    says: [
      '每行一个指标，每列一个期间。其中一行为表头；表头以上的文字留作说明，其中的单位（“单位：m3/day”）适用于全表。',
      '期间可写作2026、FY2026、2025/26；2026 H1、2026年上半年；2026 Q3、Q3 2026、3Q26、2026年三季度；2026-07、Jul 2026、Jul-26、2026年7月。',
      '单位可单列一栏“单位”，也可写在名称后的括号内，如“North (m3/day)”。任何文字均可作单位。',
      '数字可写作1,234.5或1.234,5；12 %；负数可写作(1,234)或1,234-；货币符号略去。-、..、n/a及空白单元格视为空。',
      '分隔符可为逗号、分号、制表符或竖线；编码可为UTF-8、UTF-16、GB18030、Big5、Shift JIS或Windows-1252。有疑问时会询问。',
      '含公式的Excel工作簿可整体打开并继续计算：导入前会报告可继续计算的公式数、结果与文件是否一致，以及仅保留数值或未导入的内容及原因。宏、对其他工作簿的链接以及逐日变化的函数不会导入。',
      '输入的概率分布写在“分布”一栏，以该行单位计：pert 5..40、normal 2、quantiles 17; 24; 35、values 10: 1; 20: 3；按取值的百分比计：pert 80..120 % of value。',
      '导出的文件再次导入即为同一张表，各行按“编号”列识别。',
    ],
  },
};
