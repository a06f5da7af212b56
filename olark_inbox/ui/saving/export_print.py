"""Printing: a preview of the pages first, and its printer button."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.press import print_pages
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Opened
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.words import translate

MOST = 100
"""Conversations shown in a preview; more are better saved as a PDF, which is made beside."""


class Printing(QObject):
    """One printing: reads beside the window, then shows the preview."""

    ready = Signal(object)
    """The conversations are read."""
    ended = Signal()

    def __init__(self, window: QWidget, inbox: Inbox, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self._options = PdfOptions("", settings.shop_name, settings.shop_logo)
        self._thread: threading.Thread | None = None
        self.dialog: QPrintPreviewDialog | None = None
        self.ready.connect(self._show)

    def start(self, conversations: tuple[int, ...]) -> None:
        """Read these and show their pages."""

        def read() -> None:
            try:
                opened = tuple(self._inbox.archiving.opened_each(conversations[:MOST]))
            except StoreError:
                opened = ()  # the window says by itself that the store cannot be read
            self.ready.emit(opened)

        self._thread = threading.Thread(target=read, name="print", daemon=True)
        self._thread.start()

    def _show(self, conversations: tuple[Opened, ...]) -> None:
        if self._thread is not None:
            self._thread.join()
        if not conversations:
            self._end()
            return
        # The dialog does not own its printer, and looks at it as long as it lives.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setFullPage(True)
        self._printer.setDocName(conversations[0].row.name)
        self.dialog = QPrintPreviewDialog(self._printer, self._window)
        self.dialog.setWindowTitle(translate("Printing", "Print"))
        self.dialog.resize(theme.px(860), theme.px(720))
        wall = WallClock()
        self.dialog.paintRequested.connect(
            lambda device: print_pages(device, conversations, self._options, wall)
        )
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.ended.emit()
        self.deleteLater()


def print_conversations(
    window: QWidget,
    inbox: Inbox,
    settings: Settings,
    conversations: tuple[int, ...],
    tell: Callable[[str], None],
) -> Printing | None:
    """Show the pages of these conversations, from where they are printed.

    Too many are refused with a sentence that says what to do instead.
    """
    if len(conversations) > MOST:
        many = len(conversations)
        tell(
            translate(
                "Printing", "%Ln are too many to print at once. Save them as PDF first.", "", many
            )
        )
        return None
    printing = Printing(window, inbox, settings)
    printing.start(conversations)
    return printing
