import { type Basis, type Coupons, couponDay, couponsOf, daysBetween, periodDays, yearFraction } from './coupons.ts';
import { define, fail, logical, number, page, type Result, whole } from './define.ts';

/*
 * Securities of 100, by the formulas of Microsoft's pages. Days are whole, from a settlement to a later maturity.
 */

const day = (name: string) => whole(name, { minValue: 0 });
const positive = (name: string) => number(name, { greaterThan: 0 });
const rate = (name: string) => number(name, { minValue: 0 });
const basis = whole('basis', { defaultValue: 0, minValue: 0, maxValue: 4 });
const frequency = whole('frequency');
const isFrequency = (times: number): boolean => times === 1 || times === 2 || times === 4;

/** What a year of coupons of 100 is worth at a yield, with its mean time in years; what has accrued is not in it. */
function worth(of: Coupons, coupon: number, yld: number, redemption: number, times: number) {
  const paid = (100 * coupon) / times;
  const growth = 1 + yld / times;
  const first = of.left / of.days;
  let [value, weighted] = [0, 0];
  for (let k = 0; k < of.count; k++) {
    const time = first + k;
    const present = (paid + (k === of.count - 1 ? redemption : 0)) / growth ** time;
    value += present;
    weighted += present * time;
  }
  return { value, years: weighted / value / times };
}
const accrued = (of: Coupons, coupon: number, times: number): number =>
  ((100 * coupon) / times) * (of.passed / of.days);

/** The price; in the last period interest is simple. */
function priceOf(of: Coupons, coupon: number, yld: number, redemption: number, times: number): number {
  const before = accrued(of, coupon, times);
  if (of.count > 1) return worth(of, coupon, yld, redemption, times).value - before;
  return ((100 * coupon) / times + redemption) / (1 + (yld / times) * (of.left / of.days)) - before;
}

/** The yield at which a price is paid: the price falls as the yield rises. */
function yieldOf(of: Coupons, coupon: number, price: number, redemption: number, times: number): Result {
  if (of.count === 1) {
    const cost = price + accrued(of, coupon, times);
    return ((((100 * coupon) / times + redemption) / cost - 1) * times * of.days) / of.left;
  }
  let [low, high] = [-times * 0.999, 1];
  const over = (yld: number) => priceOf(of, coupon, yld, redemption, times) - price;
  while (over(high) > 0) {
    high *= 2;
    if (high > 1e6) return fail.num();
  }
  for (let i = 0; i < 200 && high - low > 1e-16 * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (over(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A function of the coupons of a bond. */
const ofCoupons = (name: string, id: string, summary: string, take: (of: Coupons) => number) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [day('settlement'), day('maturity'), frequency, basis],
    calculate: (from: number, to: number, times: number, by: Basis) =>
      from >= to || !isFrequency(times) ? fail.num() : take(couponsOf(from, to, times, by)),
  });

/** A function of what is paid once, between two days. */
const once = (
  name: string,
  id: string,
  summary: string,
  amounts: readonly [string, string],
  calculate: (a: number, b: number, years: number) => number,
) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [day('settlement'), day('maturity'), positive(amounts[0]), positive(amounts[1]), basis],
    calculate: (from: number, to: number, a: number, b: number, by: Basis) => {
      if (from >= to) return fail.num();
      const result = calculate(a, b, yearFraction(from, to, by));
      return Number.isFinite(result) ? result : fail.num();
    },
  });

const durationBy = (name: string, id: string, summary: string, isModified: boolean) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [day('settlement'), day('maturity'), rate('coupon'), rate('yld'), frequency, basis],
    calculate: (from: number, to: number, coupon: number, yld: number, times: number, by: Basis) => {
      if (from >= to || !isFrequency(times)) return fail.num();
      const { years } = worth(couponsOf(from, to, times, by), coupon, yld, 100, times);
      return isModified ? years / (1 + yld / times) : years;
    },
  });

/** Interest and principal are paid at the maturity: parts of a year from issue to maturity, to settlement, and from there on. */
const atMaturity = (
  name: string,
  id: string,
  summary: string,
  last: ReturnType<typeof number>,
  calculate: (interest: number, last: number, whole: number, past: number, left: number) => number,
) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [day('settlement'), day('maturity'), day('issue'), rate('rate'), last, basis],
    calculate: (from: number, to: number, issue: number, interest: number, given: number, by: Basis) =>
      from >= to || issue > from
        ? fail.num()
        : calculate(
            interest,
            given,
            yearFraction(issue, to, by),
            yearFraction(issue, from, by),
            yearFraction(from, to, by),
          ),
  });

export const BONDS = [
  ofCoupons('COUPNUM', 'a90af57b-de53-4969-9c99-dd6139db2522', 'How many coupons are left.', ({ count }) => count),
  ofCoupons('COUPPCD', '2eb50473-6ee9-4052-a206-77a9a385d5b3', 'The coupon day before.', ({ previous }) => previous),
  ofCoupons('COUPNCD', 'fd962fef-506b-4d9d-8590-16df5393691f', 'The coupon day that comes next.', ({ next }) => next),
  ofCoupons('COUPDAYS', 'cc64380b-315b-4e7b-950c-b30b0a76f671', 'Days of the coupon period.', ({ days }) => days),
  ofCoupons(
    'COUPDAYBS',
    'eb9a8dfb-2fb2-4c61-8e5d-690b320cf872',
    'Days since the coupon before.',
    ({ passed }) => passed,
  ),
  ofCoupons('COUPDAYSNC', '5ab3f0b2-029f-4a8b-bb65-47d525eea547', 'Days to the next coupon.', ({ left }) => left),
  define({
    name: 'PRICE',
    summary: 'The price of a bond with coupons, per 100.',
    source: page('price', '3ea9deac-8dfa-436f-a7c8-17ea02c21b0a'),
    parameters: [
      day('settlement'),
      day('maturity'),
      rate('rate'),
      rate('yld'),
      positive('redemption'),
      frequency,
      basis,
    ],
    calculate: (from: number, to: number, coupon: number, yld: number, back: number, times: number, by: Basis) =>
      from >= to || !isFrequency(times)
        ? fail.num()
        : priceOf(couponsOf(from, to, times, by), coupon, yld, back, times),
  }),
  define({
    name: 'YIELD',
    summary: 'The yield of a bond with coupons, of its price per 100.',
    source: page('yield', 'f5f5ca43-c4bd-434f-8bd2-ed3c9727a4fe'),
    parameters: [
      day('settlement'),
      day('maturity'),
      rate('rate'),
      positive('pr'),
      positive('redemption'),
      frequency,
      basis,
    ],
    calculate: (from: number, to: number, coupon: number, price: number, back: number, times: number, by: Basis) =>
      from >= to || !isFrequency(times)
        ? fail.num()
        : yieldOf(couponsOf(from, to, times, by), coupon, price, back, times),
  }),
  durationBy(
    'DURATION',
    'b254ea57-eadc-4602-a86a-c8e369334038',
    'The duration of a bond after Macaulay, in years.',
    false,
  ),
  durationBy('MDURATION', 'b3786a69-4f20-469a-94ad-33e5b90a763c', 'The modified duration of a bond, in years.', true),
  once(
    'DISC',
    '71fce9f3-3f05-4acf-a5a3-eac6ef4daa53',
    'The discount rate of a security.',
    ['pr', 'redemption'],
    (price, back, years) => (1 - price / back) / years,
  ),
  once(
    'INTRATE',
    '5cb34dde-a221-4cb6-b3eb-0b9e55e1316f',
    'The interest rate of a fully invested security.',
    ['investment', 'redemption'],
    (paid, back, years) => (back / paid - 1) / years,
  ),
  once(
    'RECEIVED',
    '7a3f8b93-6611-4f81-8576-828312c9b5e5',
    'What a fully invested security pays at its maturity.',
    ['investment', 'discount'],
    (paid, discount, years) => (discount * years < 1 ? paid / (1 - discount * years) : Number.NaN),
  ),
  once(
    'PRICEDISC',
    'd06ad7c1-380e-4be7-9fd9-75e3079acfd3',
    'The price of a discounted security.',
    ['discount', 'redemption'],
    (discount, back, years) => back - discount * back * years,
  ),
  once(
    'YIELDDISC',
    'a9dbdbae-7dae-46de-b995-615faffaaed7',
    'The yield of a discounted security.',
    ['pr', 'redemption'],
    (price, back, years) => (back / price - 1) / years,
  ),
  atMaturity(
    'PRICEMAT',
    '52c3b4da-bc7e-476a-989f-a95f675cae77',
    'The price of a security that pays its interest at its maturity, per 100.',
    rate('yld'),
    (interest, yld, whole, past, left) => 100 * ((1 + whole * interest) / (1 + left * yld) - past * interest),
  ),
  atMaturity(
    'YIELDMAT',
    'ba7d1809-0d33-4bcb-96c7-6c56ec62ef6f',
    'The yield of a security that pays its interest at its maturity.',
    positive('pr'),
    (interest, price, whole, past, left) => ((1 + whole * interest) / (price / 100 + past * interest) - 1) / left,
  ),
  define({
    name: 'ACCRINTM',
    summary: 'The accrued interest of a security that pays it at its maturity.',
    source: page('accrintm', 'f62f01f9-5754-4cc4-805b-0e70199328a7'),
    parameters: [day('issue'), day('settlement'), positive('rate'), number('par', { defaultValue: 1000 }), basis],
    calculate: (issue: number, to: number, interest: number, par: number, by: Basis) =>
      issue >= to || par <= 0 ? fail.num() : par * interest * yearFraction(issue, to, by),
  }),
  define({
    name: 'ACCRINT',
    summary: 'The accrued interest of a security with coupons.',
    source: page('accrint', 'fe45d089-6722-4fb3-9379-e1f911d8dc74'),
    parameters: [
      day('issue'),
      day('first_interest'),
      day('settlement'),
      positive('rate'),
      positive('par'),
      frequency,
      basis,
      logical('calc_method', { defaultValue: true }),
    ],
    // Period by period, since they may be of other lengths.
    calculate: (
      issue: number,
      first: number,
      to: number,
      interest: number,
      par: number,
      times: number,
      by: Basis,
      isWhole: boolean,
    ) => {
      if (issue >= to || !isFrequency(times)) return fail.num();
      const start = !isWhole && to > first ? first : issue;
      let k = 0;
      while (couponDay(first, k, times) < to) k--;
      let periods = 0;
      for (let end = couponDay(first, k, times); end > start; end = couponDay(first, ++k, times)) {
        const begin = couponDay(first, k + 1, times);
        const [from, until] = [Math.max(begin, start), Math.min(end, to)];
        if (until > from) periods += daysBetween(from, until, by) / periodDays(begin, end, times, by);
      }
      return ((par * interest) / times) * periods;
    },
  }),
];
