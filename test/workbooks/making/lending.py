"""A loan, cases of a concession, and names."""

from datetime import datetime

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from .sheet import (
    BOLD, DAY, INPUT, MULTIPLE, ONE, PALE, PERCENT, TWO, WHOLE, across, block, down, heads, labels, put, title,
    typed, typed_down, widths,
)  # fmt: skip


def name(book, text, refers_to):
    book.defined_names.append(DefinedName(text, attr_text=refers_to))


def loan(book):
    """A schedule of repayment: time down the rows, a payment a row; a table by year beside it on another sheet."""
    ws = book.active
    ws.title = "Schedule"
    title(ws, "A1", "Loan amortisation schedule")
    for row, label, value, fmt in ((3, "Loan amount", 480000, WHOLE), (4, "Annual interest rate", 0.0425, "0.00%"),
                                   (5, "Term (years)", 8, "0"), (6, "First payment", datetime(2025, 2, 1), DAY),
                                   (7, "Arrangement fee", 0.01, PERCENT)):  # fmt: skip
        put(ws, f"A{row}", label)
        typed(ws, "D", row, [value], fmt)
    for row, label, formula, fmt in ((3, "Payments", "=D5*12", "0"), (4, "Monthly payment", "=-PMT(D4/12,H3,D3)", TWO),
                                     (5, "Total interest", "=SUM(E11:E106)", TWO), (6, "Total paid", "=SUM(D11:D106)+SUM(G11:G106)", TWO),
                                     (7, "Fee", "=D3*D7", TWO)):  # fmt: skip
        put(ws, f"F{row}", label)
        put(ws, f"H{row}", formula, fmt)
    heads(ws, "A", 10, ["No.", "Due", "Opening balance", "Payment", "Interest", "Principal", "Extra repayment", "Closing balance"])
    typed_down(ws, "A", 11, range(1, 97))
    put(ws, "B11", "=D6", DAY)
    down(ws, "B", 12, 106, "=EDATE(B{q},1)", DAY)
    put(ws, "C11", "=D3", TWO)
    down(ws, "C", 12, 106, "=H{q}", TWO)
    down(ws, "D", 11, 106, "=MIN($H$4,C{r}+E{r})", TWO)
    down(ws, "E", 11, 106, "=ROUND(C{r}*$D$4/12,2)", TWO)
    down(ws, "F", 11, 106, "=D{r}-E{r}", TWO)
    extra = [0] * 96
    extra[23] = extra[47] = 10000
    typed_down(ws, "G", 11, extra, TWO)
    down(ws, "H", 11, 106, "=MAX(0,C{r}-F{r}-G{r})", TWO)
    put(ws, "A107", "Total", font=BOLD)
    for c in "DEFG":
        put(ws, f"{c}107", f"=SUM({c}11:{c}106)", TWO, BOLD)
    ws.freeze_panes = "A11"
    year = book.create_sheet("By year")
    title(year, "A1", "Interest and principal by year, without extra repayments")
    heads(year, "A", 3, ["Loan year", "Interest", "Principal", "Interest paid to date", "Balance by formula"])
    typed_down(year, "A", 4, range(1, 9))
    down(year, "B", 4, 11, "=-CUMIPMT(Schedule!$D$4/12,Schedule!$H$3,Schedule!$D$3,(A{r}-1)*12+1,A{r}*12,0)", TWO)
    down(year, "C", 4, 11, "=Schedule!$H$4*12-B{r}", TWO)
    down(year, "D", 4, 11, "=SUM(B$4:B{r})", TWO)
    down(year, "E", 4, 11, "=ROUND(-FV(Schedule!$D$4/12,A{r}*12,-Schedule!$H$4,Schedule!$D$3),2)", TWO)
    put(year, "A12", "Total", font=BOLD)
    put(year, "B12", "=SUM(B4:B11)", TWO, BOLD)
    put(year, "C12", "=SUM(C4:C11)", TWO, BOLD)
    put(year, "A14", "First month: interest")
    put(year, "B14", "=-IPMT(Schedule!D4/12,1,Schedule!H3,Schedule!D3)", TWO)
    put(year, "A15", "First month: principal")
    put(year, "B15", "=-PPMT(Schedule!D4/12,1,Schedule!H3,Schedule!D3)", TWO)
    return [("Schedule", "D3", 520000), ("Schedule", "D4", 0.0385), ("Schedule", "G34", 25000),
            ("Schedule", "D7", 0.0075), ("Schedule", "G58", 0)]  # fmt: skip


def scenario_switch(book):
    """Three cases on a sheet of assumptions, one of them chosen on the cover by its number."""
    cover = book.active
    cover.title = "Cover"
    title(cover, "C3", "Bridge concession – financial model", "H3", 18)
    put(cover, "C5", "Version 4.2 for the lenders")
    put(cover, "C7", "Case in use (1–3)", font=BOLD)
    put(cover, "E7", 2, "0", INPUT)
    put(cover, "C8", "Name of the case")
    put(cover, "E8", "=INDEX(Assumptions!D5:F5,1,E7)")
    put(cover, "C10", "Colours: blue = typed, black = computed")
    rule = DataValidation(type="list", formula1='"1,2,3"', allow_blank=False)
    cover.add_data_validation(rule)
    rule.add("E7")
    ws = book.create_sheet("Assumptions")
    title(ws, "B2", "Assumptions by case")
    heads(ws, "B", 5, ["", "Live", "Low", "Base", "High", "Unit"])
    rows = [("Traffic in the first year", [9.1, 10.4, 11.6], "m vehicles", ONE), ("Growth of traffic", [0.008, 0.017, 0.024], "p.a.", PERCENT),
            ("Toll", [2.4, 2.5, 2.6], "EUR", TWO), ("Toll indexation", [0.012, 0.018, 0.02], "p.a.", PERCENT),
            ("Operating costs", [8.2, 7.6, 7.4], "EUR m", ONE), ("Cost inflation", [0.025, 0.02, 0.02], "p.a.", PERCENT)]  # fmt: skip
    for i, (label, cases, unit, fmt) in enumerate(rows):
        row = 6 + i
        put(ws, f"B{row}", label)
        choice = f"=CHOOSE(Cover!$E$7,D{row},E{row},F{row})" if i % 2 == 0 else f"=INDEX(D{row}:F{row},Cover!$E$7)"
        put(ws, f"C{row}", choice, fmt, BOLD, PALE)
        typed(ws, "D", row, cases, fmt)
        put(ws, f"G{row}", unit)
    put(ws, "B14", "Same in all cases", font=BOLD)
    block(ws, "B", 15, [("Construction cost", 92, ONE, "EUR m", ""), ("Share of debt", 0.7, "0%", "", ""),
                        ("Interest rate", 0.051, PERCENT, "", ""), ("Term of the debt", 9, "0", "years", ""),
                        ("Tax rate", 0.25, "0%", "", ""), ("Discount rate", 0.08, PERCENT, "", "")])  # fmt: skip
    put(ws, "B23", "Major maintenance by case (EUR m)", font=BOLD)
    heads(ws, "C", 24, list(range(2025, 2037)), dark=False)
    labels(ws, "B", 25, ["Live", "Low", "Base", "High"])
    across(ws, "C", "N", 25, "=CHOOSE(Cover!$E$7,{c}26,{c}27,{c}28)", ONE, bold=True)
    typed(ws, "C", 26, [0, 0, 0, 0, 3.5, 0, 0, 0, 4.5, 0, 0, 5], ONE)
    typed(ws, "C", 27, [0, 0, 0, 0, 2.8, 0, 0, 0, 3.6, 0, 0, 4], ONE)
    typed(ws, "C", 28, [0, 0, 0, 0, 2.5, 0, 0, 0, 3.2, 0, 0, 3], ONE)
    model = book.create_sheet("Model")
    title(model, "A1", "Cash flow of the concession (EUR m)")
    heads(model, "A", 3, ["Year", "Total", *range(2025, 2037)])
    labels(model, "A", 4, ["Year of operation", "Traffic (m vehicles)", "Toll (EUR)", "Toll revenue", "Operating costs",
                           "Major maintenance", "EBITDA!", "", "Debt, opening", "Repayment", "Debt, closing", "Interest",
                           "Tax", "Cash flow to equity!", "Debt service cover"])  # fmt: skip
    first, last = "C", "N"
    put(model, "C4", 1)
    across(model, "D", last, 4, "={p}4+1")
    put(model, "C5", "=Assumptions!$C$6", ONE)
    across(model, "D", last, 5, "={p}5*(1+Assumptions!$C$7)", ONE)
    across(model, first, last, 6, "=ROUND(Assumptions!$C$8*(1+Assumptions!$C$9)^({c}$4-1),2)", TWO)
    across(model, first, last, 7, "={c}5*{c}6", ONE)
    across(model, first, last, 8, "=-Assumptions!$C$10*(1+Assumptions!$C$11)^({c}$4-1)", ONE)
    across(model, first, last, 9, "=-Assumptions!{c}25", ONE)
    across(model, first, last, 10, "=SUM({c}7:{c}9)", ONE, bold=True)
    put(model, "C12", "=Assumptions!$C$15*Assumptions!$C$16", ONE)
    across(model, "D", last, 12, "={p}14", ONE)
    across(model, first, last, 13, "=IF({c}4<Assumptions!$C$18,-$C$12/Assumptions!$C$18,IF({c}4=Assumptions!$C$18,-{c}12,0))", ONE)
    across(model, first, last, 14, "={c}12+{c}13", ONE)
    across(model, first, last, 15, "=-{c}12*Assumptions!$C$17", ONE)
    across(model, first, last, 16, "=-MAX(0,{c}10+{c}15)*Assumptions!$C$19", ONE)
    across(model, first, last, 17, "={c}10+{c}13+{c}15+{c}16", ONE, bold=True)
    across(model, first, last, 18, '=IF({c}4>Assumptions!$C$18,"–",-({c}10+{c}16)/({c}13+{c}15))', MULTIPLE)
    for row in (5, 7, 8, 9, 10, 13, 15, 16, 17):
        put(model, f"B{row}", f"=SUM(C{row}:N{row})", ONE, BOLD)
    model.freeze_panes = "C4"
    out = book.create_sheet("Output")
    put(out, "B2", '="Results – case "&Cover!E7&": "&Cover!E8', font=BOLD)
    results = [("Equity", "=Assumptions!C15*(1-Assumptions!C16)", ONE), ("NPV of equity", "=NPV(Assumptions!C20,Model!C17:N17)-C4", ONE),
               ("Lowest debt service cover", "=MIN(Model!C18:N18)", TWO), ("Revenue in 2030", "=INDEX(Model!C7:N7,MATCH(2030,Model!C3:N3,0))", ONE),
               ("Revenue in all years", "=Model!B7", ONE), ("Return on equity is enough", "=C5>0", None)]  # fmt: skip
    for i, (label, formula, fmt) in enumerate(results):
        put(out, f"B{4 + i}", label)
        put(out, f"C{4 + i}", formula, fmt)
    widths(out, {"B": 34})
    return [("Cover", "E7", 3), ("Assumptions", "F6", 12.2), ("Assumptions", "C17", 0.044), ("Assumptions", "G28", 1.9),
            ("Assumptions", "F9", 0.015)]  # fmt: skip


def named_ranges(book):
    """Every driver and every row has a name, and formulas are written with them."""
    ws = book.active
    ws.title = "Drivers"
    title(ws, "B2", "Solar park – drivers")
    entries = [("Capacity", 24.5, "MW", "Capacity"), ("Yield in the first year", 1085, "kWh/kW", "Yield_kWh"),
               ("Degradation", 0.004, "p.a.", "Degradation"), ("Feed-in price", 68.5, "EUR/MWh", "Price"),
               ("Price index", 0.01, "p.a.", "Price_index"), ("Operating cost", 11.2, "EUR k/MW", "Opex_per_MW"),
               ("Inflation", 0.021, "p.a.", "Inflation"), ("Investment", 705, "EUR k/MW", "Capex_per_MW"),
               ("Lease, share of revenue", 0.04, "", "Lease_share"), ("Tax rate", 0.28, "", "TaxRate"),
               ("Discount rate", 0.062, "", "Discount"), ("Life", 20, "years", "Life")]  # fmt: skip
    for i, (label, value, unit, text) in enumerate(entries):
        row = 4 + i
        put(ws, f"B{row}", label)
        typed(ws, "C", row, [value], PERCENT if isinstance(value, float) and value < 1 else None)
        put(ws, f"D{row}", unit or None)
        name(book, text, f"Drivers!$C${row}")
    model = book.create_sheet("Cash flow")
    title(model, "A1", "Cash flow (EUR k)")
    heads(model, "B", 3, list(range(2025, 2036)))
    rows = [("Production (MWh)", "Production", "=Capacity*Yield_kWh*(1-Degradation)^(B$3-$B$3)"),
            ("Price (EUR/MWh)", "Prices", "=Price*(1+Price_index)^(B$3-$B$3)"), ("Revenue", "Revenue", "=Production*Prices/1000"),
            ("Operating cost", "Opex", "=-Capacity*Opex_per_MW*(1+Inflation)^(B$3-$B$3)"), ("Lease", "Lease", "=-Revenue*Lease_share"),
            ("EBITDA", "EBITDA", "=Revenue+Opex+Lease"), ("Depreciation", "Depreciation", "=-Capacity*Capex_per_MW/Life"),
            ("Tax", "Tax", "=-MAX(0,EBITDA+Depreciation)*TaxRate"), ("Cash flow", "Cash_flow", "=EBITDA+Tax")]  # fmt: skip
    for i, (label, text, formula) in enumerate(rows):
        row = 4 + i
        put(model, f"A{row}", label)
        # The year of the column against the first: B$3 moves, $B$3 does not. MAX would take a whole row.
        own = formula.replace("B$3-$B$3", "{c}$3-$B$3").replace("EBITDA+Depreciation", "{c}9+{c}10")
        across(model, "B", "L", row, own, ONE)
        name(book, text, f"'Cash flow'!$B${row}:$L${row}")
    name(book, "Years", "'Cash flow'!$B$3:$L$3")
    labels(model, "A", 15, ["Investment", "Net present value", "Sum of cash flow", "Payback (years)", "Cash flow in 2030",
                            "LCOE, simple (EUR/MWh)", "Best year"])  # fmt: skip
    put(model, "B15", "=Capacity*Capex_per_MW", ONE)
    put(model, "B16", "=NPV(Discount,Cash_flow)-Investment", ONE)
    name(book, "Investment", "'Cash flow'!$B$15")
    put(model, "B17", "=SUM(Cash_flow)", ONE)
    put(model, "B18", "=Investment/AVERAGE(Cash_flow)", ONE)
    put(model, "B19", "=INDEX(Cash_flow,MATCH(2030,Years,0))", ONE)
    put(model, "B20", "=(Investment-SUM(Opex)-SUM(Lease))/SUM(Production)*1000", ONE)
    put(model, "B21", "=INDEX(Years,MATCH(MAX(Cash_flow),Cash_flow,0))", "0")
    widths(model, {"A": 26})
    return [("Drivers", "C5", 1120), ("Drivers", "C7", 72), ("Drivers", "C14", 0.055), ("Drivers", "C11", 640),
            ("Drivers", "C10", 0.03)]  # fmt: skip
