/** What is said of work on many cells while it is under way. */
export const JOBS = {
  en: {
    paste: 'Pasting',
    copy: 'Copying',
    reset: 'Resetting',
    fill: 'Filling',
    count: (done: string, all: string) => `${done} of ${all} cells`,
    cancel: 'Cancel',
  },
  zh: {
    paste: '正在粘贴',
    copy: '正在复制',
    reset: '正在还原',
    fill: '正在填充',
    count: (done: string, all: string) => `${done}/${all}个单元格`,
    cancel: '取消',
  },
};
