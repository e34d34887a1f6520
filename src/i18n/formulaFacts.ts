/** What is said of what a formula reads: cells in which nothing stands, and a column that lies further back than others. */
export const FORMULA_FACTS = {
  en: {
    empty: 'Empty, and read as 0',
    and: ', ',
    gap: 'The column before',
    far: (before: string, count: number, steps: string) => `${before}, ${count} ${steps} back.`,
    /** `power`: the years between the two, by the cells of the header. */
    growth: (power: string) => `A growth a year is compounded over them by (1 + growth)^(${power}).`,
  },
  zh: {
    empty: '为空，按0计',
    and: '、',
    gap: '上一列',
    far: (before: string, count: number, steps: string) => `${before}，相隔${count}${steps}。`,
    growth: (power: string) => `年增长率应按间隔复合：以“1+增长率”为底，以“${power}”为指数。`,
  },
} as const;
