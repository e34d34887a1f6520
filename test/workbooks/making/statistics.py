"""Tables as statistics offices and researchers make them."""

from datetime import datetime

from .sheet import (
    BOLD, MONTH, ONE, PERCENT, TWO, WHOLE, across, block, column_at, columns, down, heads, labels, note, put,
    title, typed, typed_down, widths,
)  # fmt: skip


def energy_balance(book):
    """Fuels across, flows down, no time; emissions by factors; a series of years on another sheet."""
    ws = book.active
    ws.title = "Balance 2023"
    title(ws, "B2", "Energy balance 2023", "L2")
    put(ws, "B3", "Petajoules (PJ), net calorific values")
    fuels = ["Coal", "Crude oil", "Oil products", "Natural gas", "Nuclear", "Hydro", "Wind and solar", "Biofuels",
             "Electricity", "Heat"]  # fmt: skip
    heads(ws, "C", 5, [*fuels, "Total"])
    put(ws, "B5", "Flow", font=BOLD)
    flows = {
        6: ("Production", [412, 38, 0, 96, 310, 64, 118, 205, 0, 0]), 7: ("Imports", [285, 920, 240, 870, 0, 0, 0, 22, 41, 0]),
        8: ("Exports", [-36, 0, -310, -120, 0, 0, 0, -8, -58, 0]), 9: ("Stock changes", [14, -6, 3, 21, 0, 0, 0, 0, 0, 0]),
        12: ("Power plants", [-421, 0, -9, -210, -310, -64, -118, -52, 468, 0]),
        13: ("Heat plants and CHP", [-88, 0, -4, -130, 0, 0, 0, -61, 74, 158]),
        14: ("Refineries", [0, -946, 918, 0, 0, 0, 0, 0, -9, -6]), 15: ("Own use and losses", [-11, -6, -42, -28, 0, 0, 0, -2, -61, -19]),
        18: ("Industry", [142, 0, 68, 214, 0, 0, 0, 38, 178, 46]), 19: ("Transport", [0, 0, 585, 9, 0, 0, 0, 31, 14, 0]),
        20: ("Households", [9, 0, 52, 181, 0, 0, 0, 28, 129, 61]), 21: ("Services", [2, 0, 24, 78, 0, 0, 0, 5, 118, 23]),
        22: ("Agriculture", [1, 0, 31, 8, 0, 0, 0, 2, 11, 1]), 23: ("Non-energy use", [1, 0, 32, 12, 0, 0, 0, 0, 0, 0]),
    }  # fmt: skip
    for row, (label, values) in flows.items():
        put(ws, f"B{row}", label, indent=1)
        typed(ws, "C", row, values, WHOLE)
    sums = {10: ("Primary supply", "=SUM({c}6:{c}9)"), 16: ("Transformation", "=SUM({c}12:{c}15)"),
            24: ("Final consumption", "=SUM({c}18:{c}23)"), 25: ("Statistical difference", "={c}10+{c}16-{c}24")}  # fmt: skip
    for row, (label, formula) in sums.items():
        put(ws, f"B{row}", label, font=BOLD)
        across(ws, "C", "L", row, formula, WHOLE, bold=True)
    for row in (*flows, *sums):
        put(ws, f"M{row}", f"=SUM(C{row}:L{row})", WHOLE, BOLD)
    put(ws, "B28", "Shares of final consumption by sector", font=BOLD)
    heads(ws, "C", 29, [*fuels, "Total"], dark=False)
    for i, row in enumerate(range(18, 24)):
        put(ws, f"B{30 + i}", f"=B{row}")
        across(ws, "C", "M", 30 + i, f"=IF({{c}}$24=0,0,{{c}}{row}/{{c}}$24)", PERCENT)
    put(ws, "B38", "Emissions (Mt CO2)", font=BOLD)
    for i, row in enumerate((12, 13, 18, 19, 20, 21)):
        put(ws, f"B{39 + i}", f"=B{row}")
        across(ws, "C", "F", 39 + i, f"=ABS({{c}}{row})*Factors!{{c}}$5/1000", TWO)
        put(ws, f"G{39 + i}", f"=SUM(C{39 + i}:F{39 + i})", TWO, BOLD)
    put(ws, "B45", "All of these", font=BOLD)
    across(ws, "C", "G", 45, "=SUM({c}39:{c}44)", TWO, bold=True)
    note(ws, "B47", "Source: national statistics office, supply and use tables; Oil products include refinery gas.")
    ws.freeze_panes = "C6"
    factors = book.create_sheet("Factors")
    title(factors, "B2", "Emission factors")
    heads(factors, "C", 4, fuels[:4], dark=False)
    put(factors, "B5", "kt CO2 per PJ")
    typed(factors, "C", 5, [94.6, 73.3, 71.9, 56.1], ONE)
    block(factors, "B", 8, [("Efficiency, power plants", "='Balance 2023'!K12/-SUM('Balance 2023'!C12:J12)", PERCENT, "", ""),
                            ("Emissions per person", "='Balance 2023'!G45/C10", TWO, "t", ""), ("Population", 38.2, ONE, "m", ""),
                            ("Import dependency", "=SUM('Balance 2023'!C7:L8)/'Balance 2023'!M10", PERCENT, "", "")])  # fmt: skip
    ws = book.create_sheet("Trend")
    title(ws, "A1", "Primary supply by fuel, PJ")
    heads(ws, "B", 3, list(range(2015, 2024)), dark=False)
    groups = ["Coal", "Oil", "Gas", "Nuclear", "Renewables"]
    labels(ws, "A", 4, [*groups, "Total!", "", "Index, 2015 = 100", *groups, "Share of renewables", "Growth of supply"])
    past = [[902, 884, 871, 860, 812, 731, 744, 702], [812, 821, 833, 838, 829, 742, 790, 803],
            [781, 802, 826, 841, 855, 848, 884, 871], [322, 318, 315, 320, 318, 309, 312, 311],
            [241, 258, 271, 284, 301, 318, 339, 362]]  # fmt: skip
    links = ["C10", "C10+'Balance 2023'!E10", "F10", "G10", "H10+'Balance 2023'!I10+'Balance 2023'!J10"]
    links[1] = "D10+'Balance 2023'!E10"
    for i, (values, link) in enumerate(zip(past, links)):
        typed(ws, "B", 4 + i, values, WHOLE)
        put(ws, f"J{4 + i}", f"='Balance 2023'!{link}", WHOLE)
        across(ws, "B", "J", 12 + i, f"={{c}}{4 + i}/$B{4 + i}*100", ONE)
    across(ws, "B", "J", 9, "=SUM({c}4:{c}8)", WHOLE, bold=True)
    across(ws, "B", "J", 17, "={c}8/{c}9", PERCENT)
    across(ws, "C", "J", 18, "={c}9/{p}9-1", PERCENT)
    heads(ws, "K", 3, ["Change p.a."], dark=False)
    for row in range(4, 10):
        put(ws, f"K{row}", f"=(J{row}/B{row})^(1/(J$3-B$3))-1", PERCENT)
    return [("Balance 2023", "C6", 350), ("Balance 2023", "F18", 190), ("Factors", "C5", 98), ("Trend", "F8", 310),
            ("Factors", "C10", 39)]  # fmt: skip


AGES = [*[f"{age}–{age + 4}" for age in range(0, 85, 5)], "85+"]


def population(book):
    """Cohorts by age that survive down and across, in steps of five years; rates on a sheet of their own."""
    rates = book.active
    rates.title = "Rates"
    title(rates, "A1", "Rates by age (five years)")
    heads(rates, "A", 3, ["Age group", "Survival, women", "Survival, men", "Births per woman", "Net migration, women",
                          "Net migration, men"])  # fmt: skip
    women = [0.9978, 0.9994, 0.9993, 0.9986, 0.998, 0.9976, 0.997, 0.9958, 0.9936, 0.99, 0.9846, 0.977, 0.966, 0.949,
             0.919, 0.86, 0.745, 0.48]  # fmt: skip
    fertility = {3: 0.045, 4: 0.22, 5: 0.46, 6: 0.51, 7: 0.27, 8: 0.06}
    for i, (age, rate) in enumerate(zip(AGES, women)):
        put(rates, f"A{4 + i}", age)
        typed(rates, "B", 4 + i, [rate, round(rate**1.6, 4)], "0.0000")
        typed(rates, "D", 4 + i, [fertility.get(i, 0)], "0.000")
        typed(rates, "E", 4 + i, [1.2 if 3 <= i <= 8 else 0.2, 1.5 if 3 <= i <= 8 else 0.2], ONE)
    put(rates, "A22", "Total fertility", font=BOLD)
    put(rates, "D22", "=SUM(D4:D21)", TWO, BOLD)
    put(rates, "A24", "Girls among births")
    typed(rates, "B", 24, [0.488], PERCENT)
    put(rates, "A25", "Survival of births")
    typed(rates, "B", 25, [0.9965], "0.0000")
    put(rates, "A26", "Migration, factor")
    typed(rates, "B", 26, [1], TWO)
    ws = book.create_sheet("Projection")
    title(ws, "A1", "Population by sex and age, thousand, 1 January", "I1")
    heads(ws, "A", 3, ["Sex", "Age", *range(2020, 2055, 5)])
    start = [[148, 152, 155, 159, 171, 183, 190, 186, 178, 184, 196, 190, 172, 151, 133, 98, 74, 70],
             [156, 160, 163, 168, 179, 190, 194, 188, 180, 185, 194, 185, 163, 139, 115, 78, 51, 36]]  # fmt: skip
    for sex, (first, label) in enumerate(((4, "Women"), (23, "Men"))):
        survival, migration = "BC"[sex], "EF"[sex]
        share = "Rates!$B$24" if sex == 0 else "(1-Rates!$B$24)"
        for i, age in enumerate(AGES):
            row = first + i
            put(ws, f"A{row}", label)
            put(ws, f"B{row}", age)
            typed(ws, "C", row, [start[sex][i]], ONE)
            if i == 0:
                across(ws, "D", "I", row, f"={{c}}$43*{share}*Rates!$B$25+Rates!${migration}$4*Rates!$B$26", ONE)
            else:
                moved = f"{{p}}{row - 1}*Rates!${survival}${3 + i}+Rates!${migration}${4 + i}*Rates!$B$26"
                stay = f"+{{p}}{row}*Rates!${survival}$21" if i == 17 else ""
                across(ws, "D", "I", row, f"={moved}{stay}", ONE)
        put(ws, f"A{first + 18}", f"{label}, all ages", font=BOLD)
        across(ws, "C", "I", first + 18, f"=SUM({{c}}{first}:{{c}}{first + 17})", ONE, bold=True)
    put(ws, "A43", "Births in the five years before")
    across(ws, "D", "I", 43, "=SUMPRODUCT({p}4:{p}21,Rates!$D$4:$D$21)", ONE)
    put(ws, "A44", "Population", font=BOLD)
    across(ws, "C", "I", 44, "={c}22+{c}41", ONE, bold=True)
    put(ws, "A45", "Growth in five years")
    across(ws, "D", "I", 45, "={c}44/{p}44-1", PERCENT)
    put(ws, "A46", "Aged 65 and over")
    across(ws, "C", "I", 46, "=SUM({c}17:{c}21)+SUM({c}36:{c}40)", ONE)
    put(ws, "A47", "Share of 65 and over")
    across(ws, "C", "I", 47, "={c}46/{c}44", PERCENT)
    put(ws, "A48", "Old-age dependency ratio")
    across(ws, "C", "I", 48, "={c}46/(SUM({c}8:{c}16)+SUM({c}27:{c}35))*100", ONE)
    ws.freeze_panes = "C4"
    widths(ws, {"A": 28})
    return [("Rates", "D9", 0.52), ("Rates", "B26", 2), ("Projection", "C8", 180), ("Rates", "B20", 0.78),
            ("Rates", "B24", 0.49)]  # fmt: skip


def years_down(book):
    """Years down the rows below a head with a row of units; looked up by year on another sheet."""
    ws = book.active
    ws.title = "National accounts"
    title(ws, "A1", "Table 3.2 – National accounts and population")
    note(ws, "A2", "Figures up to 2023 are revised; from 2024 projected by the growth rates on the sheet Selected years.")
    note(ws, "A3", "Last updated: 28 August 2024")
    names = ["Year", "GDP, current prices", "GDP deflator", "GDP, real", "Growth", "Population", "GDP per head", "Exports",
             "Exports, share of GDP", "Debt", "Debt ratio"]  # fmt: skip
    heads(ws, "A", 6, names, dark=False)
    heads(ws, "A", 7, ["", "bn EUR", "2015 = 100", "bn EUR of 2015", "%", "million", "EUR", "bn EUR", "%", "bn EUR", "%"], dark=False)
    gdp = [171.2, 176.8, 180.1, 183.9, 190.4, 199.7, 210.6, 221.5, 231.0, 224.8, 241.9, 266.1, 281.3]
    deflator = [94.1, 95.8, 97.0, 98.3, 100, 101.2, 102.9, 104.8, 106.9, 108.8, 111.4, 117.9, 123.0]
    people = [10.51, 10.5, 10.46, 10.4, 10.36, 10.33, 10.3, 10.29, 10.3, 10.33, 10.36, 10.42, 10.52]
    exports = [58.6, 63.1, 66.8, 68.9, 73.2, 75.5, 83.4, 88.6, 92.9, 77.1, 92.4, 121.8, 126.5]
    debt = [195.7, 217.1, 225.4, 231.6, 235.7, 245.2, 247.2, 249.3, 250.0, 270.5, 269.2, 272.4, 263.0]
    typed_down(ws, "A", 8, range(2011, 2036))
    typed_down(ws, "B", 8, gdp, ONE)
    typed_down(ws, "C", 8, deflator, ONE)
    typed_down(ws, "F", 8, people, TWO)
    typed_down(ws, "H", 8, exports, ONE)
    typed_down(ws, "J", 8, debt, ONE)
    down(ws, "B", 21, 32, "=D{r}*C{r}/100", ONE)
    down(ws, "C", 21, 32, "=C{q}*(1+'Selected years'!$C$17)", ONE)
    down(ws, "D", 8, 20, "=B{r}/C{r}*100", ONE)
    down(ws, "D", 21, 32, "=D{q}*(1+'Selected years'!$C$16)", ONE)
    down(ws, "E", 9, 32, "=D{r}/D{q}-1", PERCENT)
    down(ws, "F", 21, 32, "=F{q}*(1+'Selected years'!$C$18)", TWO)
    down(ws, "G", 8, 32, "=B{r}/F{r}*1000", WHOLE)
    down(ws, "H", 21, 32, "=H{q}*B{r}/B{q}*(1+'Selected years'!$C$19)", ONE)
    down(ws, "I", 8, 32, "=H{r}/B{r}", PERCENT)
    down(ws, "J", 21, 32, "=J{q}-B{r}*'Selected years'!$C$20+J{q}*'Selected years'!$C$21", ONE)
    down(ws, "K", 8, 32, "=J{r}/B{r}", PERCENT)
    note(ws, "A34", "Source: statistics office; own projections.")
    ws.freeze_panes = "B8"
    look = book.create_sheet("Selected years")
    title(look, "B1", "One year")
    put(look, "B3", "Year chosen")
    typed(look, "C", 3, [2030], "0")
    data, years = "'National accounts'!$B$8:$K$32", "'National accounts'!$A$8:$A$32"
    for i, (label, column, fmt) in enumerate((("GDP, current prices", 1, ONE), ("GDP per head", 6, WHOLE), ("Debt ratio", 10, PERCENT))):
        put(look, f"B{4 + i}", label)
        put(look, f"C{4 + i}", f"=INDEX({data},MATCH($C$3,{years},0),{column})", fmt)
    title(look, "B8", "Every five years", size=12)
    heads(look, "C", 9, [2015, 2020, 2025, 2030, 2035], dark=False)
    labels(look, "B", 10, ["GDP, real", "Population", "Exports, share of GDP", "Growth in five years"])
    for row, column in ((10, 4), (11, 6), (12, 9)):
        across(look, "C", "G", row, f"=VLOOKUP({{c}}$9,'National accounts'!$A$8:$K$32,{column},FALSE)", TWO)
    across(look, "D", "G", 13, "={c}10/{p}10-1", PERCENT)
    put(look, "B15", "Assumptions from 2024", font=BOLD)
    block(look, "B", 16, [("Real growth", 0.019, PERCENT, "p.a.", ""), ("Deflator", 0.021, PERCENT, "p.a.", ""),
                          ("Population", 0.0015, "0.00%", "p.a.", ""), ("Exports ahead of GDP", 0.006, PERCENT, "p.a.", ""),
                          ("Primary surplus", 0.02, PERCENT, "of GDP", ""), ("Interest on debt", 0.024, PERCENT, "", "")])  # fmt: skip
    put(look, "B23", "First year with a debt ratio below 80 %")
    put(look, "C23", "=INDEX('National accounts'!A8:A32,MATCH(1,INDEX(('National accounts'!K8:K32<0.8)*1,0),0))", "0")
    return [("Selected years", "C3", 2027), ("Selected years", "C16", 0.025), ("National accounts", "J20", 259),
            ("Selected years", "C21", 0.03), ("National accounts", "C12", 101)]  # fmt: skip


def cohorts(book):
    """A triangle: customers by the month in which they came, still there in each month after."""
    ws = book.active
    ws.title = "Retention"
    title(ws, "B2", "Retention curve")
    heads(ws, "C", 4, [f"Month {i}" for i in range(12)], dark=False)
    put(ws, "B5", "Still there")
    typed(ws, "C", 5, [1, 0.86, 0.78, 0.73, 0.69, 0.66, 0.64, 0.62, 0.605, 0.59, 0.58, 0.57], PERCENT)
    put(ws, "B6", "Lost in the month")
    across(ws, "D", "N", 6, "=1-{c}5/{p}5", PERCENT)
    block(ws, "B", 9, [("Revenue per customer", 18.5, TWO, "GBP", ""), ("Cost to acquire", 41, TWO, "GBP", ""),
                       ("Gross margin", 0.72, "0%", "", ""), ("Lifetime value, 12 months", "=SUM(C5:N5)*C9*C11", TWO, "GBP", ""),
                       ("LTV / CAC", "=C12/C10", "0.00", "", "")])  # fmt: skip
    ws = book.create_sheet("Cohorts")
    title(ws, "A1", "Active customers by cohort")
    months = [datetime(2024, i, 1) for i in range(1, 13)]
    heads(ws, "A", 4, ["Cohort", "New", *months], MONTH)
    new = [320, 345, 362, 340, 388, 410, 402, 431, 455, 470, 512, 548]
    for i, month in enumerate(months):
        row = 5 + i
        put(ws, f"A{row}", month, MONTH)
        typed(ws, "B", row, [new[i]], WHOLE)
        start = column_at("C", i)
        across(ws, start, "N", row, f"=$B{row}*INDEX(Retention!$C$5:$N$5,COLUMNS(${start}{row}:{{c}}{row}))", ONE)
    put(ws, "A17", "Active", font=BOLD)
    put(ws, "B17", "=SUM(B5:B16)", WHOLE, BOLD)
    across(ws, "C", "N", 17, "=SUM({c}5:{c}16)", ONE, bold=True)
    labels(ws, "A", 18, ["Lost", "Churn", "Revenue", "Acquisition", "Contribution", "Cumulated"])
    for i, c in enumerate(columns("C", "N")):
        before = column_at(c, -1)
        if i:
            put(ws, f"{c}18", f"={before}17+$B{5 + i}-{c}17", ONE)
            put(ws, f"{c}19", f"={c}18/{before}17", PERCENT)
        put(ws, f"{c}21", f"=-$B{5 + i}*Retention!$C$10", WHOLE)
    across(ws, "C", "N", 20, "={c}17*Retention!$C$9", WHOLE)
    across(ws, "C", "N", 22, "={c}20*Retention!$C$11+{c}21", WHOLE)
    across(ws, "C", "N", 23, "=SUM($C22:{c}22)", WHOLE)
    ws.freeze_panes = "C5"
    return [("Retention", "D5", 0.9), ("Retention", "C9", 21), ("Cohorts", "B7", 400), ("Retention", "C11", 0.68),
            ("Retention", "H5", 0.65)]  # fmt: skip
