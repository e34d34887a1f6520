import { describe, expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

describe('TEXT', () => {
  // Examples of Excel's help: https://support.microsoft.com/office/20d5ac4d-7b94-49fd-bb38-93d29371225c
  it.each([
    ['1234.567,"$#,##0.00"', '$1,234.57'],
    ['45292,"mm/dd/yy"', '01/01/24'],
    ['45292,"dddd"', 'Monday'],
    ['45292.5625,"h:mm AM/PM"', '1:30 PM'],
    ['0.285,"0.0%"', '28.5%'],
    ['4.34,"# ?/?"', '4 1/3'],
    ['0.34,"# ?/?"', ' 1/3'],
    ['12200000,"0.00E+00"', '1.22E+07'],
    ['1234567898,"[<=9999999]###-####;(###) ###-####"', '(123) 456-7898'],
    ['1234,"0000000"', '0001234'],
    ['0.5,"0%"', '50%'],
    ['1234.567,"#,##0.00"', '1,234.57'],
    ['5,"+0;-0"', '+5'],
    ['-5,"+0;-0"', '-5'],
    ['0,"0;-0;-"', '-'],
    ['45292,"yyyy-mm-dd"', '2024-01-01'],
    ['45292,"mmm d, yyyy"', 'Jan 1, 2024'],
    ['45292,"yyyy年m月d日"', '2024年1月1日'],
    ['1.5,"[h]:mm"', '36:00'],
    ['12200000,"0.0,,"', '12.2'],
    ['15,"[<10]0.0;[>=10]0"', '15'],
    ['"kg","@"', 'kg'],
    ['"5","0.00"', '5.00'],
    ['TRUE,"0"', 'TRUE'],
    ['0.1+0.2,"General"', '0.3'],
    ['5,""', ''],
    // Rounded by the decimal number, at 15 digits, away from zero.
    ['1.005,"0.00"', '1.01'],
    ['0.285,"0%"', '29%'],
    ['-2.5,"0"', '-3'],
  ])('of %s', (given, shown) => {
    expect(resultOf(`=TEXT(${given})`)).toBe(shown);
  });

  it.each([
    ['-1,"yyyy"', '#value'],
    ['3000000,"yyyy"', '#value'],
    ['5,"[x"', '#value'],
    ['1/0,"0"', '#div0'],
    ['5', '#na'],
    ['5,"0",1', '#na'],
  ])('of %s is %s', (given, code) => {
    expect(resultOf(`=TEXT(${given})`)).toBe(code);
  });

  it('goes through the values of a range', () => {
    expect(resultOf('=CONCAT(TEXT(D2:F2,"0.0 "))')).toBe('10.0 20.0 30.0 ');
  });
});

describe('functions of texts', () => {
  // The examples of Excel's help.
  it.each([
    ['=FIXED(1234.567,1)', '1,234.6'],
    ['=FIXED(1234.567,-1)', '1,230'],
    ['=FIXED(-1234.567,-1,TRUE)', '-1230'],
    ['=FIXED(44.332)', '44.33'],
    ['=FIXED(1.005)', '1.01'],
    ['=DOLLAR(1234.567,2)', '$1,234.57'],
    ['=DOLLAR(-1234.567,-2)', '($1,200)'],
    ['=DOLLAR(-0.123,4)', '($0.1230)'],
    ['=DOLLAR(99.888)', '$99.89'],
    ['=NUMBERVALUE("2.500,27",",",".")', 2500.27],
    ['=NUMBERVALUE("3.5%")', 0.035],
    ['=NUMBERVALUE("9%%")', 0.0009],
    ['=NUMBERVALUE(" 3 000 ")', 3000],
    ['=NUMBERVALUE("")', 0],
    ['=CONCAT("The"," ","sun"," ",TRUE)', 'The sun TRUE'],
    ['=CONCAT(D2:F2)', '102030'],
    ['=CONCAT(0.1+0.2)', '0.3'],
    ['=TEXTJOIN(", ",TRUE,"US Dollar","","Euro")', 'US Dollar, Euro'],
    ['=TEXTJOIN(", ",FALSE,D6:H6)', 'apple, banana, Apple, cherry, '],
    ['=TEXTJOIN({",",";"},TRUE,D2:H2)', '10,20;30,40;50'],
    ['=TEXTJOIN("",TRUE,0.1+0.2,10^21)', '0.31E+21'],
    ['=TEXTBEFORE("Little red Riding Hood\'s red hood","hood")', "Little red Riding Hood's red "],
    ['=TEXTBEFORE("Little red Riding Hood\'s red hood","red",-2)', 'Little '],
    ['=TEXTBEFORE("Marcus Aurelius"," ",,,1)', 'Marcus'],
    ['=TEXTBEFORE("Socrates"," ",,,1)', 'Socrates'],
    ['=TEXTBEFORE("abc","",-1)', 'abc'],
    ['=TEXTAFTER("Red riding hood\'s, red hood","hood")', "'s, red hood"],
    ['=TEXTAFTER("Little Red Riding Hood","red",1,1)', ' Riding Hood'],
    ['=TEXTAFTER("Socrates"," ",,,1)', ''],
    ['=TEXTAFTER("a-b_c",{"-","_"},2)', 'c'],
    ['=TEXTAFTER("abc","x",,,,"none")', 'none'],
    ['=INDEX(TEXTSPLIT("Dakota Lennon Sanchez"," "),3)', 'Sanchez'],
    ['=INDEX(TEXTSPLIT("1,2,3;4,5,6",",",";"),2,3)', '6'],
    ['=COUNTA(TEXTSPLIT("To be, or not",{" ",","},,TRUE))', 4],
    ['=INDEX(TEXTSPLIT("1,2;3",",",";",,,"-"),2,2)', '-'],
    ['=TEXTSPLIT("abc",",")', 'abc'],
    ['=SUBSTITUTE("Sales Data","Sales","Cost")', 'Cost Data'],
    ['=SUBSTITUTE("Quarter 1, 2008","1","2",1)', 'Quarter 2, 2008'],
    ['=SUBSTITUTE("Quarter 1, 2011","1","2",3)', 'Quarter 1, 2012'],
    ['=SUBSTITUTE("abc","","x")', 'abc'],
    // As long as a cell may be.
    ['=LEN(REPT("ab",16383)&"c")', 32767],
    ['=LEN(SUBSTITUTE(REPT("x",32767),"x","y"))', 32767],
    ['=REPT("ab",0)&"c"', 'c'],
    ['=LEN("中文字")', 3],
    ['=MID("中文字",2,1)', '文'],
    ['=UNICODE("中")', 20013],
    ['=UNICHAR(20013)', '中'],
    ['=SEARCH("e","Statements",6)', 7],
    ['=FIND("M","Miriam McGovern",3)', 8],
  ])('%s', (formula, shown) => {
    expect(resultOf(formula)).toBe(shown);
  });

  it.each([
    ['=FIXED("x")', '#value'],
    ['=FIXED(1,128)', '#value'],
    ['=DOLLAR()', '#na'],
    ['=NUMBERVALUE("1.2.3")', '#value'],
    ['=NUMBERVALUE("1.5,2")', '#value'],
    ['=NUMBERVALUE("x")', '#value'],
    ['=NUMBERVALUE("1","")', '#value'],
    ['=CONCAT(D5:H5)', '#div0'],
    ['=CONCAT()', '#na'],
    ['=CONCAT(REPT("x",32767),"y")', '#long'],
    ['=REPT("x",1e8)', '#long'],
    ['=REPT("x",-1)', '#value'],
    ['="x"&REPT("x",32767)', '#long'],
    ['=SUBSTITUTE(REPT("x",20000),"x","yy")', '#long'],
    ['=TEXTJOIN(",",TRUE)', '#na'],
    ['=TEXTJOIN(",",TRUE,D5:H5)', '#div0'],
    ['=TEXTBEFORE("abc","x")', '#na'],
    ['=TEXTBEFORE("abc","b",2)', '#na'],
    ['=TEXTBEFORE("abc","b",0)', '#value'],
    ['=TEXTBEFORE("abc","b",4)', '#value'],
    ['=TEXTAFTER("abc")', '#na'],
    ['=TEXTAFTER("abc","b",1,2)', '#num'],
    ['=TEXTSPLIT("a b c"," ")', '#array'],
    ['=TEXTSPLIT("a","")', '#value'],
    ['=INDEX(TEXTSPLIT("1,2;3",",",";"),2,2)', '#na'],
    ['=SUBSTITUTE("aaa","a","b",0)', '#value'],
    ['=SUBSTITUTE("aaa","a")', '#na'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });

  it('take an empty range for an empty text', () => {
    expect(resultOf('=CONCAT(D3:H3)')).toBe('');
    expect(resultOf('=TEXTJOIN(",",TRUE,D3:H3)')).toBe('');
  });
});
