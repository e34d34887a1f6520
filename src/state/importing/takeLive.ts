import { observedBefore } from '../../document/boundary.ts';
import { type Document, newDocument, type Scenario } from '../../document/document.ts';
import { ownModel } from '../../document/kept.ts';
import { checkSaved, save } from '../../document/saved.ts';
import type { OwnModel } from '../../document/schema.ts';
import { WORKBOOK_IMPORT } from '../../i18n/workbookImport.ts';
import { type Kept, type LiveBook, type Placed, sourceKey } from '../../io/workbook/types.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import type { Text } from '../../model/text.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { freshModelId } from '../structure/ownModels.ts';
import { fileAddress } from './fileAddress.ts';
import { chartsOfBook } from './firstChart.ts';

const LANGS = ['en', 'zh'] as const;
type Words = (typeof WORKBOOK_IMPORT)['en'];

const both = (text: string): Text => ({ en: text, zh: text });
const inBoth = (say: (words: Words) => string): Text =>
  Object.fromEntries(LANGS.map((lang) => [lang, say(WORKBOOK_IMPORT[lang])])) as unknown as Text;

/** Characters of a name, and of a note, that documents take; a little less, so that nothing is cut within a word. */
const NAME = 200;
const PROSE = 4_800;
/** Kept formulas of which the note of a line tells each. */
const TOLD = 3;
/** Letters of a formula that a note shows. */
const FORMULA = 300;
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What came of a line's cells: where they stand in the file, and which of them keep the value of a formula. */
interface Origin {
  readonly placed: Placed[];
  readonly kept: Kept[];
}

function originsOf({ placed, kept }: LiveBook): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const keptAt = new Map(kept.map((one) => [sourceKey(one.at), one]));
  for (const one of placed) {
    const origin = origins.get(one.line) ?? { placed: [], kept: [] };
    origins.set(one.line, origin);
    origin.placed.push(one);
    const found = keptAt.get(sourceKey(one.from));
    if (found) origin.kept.push(found);
  }
  return origins;
}

/** The area of the sheet in which a line's cells stand; of the one of its first cell. */
function areaOf(book: LiveBook, { placed }: Origin): string {
  const at = placed[0]?.from ?? { sheet: 0, row: 0, column: 0 };
  const [from, until] = [{ ...at }, { ...at }];
  for (const { from: cell } of placed) {
    if (cell.sheet !== at.sheet) continue;
    from.row = Math.min(from.row, cell.row);
    from.column = Math.min(from.column, cell.column);
    until.row = Math.max(until.row, cell.row);
    until.column = Math.max(until.column, cell.column);
  }
  return fileAddress(book, from, until);
}

/** A line with where it comes from, and why some of it computes no more, in its note. */
function noted(line: Line, book: LiveBook, origin: Origin | undefined, file: string): Line {
  if (line.kind === 'heading' || !origin) return line;
  const note = inBoth((words) => {
    const kept = origin.kept
      .slice(0, TOLD)
      .map(({ at, formula, why, said }) =>
        words.keptIn(fileAddress(book, at), cut(formula, FORMULA), words.keptWhy[why](said)),
      );
    const more = origin.kept.length - kept.length;
    const source = words.fromLine(file, areaOf(book, origin));
    return cut([source, ...kept, ...(more > 0 ? [words.keptMore(more)] : [])].join('\n'), PROSE);
  });
  return { ...line, note: line.note ? { en: `${line.note.en}\n${note.en}`, zh: `${line.note.zh}\n${note.zh}` } : note };
}

/** How a workbook is called, and the file from which it comes. */
export interface LiveNames {
  readonly name: string;
  readonly file: string;
}

/** A workbook as a model of a person's own, with its document. */
export function liveDocument(book: LiveBook, names: LiveNames, today: Date): [Model, Document] {
  const { periods, observedUntil, kept } = book;
  const file = cut(names.file, NAME);
  const origins = originsOf(book);
  const about = inBoth((words) =>
    [
      words.from(file),
      ...(kept.length > 0
        ? [
            words.keptAll(
              kept.length,
              kept.map(({ at }) => fileAddress(book, at)),
            ),
          ]
        : []),
    ].join('\n'),
  );
  const own = {
    name: both(cut(names.name, NAME)),
    about,
    periods,
    observedUntil: observedUntil ?? observedBefore(periods, today),
    lines: book.lines.map((line) => noted(line, book, origins.get(line.id), file)),
    charts: chartsOfBook(book),
  };
  const base: Scenario = { id: 'base', name: inBoth(({ base }) => base), note: both(''), overrides: book.overrides };
  const model = ownModel(freshModelId(), own as unknown as OwnModel, [base]);
  return [model, { ...newDocument(model), own: model }];
}

/** Whether what came of a workbook can be kept and opened again. @throws NotADocument with the path of what can't */
export function checkLive(book: LiveBook): void {
  const [model, document] = liveDocument(book, { name: book.name, file: '' }, new Date());
  checkSaved(save(document, model));
}

/** Opens a workbook as a model of its own, in place of what is open. */
export function takeLive({ workspace, editor }: WithEditor, book: LiveBook, names: LiveNames): void {
  const [model, document] = liveDocument(book, names, new Date());
  workspace.show(model, document);
  editor.select({ line: 0, column: 0 });
}
