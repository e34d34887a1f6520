import { define, fail, number, text } from './define.ts';
import { at15 } from './numberText.ts';

/**
 * Units with how many of their kind's first one they are. Those before the bar take prefixes.
 * https://support.microsoft.com/office/convert-function-d785bef1-808e-4aac-bdcd-666c810f9af2
 */
const UNITS: readonly string[] = [
  'g 1,u 1.66053100460465e-24|sg 14593.9029372064,lbm 453.59237,ozm 28.349523125,grain 0.06479891,cwt 45359.237,shweight 45359.237,uk_cwt 50802.34544,lcwt 50802.34544,hweight 50802.34544,stone 6350.29318,ton 907184.74,uk_ton 1016046.9088,LTON 1016046.9088,brton 1016046.9088',
  'm 1,ang 1e-10,ly 9460730472580800,parsec 30856775812815532,pc 30856775812815532|mi 1609.344,Nmi 1852,in 0.0254,ft 0.3048,yd 0.9144,ell 1.143,Picapt 0.00035277777777777776,Pica 0.00035277777777777776,pica 0.004233333333333334,survey_mi 1609.3472186944375',
  'sec 1,s 1|yr 31557600,day 86400,d 86400,hr 3600,mn 60,min 60',
  'Pa 1,p 1,atm 101325,at 101325,mmHg 133.322387415|psi 6894.757293168361,Torr 133.32236842105263',
  'N 1,dyn 1e-5,dy 1e-5,pond 0.00980665|lbf 4.4482216152605',
  'J 1,e 1e-7,c 4.184,cal 4.1868,eV 1.602176487e-19,ev 1.602176487e-19,Wh 3600,wh 3600|HPh 2684519.537696173,hh 2684519.537696173,flb 1.3558179483314004,BTU 1055.05585262,btu 1055.05585262',
  'W 1,w 1|HP 745.6998715822702,h 745.6998715822702,PS 735.49875',
  'T 1,ga 0.0001|',
  'l 1,L 1,lt 1|tsp 0.00492892159375,tspm 0.005,tbs 0.01478676478125,oz 0.0295735295625,cup 0.2365882365,pt 0.473176473,us_pt 0.473176473,uk_pt 0.56826125,qt 0.946352946,uk_qt 1.1365225,gal 3.785411784,uk_gal 4.54609,barrel 158.987294928,bushel 35.23907016688,GRT 2831.6846592,regton 2831.6846592,MTON 1132.67386368',
  'ar 100|uk_acre 4046.8564224,us_acre 4046.8726098742523,ha 10000,Morgen 2500',
  'bit 1,byte 8|',
  'm/s 1,m/sec 1,m/h 0.0002777777777777778,m/hr 0.0002777777777777778|admkn 0.5147733333333333,kn 0.5144444444444445,mph 0.44704',
];
const LENGTH = 1;
const VOLUME = 8;
const AREA = 9;
const BITS = 10;
/** Litres in a cubic metre. */
const LITRES = 1000;

const POWERS: Readonly<Record<string, number>> = {
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  e: 1,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
  z: -21,
  y: -24,
};
const BINARY: Readonly<Record<string, number>> = { ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60, Zi: 70, Yi: 80 };

interface Unit {
  readonly kind: number;
  readonly size: number;
  readonly takesPrefix: boolean;
  /** How often a prefix counts: twice with an area. */
  readonly power: number;
}

/** All units by their names. */
function unitsByName(): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const [kind, line] of UNITS.entries())
    for (const [part, list] of line.split('|').entries())
      for (const entry of list.split(',').filter(Boolean)) {
        const [name = '', size = '1'] = entry.split(' ');
        units.set(name, { kind, size: Number(size), takesPrefix: part === 0, power: 1 });
      }
  // Areas and volumes of lengths: `m2` and `m^2`.
  for (const [name, { kind, size, takesPrefix }] of [...units])
    if (kind === LENGTH && !['ell', 'pc', 'parsec', 'pica', 'survey_mi'].includes(name))
      for (const mark of ['', '^']) {
        units.set(`${name}${mark}2`, { kind: AREA, size: size ** 2, takesPrefix, power: 2 });
        units.set(`${name}${mark}3`, { kind: VOLUME, size: size ** 3 * LITRES, takesPrefix, power: 3 });
      }
  return units;
}

let known: ReadonlyMap<string, Unit> | undefined;

function unitOf(name: string): Unit | undefined {
  known ??= unitsByName();
  const own = known.get(name);
  if (own) return own;
  for (const length of [2, 1]) {
    const [prefix, unit] = [name.slice(0, length), known.get(name.slice(length))];
    if (!unit?.takesPrefix) continue;
    const binary = unit.kind === BITS ? BINARY[prefix] : undefined;
    if (binary !== undefined) return { ...unit, size: unit.size * 2 ** binary };
    const power = POWERS[prefix];
    if (power !== undefined) return { ...unit, size: unit.size * Number(`1e${power * unit.power}`) };
  }
  return undefined;
}

/** Temperatures: a degree as a part of one of Kelvin, and where 0 lies. */
const TEMPERATURES: Readonly<Record<string, readonly [degree: number, zero: number]>> = {
  K: [1, 0],
  kel: [1, 0],
  C: [1, 273.15],
  cel: [1, 273.15],
  F: [5 / 9, 459.67],
  fah: [5 / 9, 459.67],
  Rank: [5 / 9, 0],
  Reau: [1.25, 218.52],
};

function converted(x: number, from: string, to: string): number | undefined {
  const [warm, cold] = [TEMPERATURES[from], TEMPERATURES[to]];
  if (warm && cold) return from === to ? x : at15(((x + warm[1]) * warm[0]) / cold[0]) - cold[1];
  const [own, other] = [unitOf(from), unitOf(to)];
  if (!own || !other || own.kind !== other.kind) return undefined;
  return from === to ? x : (x * own.size) / other.size;
}

export const UNIT_FUNCTIONS = [
  define({
    name: 'CONVERT',
    summary: 'A number of one unit in another.',
    source: 'https://support.microsoft.com/office/convert-function-d785bef1-808e-4aac-bdcd-666c810f9af2',
    parameters: [number('number'), text('from_unit'), text('to_unit')],
    calculate: (x: number, from: string, to: string) => {
      const result = converted(x, from, to);
      return result === undefined ? fail.na() : at15(result);
    },
  }),
];
