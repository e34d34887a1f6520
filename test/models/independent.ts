/**
 * What the shipped models must compute, worked out from their equations in closed form and without the notation, the
 * engine or the seeds: products of growth factors, odds for the logistic, a search for the levers' multiple.
 */

export type Expected = number | '';
export interface Worked {
  readonly series: Readonly<Record<string, (year: number) => Expected>>;
  readonly results: Readonly<Record<string, Expected>>;
}

const FIRST = 2022;
const YEARS = Array.from({ length: 14 }, (_, i) => FIRST + i);
const FX = 7.2957;

type Growth = (year: number) => number;

/** Holds until 2027, then its distance from the terminal growth halves every four years. */
const kept = (year: number) => 0.5 ** (Math.max(0, year - 2027) / 4);
const fading =
  (growth: number, terminal = 0.06): Growth =>
  (year) =>
    terminal + (growth - terminal) * kept(year);

/** A value that grows from the year `from`. */
const grown =
  (start: number, growth: Growth, from = FIRST) =>
  (year: number) =>
    YEARS.filter((y) => y > from && y <= year).reduce((product, y) => product * (1 + growth(y)), start);

const rate = (from: number, to: number, years: number) => Math.exp(Math.log(to / from) / years) - 1;
const notFirst = (f: (year: number) => number) => (year: number) => (year === FIRST ? '' : f(year));
const since = (from: number, f: (year: number) => number) => (year: number) => (year < from ? '' : f(year));
const onYearBefore = (f: (year: number) => number) => (year: number) => f(year) / f(year - 1) - 1;
const most = (f: (year: number) => number, from = FIRST) => Math.max(...YEARS.filter((y) => y >= from).map(f));
const flag = (condition: boolean) => (condition ? 1 : 0);

/** Years in a row, up to this one, whose growth is over 30 %; the first of them after `after`. */
const fastYears =
  (growth: Growth, after = FIRST) =>
  (year: number) => {
    let run = 0;
    while (year - run > after && growth(year - run) > 0.3) run++;
    return run;
  };

interface GuangdongCase {
  readonly trend: Growth;
  /** Strength, years to work in full. */
  readonly levers: readonly (readonly [string, number, number])[];
  readonly shocked: boolean;
}

function guangdong({ trend, levers, shocked }: GuangdongCase): Worked {
  const decay = (year: number) => 0.5 ** (Math.max(0, year - 2027) / 3);
  const pull =
    ([, strength, ramp]: readonly [string, number, number]) =>
    (year: number) =>
      strength * Math.min(1, Math.max(0, (year - 2023) / ramp)) * decay(year);
  const lever = (year: number) => 0.8 * levers.reduce((sum, l) => sum + pull(l)(year), 0);
  const shock = (year: number) => (shocked && year >= 2024 ? 0.95 - 0.1 * Math.SQRT1_2 ** (year - 2024) : 1);
  const scaleWith = (multiple: number) => (year: number) =>
    grown(150, (y) => trend(y) + multiple * lever(y))(year) * shock(year);
  const scale = scaleWith(1);
  const nation = grown(500, fading(0.16));
  const firms = grown(900, fading(0.12, 0.03));
  const perFirm = (year: number) => (scale(year) / firms(year)) * 1000;
  const path = (year: number) =>
    year <= 2025 ? 150 * 2 ** ((year - 2022) / 3) : 300 * (440 / 300) ** ((year - 2025) / 2);
  const held = (year: number) => 150 * 2 ** ((year - 2022) / 3);
  const share = (year: number) => scale(year) / nation(year);
  const gdpShare = (year: number) => scale(year) / (13000 * 1.059 ** (year - 2022));
  const growth = onYearBefore(scale);
  const toTargets = (f: (year: number) => number) => (year: number) => (year > 2027 ? '' : f(year));
  const active = levers.some(([, strength]) => strength > 0);

  /** By search: the scale in 2025 grows with the multiple. */
  const multiple = (): Expected => {
    if (!active) return '';
    let [low, high] = [0, 100];
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2;
      if (scaleWith(middle)(2025) < 300) low = middle;
      else high = middle;
    }
    return low;
  };

  return {
    series: {
      gd_scale: scale,
      gd_effective_growth: notFirst((y) => trend(y) + lever(y)),
      gd_yearly_growth: notFirst(growth),
      gd_gap: toTargets((y) => path(y) - scale(y)),
      gd_gap_share: toTargets((y) => 1 - scale(y) / path(y)),
      gd_share: share,
      gd_firms: firms,
      gd_per_firm: perFirm,
      gd_per_firm_growth: notFirst((y) => (1 + growth(y)) / (1 + fading(0.12, 0.03)(y)) - 1),
      gd_scale_usd: (y) => scale(y) / FX,
      gd_required_path: toTargets(path),
      gd_held: held,
      gd_held_past: (y) => (held(y) > nation(y) ? y : ''),
      gd_fade: kept,
      gd_trend: trend,
      gd_lever_decay: decay,
      ...Object.fromEntries(levers.map((l) => [`gd_pull_${l[0]}`, pull(l)])),
      gd_lever_effect: lever,
      gd_shock: shock,
      gd_firms_trend: fading(0.12, 0.03),
      cn_trend: fading(0.16),
      cn_scale: nation,
      gd_gdp_share: gdpShare,
      gd_fast_years: fastYears(growth),
    },
    results: {
      gd_required_growth: 2 ** (1 / 3) - 1,
      gd_required_growth_2027: Math.sqrt(440 / 300) - 1,
      gd_average_growth: rate(150, scale(2025), 3),
      gd_reached: flag(path(2025) - scale(2025) < 1e-9),
      gd_held_passes: 2034,
      gd_lever_pull: lever(2024) * (1 + trend(2025)) + lever(2025) * (1 + trend(2024)),
      gd_lever_missing: (300 / scale(2023)) * (shock(2023) / shock(2025)) - (1 + trend(2024)) * (1 + trend(2025)),
      gd_lever_multiple: multiple(),
      gd_check_share: flag(most(share) > 0.4),
      gd_check_whole: flag(most(share) > 1),
      gd_check_gdp: flag(most(gdpShare) > 0.05),
      gd_check_growth: flag(most(fastYears(growth)) >= 3),
      gd_check_levers: flag(most(lever) > 0.12),
      gd_check_per_firm: flag(most(perFirm) > 2 * perFirm(2022)),
    },
  };
}

const levers = (on: boolean) =>
  [
    ['compute', on ? 0.04 : 0, 2],
    ['models', on ? 0.03 : 0, 2],
    ['data', on ? 0.02 : 0, 3],
    ['apps', on ? 0.04 : 0, 2],
  ] as const;
const requiredTrend: Growth = (year) => {
  if (year <= 2025) return 2 ** (1 / 3) - 1;
  return fading(Math.sqrt(440 / 300) - 1)(year);
};

function china(growth: number, ceiling: number): Worked {
  const scale = grown(500, fading(growth));
  const odds = (value: number) => value / (ceiling - value);
  // The odds of a logistic grow by one factor a year: that of its first year.
  const factor = odds(500 * (1 + growth)) / odds(500);
  const logistic = (year: number) => {
    const o = odds(500) * factor ** (year - 2022);
    return (ceiling * o) / (1 + o);
  };
  const firms = grown(4300, fading(0.1, 0.03), 2023);
  const targetShare = 300 / (500 * (1 + growth) ** 3);
  return {
    series: {
      cn_scale: scale,
      cn_logistic: logistic,
      cn_yearly_growth: notFirst(fading(growth)),
      cn_logistic_growth: notFirst(onYearBefore(logistic)),
      cn_firms: since(2023, firms),
      cn_per_firm: since(2023, (y) => (scale(y) / firms(y)) * 1000),
      cn_scale_usd: (y) => scale(y) / FX,
      cn_fade: kept,
      cn_trend: fading(growth),
      cn_firms_trend: fading(0.1, 0.03),
      cn_fast_years: fastYears(fading(growth)),
    },
    results: {
      cn_average_growth: growth,
      gd_target_share: targetShare,
      cn_logistic_rate: Math.log(factor),
      cn_check_share: flag(targetShare > 0.4),
      cn_check_whole: 0,
      cn_check_growth: 0,
      cn_check_definitions: 1,
    },
  };
}

const REPORTED = {
  bj: rate(250, 450, 2),
  gd: rate(150, 300, 3),
  sh: rate(382.1, 450, 2),
  cn: rate(500, 1200, 3),
};
const STARTS = { bj: [250, 2023], gd: [150, 2022], sz: [80, 2023], sh: [382.1, 2022], hz: [300, 2024] } as const;
type RegionId = keyof typeof STARTS;

function regions(growth: Readonly<Record<RegionId | 'cn', number>>): Worked {
  const ids = Object.keys(STARTS) as RegionId[];
  const scale = (id: RegionId) => grown(STARTS[id][0], fading(growth[id]), STARTS[id][1]);
  const line = (id: RegionId) => since(STARTS[id][1], scale(id));
  const nation = grown(500, fading(growth.cn));
  const [bj, gd, sz] = [scale('bj'), scale('gd'), scale('sz')];
  const share = (id: RegionId) => (year: number) => scale(id)(year) / nation(year);
  const fast = { bj: fastYears(fading(growth.bj), 2023), gd: fastYears(fading(growth.gd)) };
  return {
    series: {
      ...Object.fromEntries(
        ids.flatMap((id) => [
          [`${id}_scale`, line(id)],
          [`${id}_trend`, fading(growth[id])],
        ]),
      ),
      bj_lead: since(2023, (y) => bj(y) - gd(y)),
      bj_rank: since(2023, (y) => (bj(y) >= gd(y) ? 1 : 2)),
      gd_rank: since(2023, (y) => (gd(y) >= bj(y) ? 1 : 2)),
      bj_share: since(2023, share('bj')),
      gd_share: share('gd'),
      all_fade: kept,
      cn_trend: fading(growth.cn),
      cn_scale: nation,
      sz_inside: since(2023, (y) => gd(y) - sz(y)),
      bj_fast_years: fast.bj,
      gd_fast_years: fast.gd,
    },
    results: {
      bj_reported_growth: REPORTED.bj,
      gd_reported_growth: REPORTED.gd,
      sh_reported_growth: REPORTED.sh,
      cn_reported_growth: REPORTED.cn,
      bj_check_share: flag(most(share('bj'), 2023) > 0.4),
      gd_check_share: flag(most(share('gd')) > 0.4),
      all_check_whole: flag(most(share('bj'), 2023) > 1),
      sz_check_inside: flag(YEARS.some((y) => y >= 2023 && sz(y) > gd(y))),
      bj_check_growth: flag(most(fast.bj) >= 3),
      gd_check_growth: flag(most(fast.gd) >= 3),
    },
  };
}

const REGIONS_BASE = { bj: 0.1, gd: 0.153, sz: 0.2, sh: 0.15, hz: 0.2, cn: 0.16 };

function shanghai(trend: number, named: number, other: number): Worked {
  const full = 0.7 * (3 * named + 8 * other);
  const effect = (year: number) => {
    if (year < 2024) return 0;
    return year === 2024 ? full / 2 : full * Math.SQRT1_2 ** (year - 2025);
  };
  const scale = grown(382.1, (y) => fading(trend)(y) + effect(y));
  const without = grown(382.1, fading(trend));
  const growth = (year: number) => fading(trend)(year) + effect(year);
  return {
    series: {
      sh_scale: scale,
      sh_without: without,
      sh_added: (y) => scale(y) - without(y),
      sh_yearly_growth: notFirst(growth),
      sh_scale_usd: (y) => scale(y) / FX,
      sh_fade: kept,
      sh_trend: fading(trend),
      sh_measures_effect: effect,
      sh_fast_years: fastYears(growth),
    },
    results: {
      sh_required_growth: rate(382.1, 400, 3),
      sh_average_growth: trend,
      sh_gap: 400 - without(2025),
      sh_reached: flag(without(2025) >= 400),
      sh_past_growth: rate(133.98, 382.1, 4),
      sh_later_growth: rate(382.1, 450, 2),
      sh_others: 8,
      sh_measures_full: full,
      sh_check_growth: flag(most(fastYears(growth)) >= 3),
      sh_check_measures: 0,
    },
  };
}

/** By model, then by scenario. */
export const WORKED: Readonly<Record<string, Readonly<Record<string, Worked>>>> = {
  guangdong: {
    base: guangdong({ trend: fading(0.153), levers: levers(false), shocked: false }),
    levers: guangdong({ trend: fading(0.153), levers: levers(true), shocked: false }),
    decoupling: guangdong({ trend: fading(0.153), levers: levers(false), shocked: true }),
    required: guangdong({ trend: requiredTrend, levers: levers(false), shocked: false }),
  },
  china: {
    base: china(0.16, 3000),
    slow: china(0.139, 3000),
    fast: china(0.248, 3000),
    low_ceiling: china(0.16, 1500),
  },
  regions: {
    base: regions(REGIONS_BASE),
    slow: regions({ bj: 0.1, gd: 0.1, sz: 0.1, sh: 0.1, hz: 0.1, cn: 0.16 }),
    reported: regions({ ...REGIONS_BASE, ...REPORTED }),
  },
  shanghai: {
    base: shanghai(0.15, 0.005, 0.002),
    slow: shanghai(rate(382.1, 450, 2), 0.005, 0.002),
    past: shanghai(rate(133.98, 382.1, 4), 0.005, 0.002),
    strong: shanghai(0.15, 0.01, 0.004),
  },
};
