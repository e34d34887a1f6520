import { bridge } from '../../src/analysis/bridge.ts';
import { goalSeek } from '../../src/analysis/goalSeek.ts';
import { Trials } from '../../src/analysis/trial.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import { inWorker } from '../../src/engine/transports.ts';
import type { Model } from '../../src/model/model.ts';

/** How long the analyses take that a person waits for, each the third time, in ms. */
export interface AnalysisTimes {
  readonly goal: number;
  /** By how many lines differ. */
  readonly bridges: Readonly<Record<number, number>>;
}

/** The model with a scenario in which so many of its inputs differ. */
function differing({ lines, periods, scenarios }: Model, count: number): WorkbookSpec {
  const inputs = lines.flatMap((line) =>
    line.kind === 'input' && !line.perPeriod && line.range && line.unit !== 'year' ? [line] : [],
  );
  const held = inputs.slice(0, count).map(({ id, range }) => {
    const { low = 0, high = 0 } = range ?? {};
    return [id, { value: low + 0.4 * (high - low) }] as const;
  });
  if (held.length < count) throw new Error(`there are only ${held.length} inputs`);
  const own = { id: 'own', name: 'Own', note: '', overrides: Object.fromEntries(held) };
  return { lines, periods, scenarios: [...scenarios, own] };
}

async function third(work: () => Promise<unknown>): Promise<number> {
  let took = Number.NaN;
  for (let i = 0; i < 3; i++) {
    const begun = performance.now();
    await work();
    took = performance.now() - begun;
  }
  return took;
}

export async function measureAnalyses(model: Model): Promise<AnalysisTimes> {
  const { signal } = new AbortController();
  const engine = createEngine(inWorker);
  const trials = new Trials(inWorker, undefined, engine);
  const bridges: Record<number, number> = {};
  for (const count of [10, 14, 16]) {
    const spec = differing(model, count);
    await engine.build(spec);
    const asked = { from: 'base', to: 'own', result: { line: 'gd_scale', slot: 2030 }, seed: 1 };
    bridges[count] = await third(() => bridge(trials, spec, asked, signal));
  }
  const spec = differing(model, 1);
  await engine.build(spec);
  const goal = await third(() =>
    goalSeek(
      trials,
      spec,
      {
        result: { scenario: 'base', line: 'gd_scale', slot: 2025 },
        input: { scenario: 'base', line: 'gd_growth', slot: 'value' },
        wanted: 300,
        low: 0.05,
        high: 0.4,
        from: 0.153,
        shown: (value) => value.toFixed(1),
        places: 2,
      },
      signal,
    ),
  );
  trials.dispose();
  engine.dispose();
  return { goal, bridges };
}
