"""The Help: short pages beside their table of contents, searched as one types, offline."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.ui.help.help_book import FIRST, book
from olark_inbox.ui.help.help_contents import WIDTH, HelpContents
from olark_inbox.ui.help.help_sheet import HelpSheet, Line
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.app_icon import app_icon
from olark_inbox.ui.kit.browser import open_page
from olark_inbox.ui.kit.controls import GhostButton, Hairline
from olark_inbox.ui.kit.words import translate

_SIZE = (940, 680)
_LEAST = (360, 320)
_BOTH_FROM = 640
"""Narrower than this there is room for the page or for the contents, not for both."""


class HelpWindow(QWidget):
    """A window of its own, so that it can stand beside what it explains."""

    do_wanted = Signal(str)
    """The name of an action of the menus."""

    def __init__(self, lines: Iterable[Line] = (), *, doing: bool = True) -> None:
        super().__init__()
        self.setWindowTitle(translate("Help", "Help for Olark Inbox"))
        self.setWindowIcon(app_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._book = book()
        self._past: list[str] = []
        self._wants_contents = False
        self._searching = False
        self.page = ""
        self.contents = HelpContents(self._book)
        self.sheet = HelpSheet(doing=doing)
        self.sheet.show_keys(lines)
        self.back = GhostButton("chevron-left", translate("Help", "Back (Alt+Left)"))
        self.all = GhostButton(
            "list", translate("Help", "All pages"), text=translate("Help", "All pages")
        )
        self._build()
        self._wire()
        self.setMinimumSize(theme.px(_LEAST[0]), theme.px(_LEAST[1]))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self.show_page(FIRST)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 8, 12, 0)
        bar.setSpacing(4)
        bar.addWidget(self.back)
        bar.addWidget(self.all)
        bar.addStretch(1)
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(bar)
        right.addWidget(self.sheet, 1)
        self._line = Hairline(vertical=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self._line)
        row.addWidget(self.right, 1)

    def _wire(self) -> None:
        self.contents.chosen.connect(self._on_chosen)
        self.contents.typed.connect(self._on_typed)
        self.contents.view.clicked.connect(self._show_sheet)
        self.contents.view.activated.connect(self._on_activated)
        self.sheet.page_wanted.connect(self.show_page)
        self.sheet.do_wanted.connect(self.do_wanted)
        self.sheet.web_wanted.connect(open_page)
        self.back.clicked.connect(self._on_back)
        self.all.clicked.connect(self._show_contents)
        for keys, do in (
            (QKeySequence("Alt+Left"), self._on_back),
            (QKeySequence(QKeySequence.StandardKey.Find), self._on_find),
            (QKeySequence("Ctrl+K"), self._on_find),
            (QKeySequence("Ctrl+W"), self.close),
        ):
            QShortcut(keys, self).activated.connect(do)

    def show_page(self, name: str) -> None:
        """Open a page, from a link or from a question mark somewhere in the program."""
        page = self._book.page(name)
        if self.page and page.name != self.page:
            self._past.append(self.page)
        self._open(page.name)

    def _open(self, name: str) -> None:
        self.page = name
        self.back.setEnabled(bool(self._past))
        self.sheet.show_page(self._book.page(name), self.contents.words())
        self.contents.choose(name)
        self._wants_contents = False
        self._fit()

    def _on_chosen(self, name: str) -> None:
        if name == self.page:
            return
        wanted = self._wants_contents
        self.show_page(name)
        # Walking through the contents with the arrows does not leave them.
        self._wants_contents = wanted
        self._fit()

    def _on_typed(self) -> None:
        """Show what fits best at once; without words the page stays."""
        words = self.contents.words()
        found = self._book.find(words)
        if words and not self._searching:
            self._past.append(self.page)
            self.back.setEnabled(True)
        self._searching = bool(words)
        if words and found:
            self.page = found[0].name
        self.sheet.show_page(self._book.page(self.page), words)
        self.contents.choose(self.page)

    def _on_activated(self) -> None:
        self._show_sheet()
        self.sheet.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_back(self) -> None:
        if self._past:
            self._open(self._past.pop())

    def _on_find(self) -> None:
        self._show_contents()
        self.contents.search.line.selectAll()

    def _show_contents(self) -> None:
        self._wants_contents = True
        self._fit()
        self.contents.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_sheet(self) -> None:
        self._wants_contents = False
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= theme.px(_BOTH_FROM)
        self.contents.setVisible(both or self._wants_contents)
        self.right.setVisible(both or not self._wants_contents)
        self._line.setVisible(both)
        self.all.setVisible(not both)
        self.contents.setMaximumWidth(theme.px(WIDTH) if both else 16_777_215)
        self.contents.setMinimumWidth(theme.px(WIDTH) if both else 0)

    def restyle(self) -> None:
        """Take the size of the text."""
        self.setMinimumSize(theme.px(_LEAST[0]), theme.px(_LEAST[1]))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()
