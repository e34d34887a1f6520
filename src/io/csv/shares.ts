import { unitSpec } from '../../model/units.ts';
import { ShareEvidence } from '../reading/block.ts';
import { type DecimalSign, numberOf, readNumber } from '../reading/numbers.ts';
import type { Fact, Understanding } from './facts.ts';

/** How shares are read whose cells do not say it. */
export interface ShareReading {
  /** 0.03 is 3 %; else it is 0.03 %. */
  readonly areFractions: boolean;
  /** One of them, as it is written. */
  readonly example: string;
}

/** Whether a row says that it is in percent, of which its numbers may be hundredths or not. */
const isShareInPercent = ({ unit }: Fact): boolean =>
  unit !== undefined && unit.shift === -2 && unitSpec(unit.unit).form === 'share';

/** Whether a row is in percent, and all of its numbers are so small that a spreadsheet may have kept them as fractions. */
export function isSmallShare(fact: Fact, sign: DecimalSign): boolean {
  return exampleIn(fact, sign) !== undefined;
}

/** The first number of such a row, as it is written. */
function exampleIn(fact: Fact, sign: DecimalSign): string | undefined {
  if (!isShareInPercent(fact)) return undefined;
  const shares = new ShareEvidence<string>();
  for (const [, cell] of fact.cells) {
    const number = readNumber(cell, sign);
    if (number && !number.percent) shares.add(numberOf(number) ?? 0, cell.trim());
  }
  return shares.areFractions ? shares.doubt : undefined;
}

/**
 * What is in doubt of rows in percent with small numbers. They are read as they are written unless a person says otherwise;
 * undefined where there are none.
 */
export function smallShares(
  facts: Iterable<Fact>,
  { sign, fractions }: Pick<Understanding, 'sign' | 'fractions'>,
): ShareReading | undefined {
  for (const fact of facts) {
    const example = exampleIn(fact, sign);
    if (example !== undefined) return { areFractions: fractions ?? false, example };
  }
  return undefined;
}
