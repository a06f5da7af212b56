"""A question before something that changes much: backups, a new address, another computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate


class Question(Dialog):
    """Asks before something that changes much; nothing happens without a yes."""

    yes = Signal()

    def __init__(self, parent: QWidget, title: str, text: str, do: str) -> None:
        super().__init__(parent, title)
        self.column.addWidget(Text(text, 13, 400, "t2").wrapped())
        self.column.addSpacing(20)
        self.do_button = PrimaryButton(do)
        self.cancel_button = OutlineButton(translate("BackupPage", "Cancel"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.do_button)
        self.column.addLayout(row)
        self.setFixedWidth(theme.px(420))
        self.cancel_button.clicked.connect(self.close)
        self.do_button.clicked.connect(self._on_do)

    def _on_do(self) -> None:
        self.yes.emit()
        self.close()
