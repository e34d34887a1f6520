"""LibreOffice, asked for files and values."""

import subprocess
import tempfile
from pathlib import Path

from openpyxl import load_workbook

# A file is computed anew as it is read, whoever wrote it: 0 is "always".
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""

_profile = None


def profile():
    global _profile
    if _profile is None:
        _profile = Path(tempfile.mkdtemp(prefix="workbooks-profile-"))
        (_profile / "user").mkdir()
        (_profile / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    return _profile


def saved_by_office(files, folder):
    """Each file as LibreOffice writes it again, computed, in `folder`."""
    environment = f"-env:UserInstallation={profile().as_uri()}"
    command = ["soffice", environment, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True)
    for file in files:
        if not (folder / file.name).exists():
            raise RuntimeError(f"LibreOffice wrote no {file.name}")


def version():
    return subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout.strip()


def formula_cells(file):
    """The addresses of the cells with formulas, by sheet; all cells of an array formula."""
    book = load_workbook(file)
    found = {}
    for ws in book.worksheets:
        arrays = [one["ref"] for one in ws.formula_attributes.values() if one.get("t") == "array"]
        members = [cell.coordinate for area in arrays for row in ws[area if ":" in area else f"{area}:{area}"] for cell in row]
        formulas = [cell.coordinate for row in ws.iter_rows() for cell in row if cell.data_type == "f"]
        found[ws.title] = list(dict.fromkeys([*formulas, *members]))
    return found


def values(file):
    """A reader of the values in a file that LibreOffice computed: a number, a text, a truth or `{error}`."""
    book = load_workbook(file, data_only=True)

    def read(sheet, address):
        cell = book[sheet][address]
        if cell.data_type == "e":
            return {"error": cell.value}
        if cell.is_date:
            from openpyxl.utils.datetime import to_excel

            return to_excel(cell.value, book.epoch)
        return "" if cell.value is None else cell.value

    return read
