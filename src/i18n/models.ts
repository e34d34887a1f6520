/** The menu of models. */
export const MODELS = {
  en: {
    search: 'Find a model or document',
    nothing: 'No model, template or document of this name. Try another word, or begin a blank model.',
    fresh: (name: string) => `New: ${name}`,
    blank: 'New: blank…',
    fromTemplate: 'New: from a template…',
    fromFile: 'New: from a file…',
    all: 'All documents…',
  },
  zh: {
    search: '查找模型或文档',
    nothing: '没有名称相符的模型、模板或文档，可换个词，或新建空白模型。',
    fresh: (name: string) => `新建：${name}`,
    blank: '新建：空白模型…',
    fromTemplate: '新建：从模板…',
    fromFile: '新建：从文件导入…',
    all: '全部文档…',
  },
};
