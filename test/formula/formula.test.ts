import { describe, expect, it } from 'vitest';
import { bracketPair } from '../../src/formula/brackets.ts';
import { callAt, parameterOf } from '../../src/formula/call.ts';
import { accept, type Candidate, complete, wordAt } from '../../src/formula/candidates.ts';
import { cycleFixing } from '../../src/formula/fixing.ts';
import { pointable } from '../../src/formula/pointable.ts';
import { closeBrackets, scan } from '../../src/formula/scan.ts';
import { quickest } from '../fixtures/quickest.ts';

/** A draft with its caret written as `|`. */
function draft(marked: string): { text: string; caret: number } {
  const caret = marked.indexOf('|');
  return { text: marked.replace('|', ''), caret };
}
const marked = ({ text, caret }: { text: string; caret: number }): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

describe('the tokens of a draft', () => {
  const kinds = (text: string) =>
    scan(text)
      .filter(({ kind }) => kind !== 'space')
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  it.each([
    ['=D3+$F$12', ['operator =', 'reference D3', 'operator +', 'reference $F$12']],
    ["='All levers on'!D3:F3", ['operator =', "reference 'All levers on'!D3:F3"]],
    ["='It''s'!D3", ['operator =', "reference 'It''s'!D3"]],
    ['=基准!D3', ['operator =', 'reference 基准!D3']],
    ['=Base!d3', ['operator =', 'reference Base!d3']],
    ['=gd_growth*2.5E3', ['operator =', 'name gd_growth', 'operator *', 'number 2.5E3']],
    ['=LOG10(2)', ['operator =', 'function LOG10', 'open (', 'number 2', 'close )']],
    ['=STDEV.S (A1', ['operator =', 'function STDEV.S', 'open (', 'reference A1']],
    ['="a ""D3"" ,"&D3', ['operator =', 'text "a ""D3"" ,"', 'operator &', 'reference D3']],
    ['="not closed D3', ['operator =', 'text "not closed D3']],
    ['={gd_scale@prev}<>1', ['operator =', 'braces {gd_scale@prev}', 'operator <>', 'number 1']],
    ['=增速%#', ['operator =', 'name 增速', 'other %', 'other #']],
    ['=D3x', ['operator =', 'name D3x']],
  ])('of %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('cover the text, whatever it is', () => {
    for (const text of ["='", '=((', '=😀+D3', '=\u0000', '=A1:', '={', "=''!A1", '=!A1']) {
      const tokens = scan(text);
      expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      expect(tokens.every(({ start, end }) => end > start)).toBe(true);
    }
  });
});

it('a formula of any length is scanned in an instant', async () => {
  for (const part of ["'", '"', '(', "'a", '{', 'D3:', '$']) {
    const took = await quickest(() => {
      scan(`=${part.repeat(32_767 / part.length)}`);
      scan(`=${part.repeat(3_999 / part.length)}`);
    });
    expect(took).toBeLessThan(500);
  }
});

describe('a reference can be pointed at', () => {
  it.each(['=|', '= |', '=D3+|', '=SUM(|', '=SUM(D3,|', '=SUM(|)', '=(|)*2', '=D3:|', '=|+D3', '=1<=|'])(
    '%s',
    (text) => {
      const { text: typed, caret } = draft(text);
      expect(pointable(typed, caret)).toBe(true);
    },
  );
  it.each(['|=', '12+|', '|', '=D3|', '=1|', '=gd_growth|', '=SUM|(', '=SUM(D3)|', '="a+|', '=|D3', '=1<|=2', '=5%|'])(
    'not in %s',
    (text) => {
      const { text: typed, caret } = draft(text);
      expect(pointable(typed, caret)).toBe(false);
    },
  );
});

describe('brackets left open', () => {
  it.each([
    ['=SUM(D3:F3', '=SUM(D3:F3)'],
    ['=IF((D3+1)>2,MAX(1,2', '=IF((D3+1)>2,MAX(1,2))'],
    ['=LEN("(")', '=LEN("(")'],
    ['=LEN("(', '=LEN("('],
    ['=1)+(2', '=1)+(2'],
    ['=D3', '=D3'],
  ])('%s is taken as %s', (typed, taken) => {
    expect(closeBrackets(typed)).toBe(taken);
  });
});

describe('F4', () => {
  const press = (text: string) => {
    const { text: typed, caret } = draft(text);
    const next = cycleFixing(typed, scan(typed), caret);
    return next && marked(next);
  };
  it('goes round and comes back', () => {
    let text = '=2*D3|+1';
    const seen = [1, 2, 3, 4].map(() => {
      text = press(text) ?? '';
      return text;
    });
    expect(seen).toEqual(['=2*$D$3|+1', '=2*D$3|+1', '=2*$D3|+1', '=2*D3|+1']);
  });
  it.each([
    ['=D3:F|3', '=$D$3:$F$3|'],
    ["='All levers on 2'!D|3", "='All levers on 2'!$D$3|"],
    ['=$D|3+E3', '=D3|+E3'],
    ['=A1+|B1', '=A1+$B$1|'],
  ])('%s becomes %s', (before, after) => {
    expect(press(before)).toBe(after);
  });
  it.each(['=gd_growth|', '=D3+|', '=LOG10|(2)', '="D3|"'])('leaves %s alone', (text) => {
    expect(press(text)).toBeUndefined();
  });
});

describe('the call at the caret', () => {
  const call = (text: string) => {
    const { text: typed, caret } = draft(text);
    return callAt(typed, scan(typed), caret);
  };
  it.each([
    ['=PMT(|', 'PMT', 0],
    ['=pmt(1,|', 'PMT', 1],
    ['=PMT(1,(2+3)*|', 'PMT', 1],
    ['=PMT(1,(2,3|', 'PMT', 1],
    ['=IF(SUM(1,2),|', 'IF', 1],
    ['=IF(SUM(1,|2),3)', 'SUM', 1],
    ['=IF("a,b",|', 'IF', 1],
    ['=SUM (|', 'SUM', 0],
  ])('%s', (text, name, argument) => {
    expect(call(text)).toEqual({ name, argument });
  });
  it.each(['=1+|', '=SUM|(1)', '=SUM(1)|', '=(1+|'])('none in %s', (text) => {
    expect(call(text)).toBeUndefined();
  });
  it('comes back to the parameters that repeat', () => {
    expect([0, 1, 2, 3, 4, 5].map((i) => parameterOf(i, 3, 2))).toEqual([0, 1, 2, 1, 2, 1]);
    expect(parameterOf(2, 2, 0)).toBeUndefined();
    expect(parameterOf(0, 0, 0)).toBeUndefined();
  });
});

describe('the brackets at the caret', () => {
  const pair = (text: string) => {
    const { text: typed, caret } = draft(text);
    return bracketPair(scan(typed), caret)?.map(({ start }) => start);
  };
  it.each([
    ['=((1)+2)|', [1, 7]],
    ['=((1)|+2)', [2, 4]],
    ['=|((1)+2)', [1, 7]],
    ['=(|(1)+2)', [1, 7]],
    ['=SUM("(")|', [4, 8]],
  ])('%s', (text, expected) => {
    expect(pair(text)).toEqual(expected);
  });
  it.each(['=(1|', '=1)|', '=(1|)+(2'])('none in %s', (text) => {
    expect(pair(text === '=(1|)+(2' ? '=(1)+(2|' : text)).toBeUndefined();
  });
});

describe('completion', () => {
  const names: Candidate[] = [
    { kind: 'name', name: 'gd_growth', note: 'Trend growth' },
    { kind: 'name', name: 'gd_scale', note: '产业规模' },
    { kind: 'name', name: 'sum_total', note: 'Total' },
  ];
  const functions: Candidate[] = ['SUM', 'SUMIF', 'GROWTH'].map((name) => ({ kind: 'function', name, note: '' }));
  const found = (word: string) => complete(word, names, functions).map(({ name }) => name);

  it('puts the name itself first, then beginnings, then parts and labels', () => {
    expect(found('sum')).toEqual(['SUM', 'sum_total', 'SUMIF']);
    expect(found('gro')).toEqual(['GROWTH', 'gd_growth']);
    expect(found('规模')).toEqual(['gd_scale']);
    expect(found('tren')).toEqual(['gd_growth']);
    expect(found('zzz')).toEqual([]);
  });

  it('replaces the word before the caret', () => {
    const { text, caret } = draft('=1+su|*2');
    const word = wordAt(scan(text), caret);
    const [sum] = functions;
    if (!word || !sum) throw new Error('there is a word');
    expect(marked(accept(text, word, sum))).toBe('=1+SUM(|*2');
  });

  it.each(['=|', '=D3|', '="su|', '=s|um', '=SUM|(', '=12|', '={gd|'])('knows no word in %s', (text) => {
    const { text: typed, caret } = draft(text);
    expect(wordAt(scan(typed), caret)).toBeUndefined();
  });
});
