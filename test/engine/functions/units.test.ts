import { describe, expect, it } from 'vitest';
import { digits, resultOf } from '../../fixtures/formulas.ts';

describe('CONVERT', () => {
  // Examples of Excel's help, and the definitions of NIST Special Publication 811, appendix B.
  it.each([
    ['1,"lbm","kg"', 0.45359237],
    ['68,"F","C"', 20],
    ['1,"mi","km"', 1.609344],
    ['1,"ha","m2"', 10000],
    ['1,"km^2","ha"', 100],
    ['1,"gal","l"', 3.785411784],
    ['1,"l","cm3"', 1000],
    ['1,"barrel","m3"', 0.158987294928],
    ['100,"C","F"', 212],
    ['0,"C","K"', 273.15],
    ['80,"Reau","C"', 100],
    ['1,"kWh","MJ"', 3.6],
    ['1,"HP","W"', 745.69987158227],
    ['1,"PS","W"', 735.49875],
    ['1,"BTU","J"', 1055.05585262],
    ['1,"cal","J"', 4.1868],
    ['1,"atm","hPa"', 1013.25],
    ['1,"psi","Pa"', 6894.75729316836],
    ['1,"lbf","N"', 4.4482216152605],
    ['1,"Mibyte","kbit"', 8388.608],
    ['1,"yr","day"', 365.25],
    ['1,"kn","km/h"', 1.852],
    ['1,"mph","m/s"', 0.44704],
    ['1,"T","ga"', 10000],
    ['1,"ly","m"', 9460730472580800],
    ['1,"ton","stone"', 142.857142857143],
    ['1,"dag","g"', 10],
    ['-40,"C","F"', -40],
  ])('of %s', (given, exact) => {
    expect(digits(resultOf(`=CONVERT(${given})`), exact)).toBeGreaterThan(13);
  });

  it.each([
    ['2.5,"ft","sec"', '#na'],
    ['1,"x","g"', '#na'],
    ['1,"KG","g"', '#na'],
    ['1,"kft","m"', '#na'],
    ['1,"kibyte","kiW"', '#na'],
    ['1,"C","g"', '#na'],
    ['"x","g","kg"', '#value'],
    ['1,"g"', '#na'],
    ['1,"g","kg",1', '#na'],
    ['1/0,"g","kg"', '#div0'],
  ])('of %s is %s', (given, code) => {
    expect(resultOf(`=CONVERT(${given})`)).toBe(code);
  });

  it('goes through the values of a range', () => {
    expect(resultOf('=SUM(CONVERT(D2:H2,"km","m"))')).toBe(150_000);
  });
});
