import { LOOKS } from '../../document/looks.ts';
import type { Curve } from './data.ts';

/** Colours and fonts as the canvas needs them: resolved, since a canvas knows no custom properties. */
export interface ChartTheme {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly target: string;
  /** Colours 1 to 6, in order. */
  readonly scenarios: readonly string[];
  readonly fontFamily: string;
  /** px */
  readonly fontSize: number;
}

/**
 * The theme that holds at `element`. A custom property with `light-dark()` computes to its own text, so each colour
 * is read back from the `color` of a probe, where the browser has resolved it.
 */
export function readTheme(element: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  element.append(probe);
  const computed = getComputedStyle(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return computed.color;
  };
  const theme: ChartTheme = {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
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

/** The colour of a scenario; a companion curve has none of its own. */
export function curveColour(theme: ChartTheme, curve: Curve): string {
  return curve.beside ? theme.muted : (theme.scenarios[curve.colour - 1] ?? theme.ink);
}

/** Calls back when the colours may have changed: by the system, or by `data-theme` on the root. Returns the stop. */
export function watchTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const choice = new MutationObserver(changed);
  dark.addEventListener('change', changed);
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    choice.disconnect();
  };
}
