/** LibreOffice writes 15 digits, the last of which is rounded. */
const EXACT = 1e-12;

/** What is found step by step until it is near enough; Excel's own help gives no more than these digits. */
const ITERATED = 1e-9;

const IS_ITERATED = new Set(
  `IRR XIRR RATE YIELD BETA.INV BETAINV BINOM.INV CHIINV CHIINVRT CHISQ.INV CHISQ.INV.RT F.INV F.INV.RT FINV FINVRT
  GAMMA.INV GAMMAINV LOGINV LOGNORM.INV LOGNORMINV NORM.INV NORMINV NORM.S.INV NORMSINV T.INV T.INV.2T TINV TINV2T
  CONFIDENCE.T`.split(/\s+/),
);

/** Series that are broken off where they no longer change the digits that are shown. */
const IS_SERIES = new Set(
  `BETA.DIST BETADIST BINOM.DIST BINOMDIST CHIDIST CHIDISTRT CHISQ.DIST CHISQ.DIST.RT CHISQ.TEST CHITEST F.DIST F.DIST.RT FDIST
  FDISTRT F.TEST FTEST GAMMA GAMMA.DIST GAMMADIST GAMMALN GAMMALN.PRECISE T.DIST T.DIST.2T T.DIST.RT TDIST TDIST2T
  TDISTRT T.TEST TTEST`.split(/\s+/),
);
const BROKEN_OFF = 1e-10;

/** LibreOffice computes K by polynomials of 7 or 8 digits; to 14 it is in `byHand.csv`. */
const POLYNOMIAL = 1e-6;

/** LibreOffice takes a time from the number of its day, and loses the last digits. */
const OF_A_DAY = 1e-10;

/** How far two numbers may be apart, relative to the larger one. */
export function toleranceOf(about: string): number {
  if (IS_ITERATED.has(about)) return ITERATED;
  if (about === 'BESSELK') return POLYNOMIAL;
  if (about === 'TIMEVALUE') return OF_A_DAY;
  return IS_SERIES.has(about) ? BROKEN_OFF : EXACT;
}
