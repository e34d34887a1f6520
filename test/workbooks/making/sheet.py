"""What the makers of workbooks share: how cells are written, and how people format them."""

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import column_index_from_string, get_column_letter

WHOLE = '#,##0;(#,##0);"-"'
ONE = "#,##0.0"
TWO = "#,##0.00"
PERCENT = "0.0%"
MULTIPLE = '0.0"x"'
MONTH = "mmm-yy"
DAY = "dd/mm/yyyy"

INPUT = Font(color="0000FF")
BOLD = Font(bold=True)
NOTE = Font(italic=True, color="7F7F7F", size=9)
BAND = PatternFill("solid", fgColor="1F3864")
PALE = PatternFill("solid", fgColor="DDEBF7")
TOP = Border(top=Side(style="thin"))


def put(ws, address, value, fmt=None, font=None, fill=None, indent=0):
    """Writes one cell."""
    cell = ws[address]
    cell.value = value
    if fmt:
        cell.number_format = fmt
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    if indent:
        cell.alignment = Alignment(indent=indent)
    return cell


def title(ws, address, text, until=None, size=14):
    """A title, merged up to `until`."""
    put(ws, address, text, font=Font(bold=True, size=size))
    if until:
        ws.merge_cells(f"{address}:{until}")


def note(ws, address, text):
    put(ws, address, text, font=NOTE)


def remark(ws, address, text):
    """A comment on a cell."""
    ws[address].comment = Comment(text, "Controlling")


def columns(first, last):
    return [get_column_letter(i) for i in range(column_index_from_string(first), column_index_from_string(last) + 1)]


def column_at(first, by):
    return get_column_letter(column_index_from_string(first) + by)


def heads(ws, first, row, values, fmt=None, dark=True):
    """A row of column heads, from the column `first` on."""
    for i, value in enumerate(values):
        font = Font(bold=True, color="FFFFFF") if dark else BOLD
        cell = put(ws, f"{column_at(first, i)}{row}", value, fmt, font, BAND if dark else PALE)
        cell.alignment = Alignment(horizontal="center", wrap_text=True)


def labels(ws, column, row, texts, indent=0):
    """Labels down a column; an empty text leaves its row blank, one that ends with `!` is bold."""
    for i, text in enumerate(texts):
        if text:
            bold = BOLD if text.endswith("!") else None
            put(ws, f"{column}{row + i}", text.rstrip("!"), font=bold, indent=0 if bold else indent)


def typed(ws, first, row, values, fmt=None):
    """Constants across, blue as people mark what is typed; `None` leaves a cell empty."""
    for i, value in enumerate(values):
        if value is not None:
            put(ws, f"{column_at(first, i)}{row}", value, fmt, INPUT)


def typed_down(ws, column, row, values, fmt=None):
    for i, value in enumerate(values):
        if value is not None:
            put(ws, f"{column}{row + i}", value, fmt, INPUT)


def across(ws, first, last, row, formula, fmt=None, bold=False):
    """A formula across: `{c}` is the column, `{p}` the one before it, `{n}` the one after it, `{r}` the row."""
    for name in columns(first, last):
        text = formula.format(c=name, p=column_at(name, -1) if name != "A" else "", n=column_at(name, 1), r=row)
        cell = put(ws, f"{name}{row}", text, fmt, BOLD if bold else None)
        if bold:
            cell.border = TOP


def down(ws, column, first, last, formula, fmt=None):
    """A formula down: `{r}` is the row, `{q}` the one above it, `{s}` the one below it, `{c}` the column."""
    for row in range(first, last + 1):
        put(ws, f"{column}{row}", formula.format(c=column, r=row, q=row - 1, s=row + 1), fmt)


def block(ws, column, row, entries):
    """Assumptions, one a row: label, value, format, unit, remark; the value stands beside the label."""
    for i, (label, value, fmt, unit, why) in enumerate(entries):
        at = row + i
        put(ws, f"{column}{at}", label)
        is_formula = isinstance(value, str) and value.startswith("=")
        put(ws, f"{column_at(column, 1)}{at}", value, fmt, None if is_formula else INPUT)
        if unit:
            put(ws, f"{column_at(column, 2)}{at}", unit)
        if why:
            note(ws, f"{column_at(column, 3)}{at}", why)


def widths(ws, sizes):
    for name, size in sizes.items():
        ws.column_dimensions[name].width = size
