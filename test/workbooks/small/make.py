"""Writes the small workbooks beside it, each with one shape that models have. `python3 make.py`, with openpyxl and
LibreOffice, which computes the values that are stored in them."""
import datetime
import pathlib
import subprocess
import sys
import tempfile

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

HERE = pathlib.Path(__file__).parent
BOOKS = {}


def book(make):
    BOOKS[make.__name__.replace('_', '-')] = make
    return make


def put(sheet, rows, at=(1, 1)):
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.cell(at[0] + r, at[1] + c, value)


def array(sheet, cell, area, formula):
    sheet[cell] = formula
    sheet.formula_attributes[cell] = {'t': 'array', 'ref': area}


@book
def stock_and_flow(wb):
    """An opening balance that is blank before the first period, a base column beside the axis, totals behind it."""
    s = wb.active
    s.title = 'Plan'
    put(s, [['Loan plan', None, None], [], ['EUR k', 'Base', 2024, 2025, 2026, 2027, 'Total', 'CAGR'],
            ['Sales', 100, None, None, None, None], ['Growth', None, 0.05, 0.04, 0.03, 0.02],
            ['Opening', None], ['Drawn', None, 50, 20, 0, 0], ['Repaid', None, 0, -10, -10, -10], ['Closing', None], [],
            ['Interest rate', 0.06], ['Interest'], ['Average interest', '=AVERAGE(C12:F12)'],
            ['Years with a debt', '=COUNTIF(C9:F9,">0")']])
    for c, p in zip('CDEF', 'BCDE'):
        s[f'{c}4'] = f'={p}4*(1+{c}5)'
        s[f'{c}6'] = f'={p}9'
        s[f'{c}9'] = f'=SUM({c}6:{c}8)'
        s[f'{c}12'] = f'={c}6*$B$11'
        s[f'{c}5'].number_format = '0.0%'
    for r in (4, 7, 8, 12):
        s[f'G{r}'] = f'=SUM(C{r}:F{r})'
    s['H4'] = '=(F4/C4)^(1/3)-1'
    s['B11'].number_format = '0.0%'
    s['H4'].number_format = '0.0%'


@book
def whole_columns(wb):
    """Lists over whole columns, a lookup in them, and the cell beside a formula of a range."""
    d = wb.active
    d.title = 'Data'
    put(d, [['Region', 'Product', 'Amount', 'Price'], ['North', 'A', 10, 2], ['South', 'B', 20, 3], ['North', 'B', 30, 4],
            ['East', 'A', 5, 5]])
    s = wb.create_sheet('Summary')
    put(s, [['Region', 'Amount', 'Row', 'Price'], ['North', '=SUMIF(Data!A:A,A2,Data!C:C)', '=MATCH(A2,Data!A:A,0)',
            '=VLOOKUP(A2,Data!A:D,4,FALSE)'], ['South', '=SUMIFS(Data!C:C,Data!A:A,A3,Data!B:B,"B")', '=MATCH(A3,Data!$A$2:$A$5,0)',
            '=INDEX(Data!D:D,MATCH(A3,Data!A:A,0))'], ['Total', '=SUM(Data!C:C)', '=COUNTA(Data!A:A)',
            '=SUMPRODUCT(Data!C2:C5,Data!D2:D5)'], ['North', '=SUMPRODUCT((Data!A2:A5=A5)*Data!C2:C5)', '=COUNTIF(Data!A2:A5,A5)',
            '=AVERAGEIF(Data!A2:A5,A5,Data!D2:D5)']])


@book
def choices(wb):
    """A case that is chosen by its name, texts that formulas compare, a table of two keys, truths and errors."""
    s = wb.active
    s.title = 'Inputs'
    put(s, [['Inputs'], ['Case', 'High'], ['Tax applies', True], ['Start', datetime.date(2025, 4, 1)], [],
            ['Case', 'Low', 'Base', 'High'], ['Growth', 0.01, 0.03, 0.06], ['Margin', 0.1, 0.2, 0.3], [],
            ['Chosen growth', '=HLOOKUP(B2,B6:D8,2,FALSE)'], ['Chosen margin', '=INDEX(B7:D8,2,MATCH(B2,B6:D6,0))'],
            ['Is high', '=IF($B$2="High",1,0)'], ['Tax', '=IF(B3,0.25,0)'], ['Not there', '=IFERROR(MATCH("None",B6:D6,0),"none")'],
            ['Month', '=MONTH(B4)'], ['End', '=EDATE(B4,18)'], ['Label', '=B2&" case, "&TEXT(B10,"0%")'],
            ['Blank', '=IF(B20="","empty","filled")'], ['Sum of the row', '=SUM(B7:D7)'], ['Later input']])
    for c in 'BCD':
        s[f'{c}7'].number_format = '0%'
    s['B16'].number_format = 'yyyy-mm-dd'


@book
def dates_across(wb):
    """Dates by EDATE over months, a row of years beside them, and a sheet of years that sums them."""
    s = wb.active
    s.title = 'Months'
    put(s, [['Monthly plan'], ['Date'], ['Year'], ['Month no.'], ['Customers'], ['Revenue'], ['Discount factor'], [], ['Price', 12.5],
            ['Added', 20], ['Rate', 0.08]])
    s['C2'] = datetime.date(2025, 1, 31)
    for i in range(24):
        c, p = s.cell(1, 3 + i).column_letter, s.cell(1, 2 + i).column_letter
        if i:
            s[f'{c}2'] = f'=EOMONTH({p}2,1)'
        s[f'{c}3'] = f'=YEAR({c}2)'
        s[f'{c}4'] = 1 if i == 0 else f'={p}4+1'
        s[f'{c}5'] = 100 if i == 0 else f'={p}5+$B$10'
        s[f'{c}6'] = f'={c}5*$B$9'
        s[f'{c}7'] = f'=1/(1+$B$11)^(({c}2-$C$2)/365)'
        s[f'{c}2'].number_format = 'mmm-yy'
    y = wb.create_sheet('Years')
    put(y, [['By year', 2025, 2026], ['Revenue', '=SUMIF(Months!$C$3:$Z$3,B1,Months!$C$6:$Z$6)',
            '=SUMIF(Months!$C$3:$Z$3,C1,Months!$C$6:$Z$6)'], ['Customers at the end', '=Months!N5', '=Months!Z5'],
            ['Sum of the year', '=SUM(Months!C6:N6)', '=SUM(Months!O6:Z6)'], ['Growth', None, '=C2/B2-1']])


@book
def years_down(wb):
    """Time that runs down, with lookups along it and a list of options beside it."""
    s = wb.active
    s.title = 'Path'
    put(s, [['Adoption'], [], ['Year', 'Stock', 'New', 'Share'], ])
    for i in range(10):
        r = 4 + i
        s[f'A{r}'] = 2024 if i == 0 else f'=A{r - 1}+1'
        s[f'B{r}'] = 1000 if i == 0 else f'=B{r - 1}+C{r - 1}'
        s[f'C{r}'] = f'=$G$4*B{r}*(1-B{r}/$G$5)'
        s[f'D{r}'] = f'=B{r}/$G$5'
        s[f'D{r}'].number_format = '0.0%'
    put(s, [['Speed', 0.4], ['Limit', 20000], ['Year looked at', 2029], ['Stock then', '=VLOOKUP(G6,A4:D13,2,FALSE)'],
            ['Sum of new', '=SUM(C4:C13)'], ['Highest', '=MAX(C4:C13)'], ['Weighted', '=SUMPRODUCT(B4:B13,D4:D13)'],
            ['In the last', '=INDEX(B4:B13,ROWS(B4:B13))']], at=(4, 6))


@book
def names_and_tables(wb):
    """Names of cells, rows and constants; a table with structured references; rows named and met cell by cell."""
    s = wb.active
    s.title = 'Model'
    put(s, [['', None, 2024, 2025, 2026], ['Units', None, 10, 12, 15], ['Price', None, 2.5, 2.6, 2.7], ['Revenue'], ['VAT'], ['Total'],
            [], ['Rate', 0.19]])
    wb.defined_names.append(DefinedName('Units', attr_text='Model!$C$2:$E$2'))
    wb.defined_names.append(DefinedName('Prices', attr_text='Model!$C$3:$E$3'))
    wb.defined_names.append(DefinedName('VAT_rate', attr_text='Model!$B$8'))
    wb.defined_names.append(DefinedName('Factor', attr_text='2'))
    wb.defined_names.append(DefinedName('Own', localSheetId=0, attr_text='Model!$B$8'))
    for c in 'CDE':
        s[f'{c}4'] = '=Units*Prices'
        s[f'{c}5'] = f'={c}4*VAT_rate'
        s[f'{c}6'] = f'=({c}4+{c}5)*Factor+Own'
    s['B4'] = '=SUM(Units)'
    t = wb.create_sheet('Items')
    put(t, [['Item', 'Qty', 'Price', 'Amount'], ['Pump', 2, 40, None], ['Pipe', 30, 1.5, None], ['Valve', 4, 12, None], [],
            ['All', '=SUM(Orders[Amount])'], ['Dearest', '=MAX(Orders[Price])']])
    for r in (2, 3, 4):
        t[f'D{r}'] = '=Orders[[#This Row],[Qty]]*Orders[[#This Row],[Price]]'
    t.add_table(Table(displayName='Orders', ref='A1:D4'))


@book
def arrays(wb):
    """Arrays of one cell and of several, and a range whose end is found."""
    s = wb.active
    s.title = 'Arrays'
    put(s, [['Year', 2024, 2025, 2026, 2027], ['Sales', 10, 12, 15, 19], ['Cost', 6, 7, 8, 9], [],
            ['Weighted'], ['Above 11'], ['First three'], [], ['Turned'], [None], [None], [None]])
    array(s, 'B5', 'B5', '=SUM(B2:E2*B3:E3)')
    array(s, 'B6', 'B6', '=SUM(IF(B2:E2>11,B2:E2,0))')
    s['B7'] = '=SUM(B2:INDEX(B2:E2,3))'
    array(s, 'B9', 'B9:B12', '=TRANSPOSE(B2:E2)')
    s['A14'] = 'Last'
    s['B14'] = '=LOOKUP(2026,B1:E1,B2:E2)'
    s['A15'] = 'Shifted'
    s['B15'] = '=SUM(OFFSET(B2,0,1,1,3))'
    s['A16'] = 'Named by text'
    s['B16'] = '=SUM(INDIRECT("B3:D3"))'
    s['A17'] = 'Two ranges'
    s['B17'] = '=SUM((B2:C2,D3:E3))'
    s['A18'] = 'Count so far'
    for c in 'BCDE':
        s[f'{c}18'] = f'=COLUMNS($B18:{c}18)'
        s[f'{c}19'] = f'=SUM($B2:{c}2)'
    s['A19'] = 'Cumulated'


@book
def quarters(wb):
    """Quarters under years, a year's total behind each four, and two tables side by side."""
    s = wb.active
    s.title = 'Quarters'
    put(s, [['Unit: EUR m'], [None, 2025, None, None, None, None, 2026], [None, 'Q1', 'Q2', 'Q3', 'Q4', 'FY', 'Q1', 'Q2', 'Q3', 'Q4', 'FY'],
            ['Sales', 10, 11, 12, 13, '=SUM(B4:E4)', 14, 15, 16, 17, '=SUM(G4:J4)'], ['Cost', 6, 6, 7, 7, '=SUM(B5:E5)', 8, 8, 9, 9, '=SUM(G5:J5)'],
            ['Profit'], ['Growth on the year before']])
    for c in 'BCDEFGHIJK':
        s[f'{c}6'] = f'={c}4-{c}5'
    for c, p in zip('GHIJK', 'BCDEF'):
        s[f'{c}7'] = f'={c}4/{p}4-1'
        s[f'{c}7'].number_format = '0.0%'
    t = wb.create_sheet('Beside')
    put(t, [['Actual', 2023, 2024, None, 'Plan', 2025, 2026], ['Rent', 5, 6, None, 'Rent', '=C2*1.02', '=F2*1.02'],
            ['Pay', 50, 52, None, 'Pay', '=C3*1.03', '=F3*1.03'], ['All', '=SUM(B2:B3)', '=SUM(C2:C3)', None, 'All', '=SUM(F2:F3)',
            '=SUM(G2:G3)']])


@book
def chinese(wb):
    """Heads, units and periods in Chinese, with months that name no year."""
    s = wb.active
    s.title = '预算'
    put(s, [['2026年度预算（万元）'], ['项目'] + [f'{m}月' for m in range(1, 13)] + ['合计'], ['收入', 100], ['成本'], ['利润'], [],
            ['月增长率', 0.02], ['成本率', 0.65]])
    for i in range(12):
        c, p = s.cell(1, 2 + i).column_letter, s.cell(1, 1 + i).column_letter
        if i:
            s[f'{c}3'] = f'={p}3*(1+$B$7)'
        s[f'{c}4'] = f'={c}3*$B$8'
        s[f'{c}5'] = f'={c}3-{c}4'
    for r in (3, 4, 5):
        s[f'N{r}'] = f'=SUM(B{r}:M{r})'
    s['B7'].number_format = '0.0%'
    s['B8'].number_format = '0.0%'


@book
def calendar_1904(wb):
    """Days that are counted from 1904."""
    wb.epoch = datetime.datetime(1904, 1, 1)
    s = wb.active
    s.title = 'Dates'
    put(s, [['Start', datetime.date(2025, 1, 1)], ['End', datetime.date(2026, 7, 1)], ['Days', '=B2-B1'], ['Year', '=YEAR(B1)'],
            ['Next', '=EDATE(B1,6)']])
    s['B5'].number_format = 'yyyy-mm-dd'


@book
def annual_and_monthly(wb):
    """A count of months beside a calendar of years, and whole rows."""
    s = wb.active
    s.title = 'Assumptions'
    put(s, [['Assumption', 2025, 2026, 2027], ['Volume', 100, 110, 120], ['Price', 5, 5.5, 6], ['Revenue', '=B2*B3', '=C2*C3', '=D2*D3'],
            ['Year index', '=B$1-2025', '=C$1-2025', '=D$1-2025']])
    t = wb.create_sheet('Check')
    put(t, [['Sum of revenue', '=SUM(Assumptions!4:4)'], ['Best', '=INDEX(Assumptions!1:1,MATCH(MAX(Assumptions!4:4),Assumptions!4:4,0))'],
            ['Mean', '=AVERAGE(Assumptions!B4:D4)'], ['Difference', '=Assumptions!D4-Assumptions!B4']])


@book
def remarks(wb):
    """A title, a footnote, and a comment at a number."""
    s = wb.active
    s.title = 'Plan'
    put(s, [['Plan of the agency'], ['Item', 2025, 2026], ['Sales', 1, '=B3*2'], [], ['The board confirms in March.']])
    s['B3'].comment = Comment('Agreed with the ministry', 'Li')


def main():
    wanted = sys.argv[1:] or list(BOOKS)
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            wb = Workbook()
            BOOKS[name](wb)
            wb.save(f'{folder}/{name}.xlsx')
        subprocess.run(['soffice', '--headless', '-env:UserInstallation=file:///tmp/lo-small', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
                        '--outdir', f'{folder}/out', *[f'{folder}/{name}.xlsx' for name in wanted]], check=True)
        for name in wanted:
            (HERE / f'{name}.xlsx').write_bytes(pathlib.Path(f'{folder}/out/{name}.xlsx').read_bytes())


main()
