/** What is said of work on many cells while it is under way. */
export const JOBS = {
  en: {
    paste: 'Pasting',
    copy: 'Copying',
    reset: 'Resetting',
    fill: 'Filling',
    count: (done: string, all: string) => `${done} of ${all} cells`,
    cancel: 'Cancel',
    overtaken: {
      paste: 'Nothing was pasted: the sheet was changed to another one meanwhile. Paste again where it belongs.',
      copy: 'Nothing was copied: the sheet was changed to another one meanwhile. Copy again.',
      reset: 'Nothing was reset: the sheet was changed to another one meanwhile.',
      fill: 'Nothing was filled: the sheet was changed to another one meanwhile.',
    },
  },
  zh: {
    paste: '正在粘贴',
    copy: '正在复制',
    reset: '正在还原',
    fill: '正在填充',
    count: (done: string, all: string) => `${done}/${all}个单元格`,
    cancel: '取消',
    overtaken: {
      paste: '未粘贴任何内容：其间表格已变为另一张。请在目标位置重新粘贴。',
      copy: '未复制任何内容：其间表格已变为另一张，请重新复制。',
      reset: '未还原任何单元格：其间表格已变为另一张。',
      fill: '未填充任何单元格：其间表格已变为另一张。',
    },
  },
};
