import { unitSpec } from '../../model/units.ts';
import { ShareEvidence } from '../reading/block.ts';
import { numberOf, readNumber } from '../reading/numbers.ts';
import type { Fact, Understanding } from './facts.ts';

/** How shares are read whose cells do not say it. */
export interface ShareReading {
  /** 0.03 is 3 %; else it is 0.03 %. */
  readonly areFractions: boolean;
  /** One of them, as it is written. */
  readonly example: string;
}

/** Whether a row says that it is in percent, of which its numbers may be hundredths or not. */
export const isShareInPercent = ({ unit }: Fact): boolean =>
  unit !== undefined && unit.shift === -2 && unitSpec(unit.unit).form === 'share';

/**
 * Rows in percent whose numbers are all so small that a spreadsheet may have kept them as fractions. They are read as they
 * are written unless a person says otherwise; undefined where there are none.
 */
export function smallShares(
  facts: Iterable<Fact>,
  { sign, fractions }: Pick<Understanding, 'sign' | 'fractions'>,
): ShareReading | undefined {
  const shares = new ShareEvidence<string>();
  for (const fact of facts) {
    if (!isShareInPercent(fact)) continue;
    for (const [, cell] of fact.cells) {
      const number = readNumber(cell, sign);
      if (number && !number.percent) shares.add(numberOf(number) ?? 0, cell.trim());
    }
  }
  const example = shares.areFractions ? shares.doubt : undefined;
  return example === undefined ? undefined : { areFractions: fractions ?? false, example };
}
