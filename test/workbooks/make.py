"""Makes the workbooks of test/workbooks/files/ and what LibreOffice computes for them, test/workbooks/values/.

    python3 test/workbooks/make.py [name …]

needs openpyxl (Debian: python3-openpyxl) and LibreOffice. Both folders are committed, so that the tests need neither.
Some files are left as openpyxl writes them, without stored values; the others as LibreOffice saves them again, with
shared formulas and values. A file of values holds, for each sheet, the value of every cell with a formula before and
after five inputs are changed; `after` is left out where it is the same.
"""

import gzip
import json
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook

sys.path.insert(0, str(Path(__file__).parent))
from making import budgets, finance, hard, lending, office, plans, registers, statistics  # noqa: E402

HERE = Path(__file__).parent
FILES, VALUES = HERE / "files", HERE / "values"

# What makes each workbook, and whether LibreOffice saves it again.
BOOKS = {
    "plan-years": (plans.plan_years, False),
    "saas-months": (plans.saas_months, True),
    "quarterly": (budgets.quarterly, True),
    "budget-departments": (budgets.budget_departments, False),
    "plan-zh": (budgets.plan_zh, True),
    "dcf": (finance.dcf, False),
    "three-statements": (finance.three_statements, True),
    "loan": (lending.loan, False),
    "scenario-switch": (lending.scenario_switch, True),
    "named-ranges": (lending.named_ranges, False),
    "energy-balance": (statistics.energy_balance, True),
    "population": (statistics.population, False),
    "years-down": (statistics.years_down, True),
    "cohorts": (statistics.cohorts, False),
    "sales-list": (registers.sales_list, False),
    "municipal-budget": (registers.municipal_budget, False),
    "headcount": (registers.headcount, True),
    "unlivable": (hard.unlivable, True),
    "twelve-sheets": (hard.twelve_sheets, True),
}


def changed(file, inputs, target):
    """The file with other values in its inputs."""
    book = load_workbook(file)
    for sheet, address, value in inputs:
        cell = book[sheet][address]
        if isinstance(cell.value, str) or cell.value is None:
            raise ValueError(f"{file.name}: {sheet}!{address} is no number: {cell.value!r}")
        cell.value = value
    book.save(target)


def values_of(cells, before, after):
    found = {}
    for sheet, addresses in cells.items():
        found[sheet] = {}
        for address in addresses:
            was, now = before(sheet, address), after(sheet, address)
            found[sheet][address] = [was] if was == now and type(was) is type(now) else [was, now]
    return found


def make(names):
    FILES.mkdir(exist_ok=True)
    VALUES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw, first, edited, second = (Path(folder) / part for part in ("raw", "first", "edited", "second"))
        for part in (raw, first, edited, second):
            part.mkdir()
        inputs = {}
        for name in names:
            book = Workbook()
            inputs[name] = BOOKS[name][0](book)
            book.save(raw / f"{name}.xlsx")
        office.saved_by_office([raw / f"{name}.xlsx" for name in names], first)
        for name in names:
            kept = (first if BOOKS[name][1] else raw) / f"{name}.xlsx"
            (FILES / kept.name).write_bytes(kept.read_bytes())
            changed(FILES / kept.name, inputs[name], edited / kept.name)
        # What is kept is what LibreOffice computes from the file as it is committed.
        office.saved_by_office([FILES / f"{name}.xlsx" for name in names], first)
        office.saved_by_office([edited / f"{name}.xlsx" for name in names], second)
        for name in names:
            file = f"{name}.xlsx"
            cells = office.formula_cells(FILES / file)
            sheets = values_of(cells, office.values(first / file), office.values(second / file))
            record = {"inputs": inputs[name], "sheets": sheets}
            text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            (VALUES / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
            moved = sum(len(pair) == 2 for sheet in sheets.values() for pair in sheet.values())
            errors = [f"{s}!{a}" for s, cells in sheets.items() for a, pair in cells.items() if any(isinstance(v, dict) for v in pair)]
            print(f"{name}: {sum(map(len, sheets.values()))} formulas, {moved} change", *errors[:10])


if __name__ == "__main__":
    print(office.version())
    make(sys.argv[1:] or list(BOOKS))
