"""Qt for Python loads less, and says the same."""

import subprocess
import sys

_LEAN = """
from olark_inbox.base.lean_qt import lean_qt
with lean_qt():
    import PySide6.QtWidgets
"""
_PLAIN = "import PySide6.QtWidgets\n"
_LOADED = """
import builtins, sys
parts = ("signature.parser", "signature.layout", "signature.lib.pyi_generator")
print([len(vars(sys.modules[f"PySide6.support.{part}"])) > 20 for part in parts])
print(type(builtins.__import__).__name__, builtins.__import__.__name__)
"""
_WRONG = """
from PySide6.QtCore import QPoint, QObject, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
def wrong(what, *words, **named):
    try:
        what(*words, **named)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
wrong(QPoint, "a")
wrong(QColor, 1, 2, 3, 4, 5)
wrong(QObject, nothing=1)
wrong(QTimer.singleShot, "soon")
wrong(QWidget.resize, 5)
from PySide6.support.signature import get_signature
print(get_signature(QWidget.resize), get_signature(QPoint.setX))
from PySide6.support.signature.lib import pyi_generator
print(callable(pyi_generator.generate_pyi))
"""


def _says(code):
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


def test_what_describes_functions_is_loaded_when_it_is_asked_for():
    lean = _says(_LEAN + _LOADED).splitlines()
    assert lean == ["[False, False, False]", "builtin_function_or_method __import__"]
    assert _says(_PLAIN + _LOADED).startswith("[True, True, True]")


def test_a_call_with_wrong_arguments_is_described_as_ever():
    plain = _says(_PLAIN + _WRONG)
    assert "Supported signatures:" in plain
    assert _says(_LEAN + _WRONG) == plain


def test_no_module_is_read_as_text_for_the_sake_of_another_dialect():
    read = "import linecache, colorsys\nprint(any('colorsys' in name for name in linecache.cache))"
    assert _says(_LEAN + read) == "False\n"
    assert _says(_PLAIN + read) == "True\n"


def test_what_is_loaded_already_stays_as_it_is():
    assert _says(_PLAIN + _LEAN + "print(PySide6.QtCore.QPoint(1, 2).y())") == "2\n"
