/** The menu of models. */
export const MODELS = {
  en: {
    search: 'Find a model or document',
    blank: 'New: blank…',
    fromFile: 'New: from a file…',
    all: 'All documents…',
  },
  zh: { search: '查找模型或文档', blank: '新建：空白模型…', fromFile: '新建：从文件导入…', all: '全部文档…' },
};
