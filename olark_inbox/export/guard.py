"""A table must not run as a program: cells that a spreadsheet would take for a formula.

A cell is made harmless by an apostrophe in front, which spreadsheets and people read as "this is
text". The same is done to cells that already look guarded, so `unguard` finds back every text.
"""

import re
from collections.abc import Sequence

# A formula can hide behind blanks, invisible marks and apostrophes; Japanese Excel takes the
# full-width signs for the plain ones. TAB, CR, LF and NUL in front move what follows into another
# cell or to its start.
_BEFORE = "'\\s\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SIGNS = "=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
_FORMULA = re.compile(f"[{_BEFORE}\0]*[{_SIGNS}\0]")
# Nearly every cell begins with a letter, a figure or nothing: those go by with one look.
_FORMULA_AFTER_NUL = re.compile(f"\0(?![0-9A-Za-z\0])(?=[{_BEFORE}]*[{_SIGNS}])")

CELL_LIMIT = 32_767
"""What Excel holds in a cell, in UTF-16 units; it spills the rest of a longer one into new rows."""

CUT = " … (cut here: a table cell holds no more; the archive has all of it)"


def guard(text: str) -> str:
    """Return the text as a cell that no spreadsheet runs; other text comes back as it is."""
    if not text or text[0].isalnum() or not _FORMULA.match(text):
        return text
    return "'" + text


def unguard(cell: str) -> str:
    """Return the text that `guard` was given."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def cell(text: str) -> str:
    """Return the text as it goes into a table: guarded, line ends LF, no NUL, not too long."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    text = guard(text)
    # A text has at least half as many characters as UTF-16 units.
    if len(text) * 2 > CELL_LIMIT and _units(text) > CELL_LIMIT:
        text = _cut(text, CELL_LIMIT - len(CUT)) + CUT
    return text


def joined(cells: Sequence[str]) -> str:
    """Return the cells of a row as `cell` makes them, joined by NUL: one look at all together."""
    text = "\0" + "\0".join(cells)
    if "\r" in text or text.count("\0") != len(cells) or len(text) * 2 > CELL_LIMIT:
        return "\0".join(map(cell, cells))
    return _FORMULA_AFTER_NUL.sub("\0'", text)[1:]


def is_cut(cell: str) -> bool:
    """Whether `cell` had to cut this one."""
    return cell.endswith(CUT) and _units(cell) >= CELL_LIMIT - 1


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str, units: int) -> str:
    kept = text.encode("utf-16-le", "surrogatepass")[: units * 2]
    return kept.decode("utf-16-le", "ignore")
