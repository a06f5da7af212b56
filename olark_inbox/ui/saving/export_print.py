"""Printing: a preview of the pages first, and its printer button."""

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from olark_inbox.export.hidden import Hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.press import print_pages
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Opened
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.forms import Tick
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.saving.export_choices import last_choices

MOST = 100
"""Conversations shown in a preview; more are better saved as a PDF, which is made beside."""


class Hiding(QWidget):
    """What stays off the paper; at first what stayed out of the last file."""

    changed = Signal()

    def __init__(self, hidden: Hidden) -> None:
        super().__init__()
        self.contact = Tick(translate("ExportDialog", "Hide phone and e-mail"))
        self.technical = Tick(translate("ExportDialog", "Hide technical details"))
        self.notes = Tick(translate("ExportDialog", "Hide notes"))
        row = QHBoxLayout(self)
        row.setSpacing(theme.px(20))
        for tick, on in (
            (self.contact, hidden.contact),
            (self.technical, hidden.technical),
            (self.notes, hidden.notes),
        ):
            tick.setChecked(on)
            tick.toggled.connect(self.changed)
            row.addWidget(tick)
        row.addStretch(1)

    @property
    def hidden(self) -> Hidden:
        return Hidden(self.technical.isChecked(), self.contact.isChecked(), self.notes.isChecked())


class Printing(QObject):
    """One printing: reads beside the window, then shows the preview."""

    ready = Signal(object)
    """The conversations are read."""
    ended = Signal()

    def __init__(self, window: QWidget, inbox: Inbox, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._inbox = inbox
        self.hiding = Hiding(last_choices(settings).hidden)
        self.hiding.changed.connect(self._paint_again)
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
        layout = self.dialog.layout()
        assert layout is not None  # noqa: S101 - Qt's dialog has one
        layout.addWidget(self.hiding)
        self._conversations = conversations
        self.dialog.paintRequested.connect(self._paint)
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _paint(self, device: QPrinter) -> None:
        """Paint the pages, for the preview or for the printer.

        In one go: events let in between could take away the dialog that Qt paints for.
        """
        options = replace(self._options, hidden=self.hiding.hidden)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            print_pages(device, self._conversations, options, WallClock())
        finally:
            QApplication.restoreOverrideCursor()

    def _paint_again(self) -> None:
        preview = self.dialog and self.dialog.findChild(QPrintPreviewWidget)
        if preview:
            preview.updatePreview()

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
