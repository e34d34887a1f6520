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
      paste:
        'Nothing was pasted: another document was opened, or lines, periods or scenarios changed meanwhile. Paste again.',
      copy: 'Nothing was copied: another document was opened, or lines, periods or scenarios changed meanwhile. Copy again.',
      reset: 'Nothing was reset: another document was opened, or lines, periods or scenarios changed meanwhile.',
      fill: 'Nothing was filled: another document was opened, or lines, periods or scenarios changed meanwhile.',
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
      paste: '未粘贴任何内容：其间已打开另一文档，或行、期间、情景有变动，请重新粘贴。',
      copy: '未复制任何内容：其间已打开另一文档，或行、期间、情景有变动，请重新复制。',
      reset: '未还原任何单元格：其间已打开另一文档，或行、期间、情景有变动。',
      fill: '未填充任何单元格：其间已打开另一文档，或行、期间、情景有变动。',
    },
  },
};
