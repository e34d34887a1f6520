"""Accounts with their numbers, a list of staff over the months, and one of sales."""

import random
from datetime import datetime

from openpyxl.worksheet.table import Table

from .sheet import (
    BOLD, DAY, MONTH, ONE, PALE, PERCENT, TWO, WHOLE, across, block, heads, labels, note, put, title, typed, widths,
)  # fmt: skip


def municipal_budget(book):
    """Accounts by number, subtotals of subtotals, shares typed as whole numbers, a second table below and one beside."""
    ws = book.active
    ws.title = "Budget"
    title(ws, "A1", "City of Lindau – budget and financial plan", "I1")
    put(ws, "A2", "EUR thousand")
    heads(ws, "A", 4, ["Account", "Description", "Actual 2023", "Budget 2024", "Budget 2025", "Plan 2026", "Plan 2027", "Plan 2028"])
    rows = [(5, None, "Revenue", None), (6, 3010, "Property tax", (18400, 18900, 0.02)), (7, 3020, "Trade tax", (31250, 29800, 0.025)),
            (8, 3110, "Share of income tax", (27600, 28450, 0.03)), (9, None, "Taxes", "sum 6 8"), (10, 3210, "Fees", (9120, 9340, 0.01)),
            (11, 3310, "Grants of the state", (15800, 16250, 0.0)), (12, None, "Other revenue", "sum 10 11"), (13, None, "Total revenue", "sum 6 12"),
            (15, None, "Expenditure", None), (16, 4010, "Staff", (33900, 35700, 0.028)), (17, 4110, "Goods and services", (17450, 18020, 0.02)),
            (18, 4210, "Social transfers", (22800, 23900, 0.022)), (19, 4310, "County levy", (19300, 20400, 0.015)), (20, 4410, "Interest", None),
            (21, None, "Total expenditure", "sum 16 20")]  # fmt: skip
    for row, account, label, what in rows:
        put(ws, f"A{row}", account)
        put(ws, f"B{row}", label, font=BOLD if account is None else None, indent=1 if account else 0)
        if isinstance(what, tuple):
            actual, budget, growth = what
            typed(ws, "C", row, [actual, budget], WHOLE)
            across(ws, "E", "H", row, f"=ROUND({{p}}{row}*(1+$K{row}/100),-1)", WHOLE)
            typed(ws, "K", row, [growth * 100], "0.0")
        elif what:
            _, first, last = what.split()
            across(ws, "C", "H", row, f"=SUBTOTAL(9,{{c}}{first}:{{c}}{last})", WHOLE, bold=True)
    heads(ws, "K", 4, ["Growth, %"], dark=False)
    typed(ws, "C", 20, [1480], WHOLE)
    across(ws, "D", "H", 20, "={p}33*$K20/100", WHOLE)
    typed(ws, "K", 20, [2.9], "0.0")
    put(ws, "B23", "Balance", font=BOLD)
    across(ws, "C", "H", 23, "={c}13-{c}21", WHOLE, bold=True)
    put(ws, "B24", "Coverage, %")
    across(ws, "C", "H", 24, "={c}13/{c}21*100", ONE)
    put(ws, "A27", "Debt and investment", font=BOLD, fill=PALE)
    heads(ws, "B", 28, ["EUR thousand", 2023, 2024, 2025, 2026, 2027, 2028], dark=False)
    put(ws, "B29", "Investment")
    typed(ws, "C", 29, [9800, 12400, 11900, 10500, 9000, 8500], WHOLE)
    put(ws, "B30", "of which grants, %")
    typed(ws, "C", 30, [35, 35, 40, 40, 35, 30], "0")
    put(ws, "B31", "Own funds needed")
    across(ws, "C", "H", 31, "={c}29*(1-{c}30/100)", WHOLE)
    put(ws, "B32", "New borrowing")
    across(ws, "C", "H", 32, "={c}31-{c}23", WHOLE)
    put(ws, "B33", "Debt at the end of the year", font=BOLD)
    typed(ws, "C", 33, [51200], WHOLE)
    across(ws, "D", "H", 33, "={p}33+{c}32", WHOLE, bold=True)
    put(ws, "B34", "Debt per inhabitant (EUR)")
    across(ws, "C", "H", 34, "={c}33/$K$27*1000", WHOLE)
    heads(ws, "K", 26, ["Inhabitants"], dark=False)
    typed(ws, "K", 27, [25760], WHOLE)
    ws.row_dimensions[24].hidden = True
    note(ws, "A36", "Accounts follow the chart of accounts of the state. Budget 2025 as adopted on 12 December.")
    ws.freeze_panes = "C5"
    widths(ws, {"B": 30, "K": 10})
    return [("Budget", "K7", 1.5), ("Budget", "D6", 19400), ("Budget", "K20", 3.4), ("Budget", "F30", 30), ("Budget", "K27", 26100)]


def headcount(book):
    """Staff one a row, paid from the month in which they begin; pay by grade from a table; sums by department."""
    grades = book.active
    grades.title = "Grades"
    heads(grades, "A", 1, ["Grade", "Salary", "Bonus"], dark=False)
    for i, (grade, salary, bonus) in enumerate((("G1", 38000, 0.03), ("G2", 46500, 0.05), ("G3", 58000, 0.08), ("G4", 74000, 0.12), ("G5", 98000, 0.18))):
        put(grades, f"A{2 + i}", grade)
        typed(grades, "B", 2 + i, [salary], WHOLE)
        typed(grades, "C", 2 + i, [bonus], "0%")
    grades.add_table(Table(displayName="Grades", ref="A1:C6"))
    block(grades, "E", 2, [("Social security", 0.205, PERCENT, "", ""), ("Pay rise", 0.03, PERCENT, "from July", ""),
                           ("Desk and laptop", 240, WHOLE, "per head and month", "")])  # fmt: skip
    ws = book.create_sheet("Staff plan")
    title(ws, "A1", "Staff plan 2026", "S1")
    months = [datetime(2026, i, 1) for i in range(1, 13)]
    put(ws, "G3", "Monthly cost (EUR)")
    heads(ws, "A", 4, ["Name", "Department", "Grade", "FTE", "Starts", "Salary", *months, "2026"], MONTH)
    people = [("Keller", "Sales", "G3", 1, 1), ("Okafor", "Sales", "G2", 0.8, 1), ("Brandt", "Sales", "G2", 1, 4), ("Rossi", "Product", "G5", 1, 1),
              ("Lindqvist", "Product", "G4", 1, 1), ("Haas", "Product", "G4", 1, 3), ("Moreau", "Product", "G3", 0.6, 1),
              ("Open: developer", "Product", "G3", 1, 7), ("Yilmaz", "Finance", "G4", 1, 1), ("Open: accountant", "Finance", "G1", 1, 9)]  # fmt: skip
    last = 4 + len(people)
    for i, (person, department, grade, share, month) in enumerate(people):
        row = 5 + i
        put(ws, f"A{row}", person)
        put(ws, f"B{row}", department)
        put(ws, f"C{row}", grade)
        typed(ws, "D", row, [share], "0.0")
        put(ws, f"E{row}", datetime(2026, month, 1), MONTH)
        put(ws, f"F{row}", f"=VLOOKUP(C{row},Grades!$A$2:$C$6,2,FALSE)", WHOLE)
        pay = f"$D{row}*$F{row}/12*(1+Grades!$F$2)*IF(MONTH({{c}}$4)>=7,1+Grades!$F$3,1)"
        across(ws, "G", "R", row, f"=IF({{c}}$4>=$E{row},{pay},0)", WHOLE)
        put(ws, f"S{row}", f"=SUM(G{row}:R{row})", WHOLE, BOLD)
    put(ws, f"A{last + 1}", "Total", font=BOLD)
    put(ws, f"D{last + 1}", f"=SUM(D5:D{last})", ONE)
    across(ws, "G", "S", last + 1, f"=SUM({{c}}5:{{c}}{last})", WHOLE, bold=True)
    put(ws, f"A{last + 2}", "Heads")
    across(ws, "G", "R", last + 2, f'=COUNTIF($E$5:$E${last},"<="&{{c}}$4)', "0")
    put(ws, f"A{last + 3}", "Equipment")
    across(ws, "G", "R", last + 3, f"={{c}}{last + 2}*Grades!$F$4", WHOLE)
    put(ws, f"A{last + 4}", "Bonus in December")
    put(ws, f"R{last + 4}", f"=SUMPRODUCT(D5:D{last},F5:F{last})*AVERAGE(Grades[Bonus])", WHOLE)
    at = last + 7
    put(ws, f"A{at - 1}", "By department", font=BOLD)
    for i, department in enumerate(("Sales", "Product", "Finance")):
        put(ws, f"A{at + i}", department)
        across(ws, "G", "S", at + i, f"=SUMIF($B$5:$B${last},$A{at + i},{{c}}$5:{{c}}${last})", WHOLE)
    put(ws, f"A{at + 3}", "Check")
    across(ws, "G", "S", at + 3, f"=ROUND(SUM({{c}}{at}:{{c}}{at + 2})-{{c}}{last + 1},2)", "0.00")
    ws.freeze_panes = "G5"
    widths(ws, {"A": 20})
    return [("Grades", "B4", 61000), ("Grades", "F2", 0.22), ("Staff plan", "D6", 1), ("Grades", "F3", 0.025), ("Grades", "F4", 310)]


def sales_list(book):
    """A list of sales as a till writes it, a report by month and region with SUMIFS, and targets."""
    ws = book.active
    ws.title = "Sales"
    heads(ws, "A", 1, ["Date", "Invoice", "Region", "Product", "Quantity", "Amount"], dark=False)
    dice = random.Random(7)
    regions, products = ["North", "South", "West"], ["Desk", "Chair", "Lamp", "Shelf"]
    price = {"Desk": 420, "Chair": 165, "Lamp": 58, "Shelf": 139}
    row = 2
    for month in range(1, 7):
        for day in sorted(dice.sample(range(1, 29), 24)):
            product, quantity = dice.choice(products), dice.randint(1, 12)
            values = [datetime(2024, month, day), f"R-{4000 + row}", dice.choice(regions), product, quantity, quantity * price[product]]
            for c, value in zip("ABCDEF", values):
                put(ws, f"{c}{row}", value, DAY if c == "A" else None)
            row += 1
    last = row - 1
    ws.add_table(Table(displayName="SalesList", ref=f"A1:F{last}"))
    ws.freeze_panes = "A2"
    report = book.create_sheet("Report")
    title(report, "B2", "Sales by month and region, EUR", "H2")
    heads(report, "C", 4, [datetime(2024, i, 1) for i in range(1, 7)], MONTH)
    heads(report, "I", 4, ["First half", "Share"])
    for i, region in enumerate(regions):
        put(report, f"B{5 + i}", region)
        amount = f"Sales!$F$2:$F${last},Sales!$C$2:$C${last},$B{5 + i},Sales!$A$2:$A${last}"
        across(report, "C", "H", 5 + i, f'=SUMIFS({amount},">="&{{c}}$4,Sales!$A$2:$A${last},"<"&EDATE({{c}}$4,1))', WHOLE)
    put(report, "B8", "Total", font=BOLD)
    across(report, "C", "H", 8, "=SUM({c}5:{c}7)", WHOLE, bold=True)
    for r in range(5, 9):
        put(report, f"I{r}", f"=SUM(C{r}:H{r})", WHOLE, BOLD)
        put(report, f"J{r}", f"=I{r}/I$8", PERCENT)
    labels(report, "B", 10, ["Target", "Against target", "Growth target per month", "Forecast by trend", "Commission"])
    typed(report, "C", 10, [24000], WHOLE)
    across(report, "D", "H", 10, "={p}10*(1+$C$12)", WHOLE)
    across(report, "C", "H", 11, "={c}8/{c}10-1", PERCENT)
    typed(report, "C", 12, [0.02], PERCENT)
    across(report, "C", "H", 13, "=AVERAGE($C8:{c}8)", WHOLE)
    across(report, "C", "H", 14, "=MAX(0,{c}8-{c}10)*$C$16+{c}8*$C$17", WHOLE)
    block(report, "B", 16, [("Commission above target", 0.08, PERCENT, "", ""), ("Commission on all", 0.015, PERCENT, "", "")])
    put(report, "B18", "Working days")
    typed(report, "C", 18, [22, 21, 21, 21, 20, 20])
    put(report, "B19", "Sales by day")
    across(report, "C", "H", 19, "={c}8/{c}18", WHOLE)
    put(report, "B21", "Products", font=BOLD)
    heads(report, "C", 22, ["Invoices", "Quantity", "Amount", "Price, mean"], dark=False)
    for i, product in enumerate(products):
        r = 23 + i
        put(report, f"B{r}", product)
        put(report, f"C{r}", f"=COUNTIF(Sales!$D$2:$D${last},B{r})")
        put(report, f"D{r}", f"=SUMIF(Sales!$D$2:$D${last},$B{r},Sales!E$2:E${last})")
        put(report, f"E{r}", f"=SUMIF(Sales!$D$2:$D${last},$B{r},Sales!F$2:F${last})", WHOLE)
        put(report, f"F{r}", f"=IF(D{r}=0,0,E{r}/D{r})", TWO)
    widths(report, {"B": 26})
    return [("Report", "C12", 0.035), ("Report", "C16", 0.1), ("Report", "C10", 21000), ("Report", "C17", 0.02), ("Report", "E18", 19)]
