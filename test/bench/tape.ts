import { questionTape } from '../../src/engine/tape/question.ts';
import { run } from '../../src/engine/tape/run.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { isScalar } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { periodsOf } from '../../src/model/periods.ts';

/** The questions of a what-if on the opening model, by a tape, by loops that are written by hand and by the workbook in a loop. */

const RUNS = 10_000;
/** Edits of the workbook that are timed for the many that would be wanted. */
const EDITS = 40;

const INPUTS = [
  'gd_growth',
  'gd_terminal_growth',
  'gd_fade_half_life',
  'gd_lever_compute',
  'gd_lever_models',
  'gd_lever_data',
  'gd_lever_apps',
  'gd_overlap',
  'gd_shock_depth',
  'gd_shock_permanent',
  'gd_shock_half_life',
] as const;

/** Between 0.9 and 1.1, the same in each run. */
const factor = (run: number, input: number): number => 0.9 + 0.2 * (((run * 7919 + input * 104_729) % 10_007) / 10_007);

/** The scale of Guangdong in 2035 as a person would write it, over typed arrays. */
function byHand(given: readonly Float64Array[], constants: Readonly<Record<string, number>>): Float64Array {
  const of = (id: string) => constants[id] as number;
  const results = new Float64Array(RUNS);
  const column = (id: (typeof INPUTS)[number]) => given[INPUTS.indexOf(id)] as Float64Array;
  const [growth, terminal, fade] = [column('gd_growth'), column('gd_terminal_growth'), column('gd_fade_half_life')];
  const overlap = column('gd_overlap');
  const [depth, permanent] = [column('gd_shock_depth'), column('gd_shock_permanent')];
  const half = column('gd_shock_half_life');
  const ramps = [of('gd_ramp_compute'), of('gd_ramp_models'), of('gd_ramp_data'), of('gd_ramp_apps')] as const;
  const levers = [
    column('gd_lever_compute'),
    column('gd_lever_models'),
    column('gd_lever_data'),
    column('gd_lever_apps'),
  ];
  const [start, shockStart, fadeStart] = [of('gd_lever_start'), of('gd_shock_start'), of('gd_fade_start')];
  const [decayHalf, isOn] = [of('gd_lever_half_life'), of('gd_shock_on')];
  for (let run = 0; run < RUNS; run++) {
    let scale = of('gd_scale_2022');
    let trend = growth[run] as number;
    let before = 1;
    const least = Math.min(permanent[run] as number, depth[run] as number);
    for (let year = 2022; year <= 2035; year++) {
      if (year > 2022)
        trend =
          year <= fadeStart
            ? (growth[run] as number)
            : (terminal[run] as number) + (trend - (terminal[run] as number)) * 2 ** (-1 / (fade[run] as number));
      const decay = year <= fadeStart ? 1 : 2 ** (-(year - fadeStart) / decayHalf);
      let pull = 0;
      for (let lever = 0; lever < 4; lever++)
        pull +=
          ((levers[lever] as Float64Array)[run] as number) *
          Math.max(0, Math.min(1, (year - start + 1) / (ramps[lever] as number))) *
          decay;
      const effect = (1 - (overlap[run] as number)) * pull;
      const shock =
        year < shockStart
          ? 1
          : 1 - isOn * (least + ((depth[run] as number) - least) * 2 ** (-(year - shockStart) / (half[run] as number)));
      if (year > 2022) scale = (scale * (1 + trend + effect) * shock) / before;
      before = shock;
    }
    results[run] = scale;
  }
  return results;
}

const timed = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

addEventListener('message', ({ data: model }: MessageEvent<Model>) => {
  const { lines, periods, scenarios } = model;
  const workbook = new Workbook({ lines, periods, scenarios });
  const constants: Record<string, number> = {};
  for (const line of lines)
    if (line.kind === 'input' && typeof line.value === 'number') constants[line.id] = line.value;
  // With the levers on and a shock, so that nothing of it is 0.
  Object.assign(constants, { gd_shock_on: 1 });
  for (const id of INPUTS) if (/_lever_/.test(id)) constants[id] = 0.02;
  const cell = (line: string) => ({ scenario: 'base', line, slot: 'value' as const });
  workbook.apply([...INPUTS, 'gd_shock_on'].map((id) => ({ ...cell(id), content: constants[id] as number })));
  const given = INPUTS.map((id, i) =>
    Float64Array.from({ length: RUNS }, (_, run) => (constants[id] as number) * factor(run, i)),
  );
  const settings = new Float64Array(INPUTS.length * RUNS);
  given.forEach((values, i) => {
    settings.set(values, i * RUNS);
  });
  const results = lines.flatMap((line) => {
    if (line.kind === 'heading' || line.kind === 'input') return [];
    const slots = isScalar(line) ? (['value'] as const) : periodsOf(periods);
    return slots.map((slot) => ({ scenario: 'base', line: line.id, slot }));
  });
  const tapeTo = (cells: readonly { scenario: string; line: string; slot: number | 'value' }[]) =>
    workbook.look((hf, address) =>
      questionTape(
        hf,
        INPUTS.flatMap((id) => address(cell(id)) ?? []),
        cells.flatMap((one) => address(one) ?? []),
      ),
    );
  const scale = [{ scenario: 'base', line: 'gd_scale', slot: 2035 }];
  const [compiled, one, all] = [timed(() => tapeTo(results)), tapeTo(scale), tapeTo(results)];
  const times = { hand: [] as number[], scale: [] as number[], whole: [] as number[] };
  for (let turn = 0; turn < 9; turn++) {
    times.hand.push(timed(() => byHand(given, constants)));
    times.scale.push(timed(() => run(one, settings, RUNS)));
    times.whole.push(timed(() => run(all, settings, RUNS)));
  }
  const [mine, theirs] = [run(one, settings, RUNS), byHand(given, constants)];
  const apart = Math.max(...mine.map((value, i) => Math.abs(value / (theirs[i] as number) - 1)));
  const loop = timed(() => {
    for (let i = 0; i < EDITS; i++) {
      workbook.apply(INPUTS.map((id, input) => ({ ...cell(id), content: given[input]?.[i] as number })));
      workbook.read(lines.map(({ id }) => ({ scenario: 'base', line: id })));
    }
  });
  postMessage({
    compiled,
    apart,
    operations: [one.code, all.code].map((code) => {
      let count = 0;
      for (let at = 0; at < code.length; at += 4 + (code[at + 3] as number)) count++;
      return count;
    }),
    hand: median(times.hand),
    scale: median(times.scale),
    whole: median(times.whole),
    loop: (loop / EDITS) * RUNS,
  });
});
