import type { Line } from '../model/line.ts';
import { KNOWN_UNITS, type Unit, unitSpec } from '../model/units.ts';

/** Units by what their cells show in either language, and by their names. */
const BY_TEXT: ReadonlyMap<string, Unit> = new Map(
  KNOWN_UNITS.flatMap((unit) => {
    const { label } = unitSpec(unit);
    return [label.zh, label.en, unit].map((text) => [text, unit] as const);
  }),
);

/** What a person typed as a unit: a known one by what it shows or by its name, else the text itself. */
export function unitFromText(typed: string): Unit {
  const text = typed.trim();
  return BY_TEXT.get(text) ?? text;
}

/** Units to choose from: the currency, those in use, then those with names of their own. A check is made with its model. */
export function suggestedUnits(lines: readonly Line[], currency?: Unit): readonly Unit[] {
  const used = lines.flatMap((line) => (line.kind === 'heading' || line.unit === '' ? [] : [line.unit]));
  return [...new Set([...(currency ? [currency] : []), ...used, ...KNOWN_UNITS])].filter((unit) => unit !== 'check');
}
