import type { Declared } from '../../document/declaredSchema.ts';
import { sameData } from '../../document/difference.ts';
import { countOverrides, type Document, type Scenario, type Structure, type View } from '../../document/document.ts';
import { type LoadModel, restoreSaved } from '../../document/restoring.ts';
import { checkSaved, keptForm, NotADocument, NotYetKnown, OWN_MODEL, ownOf, parseData } from '../../document/saved.ts';
import type { OwnModel } from '../../document/schema.ts';
import type { Line } from '../../model/line.ts';
import type { ChartSpec, Model } from '../../model/model.ts';
import type { WhatIf } from '../../model/whatIf.ts';
import { ByteReader, Damaged, Writer } from './bytes.ts';
import { type Codec, list, record, said, text, whole, word } from './codec.ts';
import { Ids, newIds } from './ids.ts';
import { type KeptLine, Lines } from './lines.ts';
import { figures, periods, sources, WORDS } from './records.ts';
import { scenariosCodec } from './scenarios.ts';
import { period } from './slots.ts';

/** How the maker of a link reads it. */
export interface LinkReading {
  readonly lang?: (typeof WORDS.langs)[number];
  readonly money?: (typeof WORDS.moneys)[number];
}

/** A document as a link brings it, with the model that it is of, as that shipped when the link was made. */
export interface Brought extends LinkReading {
  readonly document: Document;
  readonly shipped: Model;
}

export type { LoadModel };

const reading: Codec<LinkReading> = record<LinkReading>({
  lang: word(WORDS.langs) as Codec<(typeof WORDS.langs)[number]>,
  money: word(WORDS.moneys) as Codec<(typeof WORDS.moneys)[number]>,
});

/** What has no codec of its own, as text; it meets the schema when all is read. */
const data: Codec<unknown> = {
  write: (to, value) => text.write(to, JSON.stringify(value)),
  read: (from) => {
    const json = text.read(from);
    try {
      return parseData(json);
    } catch {
      throw new Damaged('what the model declares is none');
    }
  },
};
const charts = data as Codec<readonly ChartSpec[]>;
const whatIf = data as Codec<WhatIf>;

/** A model of a person's own travels whole. */
function writeOwn(to: Writer, own: OwnModel): void {
  const ids = new Ids(own.lines.map(({ id }) => id));
  newIds.write(to, ids.all);
  said.write(to, own.name);
  said.write(to, own.about);
  periods.write(to, own.periods);
  period.write(to, own.observedUntil);
  new Lines([], ids).write(to, own.lines as readonly Line[]);
  list(ids.id).write(to, own.charts);
}

function readOwn(from: ByteReader, hasDeclared: boolean): OwnModel {
  const ids = new Ids(newIds.read(from));
  return {
    name: said.read(from),
    about: said.read(from),
    periods: periods.read(from),
    observedUntil: period.read(from),
    lines: new Lines([], ids).read(from),
    charts: list(ids.id).read(from),
    ...(hasDeclared ? { declared: declared.read(from) } : {}),
  } as OwnModel;
}

/** What it declares beside its lines, without the text of the file from which it was opened: that is long, and says no more. */
const declared: Codec<Declared> = {
  write: (to, { source: _, ...rest }) => data.write(to, rest),
  read: (from) => data.read(from) as Declared,
};

/** What of a model a document is written against. A model of a person's own ships no scenarios: they are the document's. */
type Ground = Pick<Model, 'lines' | 'periods' | 'scenarios' | 'known'> & { readonly charts: readonly string[] };

const groundOf = (model: Model): Ground => ({ ...model, charts: model.charts.map(({ line }) => line) });
const ownGround = (own: OwnModel): Ground => ({
  lines: own.lines as readonly Line[],
  periods: own.periods,
  scenarios: [],
  known: own.declared?.known ?? ['latest'],
  charts: own.charts,
});

/** What is looked at before anybody looks elsewhere. */
const firstView = (scenarios: readonly Scenario[], { charts, known }: Ground): View => ({
  scenario: scenarios[0]?.id ?? '',
  line: charts[0] ?? '',
  known: known[0] ?? 'latest',
});

/** What is looked at beside the id of a chart. */
type LineView = Omit<View, 'chart'>;

/** What is looked at, by its place among the scenarios, lines and dates. */
const viewCodec = (scenarios: readonly Scenario[], { known }: Ground, ids: Ids): Codec<LineView> =>
  record<LineView>({
    scenario: word(scenarios.map(({ id }) => id)),
    line: {
      write: (to, line) => whole.write(to, line === '' ? 0 : ids.place(line) + 1),
      read: (from) => {
        const place = whole.read(from);
        return place === 0 ? '' : ids.at(place - 1);
      },
    },
    known: word(known),
  });

/** The ids that a document speaks of and its model does not have; those of its lines first, in their order. */
function idsBeside({ lines = [], scenarios, view }: Document, ground: Ground): string[] {
  const known = new Set(ground.lines.map(({ id }) => id));
  const held = scenarios.flatMap(({ overrides, reasons = {} }) => [...Object.keys(overrides), ...Object.keys(reasons)]);
  const named = new Set([...lines.map(({ id }) => id), ...held, view.line]);
  return [...named].filter((id) => id !== '' && !known.has(id));
}

/** The parts of a document that follow where they differ from those of its model, each with its bit, in this order. */
const PARTS = ['lines', 'periods', 'figures', 'sources', 'scenarios', 'view'] as const;
type BodyPart = (typeof PARTS)[number];
/** The bit before theirs says that the model is the person's own. */
const OWN = 1;
const bitOf = (part: BodyPart): number => 2 ** (PARTS.indexOf(part) + 1);
/** The bit behind theirs says that a model of one's own declares more than its lines, which format 1 did not know. */
const DECLARES = 2 ** (PARTS.length + 1);
/**
 * And those behind that: that the boundary of the actual part was moved, that there are charts of the person's own, that
 * the chart in view has an id, and that more is asked than values. They follow at the end.
 */
const BOUNDARY = 2 * DECLARES;
const CHARTS = 2 * BOUNDARY;
const CHART_IN_VIEW = 2 * CHARTS;
const WHAT_IF = 2 * CHART_IN_VIEW;
const ALL_BITS = 2 * WHAT_IF - 1;

/** Bytes that are taken at least by a line of the person's own, and by each cell that a scenario sets. */
const LEAST = { own: 7, cell: 2 };

/** Bytes that a document takes at least, told by counts that are kept. What was taken out of the model is not counted. */
export function leastBytes({ lines, scenarios }: Document, shipped: Model): number {
  const known = new Map(shipped.scenarios.map((scenario) => [scenario.id, countOverrides(scenario)]));
  const cells = scenarios.map((scenario) => Math.max(0, countOverrides(scenario) - (known.get(scenario.id) ?? 0)));
  const own = Math.max(0, (lines?.length ?? 0) - shipped.lines.length);
  return cells.reduce((sum, count) => sum + LEAST.cell * count, LEAST.own * own);
}

/**
 * A document as bytes. `shipped`: the model that it is of; for one with a model of its own, that model.
 * @throws Full where `to` is
 */
export function writeBody(
  document: Document,
  shipped: Model,
  how: LinkReading,
  to: Writer = new Writer(),
): Uint8Array<ArrayBuffer> {
  const own = document.own && ownOf(document.own);
  const ground = own ? ownGround(own) : groundOf(shipped);
  const view = firstView(document.scenarios, ground);
  const like: Partial<Record<BodyPart, unknown>> = { scenarios: ground.scenarios, view };
  const parts = new Set(PARTS.filter((part) => !sameData(document[part], like[part])));
  word(WORDS.models).write(to, document.model.id);
  whole.write(to, document.model.version);
  whole.write(
    to,
    [...parts]
      .map(bitOf)
      .reduce(
        (sum, bit) => sum + bit,
        (own ? OWN : 0) +
          (own?.declared ? DECLARES : 0) +
          (document.observedUntil ? BOUNDARY : 0) +
          (document.charts ? CHARTS : 0) +
          (document.view.chart === undefined ? 0 : CHART_IN_VIEW) +
          (document.whatIf ? WHAT_IF : 0),
      ),
  );
  reading.write(to, how);
  if (own) writeOwn(to, own);
  if (own?.declared) declared.write(to, own.declared);
  const beside = idsBeside(document, ground);
  newIds.write(to, beside);
  const ids = new Ids([...ground.lines.map(({ id }) => id), ...beside]);
  if (document.lines) new Lines(ground.lines, ids).write(to, document.lines);
  if (document.periods) periods.write(to, document.periods, ground.periods);
  if (document.figures) figures.write(to, document.figures);
  if (document.sources) sources.write(to, document.sources);
  if (parts.has('scenarios')) scenariosCodec(ground.scenarios, ids).write(to, document.scenarios);
  if (parts.has('view')) viewCodec(document.scenarios, ground, ids).write(to, document.view, view);
  if (document.observedUntil) period.write(to, document.observedUntil);
  if (document.charts) charts.write(to, document.charts);
  if (document.view.chart !== undefined) text.write(to, document.view.chart);
  if (document.whatIf) whatIf.write(to, document.whatIf);
  return to.done();
}

/** What is kept of a document beside its scenarios; its lines as they are kept. */
type KeptStructure = Omit<Structure, 'lines'> & { lines?: readonly KeptLine[] };

/**
 * The document that was written.
 * @throws Damaged, and what `loadModel` throws
 * @returns undefined where its model is not known
 */
export async function readBody(bytes: Uint8Array, loadModel: LoadModel): Promise<Brought | undefined> {
  const from = new ByteReader(bytes);
  const model = { id: word(WORDS.models).read(from), version: whole.read(from) };
  const bits = whole.read(from);
  const how = reading.read(from);
  const isOwn = bits % 2 === OWN;
  if (bits > ALL_BITS) throw new NotYetKnown('format');
  const isThere = (bit: number) => Math.floor(bits / bit) % 2 === 1;
  const hasDeclared = isThere(DECLARES);
  if (isOwn !== OWN_MODEL.test(model.id) || (hasDeclared && !isOwn)) throw new Damaged('it names no model');
  const own = isOwn ? readOwn(from, hasDeclared) : undefined;
  const loaded = own ? undefined : await loadModel(model.id, model.version);
  if (!own && !loaded) return undefined;
  const ground = own ? ownGround(own) : groundOf(loaded as Model);
  const ids = new Ids([...ground.lines.map(({ id }) => id), ...newIds.read(from)]);
  const has = (part: BodyPart) => Math.floor(bits / bitOf(part)) % 2 === 1;
  const structure: KeptStructure = {
    ...(has('lines') ? { lines: new Lines(ground.lines, ids).read(from) } : {}),
    ...(has('periods') ? { periods: periods.read(from, ground.periods) } : {}),
    ...(has('figures') ? { figures: figures.read(from) } : {}),
    ...(has('sources') ? { sources: sources.read(from) } : {}),
  };
  const scenarios = has('scenarios') ? scenariosCodec(ground.scenarios, ids).read(from) : ground.scenarios;
  const first = firstView(scenarios, ground);
  const view = has('view') ? viewCodec(scenarios, ground, ids).read(from, first) : first;
  const boundary = isThere(BOUNDARY) ? { observedUntil: period.read(from) } : {};
  const drawn = isThere(CHARTS) ? { charts: charts.read(from) } : {};
  const inView = isThere(CHART_IN_VIEW) ? { chart: text.read(from) } : {};
  const asked = isThere(WHAT_IF) ? { whatIf: whatIf.read(from) } : {};
  from.end();
  const data = keptForm({
    model,
    ...(own ? { own } : {}),
    ...structure,
    ...boundary,
    ...drawn,
    ...asked,
    scenarios,
    view: { ...view, ...inView },
  });
  return { ...(await restored(data, loaded)), ...how };
}

/** @throws Damaged for data that is no document */
async function restored(data: unknown, loaded: Model | undefined): Promise<Brought> {
  try {
    const { document, model } = await restoreSaved(checkSaved(data), async () => loaded);
    return { document, shipped: model };
  } catch (error) {
    throw error instanceof NotADocument ? new Damaged(error.message) : error;
  }
}
