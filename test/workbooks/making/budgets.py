"""Budgets: by quarter, by department, and a plan in Chinese."""

from .sheet import (
    BOLD, MULTIPLE, ONE, PERCENT, TWO, WHOLE, across, block, columns, heads, labels, note, put, remark, title, typed,
    typed_down, widths,
)  # fmt: skip


def quarterly(book):
    """Quarters below their years in a head of two rows, a year's total between them; half-years on another sheet."""
    ws = book.active
    ws.title = "Quarterly"
    title(ws, "A1", "Hafen Logistik GmbH – quarterly forecast")
    put(ws, "A2", "in EUR million")
    put(ws, "B5", "Basis")
    first = {2023: "C", 2024: "H", 2025: "M"}
    for year, column in first.items():
        span = columns(column, "Z")[:5]
        heads(ws, column, 4, [year])
        ws.merge_cells(f"{column}4:{span[-1]}4")
        heads(ws, column, 5, ["Q1", "Q2", "Q3", "Q4", "FY"], dark=False)
    labels(ws, "A", 6, ["Containers handled (k TEU)", "Revenue per TEU (EUR)", "Handling revenue", "Storage revenue",
                        "Total revenue!", "Labour", "Energy", "Lease", "EBITDA!", "EBITDA margin",
                        "Growth on the same quarter"])  # fmt: skip
    note(ws, "A18", "Q1 2023 to Q2 2024: reported figures")
    typed(ws, "B", 8, [None])
    quarters = [c for column in first.values() for c in columns(column, "Z")[:4]]
    totals = [columns(column, "Z")[4] for column in first.values()]
    reported = quarters[:6]
    volumes = [412, 431, 455, 440, 421, 446]
    rates = [71.2, 71.9, 72.3, 72.8, 73.1, 73.4]
    storage = [4.1, 4.3, 4.4, 4.6, 4.5, 4.7]
    for column, v, r, s in zip(reported, volumes, rates, storage):
        typed(ws, column, 6, [v], ONE)
        typed(ws, column, 7, [r], ONE)
        typed(ws, column, 9, [s], ONE)
    put(ws, "A20", "Drivers", font=BOLD)
    block(ws, "A", 21, [("Volume growth on the year before", 0.032, PERCENT, "", ""),
                        ("Rate growth by quarter", 0.005, PERCENT, "", ""),
                        ("Storage per TEU (EUR)", 10.4, TWO, "", ""),
                        ("Labour, share of revenue", 0.41, PERCENT, "", ""),
                        ("Energy per TEU (EUR)", 6.9, TWO, "", ""),
                        ("Lease by quarter", 3.15, TWO, "EUR m", "")])  # fmt: skip
    for i, c in enumerate(quarters):
        before = quarters[i - 1] if i else ""
        ago = quarters[i - 4] if i >= 4 else ""
        if c not in reported:
            put(ws, f"{c}6", f"={ago}6*(1+$B$21)", ONE)
            put(ws, f"{c}7", f"={before}7*(1+$B$22)", ONE)
            put(ws, f"{c}9", f"={c}6*$B$23/1000", ONE)
        put(ws, f"{c}8", f"={c}6*{c}7/1000", ONE)
        put(ws, f"{c}10", f"={c}8+{c}9", ONE, BOLD)
        put(ws, f"{c}11", f"=-{c}10*$B$24", ONE)
        put(ws, f"{c}12", f"=-{c}6*$B$25/1000", ONE)
        put(ws, f"{c}13", "=-$B$26", ONE)
        put(ws, f"{c}14", f"=SUM({c}10:{c}13)", ONE, BOLD)
        put(ws, f"{c}15", f"={c}14/{c}10", PERCENT)
        if ago:
            put(ws, f"{c}16", f"={c}10/{ago}10-1", PERCENT)
    for column, total in zip(first.values(), totals):
        end = columns(column, "Z")[3]
        for row in (6, 8, 9, 10, 11, 12, 13, 14):
            put(ws, f"{total}{row}", f"=SUM({column}{row}:{end}{row})", ONE, BOLD)
        put(ws, f"{total}7", f"={total}8/{total}6*1000", ONE, BOLD)
        put(ws, f"{total}15", f"={total}14/{total}10", PERCENT, BOLD)
    for total, before in zip(totals[1:], totals):
        put(ws, f"{total}16", f"={total}10/{before}10-1", PERCENT, BOLD)
    ws.freeze_panes = "C6"
    half = book.create_sheet("Half-year report")
    title(half, "B1", "Half-year report to the lender", "H1")
    heads(half, "B", 3, ["EUR million", "H1 2023", "H2 2023", "H1 2024", "H2 2024", "H1 2025", "H2 2025"])
    labels(half, "B", 4, ["Revenue", "EBITDA", "Margin", "Debt, end of period", "Interest", "Interest cover",
                          "Covenant (at least)", "Headroom"])  # fmt: skip
    for i, c in enumerate(columns("C", "H")):
        a, b = quarters[2 * i], quarters[2 * i + 1]
        put(half, f"{c}4", f"=Quarterly!{a}10+Quarterly!{b}10", ONE)
        put(half, f"{c}5", f"=SUM(Quarterly!{a}14:{b}14)", ONE)
    across(half, "C", "H", 6, "={c}5/{c}4", PERCENT)
    typed(half, "C", 7, [148])
    across(half, "D", "H", 7, "={p}7-$C$14", ONE)
    across(half, "C", "H", 8, "={c}7*$C$13/2", TWO)
    across(half, "C", "H", 9, "={c}5/{c}8", MULTIPLE)
    across(half, "C", "H", 10, "=$C$15", MULTIPLE)
    across(half, "C", "H", 11, "={c}9-{c}10", TWO)
    block(half, "B", 13, [("Interest rate p.a.", 0.0475, PERCENT, "", ""), ("Repayment by half-year", 4, ONE, "", ""),
                          ("Covenant", 4.5, ONE, "times", "")])  # fmt: skip
    return [("Quarterly", "B21", 0.05), ("Quarterly", "B24", 0.395), ("Quarterly", "H6", 428),
            ("Half-year report", "C13", 0.055), ("Quarterly", "B25", 8.2)]  # fmt: skip


def plan_zh(book):
    """年度计划: assumptions, plan and summary in Chinese, 亿元, 2023年."""
    ws = book.active
    ws.title = "假设"
    title(ws, "A1", "华东新材料股份有限公司 年度经营计划", "D1")
    put(ws, "A2", "编制部门：计划财务部")
    heads(ws, "A", 4, ["指标", "数值", "单位", "说明"])
    block(ws, "A", 5, [("新产品投产系数", 0.85, "0.00", "", "按产能爬坡"), ("平均售价年增长率", 0.015, "0.0%", "", ""),
                       ("毛利率", 0.312, "0.0%", "", "近三年平均"), ("销售费用率", 0.062, "0.0%", "", ""),
                       ("管理费用年增长率", 0.04, "0.0%", "", ""), ("研发费用率", 0.058, "0.0%", "", "高新技术企业"),
                       ("所得税税率", 0.15, "0%", "", ""), ("人均薪酬", 16.8, "0.0", "万元/人", ""),
                       ("股利支付率", 0.3, "0%", "", "")])  # fmt: skip
    plan = book.create_sheet("年度计划")
    title(plan, "B1", "年度经营计划表", "J1", 16)
    put(plan, "J2", "单位：亿元")
    heads(plan, "B", 3, ["项目", *[f"{year}年" for year in range(2022, 2030)]])
    labels(plan, "B", 4, ["销量（万吨）", "销量增速", "平均售价（万元/吨）", "一、营业收入!", "同比增长", "营业成本",
                          "二、毛利!", "销售费用", "管理费用", "研发费用", "三、营业利润!", "所得税", "四、净利润!",
                          "净利率", "期末人数（人）", "薪酬总额", "人均营业收入（万元）", "未分配利润"])  # fmt: skip
    typed(plan, "C", 4, [38.5, 41.2, 44.6], "0.0")
    across(plan, "F", "J", 4, "={p}4*(1+{c}5*假设!$B$5)", "0.0")
    across(plan, "D", "E", 5, "={c}4/{p}4-1", "0.0%")
    typed(plan, "F", 5, [0.11, 0.1, 0.095, 0.09, 0.08], "0.0%")
    typed(plan, "C", 6, [1.62, 1.65, 1.66], "0.00")
    across(plan, "F", "J", 6, "={p}6*(1+假设!$B$6)", "0.00")
    across(plan, "C", "J", 7, "={c}4*{c}6", "0.00", bold=True)
    across(plan, "D", "J", 8, "={c}7/{p}7-1", "0.0%")
    across(plan, "C", "J", 9, "={c}7*(1-假设!$B$7)", "0.00")
    across(plan, "C", "J", 10, "={c}7-{c}9", "0.00", bold=True)
    across(plan, "C", "J", 11, "={c}7*假设!$B$8", "0.00")
    typed(plan, "C", 12, [3.1, 3.25, 3.4], "0.00")
    across(plan, "F", "J", 12, "={p}12*(1+假设!$B$9)", "0.00")
    across(plan, "C", "J", 13, "=ROUND({c}7*假设!$B$10,2)", "0.00")
    across(plan, "C", "J", 14, "={c}10-SUM({c}11:{c}13)", "0.00", bold=True)
    across(plan, "C", "J", 15, "=MAX({c}14,0)*假设!$B$11", "0.00")
    across(plan, "C", "J", 16, "={c}14-{c}15", "0.00", bold=True)
    across(plan, "C", "J", 17, "={c}16/{c}7", "0.0%")
    typed(plan, "C", 18, [1260, 1310, 1385, 1450, 1520, 1580, 1630, 1680], "#,##0")
    across(plan, "C", "J", 19, "={c}18*假设!$B$12/10000", "0.00")
    across(plan, "C", "J", 20, "={c}7*10000/{c}18", "0.0")
    typed(plan, "C", 21, [12.4], "0.00")
    across(plan, "D", "J", 21, "={p}21+{c}16*(1-假设!$B$13)", "0.00")
    note(plan, "B23", "注：2022年—2024年为实际数，2025年起为计划数。")
    plan.freeze_panes = "C4"
    summary = book.create_sheet("汇总")
    title(summary, "A1", "主要指标汇总")
    labels(summary, "A", 3, ["2029年营业收入（亿元）", "年均增速（2024—2029年）", "累计净利润（亿元）", "最高净利率",
                             "是否突破120亿元", "突破120亿元的年份"])  # fmt: skip
    put(summary, "B3", "=年度计划!J7", "0.00")
    put(summary, "B4", "=(年度计划!J7/年度计划!E7)^(1/5)-1", "0.0%")
    put(summary, "B5", "=SUM(年度计划!F16:J16)", "0.00")
    put(summary, "B6", "=MAX(年度计划!C17:J17)", "0.0%")
    put(summary, "B7", '=IF(B3>120,"是","否")')
    put(summary, "B8", '=IFERROR(INDEX(年度计划!C3:J3,MATCH(TRUE,INDEX(年度计划!C7:J7>120,0),0)),"未突破")')
    widths(plan, {"B": 26})
    return [("假设", "B5", 1), ("假设", "B7", 0.335), ("年度计划", "G5", 0.14), ("年度计划", "E6", 1.7),
            ("假设", "B13", 0.4)]  # fmt: skip


DEPARTMENTS = ["Sales", "Engineering", "Marketing", "G&A"]


def budget_departments(book):
    """Months without a year, a sheet for each department in one shape, and a summary across the sheets."""
    summary = book.active
    summary.title = "Summary"
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for i, department in enumerate(DEPARTMENTS):
        ws = book.create_sheet(department)
        title(ws, "A1", f"Budget FY2025 – {department}", "O1")
        put(ws, "A2", "GBP")
        heads(ws, "A", 4, ["Cost item", "Basis", *months, "FY2025"])
        labels(ws, "A", 5, ["Headcount", "Salaries", "Social security", "Bonus", "Software", "Travel", "Other", "Total!", "",
                            "Cost per head", "FY2024", "Change"])  # fmt: skip
        staff = [8 + 6 * (i % 3) + step for step in (0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3)]
        typed(ws, "C", 5, staff)
        typed_down(ws, "B", 6, [52000 + 6500 * i, 0.138, 0.06 + 0.02 * (i == 0), 95 + 40 * i], None)
        for row, fmt in ((6, WHOLE), (7, PERCENT), (8, PERCENT)):
            ws[f"B{row}"].number_format = fmt
        across(ws, "C", "N", 6, "={c}5*$B6/12", WHOLE)
        across(ws, "C", "N", 7, "={c}6*$B7", WHOLE)
        put(ws, "N8", "=SUM(C6:N6)*B8", WHOLE)
        across(ws, "C", "N", 9, "={c}5*$B9", WHOLE)
        typed(ws, "C", 10, [1800 + 300 * ((i + month) % 5) for month in range(12)], WHOLE)
        typed(ws, "C", 11, [900] * 12, WHOLE)
        across(ws, "C", "N", 12, "=SUM({c}6:{c}11)", WHOLE, bold=True)
        put(ws, "O5", "=AVERAGE(C5:N5)", ONE)
        for row in range(6, 13):
            put(ws, f"O{row}", f"=SUM(C{row}:N{row})", WHOLE, BOLD)
        across(ws, "C", "O", 14, "={c}12/{c}5", WHOLE)
        typed(ws, "O", 15, [round(760000 + 210000 * (i % 3), -3)], WHOLE)
        put(ws, "O16", "=O12/O15-1", PERCENT)
        ws.freeze_panes = "C5"
        widths(ws, {"A": 20, "B": 10})
    quoted = ["Sales", "Engineering", "Marketing", "'G&A'"]
    title(summary, "B2", "Budget FY2025 – all departments", size=16)
    note(summary, "B3", "GBP thousand; details on the sheets of the departments")
    heads(summary, "B", 5, ["Department", *months, "FY2025", "Share", "Against FY2024"])
    for i, (department, sheet) in enumerate(zip(DEPARTMENTS, quoted)):
        row = 6 + i
        put(summary, f"B{row}", department)
        for c, source in zip(columns("C", "N"), columns("C", "N")):
            put(summary, f"{c}{row}", f"={sheet}!{source}12/1000", ONE)
        put(summary, f"O{row}", f"=SUM(C{row}:N{row})", ONE, BOLD)
        put(summary, f"P{row}", f"=O{row}/O$10", PERCENT)
        put(summary, f"Q{row}", f"={sheet}!O16", PERCENT)
    put(summary, "B10", "All departments", font=BOLD)
    across(summary, "C", "O", 10, "=SUM({c}6:{c}9)", ONE, bold=True)
    put(summary, "Q10", "=O10*1000/(" + "+".join(f"{sheet}!O15" for sheet in quoted) + ")-1", PERCENT)
    labels(summary, "B", 12, ["Headcount", "Cumulated", "Reserve", "With reserve", "Check"])
    across(summary, "C", "N", 12, "=" + "+".join(f"{sheet}!{{c}}5" for sheet in quoted), "0")
    across(summary, "C", "N", 13, "=SUM($C10:{c}10)", ONE)
    across(summary, "C", "N", 14, "={c}10*$C$18", ONE)
    across(summary, "C", "N", 15, "={c}10+{c}14", ONE)
    across(summary, "C", "N", 16, "=IF(ABS({c}10-(SUM(Sales:Marketing!{c}12)+'G&A'!{c}12)/1000)<0.001,\"ok\",\"check\")")
    put(summary, "B18", "Reserve")
    typed(summary, "C", 18, [0.03], PERCENT)
    remark(summary, "C18", "Agreed with the board in November")
    summary.freeze_panes = "C6"
    widths(summary, {"A": 2, "B": 22})
    return [("Sales", "B6", 55000), ("Engineering", "H5", 20), ("G&A", "B9", 180), ("Summary", "C18", 0.05),
            ("Marketing", "D10", 5000)]  # fmt: skip
