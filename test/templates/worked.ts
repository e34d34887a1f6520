/**
 * What the templates must compute, worked out from their equations without the notation and without the engine: closed
 * forms where there are some, else loops. By line, a value for each period; a scalar as the only one.
 */

export type Worked = Readonly<Record<string, readonly (number | undefined)[]>>;
type Given = Readonly<Record<string, number>>;

const along = (count: number, f: (i: number) => number | undefined) => Array.from({ length: count }, (_, i) => f(i));
const numbers = (count: number, f: (i: number) => number) => Array.from({ length: count }, (_, i) => f(i));
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
/** Sums up to each value. */
const soFar = (values: readonly number[]) => values.map((_, i) => sum(values.slice(0, i + 1)));

/** 2026 to 2036, towards 200 in 2032. */
function growth({ lever = 0, shock = 0 }: Given = {}): Worked {
  const underlying = (i: number) => 0.05 + 0.07 * Math.exp((-Math.LN2 * (i - 1)) / 6);
  const rate = (i: number) => underlying(i) + lever * (Math.min(1, i / 2) + Math.min(1, i / 3));
  const stays = Math.min(0.05, shock);
  const level = (i: number) => (i < 3 ? 1 : 1 - stays - (shock - stays) / 2 ** (i - 3));
  const scale = numbers(
    11,
    (i) => 100 * level(i) * numbers(i, (j) => 1 + rate(j + 1)).reduce((all, one) => all * one, 1),
  );
  const path = along(11, (i) => (i <= 6 ? 100 * 2 ** (i / 6) : undefined));
  return {
    scale,
    growth: along(11, (i) => (i === 0 ? undefined : rate(i))),
    path,
    gap: scale.map((value, i) => path[i] && path[i] - value),
    required: [2 ** (1 / 6) - 1],
    average: [((scale[6] ?? 0) / 100) ** (1 / 6) - 1],
  };
}

/** Quarters from 2027 on, placed by their ends. */
function adoption({ ceiling = 0.6, spread = 6, fall = 0.06 }: Given = {}): Worked {
  // The odds begin at 3 % of what is left to the ceiling, and grow by 81 in `spread` years.
  const odds = (at: number) => (0.03 / (ceiling - 0.03)) * 81 ** ((at - 2027) / spread);
  const share = (at: number) => (ceiling * odds(at)) / (1 + odds(at));
  const base = numbers(33, (i) => 2_000_000 * 1.01 ** (Math.max(0, i - 1) / 4) * share(2027 + i / 4));
  const added = numbers(32, (i) => (base[i + 1] ?? 0) - (base[i] ?? 0));
  const replaced = numbers(32, (i) => (base[i] ?? 0) / 32);
  const sales = numbers(32, (i) => (added[i] ?? 0) + (replaced[i] ?? 0));
  return {
    turning: [2027 + (spread * Math.log(ceiling / 0.03 - 1)) / Math.log(81)],
    share: numbers(32, (i) => share(2027.25 + i / 4)),
    base: base.slice(1),
    added,
    replaced,
    sales,
    revenue: sales.map((value, i) => value * 480 * (1 - fall) ** (i / 4)),
  };
}

/** Months from January 2027 on. */
function subscriptions({ price = 49, churn = 0.021, first = 90, rise = 0.02 }: Given = {}): Worked {
  const added = numbers(36, (i) => first * (1 + rise) ** i);
  // Of those who came before, what is left after each month.
  const customers = numbers(
    36,
    (i) => 1200 * (1 - churn) ** (i + 1) + sum(numbers(i + 1, (j) => (added[j] ?? 0) * (1 - churn) ** (i - j))),
  );
  const mrr = customers.map((count) => count * price);
  const profit = customers.map((count, i) => count * (price - 7) - (added[i] ?? 0) * 300 - 62_000);
  const cash = soFar(profit).map((value) => 340_000 + value);
  return {
    added,
    customers,
    mrr,
    revenue: mrr,
    profit,
    cash,
    lowest: [Math.min(...cash)],
    worth: [(price - 7) / churn],
  };
}

/** The months of 2027, three of which are actual. */
function budget({ hired = 0, rise = 0.03, saved = 0 }: Given = {}): Worked {
  const level = (month: number) => (month < 4 ? 1 : 1 + rise);
  const staff = (month: number) => 14 + hired * (month < 5 ? 0 : month < 7 ? 2 : 3);
  const department = (actual: readonly number[], pay: (month: number) => number, other: (month: number) => number) =>
    numbers(12, (i) => actual[i] ?? pay(i + 1) * level(i + 1) * 1.22 + other(i + 1));
  const cost_sales = department(
    [52_310, 53_180, 54_040],
    () => 8 * 4300,
    (month) => (month < 7 ? 11_000 : 11_000 - saved),
  );
  const cost_product = department(
    [106_420, 105_990, 107_850],
    (month) => staff(month) * 5300,
    () => 16_000,
  );
  const cost_office = department(
    [36_150, 35_480, 35_720],
    () => 5 * 3700,
    () => 13_000,
  );
  const costs = numbers(12, (i) => sum([cost_sales, cost_product, cost_office].map((one) => one[i] ?? 0)));
  return {
    cost_sales,
    cost_product,
    cost_office,
    costs,
    spent: soFar(costs),
    even: numbers(12, (i) => (2_450_000 * (i + 1)) / 12),
    left: [2_450_000 - sum(costs)],
  };
}

/** 2025 to 2050, year by year; who turns 15 was born 15 years before. */
function population({ births = 0.0125, coming = 4000 }: Given = {}): Worked {
  const born: number[] = [0];
  const groups: [children: number, working: number, older: number][] = [[800_000, 3_300_000, 900_000]];
  while (groups.length < 26) {
    const [children, working, older] = groups.at(-1) ?? [0, 0, 0];
    const year = groups.length;
    born.push(working * births);
    const grown = year <= 15 ? 800_000 / 15 : (born[year - 15] ?? 0) * 0.9996 ** 15;
    groups.push([
      children * 0.9996 + working * births - grown,
      working * (1 - 0.0225) + grown + coming,
      older * (1 - 0.046) + working * 0.02,
    ]);
  }
  const group = (i: 0 | 1 | 2) => groups.map((one) => one[i]);
  return {
    children: group(0),
    working: group(1),
    older: group(2),
    people: groups.map(sum),
    old_share: groups.map(([, working, older]) => older / working),
    births: born.map((value, i) => (i === 0 ? undefined : value)),
  };
}

/** 2027 to 2042. */
function project({ invest = 120, opening = 2, price = 430 }: Given = {}): Worked {
  const running = (i: number) => Math.max(0, Math.min(1, (i - opening + 1) / 3));
  const cash = numbers(16, (i) => {
    const tonnes = 180_000 * 0.88 * running(i);
    const earned = (tonnes * (price - 225)) / 1e6 - (i < opening ? 0 : 8);
    const writtenOff = i >= opening && i < opening + 10 ? invest / 10 : 0;
    return earned - 0.25 * Math.max(0, earned - writtenOff) - invest * ([0.4, 0.6][i] ?? 0);
  });
  const worth = (rate: number) => cash.reduce((all, flow, i) => all + flow / (1 + rate) ** i, 0);
  let [low, high] = [-0.5, 1];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  const total = soFar(cash);
  return { cash, total, npv: [worth(0.08)], irr: [low], back: [2027 + total.findIndex((value) => value >= 0)] };
}

/** By template and scenario. */
export const WORKED: Readonly<Record<string, Readonly<Record<string, Worked>>>> = {
  growth: {
    base: growth(),
    levers: growth({ lever: 0.015 }),
    setback: growth({ lever: 0.015, shock: 0.12 }),
  },
  adoption: {
    base: adoption(),
    fast: adoption({ spread: 5, fall: 0.09 }),
    niche: adoption({ ceiling: 0.35, spread: 8 }),
  },
  subscriptions: {
    base: subscriptions(),
    rise: subscriptions({ price: 59, churn: 0.026 }),
    slow: subscriptions({ first: 70, rise: 0.005, churn: 0.024 }),
  },
  budget: { base: budget(), hiring: budget({ hired: 1 }), frozen: budget({ rise: 0, saved: 3000 }) },
  population: {
    base: population(),
    births: population({ births: 0.017 }),
    migration: population({ coming: 24_000 }),
  },
  project: {
    base: project(),
    overrun: project({ invest: 144, opening: 3 }),
    weak: project({ price: 410 }),
  },
};

/** The warnings that apply: those that a scenario is there to show. */
export const APPLIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  growth: { base: [], levers: [], setback: [] },
  adoption: { base: [], fast: [], niche: [] },
  subscriptions: { base: [], rise: [], slow: ['runs_out'] },
  budget: { base: [], hiring: ['over'], frozen: [] },
  population: { base: [], births: [], migration: [] },
  project: { base: [], overrun: ['worthless'], weak: [] },
};
