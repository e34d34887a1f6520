"""What a model can't be made of, and a large workbook."""

from datetime import datetime

from openpyxl.packaging.relationship import Relationship
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.external_link import ExternalLink
from openpyxl.workbook.external_link.external import ExternalBook, ExternalCell, ExternalRow, ExternalSheetData
from openpyxl.workbook.external_link.external import ExternalSheetDataSet, ExternalSheetNames
from openpyxl.worksheet.datavalidation import DataValidation

from .sheet import (
    BOLD, DAY, ONE, PERCENT, TWO, WHOLE, across, block, columns, heads, labels, note, put, title, typed, widths,
)  # fmt: skip


def outside(book):
    """A link to another workbook, with what was last read of it."""
    cells = [ExternalRow(r=2, cell=[ExternalCell(r="B2", v="1.083")]), ExternalRow(r=3, cell=[ExternalCell(r="B3", v="61.5")])]
    content = ExternalBook(
        sheetNames=ExternalSheetNames(sheetName=["Rates"]),
        sheetDataSet=ExternalSheetDataSet(sheetData=[ExternalSheetData(sheetId=0, row=cells)]),
        id="rId1",
    )
    link = ExternalLink(externalBook=content)
    link.file_link = Relationship(type="externalLinkPath", Target="Prices.xlsx", TargetMode="External", Id="rId1")
    book._external_links.append(link)


def array(ws, address, area, formula):
    put(ws, address, formula, TWO)
    ws.formula_attributes[address] = {"t": "array", "ref": area}


def unlivable(book):
    """OFFSET, INDIRECT, arrays, whole columns, TODAY, another workbook, dates from 1904, iteration, a hidden sheet."""
    book.epoch = CALENDAR_MAC_1904
    book.calculation.iterate = True
    book.calculation.iterateCount = 50
    outside(book)
    ws = book.active
    ws.title = "Forecast"
    title(ws, "A1", "Fuel budget of the fleet", "H1")
    heads(ws, "A", 3, ["", "Unit", *[datetime(year, 12, 31) for year in range(2023, 2029)]], DAY)
    labels(ws, "A", 4, ["Distance", "Consumption", "Fuel", "Price", "Cost", "Cost, k USD", "Cumulated", "Last three years"])
    for row, unit in zip(range(4, 12), ["k km", "l/100 km", "k l", "EUR/l", "k EUR", "k USD", "k EUR", "k EUR"]):
        put(ws, f"B{row}", unit)
    typed(ws, "C", 4, [5210, 5340], WHOLE)
    across(ws, "E", "H", 4, "={p}4*(1+$C$15)", WHOLE)
    typed(ws, "C", 5, [28.4, 28.1], ONE)
    across(ws, "E", "H", 5, "={p}5*(1-$C$16)", ONE)
    across(ws, "C", "H", 6, "={c}4*{c}5/100", ONE)
    typed(ws, "C", 7, [1.52, 1.49], TWO)
    across(ws, "E", "H", 7, "={p}7*(1+Hidden!$B$3)", TWO)
    across(ws, "C", "H", 8, "={c}6*{c}7", ONE, bold=True)
    across(ws, "C", "H", 9, "={c}8*$C$17", ONE)
    across(ws, "C", "H", 10, "=SUM($C8:{c}8)", ONE)
    across(ws, "E", "H", 11, "=SUM(OFFSET({c}8,0,-2,1,3))", ONE)
    put(ws, "A14", "Drivers", font=BOLD)
    block(ws, "A", 15, [("", None, None, "", "")])
    for row, label, value, fmt in ((15, "Growth of distance", 0.02, PERCENT), (16, "Savings", 0.012, PERCENT), (17, "USD per EUR", 1.08, TWO)):
        put(ws, f"A{row}", label)
        typed(ws, "C", row, [value], fmt)
    put(ws, "A20", "Things that look elsewhere", font=BOLD)
    odd = [("Cost of the sheet named beside", "=SUM(INDIRECT(\"'\"&D21&\"'!C8:H8\"))", "Forecast"),
           ("All vehicles", "=SUM(Vehicles!C:C)", None), ("Rate of the treasury", "=[1]Rates!$B$2", None),
           ("Days since the start", "=TODAY()-DATE(2024,1,1)", None), ("Interest on itself", "=(100+C25)*0.05", None)]  # fmt: skip
    for i, (label, formula, beside) in enumerate(odd):
        put(ws, f"A{21 + i}", label)
        put(ws, f"C{21 + i}", formula, TWO)
        if beside:
            put(ws, f"D{21 + i}", beside)
    put(ws, "A26", "Value of the fleet")
    array(ws, "C26", "C26", "=SUM(Vehicles!C4:C9*Vehicles!D4:D9)")
    put(ws, "A27", "Twice the distance")
    array(ws, "C27", "C27:E27", "=C4:E4*2")
    rule = DataValidation(type="decimal", operator="between", formula1="0", formula2="0.1")
    ws.add_data_validation(rule)
    rule.add("C15:C16")
    vehicles = book.create_sheet("Vehicles")
    title(vehicles, "A1", "Vehicles")
    heads(vehicles, "A", 3, ["Type", "Bought", "Number", "Value each (k EUR)", "Value (k EUR)", "Age"], dark=False)
    stock = [("Van", 2019, 14, 21.5), ("Truck 7.5 t", 2018, 9, 44), ("Truck 12 t", 2020, 11, 68), ("Tractor", 2021, 8, 92),
             ("Trailer", 2017, 12, 18), ("Car", 2022, 6, 27)]  # fmt: skip
    for i, values in enumerate(stock):
        row = 4 + i
        for c, value in zip("ABCD", values):
            put(vehicles, f"{c}{row}", value)
        put(vehicles, f"E{row}", f"=C{row}*D{row}", ONE)
        put(vehicles, f"F{row}", f"=2024-B{row}")
    put(vehicles, "A10", "Total", font=BOLD)
    put(vehicles, "E10", "=SUM(E4:E9)", ONE, BOLD)
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    put(hidden, "A3", "Price growth")
    typed(hidden, "B", 3, [0.03], PERCENT)
    note(hidden, "A5", "Confidential")
    widths(ws, {"A": 30})
    return [("Forecast", "C15", 0.04), ("Forecast", "C16", 0.02), ("Forecast", "C17", 1.12), ("Hidden", "B3", 0.05),
            ("Vehicles", "D7", 88)]  # fmt: skip


UNITS = ["Austria", "Belgium", "Czechia", "Denmark", "Estonia", "Finland", "Greece", "Hungary", "Ireland"]


def twelve_sheets(book):
    """A group: drivers, nine countries of one shape, what they are together, and what the board sees."""
    drivers = book.active
    drivers.title = "Drivers"
    title(drivers, "A1", "Group drivers")
    heads(drivers, "A", 3, ["Driver", "Unit", *range(2024, 2036)])
    common = [("Inflation", [0.031, 0.025, *[0.02] * 10], PERCENT), ("Market growth", [0.02] * 12, PERCENT), ("Tax rate", [0.24] * 12, PERCENT)]
    for i, (label, values, fmt) in enumerate(common):
        put(drivers, f"A{4 + i}", label)
        put(drivers, f"B{4 + i}", "%")
        typed(drivers, "C", 4 + i, values, fmt)
    heads(drivers, "A", 10, ["Country", "Sales 2023", "Ahead of market", "Cost share", "Staff", "Pay (k EUR)", "EUR per local"], dark=False)
    for i, country in enumerate(UNITS):
        row = 11 + i
        put(drivers, f"A{row}", country)
        typed(drivers, "B", row, [round(41.5 + 7.3 * i, 1)], ONE)
        typed(drivers, "C", row, [round(0.004 * (i % 4) - 0.003, 4), round(0.61 - 0.012 * i, 3)], PERCENT)
        typed(drivers, "E", row, [120 + 15 * i, 48 - 2 * i])
        typed(drivers, "G", row, [[1, 1, 0.04, 0.134, 1, 1, 1, 0.0026, 1][i]], "0.0000")
    years = columns("C", "N")
    for i, country in enumerate(UNITS):
        ws = book.create_sheet(country)
        at = 11 + i
        title(ws, "A1", f"{country} – plan")
        put(ws, "A2", "EUR m unless stated")
        heads(ws, "A", 4, ["", "Unit", *range(2024, 2036)])
        labels(ws, "A", 5, ["Sales", "Growth", "Cost of sales", "Gross profit!", "Staff", "Pay", "Other costs", "EBIT!",
                            "Margin", "Tax", "Net income!", "Cumulated"])  # fmt: skip
        put(ws, "C5", f"=Drivers!$B${at}*(1+C6)", ONE)
        across(ws, "D", "N", 5, "={p}5*(1+{c}6)", ONE)
        across(ws, "C", "N", 6, f"=(1+Drivers!{{c}}$5+Drivers!$C${at})*(1+Drivers!{{c}}$4)-1", PERCENT)
        across(ws, "C", "N", 7, f"=-{{c}}5*Drivers!$D${at}", ONE)
        across(ws, "C", "N", 8, "={c}5+{c}7", ONE, bold=True)
        across(ws, "C", "N", 9, f"=Drivers!$E${at}", "0")
        across(ws, "C", "N", 10, f"=-{{c}}9*Drivers!$F${at}/1000*(1+Drivers!{{c}}$4)", ONE)
        across(ws, "C", "N", 11, "=-0.05*{c}5-1.2", ONE)
        across(ws, "C", "N", 12, "={c}8+{c}10+{c}11", ONE, bold=True)
        across(ws, "C", "N", 13, "={c}12/{c}5", PERCENT)
        across(ws, "C", "N", 14, "=-MAX({c}12,0)*Drivers!{c}$6", ONE)
        across(ws, "C", "N", 15, "={c}12+{c}14", ONE, bold=True)
        across(ws, "C", "N", 16, "=SUM($C15:{c}15)", ONE)
        ws.freeze_panes = "C5"
    group = book.create_sheet("Group")
    title(group, "A1", "Group, sum of the countries")
    heads(group, "A", 4, ["", "Unit", *range(2024, 2036)])
    labels(group, "A", 5, ["Sales", "Growth", "Cost of sales", "Gross profit", "Staff", "Pay", "Other costs", "EBIT",
                           "Margin", "Tax", "Net income"])  # fmt: skip
    for row in (5, 7, 8, 9, 10, 11, 12, 14, 15):
        terms = "+".join(f"{country}!{{c}}{row}" for country in UNITS)
        across(group, "C", "N", row, f"={terms}", ONE)
    across(group, "D", "N", 6, "={c}5/{p}5-1", PERCENT)
    across(group, "C", "N", 13, "={c}12/{c}5", PERCENT)
    board = book.create_sheet("Board")
    title(board, "B2", "For the board")
    heads(board, "C", 4, [2024, 2027, 2030, 2035], dark=False)
    for i, (label, row) in enumerate((("Sales", 5), ("EBIT", 12), ("Margin", 13), ("Net income", 15))):
        put(board, f"B{5 + i}", label)
        across(board, "C", "F", 5 + i, f"=INDEX(Group!$C${row}:$N${row},MATCH({{c}}$4,Group!$C$4:$N$4,0))", PERCENT if label == "Margin" else ONE)
    heads(board, "C", 11, ["Net income, all years", "Share", "Rank"], dark=False)
    for i, country in enumerate(UNITS):
        row = 12 + i
        put(board, f"B{row}", country)
        put(board, f"C{row}", f"=SUM({country}!{years[0]}15:{years[-1]}15)", ONE)
        put(board, f"D{row}", f"=C{row}/SUM(C$12:C$20)", PERCENT)
        put(board, f"E{row}", f"=RANK(C{row},C$12:C$20)")
    return [("Drivers", "D4", 0.04), ("Drivers", "B13", 70), ("Drivers", "E16", 150), ("Drivers", "H6", 0.22), ("Drivers", "D19", 0.49)]
