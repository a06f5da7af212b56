"""How the file of one conversation is called: a few ways to choose from, or the owner's own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from olark_inbox.export.names import file_name
from olark_inbox.export.naming import EXAMPLE, PARTS, PATTERNS, fields_of
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, PrimaryButton, dress_menu
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Field, Text
from olark_inbox.ui.kit.words import shortened, translate
from olark_inbox.ui.saving.export_choices import Choices

_SHOWN = 56
_MOST = 200
_IN_A_ROW = 3


class NamesButton(GhostButton):
    """Offers ways to call a file, each as it would look."""

    chosen = Signal(str)
    """A pattern."""

    def __init__(self) -> None:
        name = translate("ExportNames", "Name of the file")
        super().__init__("pencil", name, text=name, menu_arrow=True)
        self._pattern, self._ending = PATTERNS[0], ".pdf"
        self._fields = EXAMPLE
        self.clicked.connect(self._on_clicked)

    def show_pattern(self, choices: Choices, single: Opened | None) -> None:
        """Show what is chosen by an example; a single conversation's file is shown already."""
        self._pattern, self._ending = choices.pattern, choices.kind.ending
        hidden = choices.hidden
        self._fields = EXAMPLE if single is None else fields_of(single, hidden, WallClock())
        text = translate("ExportNames", "Name of the file")
        if single is None:
            shown = shortened(self._named(choices.pattern), _SHOWN)
            text = translate("ExportNames", "Named like “{0}”").format(shown)
        self.setText(text)
        self.setShortcut(QKeySequence())  # Qt makes one of "&D"; here it is somebody's name
        self.updateGeometry()

    def offered(self) -> QMenu:
        """Return the menu of ways."""
        menu = dress_menu(QMenu(self))
        own = () if self._pattern in PATTERNS else (self._pattern,)
        for pattern in (*PATTERNS, *own):
            action = menu.addAction(shortened(self._named(pattern), _SHOWN).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(pattern == self._pattern)
            action.triggered.connect(lambda _=False, one=pattern: self.chosen.emit(one))
        menu.addSeparator()
        menu.addAction(translate("ExportNames", "Write your own…")).triggered.connect(self.ask)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self) -> "NamesDialog":
        """Let the owner write a pattern."""
        dialog = NamesDialog(self.window(), self._pattern, self._fields, self._ending)
        dialog.answered.connect(self.chosen)
        dialog.open()
        return dialog

    def _on_clicked(self) -> None:
        self.offered().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _named(self, pattern: str) -> str:
        return file_name(pattern, self._fields, self._ending)


class NamesDialog(Dialog):
    """A pattern to write, buttons for what it may name, and what comes of it as it is typed."""

    answered = Signal(str)
    help_page = "saving"

    def __init__(self, parent: QWidget, pattern: str, fields: dict[str, str], ending: str) -> None:
        super().__init__(parent, translate("ExportNames", "Name of the file"))
        self._fields, self._ending = fields, ending
        self.field = Field(name=translate("ExportNames", "Name of the file"), height=36)
        self.field.setMinimumWidth(theme.px(440))
        self.field.line.setMaxLength(_MOST)
        self.parts = {name: OutlineButton(text) for name, text in _parts().items()}
        self.shown = Text("", 13, 400, "t2").wrapped()
        self.no = OutlineButton(translate("Ask", "Cancel"))
        self.yes = PrimaryButton(translate("ExportNames", "Use this name"))
        self._build()
        self.field.line.textChanged.connect(self._on_typed)
        self.field.line.returnPressed.connect(self.yes.click)
        for name, button in self.parts.items():
            button.clicked.connect(lambda _=False, name=name: self._insert(name))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._on_yes)
        self.field.line.setText(pattern)
        self.field.line.setFocus()

    def _build(self) -> None:
        says = translate("ExportNames", "Press what the name is made of; type anything in between.")
        parts, buttons = QGridLayout(), QHBoxLayout()
        for layout in (parts, buttons):
            layout.setSpacing(theme.px(8))
        for place, button in enumerate(self.parts.values()):
            parts.addWidget(button, *divmod(place, _IN_A_ROW))
        parts.setColumnStretch(_IN_A_ROW, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self.column.addWidget(Text(says, 13, 400, "t2").wrapped())
        self.column.addSpacing(theme.px(12))
        self.column.addLayout(parts)
        self.column.addSpacing(theme.px(12))
        self.column.addWidget(self.field)
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(self.shown)
        self.column.addSpacing(theme.px(20))
        self.column.addLayout(buttons)

    def _insert(self, name: str) -> None:
        line = self.field.line
        if line.hasSelectedText():
            line.setCursorPosition(line.selectionEnd())
        before = line.text()[: line.cursorPosition()]
        line.insert(f"{{{name}}}" if not before or before.endswith(" ") else f" {{{name}}}")
        line.setFocus()

    def _on_typed(self, pattern: str) -> None:
        self.yes.setEnabled(bool(pattern.strip()))
        self.shown.setText(file_name(pattern, self._fields, self._ending))

    def _on_yes(self) -> None:
        self.answered.emit(self.field.line.text().strip())
        self.accept()


def _parts() -> dict[str, str]:
    words = (
        translate("ExportNames", "Date"),
        translate("ExportNames", "Time"),
        translate("ExportNames", "Name"),
        translate("ExportNames", "E-mail"),
        translate("ExportNames", "Agent"),
        translate("ExportNames", "Number"),
    )
    return dict(zip(PARTS, words, strict=True))
