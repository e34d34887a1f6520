/** What is announced of cells that were just edited. */
export const ANNOUNCING = {
  en: {
    problem: (cell: string, problem: string) => `${cell}: ${problem}`,
    more: (count: number) => (count === 1 ? 'One more cell has a problem.' : `${count} more cells have a problem.`),
  },
  zh: {
    problem: (cell: string, problem: string) => `${cell}：${problem}`,
    more: (count: number) => `另有${count}个单元格存在问题。`,
  },
};
