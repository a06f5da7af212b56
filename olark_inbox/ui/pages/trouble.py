"""The window shown instead of the inbox when the conversations cannot be opened at all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.ui.help.help_window import HelpWindow
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.app_icon import app_icon
from olark_inbox.ui.kit.controls import LinkButton, PrimaryButton
from olark_inbox.ui.kit.forms import Text, Tile
from olark_inbox.ui.kit.words import translate


class Trouble(QWidget):
    """Says what is wrong, in one sentence, and can be closed."""

    closed = Signal()

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.setWindowTitle("Olark Inbox")
        self.setWindowIcon(app_icon())
        centre = Qt.AlignmentFlag.AlignHCenter
        self.button = PrimaryButton(translate("Trouble", "Close"))
        self.button.clicked.connect(self.close)
        self.help = LinkButton(translate("Trouble", "Help"), "circle-help")
        self.help.clicked.connect(self.show_help)
        self.page: HelpWindow | None = None
        self.sentence = Text(words.sentence(error), 13, 400, "t2").wrapped().centred()
        title = Text(translate("Trouble", "The conversations cannot be opened"), 18, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 36, 40, 36)
        column.addWidget(Tile("triangle-alert", "alert"), 0, centre)
        column.addSpacing(14)
        column.addWidget(title.wrapped().centred())
        column.addSpacing(4)
        column.addWidget(self.sentence)
        column.addSpacing(4)
        says = translate("Trouble", "Nothing was changed. New chats are not received meanwhile.")
        column.addWidget(Text(says, 12, 400, "t3").wrapped().centred())
        column.addSpacing(20)
        column.addWidget(self.button, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.help, 0, centre)
        self.resize(460, 370)

    def show_help(self) -> None:
        """Show the page about it; nothing can be done from there, as nothing is open."""
        if self.page is None:
            self.page = HelpWindow(doing=False)
            self.page.destroyed.connect(self._on_page_gone)
            self.page.show_page("open")
        self.page.show()
        self.page.raise_()

    def _on_page_gone(self) -> None:
        self.page = None

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None:
            self.page.close()
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()
