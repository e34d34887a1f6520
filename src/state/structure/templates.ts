import { type Document, newDocument } from '../../document/document.ts';
import { TEMPLATE_TEXTS, templateCurrency, templatePublisher, templateUnit } from '../../i18n/templates.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import type { Lang, Text } from '../../model/text.ts';
import type { ReadModel } from '../../modelFile/read.ts';
import { loadTemplate } from '../../templates.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { freshModelId } from './ownModels.ts';

const withExamples = ({ en, zh }: Text): Text => ({
  en: `${en} ${TEMPLATE_TEXTS.en.examples}`,
  zh: `${zh}${TEMPLATE_TEXTS.zh.examples}`,
});

/** A line in the unit of the language. */
const begun = (line: Line, lang: Lang): Line =>
  line.kind === 'heading' ? line : { ...line, unit: templateUnit(line.unit, lang) };

/**
 * A document that begins from a template: a model of a person's own that says that its numbers are examples. Its name and
 * its units are in the language in which it is begun, as they would be if they had been typed; all other texts are in both.
 * Units do not follow the language later: they are what formulas, files and figures are checked by, and money is another
 * money, not another word for it (EUR, 元).
 */
export function templateDocument({ model, figures, sources, whatIf }: ReadModel, lang: Lang): [Model, Document] {
  const { slug: _, currency, ...declared } = model;
  const name = model.name[lang];
  const own: Model = {
    ...declared,
    id: freshModelId(),
    name: { en: name, zh: name },
    about: withExamples(model.about),
    lines: model.lines.map((line) => begun(line, lang)),
    ...(currency === undefined ? {} : { currency: templateCurrency(currency, lang) }),
  };
  const document: Document = {
    ...newDocument(own),
    own,
    figures: figures.map((figure) => ({ ...figure, unit: templateUnit(figure.unit, lang) })),
    sources: sources.map((source) => ({ ...source, publisher: templatePublisher(source.publisher, lang) })),
    ...(whatIf ? { whatIf } : {}),
  };
  return [own, document];
}

/** Opens a new document of a template; what was open is left as it is. That it could not be loaded is told. */
export async function openTemplate(app: WithEditor & Words, id: string): Promise<void> {
  const { workspace, editor, lang } = app;
  const { opened } = workspace;
  let read: ReadModel;
  try {
    read = await loadTemplate(id);
  } catch {
    workspace.notices.notify({ kind: 'notLoaded' });
    return;
  }
  // Something else was opened meanwhile.
  if (opened !== workspace.opened) return;
  const [model, document] = templateDocument(read, lang());
  workspace.show(model, document);
  editor.select({ line: 0, column: 0 });
  editor.focus();
  workspace.sayDone(() => TEMPLATE_TEXTS[lang()].opened(model.name[lang()]));
}
