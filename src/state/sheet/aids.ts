import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Engine, FunctionInfo } from '../../engine/port.ts';
import { bracketPair } from '../../formula/brackets.ts';
import { type Call, callAt } from '../../formula/call.ts';
import {
  accept,
  type Candidate,
  complete,
  functionCandidates,
  lineCandidates,
  wordAt,
} from '../../formula/candidates.ts';
import { type Colouring, colour } from '../../formula/colours.ts';
import { cycleFixing } from '../../formula/fixing.ts';
import { scan, type Token } from '../../formula/scan.ts';
import { FUNCTIONS_ZH } from '../../i18n/functions.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from './editor.ts';

/** The functions of an engine, asked for once. */
const asked = new WeakMap<Engine, Promise<readonly FunctionInfo[]>>();
function functionsOf(engine: Engine): Promise<readonly FunctionInfo[]> {
  const found = asked.get(engine) ?? engine.functions();
  asked.set(engine, found);
  // An engine that was stopped is asked again at the next formula.
  return found.catch(() => {
    asked.delete(engine);
    return [];
  });
}

/** What helps while a formula is edited. Made when one is begun, within its owner, and gone with it. */
export class Aids {
  readonly text: Accessor<string>;
  readonly tokens: Accessor<readonly Token[]>;
  readonly caret: Accessor<number>;
  readonly colouring: Accessor<Colouring>;
  /** Where the brackets at the caret start. */
  readonly pair: Accessor<readonly number[]>;
  readonly call: Accessor<(Call & { readonly info: FunctionInfo }) | undefined>;
  /** What the word at the caret can become; empty where no list is shown. */
  readonly candidates: Accessor<readonly Candidate[]>;
  /** Which of them Tab accepts. */
  readonly chosen: Accessor<number>;
  readonly #setChosen: (index: number) => void;
  readonly #setDismissed: (text: string | undefined) => void;

  constructor(readonly app: WithEditor & Words) {
    const { editor, workspace, lang, say } = app;
    const { pointing } = editor;
    const draft = editor.draft();
    const [functions, setFunctions] = createSignal<readonly FunctionInfo[]>([]);
    functionsOf(workspace.engine).then(setFunctions);

    this.text = createMemo(() => editor.draft()?.text ?? '');
    this.tokens = createMemo(() => scan(this.text()));
    this.caret = createMemo(() => {
      this.text();
      pointing.caretMoves();
      return pointing.caret.end;
    });
    this.colouring = createMemo(() => {
      const cell = editor.draft()?.cell ?? draft?.cell;
      return cell ? colour(workspace.layout(), this.text(), this.tokens(), cell) : { tokens: new Map(), blocks: [] };
    });
    this.pair = createMemo(() => bracketPair(this.tokens(), this.caret())?.map(({ start }) => start) ?? []);
    const byName = createMemo(() => new Map(functions().map((info) => [info.name, info])));
    this.call = createMemo(() => {
      const call = callAt(this.text(), this.tokens(), this.caret());
      const info = call && byName().get(call.name);
      return info && { ...call, info: localised(info, lang() === 'zh') };
    });

    const names = createMemo(() =>
      lineCandidates(workspace.model().lines, draft?.cell?.slot ?? 'value', (line) => say(line.label)),
    );
    const known = createMemo(() =>
      functionCandidates(functions(), (info) => localised(info, lang() === 'zh').summary ?? ''),
    );
    // A formula that is opened shows no list before something is typed.
    const [dismissed, setDismissed] = createSignal(
      draft?.cell && draft.text === editor.source(draft.cell) ? draft.text : undefined,
    );
    this.#setDismissed = setDismissed;
    const typedTo = createMemo<{ text: string; caret: number }>((before) =>
      before && before.text === this.text() ? before : { text: this.text(), caret: this.caret() },
    );
    this.candidates = createMemo((): readonly Candidate[] => {
      const text = this.text();
      const { caret } = typedTo();
      if (dismissed() === text || pointing.wrote(text) || this.caret() !== caret) return [];
      const word = wordAt(this.tokens(), caret);
      if (!word) return [];
      const typed = text.slice(word.start, word.end);
      const found = complete(typed, names(), known());
      return isComplete(typed, found) ? [] : found;
    });
    const [chosen, setChosen] = createSignal({ text: '', index: 0 });
    this.chosen = createMemo(() => (chosen().text === this.text() ? chosen().index : 0));
    this.#setChosen = (index) => setChosen({ text: this.text(), index });
  }

  /** Puts a candidate in place of the word. */
  accept(candidate: Candidate): void {
    const word = wordAt(this.tokens(), this.caret());
    if (!word) return;
    const { text, caret } = accept(this.text(), word, candidate);
    this.#setDismissed(text);
    this.app.editor.pointing.write(text, caret);
  }

  /** Fixes column and row of the reference at the caret in turn. @returns false where there is none. */
  fix(): boolean {
    const { pointing } = this.app.editor;
    const fixed = cycleFixing(this.text(), this.tokens(), pointing.caret.end);
    if (fixed) pointing.rewrite(fixed.text, fixed.caret);
    return fixed !== undefined;
  }

  /** Chooses the next candidate, or the one before. @returns false where no list is shown. */
  choose(step: 1 | -1): boolean {
    const count = this.candidates().length;
    if (count === 0) return false;
    this.#setChosen((this.chosen() + step + count) % count);
    return true;
  }

  /** Closes the list. @returns false where none is shown. */
  dismiss(): boolean {
    if (this.candidates().length === 0) return false;
    this.#setDismissed(this.text());
    return true;
  }

  /** A name that stands there in full already has nothing to accept. @returns false there, and where no list is shown. */
  acceptChosen(): boolean {
    const candidate = this.candidates()[this.chosen()];
    const word = wordAt(this.tokens(), this.caret());
    if (!candidate || !word) return false;
    if (candidate.kind === 'name' && this.text().slice(word.start, word.end) === candidate.name) return false;
    this.accept(candidate);
    return true;
  }
}

/** Whether a name stands there in full, and begins no other. */
const isComplete = (typed: string, [first, ...others]: readonly Candidate[]): boolean =>
  first?.kind === 'name' &&
  first.name === typed &&
  !others.some(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));

/** A function as the language of the interface describes it, where it does. */
function localised(info: FunctionInfo, chinese: boolean): FunctionInfo {
  const own = chinese ? FUNCTIONS_ZH[info.name] : undefined;
  if (!own) return info;
  const parameters = info.parameters.map((parameter, i) => ({
    ...parameter,
    name: own.parameters[i] ?? parameter.name,
  }));
  return { ...info, summary: own.summary, parameters };
}
