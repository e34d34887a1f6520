"""Plans: by year, by month, by quarter, and one in Chinese."""

from datetime import datetime

from .sheet import (
    BOLD, MONTH, ONE, PALE, PERCENT, TWO, WHOLE, across, block, heads, labels, note, put, remark, title, typed,
    widths,
)  # fmt: skip


def plan_years(book):
    """A business plan by year on one sheet: actuals before formulas, a column of growth at the right, notes."""
    ws = book.active
    ws.title = "Business plan"
    title(ws, "B2", "Northwind Ceramics – business plan 2022–2030", "N2", 16)
    note(ws, "B3", "All amounts in USD thousands unless stated otherwise. Status: draft for the board, 12 March 2025.")
    heads(ws, "E", 5, ["Actual"])
    ws.merge_cells("E5:G5")
    heads(ws, "H", 5, ["Forecast"])
    ws.merge_cells("H5:M5")
    heads(ws, "B", 6, ["", "Unit", "Note", *range(2022, 2031), "CAGR 24–30"])
    ws.row_dimensions[6].height = 30
    labels(ws, "B", 8, [
        "Market!", "Market size", "Growth of the market", "Market share", "Units sold", "Price per unit", "",
        "Profit and loss!", "Revenue", "Growth", "Cost of goods sold", "Cost of goods sold, % of revenue",
        "Gross profit!", "Gross margin", "", "Personnel", "Marketing", "Other operating costs",
        "Total operating costs!", "EBITDA!", "EBITDA margin", "Depreciation", "EBIT!", "Tax", "Net income!",
        "Cumulative net income", "", "Investment!", "Capital expenditure", "Fixed assets, end of year",
        "Free cash flow (simplified)", "Headcount", "Revenue per head",
    ])  # fmt: skip
    units = {9: "m units", 10: "%", 11: "%", 12: "m units", 13: "USD", 16: "USD k", 17: "%", 18: "USD k", 19: "%",
             20: "USD k", 21: "%", 23: "USD k", 24: "USD k", 25: "USD k", 26: "USD k", 27: "USD k", 28: "%",
             30: "USD k", 39: "FTE", 40: "USD k"}  # fmt: skip
    for row, unit in units.items():
        put(ws, f"C{row}", unit)
    put(ws, "D9", "1)")
    put(ws, "D24", "2)")
    typed(ws, "E", 9, [118.2, 121.5, 125.9], ONE)
    across(ws, "H", "M", 9, "={p}9*(1+{c}10)", ONE)
    across(ws, "F", "G", 10, "={c}9/{p}9-1", PERCENT)
    typed(ws, "H", 10, [0.035, 0.035, 0.03, 0.03, 0.025, 0.025], PERCENT)
    across(ws, "E", "G", 11, "={c}12/{c}9", PERCENT)
    typed(ws, "H", 11, [0.105, 0.108, 0.112, 0.115, 0.118, 0.12], PERCENT)
    typed(ws, "E", 12, [11.4, 12.1, 13.0], TWO)
    across(ws, "H", "M", 12, "={c}9*{c}11", TWO)
    typed(ws, "E", 13, [2.45, 2.52, 2.6], TWO)
    across(ws, "H", "M", 13, "={p}13*(1+$E$44)", TWO)
    across(ws, "E", "M", 16, "={c}12*{c}13*1000", WHOLE)
    across(ws, "F", "M", 17, "={c}16/{p}16-1", PERCENT)
    typed(ws, "E", 18, [-17310, -18720, -20610], WHOLE)
    across(ws, "H", "M", 18, "=-{c}16*{c}19", WHOLE)
    across(ws, "E", "G", 19, "=-{c}18/{c}16", PERCENT)
    typed(ws, "H", 19, [0.605, 0.6, 0.595, 0.59, 0.585, 0.58], PERCENT)
    across(ws, "E", "M", 20, "={c}16+{c}18", WHOLE, bold=True)
    across(ws, "E", "M", 21, "=IFERROR({c}20/{c}16,0)", PERCENT)
    typed(ws, "E", 23, [-4210, -4480, -4790], WHOLE)
    across(ws, "H", "M", 23, "={p}23*(1+$E$45)*{c}39/{p}39", WHOLE)
    typed(ws, "E", 24, [-1150, -1240, -1390], WHOLE)
    across(ws, "H", "M", 24, "=-{c}16*$E$46", WHOLE)
    put(ws, "J24", "=-J16*$E$46-350", WHOLE)
    typed(ws, "E", 25, [-1890, -1935, -2010], WHOLE)
    across(ws, "H", "M", 25, "={p}25*(1+$E$47)", WHOLE)
    across(ws, "E", "M", 26, "=SUM({c}23:{c}25)", WHOLE, bold=True)
    across(ws, "E", "M", 27, "={c}20+{c}26", WHOLE, bold=True)
    across(ws, "E", "M", 28, "=IFERROR({c}27/{c}16,0)", PERCENT)
    typed(ws, "E", 29, [-820, -870, -910], WHOLE)
    across(ws, "H", "M", 29, "=-{p}37/$E$48", WHOLE)
    across(ws, "E", "M", 30, "={c}27+{c}29", WHOLE, bold=True)
    across(ws, "E", "M", 31, "=-MAX(0,{c}30)*$E$49", WHOLE)
    across(ws, "E", "M", 32, "={c}30+{c}31", WHOLE, bold=True)
    across(ws, "E", "M", 33, "=SUM($E32:{c}32)", WHOLE)
    typed(ws, "E", 36, [1100, 1250, 1400, 1600, 1500, 1500, 1450, 1400, 1400], WHOLE)
    typed(ws, "E", 37, [7600])
    across(ws, "F", "M", 37, "={p}37+{c}36+{c}29", WHOLE)
    across(ws, "E", "M", 38, "={c}32-{c}29-{c}36", WHOLE)
    typed(ws, "E", 39, [61, 63, 66, 68, 70, 72, 73, 74, 75])
    across(ws, "E", "M", 40, "={c}16/{c}39", WHOLE)
    for row in (9, 12, 13, 16, 20, 27, 39):
        put(ws, f"N{row}", f"=(M{row}/G{row})^(1/($M$6-$G$6))-1", PERCENT)
    put(ws, "B43", "Assumptions", font=BOLD, fill=PALE)
    entries = [("Price increase", 0.02, "Indexed with the CPI"), ("Pay rise", 0.03, "Collective agreement"),
               ("Marketing, share of revenue", 0.042, ""), ("Inflation of other costs", 0.025, "Central bank"),
               ("Useful life", 9, ""), ("Tax rate", 0.25, "")]  # fmt: skip
    for i, (label, value, why) in enumerate(entries):
        put(ws, f"B{44 + i}", label)
        put(ws, f"C{44 + i}", "years" if value == 9 else "% p.a.")
        typed(ws, "E", 44 + i, [value], "0" if value == 9 else PERCENT)
        note(ws, f"F{44 + i}", why or None)
    note(ws, "B51", "1) Industry association, floor and wall tiles, EU and UK.")
    note(ws, "B52", "2) 2027 includes the launch of the Atelier collection (USD 350 k).")
    remark(ws, "H11", "Share gain from the two new distributors")
    widths(ws, {"A": 2, "B": 34, "C": 9, "D": 5, "N": 11})
    ws.freeze_panes = "E7"
    return [("Business plan", "H10", 0.06), ("Business plan", "E44", 0.035), ("Business plan", "G12", 12.2),
            ("Business plan", "E49", 0.21), ("Business plan", "K19", 0.555)]  # fmt: skip


def saas_months(book):
    """Subscriptions by month: inputs on a sheet, dates as heads that are computed, a year by SUMIF."""
    inputs = book.active
    inputs.title = "Inputs"
    title(inputs, "A1", "Lumen CRM – operating model")
    note(inputs, "A2", "Blue = input. Currency: EUR")
    heads(inputs, "A", 4, ["Driver", "Value", "Unit", "Comment"])
    block(inputs, "A", 5, [
        ("First month", datetime(2024, 1, 1), MONTH, "date", ""),
        ("Opening customers", 1180, WHOLE, "customers", "Billing system, 31 Dec 2023"),
        ("New customers, first month", 74, WHOLE, "customers", ""),
        ("Growth of new customers", 0.018, PERCENT, "per month", "Average of 2023: 1.9 %"),
        ("Churn", 0.021, PERCENT, "per month", ""),
        ("Price per customer", 49, TWO, "EUR per month", ""),
        ("Price increase each January", 0.04, PERCENT, "", "Contract clause"),
        ("Hosting, share of revenue", 0.085, PERCENT, "", ""),
        ("Acquisition cost", 310, WHOLE, "EUR per new customer", ""),
        ("Customers per support agent", 220, WHOLE, "", ""),
        ("Annual pay, support", 42000, WHOLE, "EUR", "incl. social security"),
        ("Office and other", 18500, WHOLE, "EUR per month", ""),
        ("Opening cash", 240000, WHOLE, "EUR", ""),
        ("Lowest cash allowed", 50000, WHOLE, "EUR", "Covenant"),
    ])  # fmt: skip
    widths(inputs, {"A": 30, "B": 12, "C": 22, "D": 30})
    ws = book.create_sheet("Monthly")
    title(ws, "A1", "Monthly model")
    labels(ws, "A", 2, ["Month no.", "Month", "Year", "Quarter", "", "Customers!", "Opening", "New", "Churned",
                        "Closing!", "", "Money (EUR)!", "Price", "MRR", "ARR", "Hosting", "Gross profit!",
                        "Support agents", "Support pay", "Acquisition", "Office and other", "Operating result!",
                        "Operating margin", "", "Opening cash", "Closing cash!", "Below covenant?"])  # fmt: skip
    first, last = "C", "AL"
    put(ws, "C2", 1)
    across(ws, "D", last, 2, "={p}2+1")
    put(ws, "C3", "=Inputs!B5", MONTH, BOLD)
    across(ws, "D", last, 3, "=EDATE({p}3,1)", MONTH)
    across(ws, first, last, 4, "=YEAR({c}3)", "0")
    across(ws, first, last, 5, "=ROUNDUP(MONTH({c}3)/3,0)", "0")
    put(ws, "C8", "=Inputs!$B$6", WHOLE)
    across(ws, "D", last, 8, "={p}11", WHOLE)
    across(ws, first, last, 9, "=ROUND(Inputs!$B$7*(1+Inputs!$B$8)^({c}2-1),0)", WHOLE)
    across(ws, first, last, 10, "=-{c}8*Inputs!$B$9", ONE)
    across(ws, first, last, 11, "=SUM({c}8:{c}10)", WHOLE, bold=True)
    across(ws, first, last, 14, "=Inputs!$B$10*(1+Inputs!$B$11)^({c}4-$C$4)", TWO)
    across(ws, first, last, 15, "={c}11*{c}14", WHOLE)
    across(ws, first, last, 16, "={c}15*12", WHOLE)
    across(ws, first, last, 17, "=-{c}15*Inputs!$B$12", WHOLE)
    across(ws, first, last, 18, "={c}15+{c}17", WHOLE, bold=True)
    across(ws, first, last, 19, "=ROUNDUP({c}11/Inputs!$B$14,0)", "0")
    across(ws, first, last, 20, "=-{c}19*Inputs!$B$15/12", WHOLE)
    across(ws, first, last, 21, "=-{c}9*Inputs!$B$13", WHOLE)
    across(ws, first, last, 22, "=-Inputs!$B$16", WHOLE)
    across(ws, first, last, 23, "={c}18+SUM({c}20:{c}22)", WHOLE, bold=True)
    across(ws, first, last, 24, '=IF({c}15=0,"n/a",{c}23/{c}15)', PERCENT)
    put(ws, "C26", "=Inputs!B17", WHOLE)
    across(ws, "D", last, 26, "={p}27", WHOLE)
    across(ws, first, last, 27, "={c}26+{c}23", WHOLE, bold=True)
    across(ws, first, last, 28, "=IF({c}27<Inputs!$B$18,1,0)", "0")
    ws.freeze_panes = "C4"
    widths(ws, {"A": 24, "B": 3})
    year = book.create_sheet("Annual")
    title(year, "B2", "Summary by year (EUR)", "F2")
    heads(year, "B", 4, ["", 2024], dark=False)
    across(year, "D", "E", 4, "={p}4+1", "0", bold=True)
    labels(year, "B", 5, ["New customers", "Customers at year end", "Revenue", "Growth of revenue", "Gross profit",
                          "Operating result", "Cash at year end", "Months below covenant"])  # fmt: skip
    for row, source in ((5, 9), (7, 15), (9, 18), (10, 23), (12, 28)):
        across(year, "C", "E", row, f"=SUMIF(Monthly!$C$4:$AL$4,{{c}}$4,Monthly!$C${source}:$AL${source})", WHOLE)
    for row, source in ((6, 11), (11, 27)):
        formula = f"=INDEX(Monthly!$C${source}:$AL${source},MATCH(DATE({{c}}$4,12,1),Monthly!$C$3:$AL$3,0))"
        across(year, "C", "E", row, formula, WHOLE)
    across(year, "D", "E", 8, "={c}7/{p}7-1", PERCENT)
    labels(year, "B", 15, ["Lowest cash", "Month with the lowest cash", "Customers, average", "Check: cash"])
    put(year, "C15", "=MIN(Monthly!C27:AL27)", WHOLE)
    put(year, "C16", "=INDEX(Monthly!C3:AL3,MATCH(C15,Monthly!C27:AL27,0))", MONTH)
    put(year, "C17", "=AVERAGE(Monthly!C11:AL11)", ONE)
    put(year, "C18", '=IF(ABS(Inputs!B17+SUM(C10:E10)-E11)<0.01,"OK","CHECK")')
    return [("Inputs", "B8", 0.03), ("Inputs", "B9", 0.0175), ("Inputs", "B10", 55), ("Inputs", "B14", 260),
            ("Inputs", "B17", 120000)]  # fmt: skip
