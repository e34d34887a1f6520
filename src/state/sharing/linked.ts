import { type Accessor, batch, createEffect, on, onCleanup } from 'solid-js';
import { type Difference, differences, sameData } from '../../document/difference.ts';
import type { OpenModel } from '../../document/document.ts';
import { type Document, modelOf, newDocument, openModel, sameDocument } from '../../document/document.ts';
import type { History } from '../../document/history.ts';
import { rebase } from '../../document/rebase.ts';
import type { Selection } from '../../document/selection.ts';
import type { Transaction } from '../../document/transaction.ts';
import { OverrideTable } from '../../engine/overrides.ts';
import { passes } from '../../engine/size.ts';
import { leastOf, sizesOf } from '../../engine/sizes.ts';
import type { LinkReading } from '../../io/link/body.ts';
import { type DecodeProblem, decodeLink } from '../../io/link/link.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import { modelsOf } from '../document/restoring.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Preferences } from '../page/preferences.ts';
import { signal } from '../page/signal.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { LinkPreview } from './preview.ts';

/** What the link holds, beside the model that it is of. */
export interface Linked {
  readonly model: Model;
  /** The model as it ships, and as the link's maker has it. */
  readonly was: OpenModel;
  readonly is: OpenModel;
  readonly differences: readonly Difference[];
  /** Whether the scenarios that both have stand in another order. */
  readonly isReordered: boolean;
  /** Where the link is of an older version of the model: the lines whose content is another one today. */
  readonly since: readonly { readonly was: Line | undefined; readonly is: Line | undefined }[] | undefined;
}

/** What the link can't be opened for. `large`: more cells than a workbook takes. */
export type LinkProblem = DecodeProblem | 'large';

/** What was open before. */
interface Aside {
  readonly model: Model;
  readonly document: Document;
  readonly history: History;
  readonly selection: Selection;
}

/** Whether the scenarios that both sheets have stand in another order. */
function isReordered(was: OpenModel, is: OpenModel): boolean {
  const order = (of: OpenModel, other: OpenModel) =>
    of.document.scenarios.map(({ id }) => id).filter((id) => other.document.scenarios.some((s) => s.id === id));
  return !sameData(order(was, is), order(is, was));
}

/** What a line comes to, whatever it is called. */
const contentOf = (line: Line | undefined) =>
  line && [
    line.kind,
    ...(line.kind === 'heading' ? [] : [line.unit]),
    ...(line.kind === 'input' ? [line.value ?? null, line.perPeriod ?? false] : []),
    ...(line.kind === 'series' ? [line.formula, line.first ?? '', line.start ?? null] : []),
    ...(line.kind === 'result' ? [line.formula] : []),
  ];

/** The lines whose content differs between two versions of a model, in the order of the later one; then those that are gone. */
function changedLines(old: Model, today: Model): NonNullable<Linked['since']> {
  const [before, after] = [old, today].map(({ lines }) => new Map(lines.map((line) => [line.id, line])));
  return [...new Set([...today.lines, ...old.lines].map(({ id }) => id))]
    .map((id) => ({ was: before?.get(id), is: after?.get(id) }))
    .filter((pair) => !sameData(contentOf(pair.was), contentOf(pair.is)));
}

/** What a document differs in from its model, and that from the model of today. */
export function linkedOf(document: Document, model: Model, today: Model): Linked {
  const [was, is] = [openModel(model, newDocument(model)), openModel(model, document)];
  return {
    model,
    was,
    is,
    differences: differences(was, is),
    isReordered: isReordered(was, is),
    since: today.version === model.version ? undefined : changedLines(model, today),
  };
}

/** Opens the link in the address, tells what it holds, and puts back what was open before. */
export class LinkOpener {
  readonly #linked = signal<Linked | undefined>(undefined);
  readonly #problem = signal<LinkProblem | undefined>(undefined);
  readonly linked: Accessor<Linked | undefined> = this.#linked;
  readonly problem: Accessor<LinkProblem | undefined> = this.#problem;
  #aside: Aside | undefined;
  /** The model as it ships today, where the link is of an older version of it. */
  #today: Model | undefined;
  /** Whether it is this that opens a document. */
  #isShowing = false;

  /** Within a reactive owner: follows the link for as long as that lives. */
  constructor(readonly app: WithEditor & { readonly preview: LinkPreview } & { readonly preferences: Preferences }) {
    const { workspace, preview } = app;
    createEffect(on(preview.link, (link) => link !== undefined && void this.#open(link)));
    // Another document was chosen while the link was looked at: that ends it, as it ends any document.
    const follow = ({ event }: Transaction) => event === 'open' && !this.#isShowing && this.linked() && this.#leave();
    onCleanup(workspace.gateway.listen(follow));
    preview.onDiscard(() => this.discard());
  }

  /** Whether something was changed in what the link holds. */
  isTried(): boolean {
    const linked = this.linked();
    const { document, history } = this.app.workspace;
    return linked !== undefined && history().past.length > 0 && !sameDocument(linked.is.document, document());
  }

  /** Takes the link's document over, with what was tried in it. */
  keep(): void {
    this.#end();
  }

  /** Leaves what was said of a link that can't be opened. */
  dismiss(): void {
    this.#end();
  }

  /** Back to what was open before, as it was. */
  discard(): void {
    const aside = this.#aside;
    batch(() => {
      if (aside) this.#show(aside.model, aside.document, aside.history);
      if (aside) this.app.editor.comeTo({ scenario: aside.document.view.scenario, ...aside.selection });
      this.#leave();
    });
  }

  /** Opens the link's document on the model of today. What was tried in it until now is not taken along. */
  useToday(): void {
    const linked = this.linked();
    if (!linked || !this.#today) return;
    this.#preview(rebase(linked.is.document, linked.model, this.#today), this.#today, this.#today);
  }

  async #open(link: string): Promise<void> {
    const { preview, workspace } = this.app;
    const brought = await decodeLink(link, modelsOf(workspace.catalog));
    // Another link has come meanwhile.
    if (preview.link() !== link) return;
    if ('problem' in brought) {
      this.#refuse(brought.problem);
      return;
    }
    const { document, shipped, ...reading } = brought;
    if (isTooLarge(document, shipped)) {
      this.#refuse('large');
      return;
    }
    const today = document.own ? shipped : await workspace.catalog.load(shipped.id).catch(() => shipped);
    if (preview.link() !== link) return;
    this.#take(document, shipped, today, reading);
  }

  /** Nothing of what is open is touched; a link that was being looked at is left. */
  #refuse(problem: LinkProblem): void {
    batch(() => {
      if (this.#aside) this.#show(this.#aside.model, this.#aside.document, this.#aside.history);
      this.#aside = undefined;
      this.#linked.set(undefined);
      this.#problem.set(problem);
      this.app.preview.refuse();
      this.app.workspace.begin();
    });
  }

  #take(document: Document, shipped: Model, today: Model, reading: LinkReading): void {
    const { workspace, editor, preferences, preview } = this.app;
    // What is being typed belongs to what is open.
    editor.leave();
    if (!this.#aside && isOpen(workspace, document, shipped)) {
      // What is open already needs no preview; only the view may be another one.
      workspace.dispatch({ kind: 'view', view: document.view });
      preferences.lend(reading);
      this.#end();
      return;
    }
    this.#aside ??= {
      model: workspace.shipped(),
      document: workspace.document(),
      history: workspace.history(),
      selection: editor.selection(),
    };
    this.#today = today;
    preview.take();
    batch(() => {
      preferences.lend(reading);
      this.#preview(document, shipped, today);
    });
  }

  #preview(document: Document, model: Model, today: Model): void {
    batch(() => {
      this.#show(model, document);
      this.#problem.set(undefined);
      this.#linked.set(linkedOf(document, model, today));
    });
  }

  #show(model: Model, document: Document, history?: History): void {
    this.#isShowing = true;
    this.app.workspace.show(model, document, history);
    this.#isShowing = false;
  }

  /** Nothing of the link stays. */
  #leave(): void {
    this.app.preferences.lend({});
    this.#end();
  }

  #end(): void {
    batch(() => {
      this.#aside = undefined;
      this.#today = undefined;
      this.#linked.set(undefined);
      this.#problem.set(undefined);
      this.app.preview.end();
      this.app.workspace.begin();
    });
  }
}

/** Whether a document has more cells than a workbook takes. */
function isTooLarge({ scenarios, ...structure }: Document, shipped: Model): boolean {
  const { lines, periods } = modelOf(shipped, structure);
  const { lookUp, touches } = new OverrideTable(scenarios);
  const sizes = sizesOf({ lines, periods, scenarios: scenarios.map(({ id }) => id), lookUp, touches });
  return passes(leastOf(sizes, lines.length)) !== undefined;
}

/** Whether a document is open already, whatever is looked at in it. */
function isOpen({ document, shipped }: Workspace, other: Document, model: Model): boolean {
  const open = document();
  if (!sameData(open.model, other.model)) return false;
  const [was, is] = [openModel(shipped(), open), openModel(model, other)];
  return differences(was, is).length === 0 && !isReordered(was, is);
}
