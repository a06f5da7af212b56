"""Everything a window shows as text, wherever it stands, and how Qt would read it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWidget,
)

PLAIN, RICH = "plain", "rich"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_OPENS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"


def everything():
    """Yield (where, text, read as) of all widgets and actions there are."""
    for widget in QApplication.allWidgets():
        where = f"{type(widget).__module__}.{type(widget).__name__}"
        yield from ((f"{where} {what}", text, kind) for what, text, kind in _of(widget) if text)


def _of(widget: QWidget):
    yield "tooltip", widget.toolTip(), _as_qt_guesses(widget.toolTip())
    yield "what's this", widget.whatsThis(), _as_qt_guesses(widget.whatsThis())
    yield "title", widget.windowTitle(), PLAIN
    yield "accessible name", widget.accessibleName(), PLAIN
    yield "accessible description", widget.accessibleDescription(), PLAIN
    for action in widget.actions():
        yield "action", action.text(), PLAIN
        yield "action tooltip", action.toolTip(), _as_qt_guesses(action.toolTip())
    yield from _content(widget)


def _content(widget):
    if isinstance(widget, QLabel):
        yield "label", widget.text(), _of_format(widget.textFormat(), widget.text())
    elif isinstance(widget, QMessageBox):
        yield "message", widget.text(), _of_format(widget.textFormat(), widget.text())
    elif isinstance(widget, QAbstractButton):
        yield "button", widget.text(), PLAIN
    elif isinstance(widget, QTextEdit):
        yield "document", widget.toPlainText(), PLAIN
        yield "placeholder", widget.placeholderText(), PLAIN
    elif isinstance(widget, QLineEdit):
        yield "field", widget.text(), PLAIN
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget.model())


def _rows(model):
    for place in range(min(model.rowCount(), 50)):
        for role in _ROLES:
            value = model.index(place, 0).data(role)
            if isinstance(value, str):
                tip = role == Qt.ItemDataRole.ToolTipRole
                yield f"row {role.name}", value, _as_qt_guesses(value) if tip else PLAIN


def _of_format(text_format, text):
    if text_format == Qt.TextFormat.AutoText:
        return _as_qt_guesses(text)
    return PLAIN if text_format == Qt.TextFormat.PlainText else RICH


def _as_qt_guesses(text):
    return RICH if GuiQt.mightBeRichText(text) else PLAIN


def as_read(text, kind):
    """Return what a person sees of it."""
    if kind == PLAIN:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def spills(text):
    """Whether a direction that is set in the text goes on behind its end.

    The end of an isolate ends all that was opened in it.
    """
    open_ = []
    for letter in text:
        if letter in _OPENS + _ISOLATES:
            open_.append(letter)
        elif letter == "\u202c" and open_ and open_[-1] in _OPENS:
            open_.pop()
        elif letter == "\u2069" and any(one in _ISOLATES for one in open_):
            while open_.pop() not in _ISOLATES:
                pass
    return bool(open_)


def bare(text):
    """Return a text without directions and blanks, to compare with."""
    return "".join(one for one in text if one.isprintable() and not one.isspace())
