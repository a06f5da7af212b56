"""Saving, printing and bringing back, from the menus of the window."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu

from olark_inbox.base import tasks
from olark_inbox.base.piecemeal import late_modules
from olark_inbox.export.save import Format
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.many import Everything
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.follow.choosing import chosen
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.pages.pages import Pages
from olark_inbox.ui.saving.export_choices import Choices, Selection, last_choices
from olark_inbox.ui.saving.export_copies import Copies
from olark_inbox.ui.saving.export_progress import conversations
from olark_inbox.ui.saving.exporting import Exporting, exporting
from olark_inbox.ui.saving.saving_lines import SavingLines

if TYPE_CHECKING:
    from olark_inbox.ui.saving import export_print, import_dialog
    from olark_inbox.ui.saving.export_print import Printing
else:
    # Loaded by a click: Qt's printing, and what lays out pages.
    globals().update(late_modules("olark_inbox.ui.saving", "export_print", "import_dialog"))

_ENTRIES = ("save_pdf", "save_table", "save_again", "print")


class Saving(QObject):
    """Joins the window's wishes to save with the jobs that carry them out."""

    def __init__(self, desk: Desk, pages: Pages, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._desk, self._inbox, self._settings = desk, inbox, settings
        self._pages = pages
        self.exporting: Exporting = exporting(desk.window, inbox, settings)
        self.copies = Copies(inbox, settings, parent=self)
        self.printing: Printing | None = None
        self.archive_dialog: QFileDialog | None = None
        self._menu = dress_menu(QMenu(desk.window))
        pages.sections.append(self._lines)
        self._wire()

    def _wire(self) -> None:
        window = self._desk.window
        for name in _ENTRIES:
            self._menu.addAction(window.menus.actions[name])
        window.list.model.ready.connect(self.show_what_works)
        window.list.model.found_changed.connect(self.show_what_works)
        self._desk.flow.counted.connect(self.show_what_works)
        self.copies.failed.connect(self._on_copy_failed)
        self._desk.flow.stated.connect(self.copies.show_state)
        tasks.start(self._read_copies(), name="copies")

    async def _read_copies(self) -> None:
        with suppress(StoreError):  # the window says so by itself
            state = await asyncio.wrap_future(self._inbox.state())
            self.copies.show_state(state)

    def _lines(self) -> SavingLines:
        lines = SavingLines(self._settings, self.copies)
        lines.named.connect(self._desk.window.sidebar.show_name)
        return lines

    def _on_copy_failed(self, sentence: str) -> None:
        self.exporting.say(
            translate("Saving", "The copy of what is new was not made. {0}").format(sentence),
            ((translate("Saving", "Settings"), self._pages.settings),),
        )

    def start(self) -> None:
        """Begin to look whether a copy is due."""
        self.show_what_works()
        self.copies.start()

    def stop(self) -> None:
        """Stop what is being written; nothing half-written is left."""
        if self.printing is not None:
            self.printing.close()
        self.copies.close()
        self.exporting.close()

    def show_what_works(self) -> None:
        """Make the entries grey while there is nothing to save."""
        there = self._desk.flow.counts.total > 0 or self._desk.window.list.model.total > 0
        self._desk.window.menus.enable(_ENTRIES, on=there)

    async def selection(self) -> Selection:
        """Return what is selected, open, or shown, as the dialog asks about it."""
        column, flow = self._desk.window.list, self._desk.flow
        found = await chosen(column.view, flow.open_id, flow.clock, self._inbox.number)
        ids = () if isinstance(found, Everything) and not found.but else await self._ids(found)
        single = await asyncio.wrap_future(self._inbox.opened(ids[0])) if len(ids) == 1 else None
        return Selection(ids, column.query, column.model.total, self._about(), single)

    async def _ids(self, found: object) -> tuple[int, ...]:
        if isinstance(found, Everything):
            return tuple(await self._desk.window.list.view.all_selected_ids())
        assert isinstance(found, list)  # noqa: S101 - the other of the two there are
        return tuple(found)

    def _about(self) -> str:
        query = self._desk.window.list.query
        typed = query.words.strip()
        if typed:
            return translate("Saving", "Search: {0}").format(words.shortened(typed, 40))
        return words.place(query.view, query.label)

    def save(self, what: str) -> None:
        """Do what an entry of the menus, or a button, says."""
        if what == "print":
            tasks.start(self._print(), name="printing")
        elif what == "bring_back":
            self.archive_dialog = import_dialog.ask_for_archive(self._desk.window, self._inbox)
        elif what == "menu":
            self._show_menu()
        else:
            kinds = {"save_pdf": Format.PDF, "save_table": Format.CONVERSATIONS}
            tasks.start(self._save(kinds.get(what)), name="saving")

    async def _save(self, kind: Format | None) -> None:
        selection = await self.selection()
        if kind is None:
            what = conversations(len(selection.ids) or selection.total)
            self._desk.window.toast.say(
                translate("Saving", "Saving {0} the same way as last time").format(what),
                icon="save",
            )
            self.exporting.again(selection)
            return
        kept = last_choices(self._settings)
        choices = kept if kept.kind is kind else Choices(format=kind.value)
        self.exporting.ask(selection, choices)

    async def _print(self) -> None:
        selection = await self.selection()
        ids = selection.ids
        if not ids:
            rows = self._inbox.find(selection.query, 0, 101)
            ids = tuple(row.id for row in (await asyncio.wrap_future(rows)).rows)
        if self.printing is not None:
            return  # its pages are on their way
        toast = self._desk.window.toast
        self.printing = export_print.print_conversations(
            self._desk.window, self._inbox, self._settings, ids, toast.say
        )
        if self.printing is not None:
            self.printing.ended.connect(self._on_printed)

    def _on_printed(self) -> None:
        self.printing = None

    def bring_back(self, archive: Path) -> None:
        """Bring back an archive."""
        import_dialog.ImportDialog(self._desk.window, self._inbox, archive).open()

    def _show_menu(self) -> None:
        toolbar = self._desk.window.detail.toolbar
        button = toolbar.save if toolbar.save.isVisible() else toolbar.more
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))
