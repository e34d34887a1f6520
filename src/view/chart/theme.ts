import { LOOKS } from '../../document/looks.ts';
import { type ChartData, type Curve, curveOf } from './data.ts';

/** Colours and fonts as the canvas needs them: resolved, since a canvas knows no custom properties. */
export interface ChartTheme {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Of what is not picked out: paler, and still at 3:1 on the ground. */
  readonly dimmed: string;
  readonly surface: string;
  readonly accent: string;
  readonly target: string;
  /** Colours 1 to 6, in order. */
  readonly scenarios: readonly string[];
  readonly fontFamily: string;
  /** px */
  readonly fontSize: number;
}

/** Where the system chooses the colours: lines are told apart by markers and names, beside those few. */
const FORCED: Readonly<Record<string, string>> = {
  // At full strength a gridline behind a label strikes it out.
  line: 'color-mix(in srgb, GrayText 40%, Canvas)',
  edge: 'GrayText',
  surface: 'Canvas',
  accent: 'Highlight',
  target: 'LinkText',
  'scenario-2': 'LinkText',
  'scenario-3': 'Highlight',
};
const FORCED_COLOURS = '(forced-colors: active)';

/**
 * The theme that holds at `element`. A custom property with `light-dark()` computes to its own text, so each colour
 * is read back from the `color` of a probe, where the browser has resolved it.
 */
export function readTheme(element: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  element.append(probe);
  const computed = getComputedStyle(probe);
  const isForced = matchMedia(FORCED_COLOURS).matches;
  // The system's own choice would make all of them the colour of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  const colour = (token: string): string => {
    probe.style.color = isForced ? (FORCED[token] ?? 'CanvasText') : `var(--${token})`;
    return computed.color;
  };
  const theme: ChartTheme = {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    dimmed: colour('edge'),
    surface: colour('surface'),
    accent: colour('accent'),
    target: colour('target'),
    scenarios: Array.from({ length: LOOKS }, (_, index) => colour(`scenario-${index + 1}`)),
    fontFamily: computed.fontFamily,
    fontSize: Number.parseFloat(computed.fontSize) || 12,
  };
  probe.remove();
  return theme;
}

/** The colour of a scenario; a companion curve has none of its own, nor has what is not picked out. */
export function curveColour(theme: ChartTheme, curve: Curve): string {
  if (curve.dimmed) return theme.dimmed;
  return curve.beside ? theme.muted : (theme.scenarios[curve.colour - 1] ?? theme.ink);
}

/** The colour of what is told of a line: its own where lines have colours, else that of what leads the chart. */
export function markColour(
  theme: ChartTheme,
  data: Pick<ChartData, 'curves'>,
  line: string | undefined,
  usual: string,
): string {
  const curve = curveOf(data, line);
  return curve ? curveColour(theme, curve) : usual;
}

/** Calls back when the colours may have changed: by the system, or by `data-theme` on the root. Returns the stop. */
export function watchTheme(changed: () => void): () => void {
  const systems = ['(prefers-color-scheme: dark)', FORCED_COLOURS].map((query) => matchMedia(query));
  const choice = new MutationObserver(changed);
  for (const system of systems) system.addEventListener('change', changed);
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const system of systems) system.removeEventListener('change', changed);
    choice.disconnect();
  };
}
