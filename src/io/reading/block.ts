import { type Unit, unitSpec } from '../../model/units.ts';
import { type Amount, type BlockReading, currencyOf, isForeign, isInOnes, readAmount } from './amounts.ts';
import { DecimalEvidence, type DecimalSign, numberOf, PLAIN_NUMBER } from './numbers.ts';

/** Shares above are seldom written as fractions: 1.5 is 150%. */
const MOST_OF_FRACTIONS = 1.5;

/** Gathers shares that bear no percent sign: all of a block are written alike, as fractions or as percent. */
export class ShareEvidence<T> {
  #most = 0;
  /** The first that is not nought, and the first below one. */
  #first: T | undefined;
  #small: T | undefined;

  add(value: number, example: T): void {
    const size = Math.abs(value);
    if (size === 0) return;
    this.#most = Math.max(this.#most, size);
    this.#first ??= example;
    if (size < 1) this.#small ??= example;
  }

  get areFractions(): boolean {
    return this.#most <= MOST_OF_FRACTIONS;
  }

  /** Whether a share alone is a fraction as it is typed. */
  get areFractionsTyped(): boolean {
    return this.#most < 1;
  }

  /** A share that makes sense in the other reading too, a hundred times more or less. */
  get doubt(): T | undefined {
    return this.areFractions ? this.#first : this.#small;
  }
}

/** A number of a block by which its readings can be told apart. */
export interface Example {
  readonly text: string;
  readonly unit: Unit;
}

/** What was assumed of a block, since its numbers do not say it. */
export interface Doubt extends Example {
  readonly of: keyof BlockReading;
}

/** How a block is read. */
export interface Decision {
  readonly reading: BlockReading;
  readonly doubts: readonly Doubt[];
}

/** What a block says once its decimal sign is known: by the other one its numbers are others. */
class SignedSurvey {
  readonly shares = new ShareEvidence<Example>();
  /** Whether money stands there without a unit of its own. */
  hasBareMoney = false;
  /** Money in ones of its currency, and with the sign of another currency than its line's. */
  ones: Example | undefined;
  foreign: Example | undefined;

  constructor(readonly sign: DecimalSign) {}

  add(text: string, unit: Unit): void {
    const amount = readAmount(text, this.sign);
    if (!amount) return;
    const { number, measure } = amount;
    if (unitSpec(unit).form !== 'share') this.#addMoney(amount, { text, unit });
    else if (!number.percent && !number.currency && !measure) this.shares.add(numberOf(number) ?? 0, { text, unit });
  }

  #addMoney(amount: Amount, example: Example): void {
    if (isInOnes(amount)) this.ones ??= example;
    else if (!amount.measure && !amount.number.percent) this.hasBareMoney = true;
    if (isForeign(amount, example.unit)) this.foreign ??= example;
  }
}

/** Cells that say by themselves that they are percent; and digits without a currency or a unit. */
const SAYS_PERCENT = /[%％]\)?\s*$/;
const BARE = /^[-+(]?[\d.,' ]*\d[\d.,' )-]*$/;

/** Gathers what the cells of a block say, each with the unit of its line, and decides how all of them are read. */
export class BlockSurvey {
  readonly #decimal = new DecimalEvidence();
  readonly #signed = { '.': new SignedSurvey('.'), ',': new SignedSurvey(',') };
  readonly #unclear: Partial<Record<DecimalSign, Example>> = {};

  add(text: string, unit: Unit): void {
    const isPlain = PLAIN_NUMBER.test(text);
    const hasPoint = text.includes('.');
    if (hasPoint || !isPlain) this.#addDecimal({ text, unit });
    const isMoney = currencyOf(unit) !== undefined;
    if ((!isMoney && unitSpec(unit).form !== 'share') || SAYS_PERCENT.test(text)) return;
    const { '.': point, ',': comma } = this.#signed;
    if (isMoney && (isPlain || BARE.test(text))) {
      point.hasBareMoney = comma.hasBareMoney = true;
      return;
    }
    point.add(text, unit);
    // With any but three digits behind its point a plain number has no thousands that end there.
    if (!isPlain || !hasPoint || text.at(-4) === '.') comma.add(text, unit);
  }

  #addDecimal(example: Example): void {
    if (this.#decimal.add(example.text) === 'either') this.#unclear[/[,，]/.test(example.text) ? ',' : '.'] ??= example;
  }

  /**
   * @param isAlone whether the block is one cell: it is read as it would be typed, and what it comes to is in sight
   * @param chosen what a person said of it
   */
  decide(isAlone: boolean, chosen: Partial<BlockReading> = {}): Decision {
    const decimal = this.#decimal.guess('\t');
    const sign = chosen.sign ?? decimal.sign;
    const { shares, hasBareMoney, ones, foreign } = this.#signed[sign];
    const fractions = isAlone ? shares.areFractionsTyped : shares.areFractions;
    // In both languages of the interface a comma before three digits groups thousands, as it does where it is typed.
    const { '.': point, ',': comma } = this.#unclear;
    const unclear = decimal.doubt ? (point ?? (this.#decimal.isTorn ? comma : undefined)) : undefined;
    const doubts = {
      sign: isAlone ? undefined : unclear,
      fractions: isAlone ? undefined : shares.doubt,
      ones,
      foreign,
    };
    return {
      // Beside plain numbers 元 says no more than ¥ does; where each amount has its unit, it is one.
      reading: { sign, fractions, ones: !hasBareMoney, foreign: true, ...chosen },
      doubts: Object.entries(doubts).flatMap(([of, example]) =>
        example ? [{ ...example, of: of as keyof BlockReading }] : [],
      ),
    };
  }
}
