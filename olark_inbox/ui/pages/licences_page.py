"""The licences of all that goes along with the program, as one text that can be searched."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QWidget

from olark_inbox.base.resources import resource
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Field, Text
from olark_inbox.ui.kit.words import translate

_MOST = 1_000


class LicencesPage(Dialog):
    """Typing marks every place; Enter goes to the next one."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("About", "Licences"))
        says = translate(
            "About",
            "Olark Inbox is under the MIT licence. These are the licences of what it is built "
            "from, in the words of their makers.",
        )
        self.column.addWidget(Text(says, 13, 400, "t2").wrapped())
        self.column.addSpacing(12)
        self.search = Field("search", translate("About", "Search the licences"), 32)
        self.search.line.setPlaceholderText(translate("About", "Search the licences"))
        self.count = Text("", 12, 400, "t3")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setAccessibleName(translate("About", "Licences"))
        self.text.setFont(theme.font(12))
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.text.setTextInteractionFlags(keys | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setPlainText(resource("licences", "all.txt").read_text("utf-8"))
        self.column.addWidget(self.text, 1)
        self.resize(theme.px(640), theme.px(620))
        self.search.line.textChanged.connect(self._on_typed)
        self.search.line.installEventFilter(self)

    def _on_typed(self, typed: str) -> None:
        hits = self._hits(typed.strip())
        self.text.setExtraSelections([_marked(hit) for hit in hits])
        self.count.setText(words.number(len(hits)) if typed.strip() else "")
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._next()

    def _hits(self, typed: str) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        document, cursor = self.text.document(), QTextCursor(self.text.document())
        while typed and len(found) < _MOST:
            cursor = document.find(typed, cursor)
            if cursor.isNull():
                break
            found.append(QTextCursor(cursor))
        return found

    def _next(self, *, back: bool = False) -> None:
        """Go to the next place, from the last one to the first."""
        typed = self.search.line.text().strip()
        if not typed:
            return
        way = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if not self.text.find(typed, way):
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            self.text.moveCursor(end)
            self.text.find(typed, way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._next(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.line.text():
                self.search.line.clear()
                return True
        return super().eventFilter(watched, event)


def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(theme.current()["mark"])
    made.format.setForeground(theme.current()["mark_t"])
    return made
