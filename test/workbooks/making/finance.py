"""Models of finance: a valuation, and three statements."""

from .sheet import (
    BOLD, MULTIPLE, ONE, PALE, PERCENT, TWO, across, block, columns, heads, labels, note, put, remark, title, typed,
    typed_down, widths,
)  # fmt: skip


def dcf(book):
    """A valuation: cost of capital on a sheet, years with A and E, discount factors, a table of sensitivity."""
    wacc = book.active
    wacc.title = "WACC"
    title(wacc, "B2", "Weighted average cost of capital")
    block(wacc, "B", 4, [
        ("Risk-free rate", 0.0265, PERCENT, "", "10-year Bund"), ("Equity beta, unlevered", 0.82, TWO, "", "Peers"),
        ("Market risk premium", 0.055, PERCENT, "", ""), ("Debt / equity (target)", 0.4, PERCENT, "", ""),
        ("Tax rate", 0.27, PERCENT, "", ""), ("Levered beta", "=C5*(1+(1-C8)*C7)", TWO, "", ""),
        ("Cost of equity", "=C4+C9*C6", PERCENT, "", "CAPM"), ("Pre-tax cost of debt", 0.047, PERCENT, "", ""),
        ("After-tax cost of debt", "=C11*(1-C8)", PERCENT, "", ""), ("Weight of equity", "=1/(1+C7)", PERCENT, "", ""),
        ("Weight of debt", "=1-C13", PERCENT, "", ""), ("WACC", "=C13*C10+C14*C12", "0.00%", "", ""),
    ])  # fmt: skip
    widths(wacc, {"A": 3, "B": 30, "D": 8, "E": 20})
    ws = book.create_sheet("DCF")
    title(ws, "A1", "Project Alder – discounted cash flow", "L1", 16)
    note(ws, "A2", "EUR m, fiscal year ending 31 December")
    heads(ws, "D", 4, ["2022A", "2023A", "2024A", *[f"{year}E" for year in range(2025, 2032)]])
    labels(ws, "A", 5, ["Revenue", "  growth", "EBITDA", "  margin", "D&A", "EBIT", "Taxes on EBIT", "NOPAT",
                        "Capital expenditure", "  % of revenue", "Change in working capital", "Free cash flow!", "",
                        "Discount period (mid-year)", "Discount factor", "Present value"])  # fmt: skip
    typed(ws, "D", 5, [412.5, 438.1, 467.0], ONE)
    across(ws, "G", "M", 5, "={p}5*(1+{c}6)", ONE)
    across(ws, "E", "F", 6, "={c}5/{p}5-1", PERCENT)
    typed(ws, "G", 6, [0.065, 0.06, 0.055, 0.05, 0.04, 0.03, 0.025], PERCENT)
    typed(ws, "D", 7, [61.9, 67.4, 73.2], ONE)
    across(ws, "G", "M", 7, "={c}5*{c}8", ONE)
    across(ws, "D", "F", 8, "={c}7/{c}5", PERCENT)
    typed(ws, "G", 8, [0.16, 0.163, 0.166, 0.168, 0.17, 0.17, 0.17], PERCENT)
    typed(ws, "D", 9, [-17.8, -18.9, -20.1], ONE)
    across(ws, "G", "M", 9, "=-{c}5*$C$24", ONE)
    across(ws, "D", "M", 10, "={c}7+{c}9", ONE)
    across(ws, "D", "M", 11, "=-{c}10*WACC!$C$8", ONE)
    across(ws, "D", "M", 12, "=SUM({c}10:{c}11)", ONE)
    typed(ws, "D", 13, [-22.4, -21.9, -25.0], ONE)
    across(ws, "G", "M", 13, "=-{c}14*{c}5", ONE)
    across(ws, "D", "F", 14, "=-{c}13/{c}5", PERCENT)
    typed(ws, "G", 14, [0.055, 0.052, 0.05, 0.048, 0.045, 0.045, 0.045], PERCENT)
    across(ws, "E", "M", 15, "=-({c}5-{p}5)*$C$25", ONE)
    across(ws, "E", "M", 16, "={c}12-{c}9+{c}13+{c}15", ONE, bold=True)
    put(ws, "G18", 0.5)
    across(ws, "H", "M", 18, "={p}18+1", "0.0")
    across(ws, "G", "M", 19, "=1/(1+WACC!$C$15)^{c}18", "0.0000")
    across(ws, "G", "M", 20, "={c}16*{c}19", ONE)
    put(ws, "A22", "Assumptions", font=BOLD, fill=PALE)
    for row, label, value, fmt in ((23, "Terminal growth", 0.015, PERCENT), (24, "D&A, % of revenue", 0.043, PERCENT),
                                   (25, "Working capital, % of change", 0.12, PERCENT), (26, "Net debt", 96.4, ONE),
                                   (27, "Shares (m)", 31.2, ONE), (28, "Exit multiple (cross-check)", 8.5, MULTIPLE)):  # fmt: skip
        put(ws, f"A{row}", label)
        typed(ws, "C", row, [value], fmt)
    put(ws, "A30", "Valuation", font=BOLD, fill=PALE)
    results = [("Sum of present values", "=SUM(G20:M20)"), ("Terminal value", "=M16*(1+C23)/(WACC!C15-C23)"),
               ("Present value of it", "=C32*M19"), ("Enterprise value", "=C31+C33"), ("Net debt", "=-C26"),
               ("Equity value", "=SUM(C34:C35)"), ("Value per share (EUR)", "=C36/C27"),
               ("Terminal value, share of EV", "=C33/C34"), ("Implied EV/EBITDA 2025", "=C34/G7"),
               ("EV by exit multiple", "=C31+C28*M7*M19"), ("Difference", "=C40/C34-1"),
               ("NPV at year end (check)", "=NPV(WACC!C15,G16:M16)")]  # fmt: skip
    for i, (label, formula) in enumerate(results):
        put(ws, f"A{31 + i}", label)
        put(ws, f"C{31 + i}", formula, PERCENT if "share of" in label or label == "Difference" else ONE)
    put(ws, "F22", "Return of the buyer", font=BOLD, fill=PALE)
    heads(ws, "G", 23, [f"Year {i}" for i in range(6)], dark=False)
    put(ws, "F24", "Cash flow")
    put(ws, "G24", "=-C34", ONE)
    for c, source in zip(columns("H", "K"), columns("G", "J")):
        put(ws, f"{c}24", f"={source}16", ONE)
    put(ws, "L24", "=K16+$C$28*K7", ONE)
    put(ws, "F25", "IRR")
    put(ws, "G25", "=IRR(G24:L24)", PERCENT)
    put(ws, "F26", "Multiple of money")
    put(ws, "G26", "=SUM(H24:L24)/-G24", MULTIPLE)
    put(ws, "F30", "Enterprise value by WACC and growth", font=BOLD, fill=PALE)
    put(ws, "F31", "WACC \\ g")
    typed(ws, "G", 31, [0.005, 0.01, 0.015, 0.02, 0.025], PERCENT)
    for i in range(5):
        row = 32 + i
        put(ws, f"F{row}", f"=WACC!$C$15+{(i - 2) * 0.005}" if i != 2 else "=WACC!$C$15", PERCENT)
        discounted = f"SUMPRODUCT($G$16:$M$16/(1+$F{row})^$G$18:$M$18)"
        ends = f"$M$16*(1+{{c}}$31)/($F{row}-{{c}}$31)/(1+$F{row})^$M$18"
        across(ws, "G", "K", row, f"={discounted}+{ends}", ONE)
    remark(ws, "C23", "Long-run inflation of the euro area less 0.5 points")
    ws.freeze_panes = "D5"
    widths(ws, {"A": 30, "B": 3, "F": 14})
    return [("WACC", "C5", 0.95), ("DCF", "C23", 0.02), ("DCF", "H6", 0.075), ("DCF", "F5", 460), ("DCF", "C28", 7.5)]


def three_statements(book):
    """Income, balance and cash flow by fiscal year, on sheets of their own; interest on what was owed before."""
    ws = book.active
    ws.title = "Assumptions"
    title(ws, "A1", "Meridian Foods – three statements")
    note(ws, "A2", "in USD millions")
    heads(ws, "A", 4, ["", "Unit", *[f"FY{year}" for year in range(2023, 2031)]])
    rows = [("Sales growth", "%", [0.06, 0.055, 0.05, 0.05, 0.045, 0.04, 0.04], PERCENT),
            ("Gross margin", "%", [0.384, 0.386, 0.388, 0.39, 0.39, 0.39, 0.39], PERCENT),
            ("SG&A, % of sales", "%", [0.215, 0.213, 0.21, 0.21, 0.208, 0.208, 0.205], PERCENT),
            ("Depreciation rate", "%", [0.1] * 7, PERCENT), ("Capital expenditure", "USD m", [38, 40, 42, 44, 46, 46, 46], ONE),
            ("Days receivable", "days", [48, 47, 46, 45, 45, 45, 45], "0"),
            ("Days inventory", "days", [62, 61, 60, 60, 58, 58, 58], "0"),
            ("Days payable", "days", [41] * 7, "0"), ("Borrowing (repayment)", "USD m", [-10, -10, 0, 20, -15, -15, -15], ONE),
            ("Dividend, % of net income", "%", [0.35] * 7, "0%")]  # fmt: skip
    for i, (label, unit, values, fmt) in enumerate(rows):
        put(ws, f"A{5 + i}", label)
        put(ws, f"B{5 + i}", unit)
        typed(ws, "D", 5 + i, values, fmt)
    block(ws, "A", 17, [("Interest rate on debt", 0.058, PERCENT, "", ""), ("Interest on cash", 0.012, PERCENT, "", ""),
                        ("Tax rate", 0.24, PERCENT, "", ""), ("Days in a year", 365, "0", "", "")])  # fmt: skip
    sheets = {}
    for label in ("Income statement", "Balance sheet", "Cash flow"):
        sheets[label] = one = book.create_sheet(label)
        title(one, "A1", label)
        note(one, "A2", "in USD millions")
        heads(one, "A", 4, [""])
        across(one, "C", "J", 4, "=Assumptions!{c}4", bold=True)
        one.freeze_panes = "C5"
        widths(one, {"A": 34, "B": 3})
    income, balance, cash = sheets.values()
    a, i, b = "Assumptions!", "'Income statement'!", "'Balance sheet'!"
    labels(income, "A", 5, ["Sales", "Cost of sales", "Gross profit!", "SG&A", "Depreciation", "Operating profit!",
                            "Interest expense", "Interest income", "Profit before tax!", "Tax", "Net income!", "",
                            "EBITDA", "EBITDA margin"])  # fmt: skip
    typed_down(income, "C", 5, [512.0, -316.4, None, -110.9, -29.0, None, -7.2, 0.4, None, -12.1], ONE)
    across(income, "D", "J", 5, f"={{p}}5*(1+{a}{{c}}5)", ONE)
    across(income, "D", "J", 6, f"=-{{c}}5*(1-{a}{{c}}6)", ONE)
    across(income, "C", "J", 7, "={c}5+{c}6", ONE, bold=True)
    across(income, "D", "J", 8, f"=-{{c}}5*{a}{{c}}7", ONE)
    across(income, "D", "J", 9, f"=-{b}{{p}}9*{a}{{c}}8", ONE)
    across(income, "C", "J", 10, "=SUM({c}7:{c}9)", ONE, bold=True)
    across(income, "D", "J", 11, f"=-{b}{{p}}13*{a}$B$17", ONE)
    across(income, "D", "J", 12, f"={b}{{p}}6*{a}$B$18", ONE)
    across(income, "C", "J", 13, "=SUM({c}10:{c}12)", ONE, bold=True)
    across(income, "D", "J", 14, f"=-MAX({{c}}13,0)*{a}$B$19", ONE)
    across(income, "C", "J", 15, "={c}13+{c}14", ONE, bold=True)
    across(income, "C", "J", 17, "={c}10-{c}9", ONE)
    across(income, "C", "J", 18, "={c}17/{c}5", PERCENT)
    labels(balance, "A", 5, ["Assets!", "Cash", "Receivables", "Inventory", "Fixed assets", "Total assets!", "",
                             "Liabilities and equity!", "Debt", "Payables", "Share capital", "Retained earnings",
                             "Total liabilities and equity!", "", "Check (must be 0)"])  # fmt: skip
    typed_down(balance, "C", 6, [34.2, 66.0, 54.8, 246.0], ONE)
    typed_down(balance, "C", 13, [124.0, 36.1, 120.0, 120.9], ONE)
    across(balance, "D", "J", 6, "='Cash flow'!{c}18", ONE)
    across(balance, "D", "J", 7, f"={i}{{c}}5*{a}{{c}}10/{a}$B$20", ONE)
    across(balance, "D", "J", 8, f"=-{i}{{c}}6*{a}{{c}}11/{a}$B$20", ONE)
    across(balance, "D", "J", 9, f"={{p}}9+{a}{{c}}9+{i}{{c}}9", ONE)
    across(balance, "C", "J", 10, "=SUM({c}6:{c}9)", ONE, bold=True)
    across(balance, "D", "J", 13, f"={{p}}13+{a}{{c}}13", ONE)
    across(balance, "D", "J", 14, f"=-{i}{{c}}6*{a}{{c}}12/{a}$B$20", ONE)
    across(balance, "D", "J", 15, "={p}15", ONE)
    across(balance, "D", "J", 16, f"={{p}}16+{i}{{c}}15+'Cash flow'!{{c}}14", ONE)
    across(balance, "C", "J", 17, "=SUM({c}13:{c}16)", ONE, bold=True)
    across(balance, "C", "J", 19, "=ROUND({c}10-{c}17,3)", "0.000")
    labels(cash, "A", 5, ["Net income", "Depreciation", "Change in receivables", "Change in inventory",
                          "Change in payables", "Operating cash flow!", "Capital expenditure", "Free cash flow!",
                          "Borrowing (repayment)", "Dividends", "Net cash flow!", "", "Opening cash",
                          "Closing cash!"])  # fmt: skip
    across(cash, "D", "J", 5, f"={i}{{c}}15", ONE)
    across(cash, "D", "J", 6, f"=-{i}{{c}}9", ONE)
    across(cash, "D", "J", 7, f"={b}{{p}}7-{b}{{c}}7", ONE)
    across(cash, "D", "J", 8, f"={b}{{p}}8-{b}{{c}}8", ONE)
    across(cash, "D", "J", 9, f"={b}{{c}}14-{b}{{p}}14", ONE)
    across(cash, "D", "J", 10, "=SUM({c}5:{c}9)", ONE, bold=True)
    across(cash, "D", "J", 11, f"=-{a}{{c}}9", ONE)
    across(cash, "D", "J", 12, "={c}10+{c}11", ONE, bold=True)
    across(cash, "D", "J", 13, f"={a}{{c}}13", ONE)
    across(cash, "D", "J", 14, f"=-MAX({i}{{c}}15,0)*{a}{{c}}14", ONE)
    across(cash, "D", "J", 15, "={c}12+{c}13+{c}14", ONE, bold=True)
    across(cash, "D", "J", 17, f"={b}{{p}}6", ONE)
    across(cash, "D", "J", 18, "={c}17+{c}15", ONE, bold=True)
    ratios = book.create_sheet("Ratios")
    title(ratios, "B2", "Ratios and checks")
    heads(ratios, "B", 4, ["Ratio", *[f"FY{year}" for year in range(2023, 2031)]], dark=False)
    labels(ratios, "B", 5, ["Net debt / EBITDA", "Interest cover", "Return on equity", "Current ratio"])
    pairs = dict(zip(columns("C", "J"), columns("C", "J")))
    for c in pairs:
        put(ratios, f"{c}5", f"=({b}{c}13-{b}{c}6)/{i}{c}17", MULTIPLE)
        put(ratios, f"{c}6", f"=-{i}{c}10/{i}{c}11", MULTIPLE)
        put(ratios, f"{c}7", f"={i}{c}15/SUM({b}{c}15:{c}16)", PERCENT)
        put(ratios, f"{c}8", f"=SUM({b}{c}6:{c}8)/{b}{c}14", TWO)
    put(ratios, "B11", "All years balance")
    put(ratios, "C11", f'=IF(SUMPRODUCT(ABS({b}C19:J19))<0.01,"OK","ERROR")')
    put(ratios, "B12", "Highest leverage")
    put(ratios, "C12", "=MAX(C5:J5)", MULTIPLE)
    return [("Assumptions", "E5", 0.09), ("Assumptions", "B17", 0.07), ("Assumptions", "D12", 45),
            ("Income statement", "C5", 498), ("Assumptions", "G9", 60)]  # fmt: skip
