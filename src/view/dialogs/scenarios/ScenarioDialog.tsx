import { createMemo, createSignal, createUniqueId, For, type JSX } from 'solid-js';
import { countOverrides } from '../../../document/document.ts';
import { LOOKS } from '../../../document/looks.ts';
import type { CellFilter } from '../../../document/overrides.ts';
import { boxes } from '../../../document/selection.ts';
import { SCENARIOS } from '../../../i18n/scenarios.ts';
import { useApp } from '../../../state/app.ts';
import { scenarioName } from '../../../state/insight/cells.ts';
import { annotate, namedUsers, paint, remove, takeFrom } from '../../../state/structure/scenarios.ts';
import { ScenarioSign } from '../../ScenarioSign.tsx';
import { Frame } from '../kit/Frame.tsx';
import { Choice, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** A question about one scenario: its note, its colour, what it takes from another, or whether it goes. */
export default function ScenarioDialog(props: DialogProps) {
  const { asked } = props;
  if (asked.name !== 'scenario') return null;
  const View = { note: NoteForm, colour: ColourForm, copy: CopyForm, delete: DeleteForm }[asked.part];
  return <View id={asked.id} onClose={props.onClose} />;
}

/** The frame of the four: its title, and what is done at the end or not. */
function Form(props: {
  title: string;
  act: string;
  onSubmit: () => void;
  onClose: () => void;
  opened?: (body: HTMLElement) => void;
  disabled?: boolean;
  children: JSX.Element;
}) {
  const submit = () => {
    props.onClose();
    props.onSubmit();
  };
  return (
    <Frame
      title={props.title}
      onClose={props.onClose}
      onSubmit={submit}
      opened={(body) => props.opened?.(body)}
      submits={{ label: props.act, disabled: props.disabled ?? false }}
    >
      {props.children}
    </Frame>
  );
}

function NoteForm(props: { id: string; onClose: () => void }) {
  const app = useApp();
  const t = () => SCENARIOS[app.lang()];
  const scenario = app.workspace.document().scenarios.find(({ id }) => id === props.id);
  const old = app.say(scenario?.note ?? '');
  const [note, setNote] = createSignal(old);
  const save = () => note() !== old && annotate(app, props.id, note());
  return (
    <Form title={t().noteOf(scenarioName(app, props.id))} act={t().save} onSubmit={save} onClose={props.onClose}>
      <div class="form">
        <TextField label={t().note} value={note()} onChange={setNote} hint={t().noteHint} prose wide />
      </div>
    </Form>
  );
}

function ColourForm(props: { id: string; onClose: () => void }) {
  const app = useApp();
  const t = () => SCENARIOS[app.lang()];
  const group = createUniqueId();
  const [colour, setColour] = createSignal(
    app.workspace.document().scenarios.find(({ id }) => id === props.id)?.colour,
  );
  const options = [...Array.from({ length: LOOKS }, (_, i) => i + 1), undefined];
  return (
    <Form
      title={t().colourOf(scenarioName(app, props.id))}
      act={t().save}
      onSubmit={() => paint(app, props.id, colour())}
      opened={(body) => body.querySelector<HTMLElement>(':checked')?.focus()}
      onClose={props.onClose}
    >
      <fieldset class="colours" aria-label={t().colour}>
        <For each={options}>
          {(one) => (
            <label class="colour">
              <input type="radio" name={group} checked={colour() === one} onChange={() => setColour(one)} />
              {one !== undefined && <ScenarioSign look={{ colour: one, marker: one - 1 }} />}
              {one === undefined ? t().byPlace : t().colours[one - 1]}
            </label>
          )}
        </For>
      </fieldset>
    </Form>
  );
}

type Which = 'all' | 'cells' | 'lines';

function CopyForm(props: { id: string; onClose: () => void }) {
  const app = useApp();
  const { workspace, editor } = app;
  const t = () => SCENARIOS[app.lang()];
  const sources = workspace.document().scenarios.filter(({ id }) => id !== props.id);
  const [from, setFrom] = createSignal(sources.find(({ id }) => id !== workspace.base.id)?.id ?? sources[0]?.id ?? '');
  const [which, setWhich] = createSignal<Which>('all');
  const held = createMemo(() => countOverrides(sources.find(({ id }) => id === from()) ?? { overrides: {} }));
  const cells = editor.selected().map(({ line, slot }) => `${line}\n${slot}`);
  const lines = new Set(
    boxes(editor.selection()).flatMap(({ top, bottom }) =>
      workspace
        .model()
        .lines.slice(top, bottom + 1)
        .flatMap(({ id, kind }) => (kind === 'heading' ? [] : [id])),
    ),
  );
  const meant: Readonly<Record<Which, CellFilter | undefined>> = {
    all: undefined,
    cells: (line, slot) => cells.includes(`${line}\n${slot}`),
    lines: (line) => lines.has(line),
  };
  const options = () => [
    ['all', t().all(held())] as const,
    ...(cells.length > 0 ? [['cells', t().cells(cells.length)] as const] : []),
    ...(lines.size > 0 ? [['lines', t().lines(lines.size)] as const] : []),
  ];
  return (
    <Form
      title={t().copyTo(scenarioName(app, props.id))}
      act={t().copy}
      disabled={which() === 'all' && held() === 0}
      onSubmit={() => takeFrom(app, props.id, from(), meant[which()])}
      onClose={props.onClose}
    >
      <div class="form">
        <Choice
          label={t().from}
          value={from()}
          options={sources.map(({ id, name }) => [id, app.say(name)] as const)}
          onChange={setFrom}
        />
        <Choice
          label={t().which}
          value={which()}
          options={options()}
          onChange={setWhich}
          hint={which() === 'all' ? t().copyHint : t().copyExact}
        />
      </div>
    </Form>
  );
}

function DeleteForm(props: { id: string; onClose: () => void }) {
  const app = useApp();
  const t = () => SCENARIOS[app.lang()];
  const users = namedUsers(app, props.id);
  return (
    <Form
      title={t().deleteTitle(scenarioName(app, props.id))}
      act={t().remove}
      onSubmit={() => remove(app, props.id)}
      onClose={props.onClose}
    >
      <p>{t().users(users)}</p>
      <p class="muted">{t().undoable}</p>
    </Form>
  );
}
