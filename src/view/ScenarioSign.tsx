import type { Look } from '../document/looks.ts';
import { scenarioGlyph } from './chart/glyphs.ts';

/** A shape about its middle, as the chart draws it. */
export function Sign(props: { class: string; path: string }) {
  return (
    <svg class={`chart-sign ${props.class}`} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={props.path} />
    </svg>
  );
}

/** The marker of a scenario in its colour. */
export function ScenarioSign(props: { look: Look | undefined }) {
  return <Sign class={`chart-scenario-${props.look?.colour}`} path={scenarioGlyph(props.look?.marker ?? 0)} />;
}
