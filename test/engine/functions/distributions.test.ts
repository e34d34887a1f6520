import { describe, expect, it } from 'vitest';
import { digits, resultOf } from '../../fixtures/formulas.ts';

const halves = '{0,1,2,3},{0.2,0.3,0.1,0.4}';
const samples = '{3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1}';

describe('distributions', () => {
  // The examples of Excel's help, as many digits as it shows.
  it.each([
    ['=T.DIST(60,1,TRUE)', 0.99469533],
    ['=T.DIST(8,3,FALSE)', 0.00073691],
    ['=T.DIST.2T(1.959999998,60)', 0.05464493],
    ['=T.DIST.RT(1.959999998,60)', 0.027322465],
    ['=TDIST(1.959999998,60,1)', 0.027322465],
    ['=T.INV(0.75,2)', 0.8164966],
    ['=T.INV.2T(0.546449,60)', 0.606533],
    ['=CONFIDENCE.T(0.05,1,50)', 0.284196855],
    ['=CHISQ.DIST(0.5,1,TRUE)', 0.52049988],
    ['=CHISQ.DIST(2,3,FALSE)', 0.20755375],
    ['=CHISQ.DIST.RT(18.307,10)', 0.0500006],
    ['=CHISQ.INV(0.6,2)', 1.832581464],
    ['=CHIINV(0.050001,10)', 18.306973],
    ['=F.DIST(15.2069,6,4,TRUE)', 0.99],
    ['=F.DIST(15.2069,6,4,FALSE)', 0.0012238],
    ['=F.INV(0.01,6,4)', 0.10930991],
    ['=F.INV.RT(0.01,6,4)', 15.206865],
    ['=BETA.DIST(2,8,10,TRUE,1,3)', 0.6854706],
    ['=BETA.DIST(2,8,10,FALSE,1,3)', 1.4837646],
    ['=BETADIST(2,8,10,1,3)', 0.6854706],
    ['=BETA.INV(0.685470581,8,10,1,3)', 2],
    ['=GAMMA.DIST(10.00001131,9,2,FALSE)', 0.032639],
    ['=GAMMA.DIST(10.00001131,9,2,TRUE)', 0.068094],
    ['=GAMMA.INV(0.068094,9,2)', 10.0000112],
    ['=GAMMA(2.5)', 1.3293404],
    ['=GAMMA(-3.75)', 0.26786613],
    ['=GAMMALN(4)', 1.7917595],
    ['=NORM.DIST(42,40,1.5,TRUE)', 0.9087888],
    ['=NORM.DIST(42,40,1.5,FALSE)', 0.10934],
    ['=NORM.INV(0.908789,40,1.5)', 42.000002],
    ['=NORM.S.DIST(1.333333,TRUE)', 0.908788726],
    ['=NORM.S.DIST(1.333333,FALSE)', 0.164010148],
    ['=NORMSDIST(1.333333)', 0.908788726],
    ['=NORM.S.INV(0.9088)', 1.3334],
    ['=LOGNORM.DIST(4,3.5,1.2,TRUE)', 0.0390836],
    ['=LOGNORM.DIST(4,3.5,1.2,FALSE)', 0.0176176],
    ['=LOGNORMDIST(4,3.5,1.2)', 0.0390836],
    ['=LOGNORM.INV(0.039084,3.5,1.2)', 4.0000252],
    ['=ERF(0.745)', 0.70792892],
    ['=ERF.PRECISE(0.745)', 0.70792892],
    ['=ERFC(1)', 0.15729921],
    ['=BINOM.DIST(6,10,0.5,FALSE)', 0.2050781],
    ['=BINOM.INV(6,0.5,0.75)', 4],
    ['=NEGBINOMDIST(10,5,0.25)', 0.0550487],
    ['=HYPGEOMDIST(1,4,8,20)', 0.3633],
    ['=PERMUT(100,3)', 970200],
    ['=PERMUTATIONA(3,2)', 9],
    [`=PROB(${halves},2)`, 0.1],
    [`=PROB(${halves},1,3)`, 0.8],
    [`=T.TEST(${samples},2,1)`, 0.196016],
  ])('%s', (formula, shown) => {
    const [, decimals = ''] = String(shown).split('.');
    expect(resultOf(formula)).toBeCloseTo(shown, decimals.length);
  });

  // https://www.itl.nist.gov/div898/handbook/eda/section3/eda367.htm and its tables of t, F and chi-squared.
  it.each([
    ['=NORM.S.INV(0.975)', 1.959963984540054],
    ['=NORM.S.INV(0.0000001)', -5.199337582192817],
    ['=NORM.S.DIST(-10,TRUE)', 7.61985302416053e-24],
    ['=T.INV.2T(0.05,10)', 2.228138851986274],
    ['=T.INV.2T(0.5,1)', 1],
    ['=T.INV(0.025,30)', -2.042272456301238],
    ['=CHISQ.INV(0.95,10)', 18.307038053275146],
    ['=F.INV(0.95,3,17)', 3.196776840943342],
    ['=GAMMA.INV(0.5,0.5,1)', 0.22746821155978636],
    ['=BETA.INV(0.1,0.5,0.5)', 0.024471741852423234],
    ['=BINOM.DIST(500,1000,0.5,TRUE)', 0.5126125090891802],
    ['=ERFC(5)', 1.5374597944280347e-12],
  ])('%s to 12 digits', (formula, exact) => {
    expect(digits(resultOf(formula), exact)).toBeGreaterThan(12);
  });

  it.each([
    ['T.DIST', 'T.INV', '2'],
    ['T.DIST', 'T.INV', '400'],
    ['CHISQ.DIST', 'CHISQ.INV', '1'],
    ['CHISQ.DIST', 'CHISQ.INV', '250'],
    ['F.DIST', 'F.INV', '3,7'],
    ['F.DIST', 'F.INV', '200,5'],
    ['GAMMA.DIST', 'GAMMA.INV', '0.2,3'],
    ['GAMMA.DIST', 'GAMMA.INV', '500,0.1'],
    ['NORM.DIST', 'NORM.INV', '5,2'],
    ['LOGNORM.DIST', 'LOGNORM.INV', '1,0.5'],
  ])('%s is undone by %s of %s', (forth, back, given) => {
    for (const p of [1e-9, 0.01, 0.3, 0.77, 0.9999])
      expect(digits(resultOf(`=${forth}(${back}(${p.toFixed(9)},${given}),${given},TRUE)`), p)).toBeGreaterThan(11);
  });

  it.each([
    ['=T.INV(0,5)', '#num'],
    ['=T.INV(0.5,0)', '#num'],
    ['=T.INV.2T(1.1,5)', '#num'],
    ['=T.INV("x",5)', '#value'],
    ['=T.INV(0.5)', '#na'],
    ['=T.DIST.2T(-1,5)', '#num'],
    ['=TDIST(1,5,3)', '#num'],
    ['=CONFIDENCE.T(0.05,1,1)', '#div0'],
    ['=CONFIDENCE.T(0.05,0,9)', '#num'],
    ['=CHISQ.INV(1,5)', '#num'],
    ['=F.DIST(-1,2,3,TRUE)', '#num'],
    ['=BETA.INV(0.5,0,1)', '#num'],
    ['=BETA.DIST(4,1,1,TRUE,1,3)', '#num'],
    ['=BETA.DIST(1,0.5,1,FALSE,1,3)', '#num'],
    ['=GAMMA.DIST(1,0,1,TRUE)', '#num'],
    ['=GAMMA(0)', '#num'],
    ['=GAMMALN(0)', '#num'],
    ['=NORM.INV(1,0,1)', '#num'],
    ['=NORMSDIST(1,TRUE)', '#na'],
    ['=NORM.S.DIST(1)', '#na'],
    ['=BINOM.DIST(11,10,0.5,TRUE)', '#num'],
    ['=BINOM.INV(10,0.5,1)', '#num'],
    ['=HYPGEOMDIST(5,4,8,20)', '#num'],
    ['=PERMUT(2,3)', '#num'],
    ['=PROB({1,2},{0.5},1)', '#na'],
    ['=PROB({1,2},{0.5,0.6},1)', '#num'],
    [`=T.TEST(${samples},3,1)`, '#num'],
    ['=T.TEST({1,2},{1,2,3},2,1)', '#na'],
    ['=T.TEST(D3:H3,D3:H3,2,2)', '#div0'],
    ['=T.TEST(D2:H2,D5:H5,2,2)', '#div0'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });
});
