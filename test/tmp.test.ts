import { it } from 'vitest';
import { Workbook } from '../src/engine/workbook.ts';
import { loadMore as more } from '../src/engine/functions/later.ts';
it('x', async () => {
  const both = (t: string) => ({ en: t, zh: t });
  const vals = [3, 5, 7, undefined, 11];
  const lines: any[] = vals.map((v, i) => ({ id: `v${'abcde'[i]}`, kind: 'input', label: both('x'), unit: '', ...(v === undefined ? {} : { value: v }) }));
  lines.push({ id: 'ser', kind: 'input', perPeriod: true, label: both('x'), unit: '' });
  lines.push({ id: 'tx', kind: 'input', label: both('x'), unit: '' });
  lines.push({ id: 'subt', kind: 'result', label: both('x'), unit: '', formula: '=SUBTOTAL(9,{va}:{vc})' });
  const fs = ['=MATCH(7,VSTACK({va}:{vc},{ve}),0)', '=MATCH(7,HSTACK({va},{vb},{vc}),0)', '=SUMIF(VSTACK({va}:{vc}),">3",VSTACK({va}:{vc}))',
   '=INDEX(VSTACK({va}:{ve}),4)', '=INDEX(VSTACK(HSTACK({va},{vb}),HSTACK({vc},{ve})),2,2)', '=VLOOKUP(7,HSTACK({va}:{vc},{vc}:{ve}),2,0)',
   '=SUMPRODUCT(VSTACK({va}:{vc}),TRANSPOSE({ser@2024}:{ser@2026}))', '=SUM({va}:{vc}*{va}:{vc})', '=SUMPRODUCT(({va}:{vc}>3)*{va}:{vc})', '=ARRAYFORMULA(SUM({va}:{vc}*{va}:{vc}))',
   '=SUBTOTAL(9,{va}:{subt})', '=INDEX(TRANSPOSE({va}:{vc}),1,2)', '={vd}=""', '={vd}', '={tx}+1', '=ISBLANK({vd})', '=COUNTA({va}:{ve})', '=IRR(VSTACK(-10,{va}:{vc}))', '=SUMPRODUCT({va}:{vc},HSTACK({va},{vb},{vc}))',
   '=COUNTIF(HSTACK({va},{vc}),">3")','=INDEX({va}:{vc}*2,2)', '=IF({va}=3,TRUE,FALSE)','=TRUE()','=1E3+{va}','=INDEX(MMULT(HSTACK({va},{vb}),VSTACK({va},{vb})),1,1)','=INDEX(LINEST({va}:{vc},{va}:{vc}),1,1)','=SUM(IF({va}:{vc}>3,{va}:{vc},0))','=CHOOSE(2,{va},{vb})','=({va}:{vc} {vb}:{vd})','=SUMPRODUCT(--({va}:{vc}>3),{va}:{vc})','=LOOKUP(6,{va}:{vc},{va}:{vc})','=EDATE(45292,1)','=MATCH(2025,{year@2024}:{year@2026},0)','=SUM({ser@2024}:{ser@2026})', '=NPV(0.1,{ser@2024}:{ser@2026})','=SUMPRODUCT({ser@2024}:{ser@2026},{year@2024}:{year@2026})','=HLOOKUP(2025,VSTACK({year@2024}:{year@2026},{ser@2024}:{ser@2026}),2,0)','=MAX(INDEX(({va}:{vc}>3)*{va}:{vc},0))','={subt@}','="a"&{vd}','=RANK({vb},{va}:{vc})','=LET(x,{va},x*2)','=SUM(({va},{vc}))','=SUMIFS({va}:{vc},{va}:{vc},">="&{vb})','=XLOOKUP(5,{va}:{vc},{va}:{vc})','=FREQUENCY({va}:{vc},{vb})','=TEXT({va},"0.0")','=-{va}^2','=5%','=N("x")','=COUNTIF(VSTACK({va},"",{vc}),"")','=INDEX(VSTACK({va},"",{vc}),2)+1'];
  fs.forEach((f, i) => lines.push({ id: `r${'abcdefghijklmnopqrstuvwxyz'[i % 26]}_${i}`, kind: 'result', label: both('x'), unit: '', formula: f }));
  await (more as any)?.();
  const w = new Workbook({ lines, periods: { first: 2024, last: 2026 }, scenarios: [{ id: 'base', name: 'B', note: both(''), overrides: { ser: { 2024: 1, 2025: 2, 2026: 3 }, tx: { value: { text: '' } } } } as any] });
  const vs = w.read(lines.map((l) => ({ scenario: 'base', line: l.id })));
  const n = lines.length - fs.length;
  const per = 4; const v: any = vs; const numbers: Float64Array = v instanceof Float64Array ? v : v.values;
  const out = fs.map((f, i) => { const at = (n + i) * per; const note = (v.notes as any[])?.find?.((x: any) => (x.at ?? x[0]) === at); return f + '   ' + numbers[at] + ' ' + JSON.stringify(note ?? ''); });
  console.log(Object.keys(vs), out.join('\n')); console.log(JSON.stringify(v.notes).slice(0, 3000));
});
