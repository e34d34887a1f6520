import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import { countSet } from '../../document/document.ts';
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { type CellRef, cellKey } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import { editionText, inheritedIn } from '../../state/insight/differences.ts';
import { giveReason, reset, resetCell } from '../../state/structure/scenarios.ts';
import { Button } from '../Button.tsx';
import { Fact } from './Fact.tsx';

/** An override: where it is set, in place of what and why, and the ways back. `children`: what else can be done with it. */
export default function OverrideFacts(props: { cell: CellRef; children?: JSX.Element }) {
  const app = useApp();
  const { workspace, editor, say } = app;
  const own = () => SCENARIOS[app.lang()];
  const id = createUniqueId();
  const scenario = createMemo(() => workspace.document().scenarios.find((one) => one.id === props.cell.scenario));
  const isBase = () => props.cell.scenario === workspace.base.id;
  const inLine = createMemo(() => Object.keys(scenario()?.overrides[props.cell.line] ?? {}).length);
  const inAll = createMemo(() => {
    const found = scenario();
    return found ? countSet(workspace.openModel, found) : 0;
  });
  const replaced = createMemo(() => {
    const edition = app.workspace.openModel;
    return editionText(app, edition, props.cell, inheritedIn(edition, props.cell));
  });
  const reason = createMemo(() => scenario()?.reasons?.[props.cell.line]?.[props.cell.slot] ?? '');
  return (
    <>
      <Fact name={CELL_FACTS[app.lang()].overridden(say(scenario()?.name ?? ''))}>
        <span class="jumps">
          <Button class="link" text={CELL_FACTS[app.lang()].reset} onClick={() => resetCell(app, props.cell)} />
          <Show when={inLine() > 1}>
            <Button
              class="link"
              text={own().resetLine(inLine())}
              onClick={() => reset(app, props.cell.scenario, (line) => line === props.cell.line)}
            />
          </Show>
          <Show when={inAll() > inLine()}>
            <Button class="link" text={own().resetScenario(inAll())} onClick={() => reset(app, props.cell.scenario)} />
          </Show>
          {props.children}
        </span>
      </Fact>
      <Fact name={own().replaces}>
        <Show
          when={!isBase()}
          fallback={
            <>
              {replaced()} <span class="muted">{own().asShipped}</span>
            </>
          }
        >
          <Button
            class="link"
            text={replaced()}
            onClick={() => editor.show({ ...props.cell, scenario: workspace.base.id })}
          />{' '}
          <span class="muted">{say(workspace.base.name)}</span>
        </Show>
      </Fact>
      <div class="fact">
        <dt>
          <label for={id}>{own().reason}</label>
        </dt>
        <dd>
          <Show when={cellKey(props.cell)} keyed>
            <Reason id={id} cell={props.cell} text={reason()} />
          </Show>
        </dd>
      </div>
    </>
  );
}

/** Why a cell is overridden. Enter and leaving the field keep it, as one step; Escape leaves what was kept. */
function Reason(props: { id: string; cell: CellRef; text: string }) {
  const app = useApp();
  const { cell } = props;
  const keep = (field: HTMLInputElement) => {
    giveReason(app, cell, field.value);
    field.value = props.text;
  };
  return (
    <input
      id={props.id}
      class="reason"
      value={props.text}
      placeholder={SCENARIOS[app.lang()].whyHint}
      maxLength={5000}
      autocomplete="off"
      onBlur={(event) => keep(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter') keep(event.currentTarget);
        else if (event.key === 'Escape') event.currentTarget.value = props.text;
      }}
    />
  );
}
