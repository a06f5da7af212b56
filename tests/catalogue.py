"""Every sentence of the program as Qt's own tool finds it, and a language nobody speaks.

The language nobody speaks writes each sentence in Greek letters and two fifths longer. Whatever a
window still shows in Latin letters then never went through a translation.
"""

import ast
import functools
import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parent.parent
LONGER = 0.4

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβξδεφγηικκλμνοπθρστυωωχψζ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _GREEK + _GREEK.upper())
_KEPT = re.compile(r"(\{\w*\}|%\d|%L?n)")


def write_catalogue(target: Path) -> str:
    """Have Qt's tool read the program into `target`; return what it says of it.

    What is translated in `target` already is kept.
    """
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    with TemporaryDirectory() as folder:
        sources = []
        for path in sorted((ROOT / "olark_inbox").rglob("*.py")):
            copy = Path(folder) / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(_with_plain_numbers(_below(path.read_bytes())))
            sources.append(str(copy))
        line = [str(tool), "-source-language", "en_GB", "-locations", "none", "-no-obsolete"]
        line += ["-sort-messages", *sources, "-ts", str(target)]
        done = subprocess.run(line, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def _below(source: bytes) -> bytes:
    """Let Qt's tool read `said(…)` too: what the floors below the window say, and it translates."""
    if b"from olark_inbox.base.said import" not in source:
        return source
    calls = [node for node in ast.walk(ast.parse(source)) if _is_said(node)]
    return source + b"".join(
        b'\ntranslate("Below", %s)' % json.dumps(call.args[0].value, ensure_ascii=False).encode()
        for call in calls
    )


def _is_said(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or called(node) != "said" or not node.args:
        return False
    return isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)


def _with_plain_numbers(source: bytes) -> bytes:
    """Put 1 for every number a sentence counts: Qt's tool overlooks what is more than a number."""
    lines = source.splitlines(keepends=True)
    counted = [
        node.args[3]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and len(node.args) == 4 and called(node) == "translate"
    ]
    for number in sorted(counted, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = number.lineno - 1, number.end_lineno - 1
        tail = lines[last][number.end_col_offset :]
        lines[first : last + 1] = [lines[first][: number.col_offset] + b"1" + tail]
    return b"".join(lines)


def called(node: ast.Call) -> str:
    """Return the name of the function of a call."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def read_catalogue(path: Path) -> dict[tuple[str, str], bool]:
    """Return every sentence with its context, and whether it counts something."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of ours
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = message.get("numerus") == "yes"
    return found


@functools.cache
def sentences() -> dict[tuple[str, str], bool]:
    """Return every sentence the program has now."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.ts"
        write_catalogue(path)
        return read_catalogue(path)


@functools.cache
def foreign(source: str) -> str:
    """Return a sentence in Greek letters, longer, what is put into it left as it is."""
    parts = _KEPT.split(source)
    said = "".join(part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in parts)
    more = round(len(source) * LONGER)
    tail = "ωμέγα " * (more // 6 + 1)
    # The words are spread: one endless word could not be broken into lines.
    return f"{said} {tail[: more - 1].strip()}" if more > 1 else said


class Foreign(QTranslator):
    """Knows exactly the sentences of the catalogue."""

    asked: set[tuple[str, str]]

    def __init__(self) -> None:
        super().__init__()
        self.asked = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        key = (context, source)
        if key not in sentences():
            return None
        self.asked.add(key)
        return foreign(source)


if __name__ == "__main__":
    print(write_catalogue(Path(sys.argv[1])), end="")  # noqa: T201 - a command
