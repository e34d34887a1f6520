import { createMemo, Show } from 'solid-js';
import { shownDecimals } from '../../document/entry.ts';
import { useApp } from '../../state/app.ts';
import { isSet } from '../../state/insight/cells.ts';
import { toldNumber } from '../../state/insight/told.ts';

/** The head of a group of assumptions: how many they are and what they hold; it folds them. */
export function GroupTitle(props: {
  /** Undefined for those that the scenario changed, which always stand open. */
  heading: string | undefined;
  lines: readonly string[];
  open: boolean;
  onToggle: () => void;
}) {
  const { workspace, t, say, lang } = useApp();
  /** The number that all of them hold, as it is shown. */
  const common = createMemo(() => {
    const texts = props.lines.map((id) => {
      const line = workspace.line(id);
      const { content } = workspace.effective({ scenario: workspace.scenarioId, line: id, slot: 'value' });
      if (line?.kind !== 'input' || typeof content !== 'number') return undefined;
      return content === 0 ? '0' : toldNumber(content, line.unit, lang(), shownDecimals(line, content)).text;
    });
    return texts.length > 1 && texts.every((text) => text === texts[0]) ? texts[0] : undefined;
  });
  const changed = createMemo(
    () =>
      props.lines.filter((line) => isSet(workspace, { scenario: workspace.scenarioId, line, slot: 'value' })).length,
  );
  const held = () => {
    const { count, all, changed: told } = t().assumptions.groups;
    return [
      count(props.lines.length),
      ...(props.open || common() === undefined ? [] : [all(common() ?? '')]),
      ...(!props.open && changed() > 0 ? [told(changed())] : []),
    ].join(lang() === 'zh' ? '，' : ', ');
  };
  return (
    <h3 class="group-title">
      <Show when={props.heading} fallback={`${t().assumptions.groups.first} ${held()}`}>
        {(id) => (
          <button type="button" class="group-fold" aria-expanded={props.open} onClick={() => props.onToggle()}>
            {say(workspace.line(id())?.label ?? '')} <span class="group-held">{held()}</span>
          </button>
        )}
      </Show>
    </h3>
  );
}
