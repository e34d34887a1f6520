import type { Lang } from '../model/text.ts';

/** A part of the walk: what is done, one step after the other, and the table that is typed. */
export interface Part {
  readonly title: string;
  readonly steps: readonly string[];
  readonly head?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
}

/** What is given in the example, and what follows of it: by the months of D8 to AM8 and on. */
const INPUTS = {
  en: [
    ['Customers at the start', 'customers', '1200'],
    ['Churn', '%', '2.1'],
    ['New customers a month', 'customers', '90'],
    ['Price', 'EUR per customer', '49'],
    ['Cost a month', 'EUR', '100000'],
    ['Cash at the start', 'EUR', '250000'],
  ],
  zh: [
    ['期初客户数', '户', '1200'],
    ['流失率', '%', '2.1'],
    ['每月新增客户', '户', '90'],
    ['单价', 'EUR/户', '49'],
    ['每月成本', 'EUR', '100000'],
    ['期初现金', 'EUR', '250000'],
  ],
} as const;
const SERIES = {
  en: [
    ['Customers', 'customers', '=C2', '=D8+$C$4-D8*$C$3'],
    ['Revenue', 'EUR', '', '=D8*$C$5'],
    ['Profit', 'EUR', '', '=D9-$C$6'],
    ['Cash', 'EUR', '=C7', '=D11+E10'],
  ],
  zh: [
    ['客户数', '户', '=C2', '=D8+$C$4-D8*$C$3'],
    ['收入', 'EUR', '', '=D8*$C$5'],
    ['利润', 'EUR', '', '=D9-$C$6'],
    ['现金', 'EUR', '=C7', '=D11+E10'],
  ],
} as const;

/** The last two lines of the example: one cell each, in column C. */
const RESULTS = {
  en: [
    ['Revenue in 2028', 'EUR', '=SUM(AB9:AM9)'],
    ['Cash runs out in', '', '=XLOOKUP(TRUE,D11:AM11<0,D1:AM1,"never")'],
  ],
  zh: [
    ['2028年收入', 'EUR', '=SUM(AB9:AM9)'],
    ['现金耗尽于', '', '=XLOOKUP(TRUE,D11:AM11<0,D1:AM1,"无")'],
  ],
} as const;

const en = {
  title: 'Your first model in ten minutes',
  about:
    'A business that sells subscriptions, by months, from nothing: what it earns, when its cash runs out, and what price reaches a target. Type what stands here; every number follows at once, and Undo takes back any step.',
  tables: 'Tables: what is read and written',
  example: { inputs: INPUTS.en, series: SERIES.en, results: RESULTS.en },
  parts: [
    {
      title: '1. A blank model',
      steps: [
        'Open the menu of models at the top left; it bears the name of the model that is open. Choose “New: blank…”.',
        'Name it `Subscriptions`, choose “Months” as its time, from `2026-01` to `2028-12`, and `EUR` as its currency. Choose “Create”. The cursor stands in A2.',
      ],
    },
    {
      title: '2. What is given',
      steps: [
        'Type each of these lines: its name, Tab, its unit, Tab, its value, Enter. Enter leads back to column A, one row further down.',
        'Each number is a slider under “Assumptions” now, from half of it to double. Below it stands that this is a guess: choose that to set a range of your own.',
      ],
      head: ['Name', 'Unit', 'Value'],
      rows: INPUTS.en,
    },
    {
      title: '3. What follows',
      steps: [
        'Type each of these lines: its name, Tab, its unit, Tab, Tab. The cursor stands in column D, the first month. Where the table has a formula for the first month, type that and Tab.',
        'Press Ctrl+Shift+→ to select the rest of the row, type the formula for the other months, and press Ctrl+Enter. Home and ↓ lead to the next line.',
        'Two lines have one value each: type name, Tab, unit, Tab, and the formula in column C, Enter. `Revenue in 2028` in `EUR` is `=SUM(AB9:AM9)`; `Cash runs out in`, without a unit, is `=XLOOKUP(TRUE,D11:AM11<0,D1:AM1,"never")`.',
        'C12 says 1,547,281 EUR, and C13 when the cash turns negative.',
      ],
      head: ['Name', 'Unit', 'First month', 'Other months'],
      rows: SERIES.en,
    },
    {
      title: '4. Another future',
      steps: [
        'Choose “New scenario”, the + behind the tab “Base”. Type its name over the one that it has, `Price rise`, Enter.',
        'Type `59` in C5 and `2.6` in C3. C12 says 1,711,639 EUR. All else follows the base, which the tab “Base” shows.',
      ],
    },
    {
      title: '5. The chart by year',
      steps: [
        'Choose “Revenue” in the list above the chart, then “By year”: both scenarios, each year the sum of its months.',
        'For several lines on one another, select their rows, open “Lines” above the sheet and choose “Chart … lines, stacked”.',
      ],
    },
    {
      title: '6. A target',
      steps: [
        'Choose the tab “Base”, then “Figures” above the chart and “Add a target”. Value `2000000`, year `2028`, then “Set the target”. The sentence at the top says what is missing to it.',
        'Select C12 and choose “What would it take?” beside it. By changing “Price”, value wanted `2000000`: it is 63.3369 EUR.',
      ],
    },
    {
      title: '7. Hand it on',
      steps: [
        '“Share” makes a link that holds all of it: whoever opens it sees the same numbers, and nothing is on a server.',
        '“Export” and “Export model” give the model as a text file, to be kept with others, compared, and dropped on the page again.',
      ],
    },
  ] as readonly Part[],
};

const zh: typeof en = {
  title: '十分钟建好第一个模型',
  about:
    '从零开始，按月测算一项订阅业务：收入多少、现金何时耗尽、单价多高才能达到目标。照此输入即可，所有数值随即更新，任何一步均可撤销。',
  tables: '表格：可读取与写出的格式',
  example: { inputs: INPUTS.zh, series: SERIES.zh, results: RESULTS.zh } as unknown as (typeof en)['example'],
  parts: [
    {
      title: '一、空白模型',
      steps: [
        '点击左上角显示当前模型名称的菜单，选择“新建：空白模型…”。',
        '名称填`订阅业务`，时间选“月”，起`2026-01`，止`2028-12`，货币填`EUR`，点击“新建”。光标位于A2。',
      ],
    },
    {
      title: '二、已知条件',
      steps: [
        '逐行输入下表：名称，按Tab，单位，按Tab，数值，按Enter。Enter使光标回到下一行的A列。',
        '每个数值即在“假设”栏中成为滑块，区间为其一半至两倍；其下注明此为系统推测，点击即可自行设定。',
      ],
      head: ['名称', '单位', '数值'],
      rows: INPUTS.zh,
    },
    {
      title: '三、推算',
      steps: [
        '逐行输入下表：名称，按Tab，单位，按两次Tab，光标位于D列，即首月。下表列有首月公式的，先输入该公式并按Tab。',
        '按Ctrl+Shift+→选中该行其余各月，输入其余月份的公式，按Ctrl+Enter。按Home再按↓，转到下一行。',
        '另有两行各只有一个值：输入名称，按Tab，单位，按Tab，在C列输入公式后按Enter。`2028年收入`，单位`EUR`，公式`=SUM(AB9:AM9)`；`现金耗尽于`，无单位，公式`=XLOOKUP(TRUE,D11:AM11<0,D1:AM1,"无")`。',
        'C12显示1,547,281 EUR，C13显示现金转负的月份。',
      ],
      head: ['名称', '单位', '首月', '其余月份'],
      rows: SERIES.zh,
    },
    {
      title: '四、另一种情景',
      steps: [
        '点击“基准情景”标签右侧的+（“新建情景”），将名称改为`提价`，按Enter。',
        '在C5输入`59`，在C3输入`2.6`，C12显示1,711,639 EUR。其余各项沿用基准情景，点击“基准情景”标签即可查看。',
      ],
    },
    {
      title: '五、年度图表',
      steps: [
        '在图表上方的列表中选“收入”，再点击“按年”：两种情景并列，每年为各月合计。',
        '如需将多行堆叠成图，选中这些行，点击表格上方的“行操作”，选择“绘制…行堆叠图”。',
      ],
    },
    {
      title: '六、目标',
      steps: [
        '切换到“基准情景”标签，点击图表上方的“数据与来源”，再点击“新增目标”。数值填`2000000`，年份填`2028`，点击“设定目标”。顶部的结论随即说明差距。',
        '选中C12，点击旁边的“目标倒推”。调整“单价”，期望值填`2000000`，结果为63.3369 EUR。',
      ],
    },
    {
      title: '七、交付',
      steps: [
        '点击“分享”生成链接，其中包含全部内容：对方打开即见相同数值，数据不经过服务器。',
        '点击“导出”并选择“导出模型文件”，得到文本文件，可归档、比对，拖回页面即可再次打开。',
      ],
    },
  ] as readonly Part[],
};

/** A first model, step by step. docs/first-model.md says the same in English. */
export const GUIDE: Readonly<Record<Lang, typeof en>> = { en, zh };

/** A step with what is typed in it, which stands between backticks. */
export const piecesOf = (step: string): readonly { readonly text: string; readonly typed: boolean }[] =>
  step.split('`').map((text, i) => ({ text, typed: i % 2 === 1 }));

/** A part of the walk as it stands in the documents. */
export function printedPart({ title, steps, head = [], rows = [] }: Part): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => (cell === '' ? '' : cell)).join(' | ')} |`;
  const code = (cells: readonly string[]) => row(cells.map((cell) => (cell === '' ? ' ' : `\`${cell}\``)));
  const table = head.length > 0 ? [row(head), row(head.map(() => '---')), ...rows.map(code), ''] : [];
  return [`## ${title}`, '', ...steps.map((step) => `- ${step}`), '', ...table].join('\n');
}
