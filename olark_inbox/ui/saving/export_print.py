"""Printing: the pages to look at first, then on their way to the printer, page by page."""

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from olark_inbox.export.hidden import Hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.paper import Paper
from olark_inbox.export.pdf.press import Press, Sheet, paper_of
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Opened, OwnTag
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Segments, Text, Tick
from olark_inbox.ui.kit.words import number, translate
from olark_inbox.ui.saving.export_choices import last_choices
from olark_inbox.ui.saving.export_laying import Laying
from olark_inbox.ui.saving.export_pages import PagesView

MOST = 100
"""Conversations that are printed at once; more are better saved as a PDF, which is made beside."""
MOST_PAGES = 1_000

Tell = Callable[[str], None]
Read = tuple[tuple[Opened, ...], tuple[OwnTag, ...]]
"""The conversations, and the owner's tags with their colours."""


class Hiding(QWidget):
    """What stays off the paper; at first what stayed out of the last file."""

    changed = Signal()

    def __init__(self, hidden: Hidden) -> None:
        super().__init__()
        self.contact = Tick(translate("ExportDialog", "Hide phone and e-mail"))
        self.technical = Tick(translate("ExportDialog", "Hide technical details"))
        self.notes = Tick(translate("ExportDialog", "Hide notes"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
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


class PrintDialog(Dialog):
    """Shows the pages and prints them. Whenever it is closed, it lets go of the printer."""

    help_page = "saving"

    def __init__(self, parent: QWidget, read: Read, settings: Settings, tell: Tell) -> None:
        super().__init__(parent, translate("Printing", "Print"))
        self._conversations, self._tags = read
        self._settings, self._tell = settings, tell
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setFullPage(True)
        self.printer.setDocName(self._conversations[0].row.name)
        self._paper: Paper = paper_of(self.printer.pageLayout())
        self._press: Press | None = None
        self._wanted = False
        """The owner pressed Print, and the pages for his paper are still being laid out."""
        self._failed = ""
        """Why the last print came to nothing; it is said until something is changed."""
        self._asked = False
        """He was asked for the printer already, so the paper is his choice."""
        self.laying = Laying(MOST_PAGES, self)
        self._build()
        self._wire()
        self._lay()

    def _build(self) -> None:
        self.hiding = Hiding(last_choices(self._settings).hidden)
        self.pages = PagesView()
        self.sizes = Segments(
            (("wide", translate("Printing", "Page width")),
             ("whole", translate("Printing", "Whole page"))),
            translate("Printing", "How large"),
        )  # fmt: skip
        self.sizes.choose("wide")
        self.says = Text("", 12, 400, "t3").wrapped()
        self.cancel = OutlineButton(translate("ExportDialog", "Cancel"))
        self.print = PrimaryButton(translate("Printing", "Print"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for part, stretch in ((self.sizes, 0), (self.says, 1), (self.cancel, 0), (self.print, 0)):
            row.addWidget(part, stretch)
        self.column.addWidget(self.hiding)
        self.column.addSpacing(theme.px(12))
        self.column.addWidget(self.pages, 1)
        self.column.addSpacing(theme.px(12))
        self.column.addLayout(row)
        self.resize(theme.px(820), theme.px(720))
        self.pages.setFocus()

    def _wire(self) -> None:
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._print_one)
        self.laying.grown.connect(self._on_grown)
        self.pages.moved.connect(self._show_where)
        self.hiding.changed.connect(self._lay)
        self.sizes.chosen.connect(lambda key: self.pages.show_whole(on=key == "whole"))
        self.cancel.clicked.connect(self.reject)
        self.print.clicked.connect(self.ask_printer)
        self.finished.connect(self._let_go)

    # The pages

    def _lay(self) -> None:
        self._failed = ""
        options = PdfOptions.of(self._settings, self.hiding.hidden).with_tags(self._tags)
        book = Book(self._paper, options, WallClock(), letterhead=True)
        self.laying.begin(book, self._conversations)

    def _on_grown(self) -> None:
        self.pages.show_sheets(self.laying.book, self.laying.sheets)
        if self._wanted and (self.laying.done or self.laying.too_many):
            self._wanted = False
            if self.laying.done:
                self._begin()
        self._show_where()

    def _show_where(self) -> None:
        """Say which page is looked at, or what is being done."""
        total, busy = len(self.laying.sheets), self._press is not None or self._wanted
        other = self.laying.too_many and self._asked  # with another paper it may become less
        self.print.setEnabled((self.laying.done or other) and bool(total) and not busy)
        self.hiding.setEnabled(not busy)
        text = translate("Printing", "Page {0} of {1}").format(number(self.pages.at), number(total))
        if self._press is not None:
            text = translate("Printing", "Printing page {0} of {1}").format(
                number(self._press.printed), number(self._press.total)
            )
        elif self.laying.too_many:
            text = translate(
                "Printing", "More than %Ln pages are too many to print at once. Save them as PDF.",
                "", MOST_PAGES,
            )  # fmt: skip
        elif not self.laying.done:
            one = translate("Printing", "Laying out, 1 page so far")
            many = translate("Printing", "Laying out, %Ln pages so far", "", total)
            text = one if total == 1 else many
        elif not total:
            text = translate("Printing", "There is nothing to read yet.")
        elif self._failed:
            text = self._failed
        self.says.setText(text)

    # The printer

    def ask_printer(self) -> None:
        """Ask for the printer in the system's own way."""
        self._failed = ""
        asked = QPrintDialog(self.printer, self)
        asked.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        asked.setMinMax(1, len(self.laying.sheets))
        asked.accepted.connect(self.print_all)
        asked.finished.connect(asked.deleteLater)
        QDialog.open(asked)  # what it calls open wants a receiver and its slot

    def print_all(self) -> None:
        """Print on the paper the printer is set to; another one is laid out for first."""
        paper = paper_of(self.printer.pageLayout())
        self._wanted = self._asked = True
        if (paper.width, paper.height) != (self._paper.width, self._paper.height):
            self._paper = paper
            self._lay()
        else:
            self._on_grown()

    def _begin(self) -> None:
        assert self.laying.book is not None  # noqa: S101 - all is laid out
        sheets = ordered(self.laying.sheets, self.printer)
        if sheets:
            self._press = Press(self.printer, self.laying.book, sheets)
            self.cancel.setText(translate("ExportDialog", "Stop"))
            self._timer.start()
        else:
            text = translate("Printing", "On this paper the last page is {0}. Choose pages again.")
            self._failed = text.format(number(len(self.laying.sheets)))

    def _print_one(self) -> None:
        press = self._press
        if press is None:
            return
        if not press.step():
            self._let_go()
            self.cancel.setText(translate("ExportDialog", "Cancel"))
            self._failed = translate("Printing", "The printer took nothing. Look at it.")
            self._show_where()
        elif press.printed == press.total:
            self._press = None
            self._tell_sent(press.total)
            self.accept()
        else:
            self._show_where()

    def _let_go(self) -> None:
        """Stop whatever is under way, and take back what was printed.

        Not every printer gives it back: a file is removed, and pages on their way are told of.
        """
        self._timer.stop()
        self.laying.stop()
        press, self._press = self._press, None
        if press is None:
            return
        taken_back = self.printer.abort()
        press.end()
        if taken_back or not press.printed:
            return
        if name := self.printer.outputFileName():
            file = Path(name).resolve()
            with contextlib.suppress(OSError):
                if file.is_file():  # a device is left alone
                    file.unlink()
        else:
            self._tell_sent(press.printed)

    def _tell_sent(self, pages: int) -> None:
        one = translate("Printing", "1 page went to the printer")
        many = translate("Printing", "%Ln pages went to the printer", "", pages)
        self._tell(one if pages == 1 else many)


def ordered(sheets: list[Sheet], printer: QPrinter) -> list[Sheet]:
    """Return the pages that were asked for, in the order and as often as the printer wants."""
    ranges = printer.pageRanges()
    chosen = [one for n, one in enumerate(sheets, 1) if ranges.isEmpty() or ranges.contains(n)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen = chosen[::-1]
    if printer.supportsMultipleCopies():
        return chosen
    if printer.collateCopies():
        return chosen * printer.copyCount()
    return [one for one in chosen for _ in range(printer.copyCount())]


class Printing(QObject):
    """One printing: reads beside the window, then shows the pages."""

    ready = Signal(object)
    """The conversations are read."""
    ended = Signal()

    def __init__(self, window: QWidget, inbox: Inbox, settings: Settings, tell: Tell) -> None:
        super().__init__(window)
        self._window, self._inbox, self._settings, self._tell = window, inbox, settings, tell
        self._thread: threading.Thread | None = None
        self._closed = False
        self.dialog: PrintDialog | None = None
        self.ready.connect(self._show)

    def start(self, conversations: tuple[int, ...]) -> None:
        """Read these and show their pages."""

        def read() -> None:
            try:
                opened = tuple(self._inbox.archiving.opened_each(conversations[:MOST]))
                tags = self._inbox.tags.every().result()
            except StoreError:
                opened, tags = (), ()  # the window says by itself that the store cannot be read
            self.ready.emit((opened, tags))

        self._thread = threading.Thread(target=read, name="print", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End at whatever moment; nothing more is read, laid out or printed."""
        self._closed = True
        if self._thread is not None:
            self._thread.join()
        if self.dialog is not None:
            self.dialog.reject()

    def _show(self, read: Read) -> None:
        if self._thread is not None:
            self._thread.join()
        if not read[0] or self._closed:
            self._end()
            return
        self.dialog = PrintDialog(self._window, read, self._settings, self._tell)
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _end(self) -> None:
        self.dialog = None
        self.ended.emit()
        self.deleteLater()


def print_conversations(
    window: QWidget,
    inbox: Inbox,
    settings: Settings,
    conversations: tuple[int, ...],
    tell: Tell,
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
    printing = Printing(window, inbox, settings, tell)
    printing.start(conversations)
    return printing
