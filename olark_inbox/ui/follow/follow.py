"""Following up: marks, reminders, the bin, and whatever is done to many at once."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store import backup
from olark_inbox.store.many import Chosen, Everything, Progress, Run
from olark_inbox.store.marks import Marks
from olark_inbox.store.rows import Row
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.follow.choosing import chosen, rows_of
from olark_inbox.ui.frame import follow_menus
from olark_inbox.ui.frame.bulk import Offer
from olark_inbox.ui.kit import ask, times, words
from olark_inbox.ui.kit.words import translate

_SHOWN_FROM = 200
"""More conversations than this show how far it is."""

Action = Callable[[Chosen, Progress], Run]


class Follow(QObject):
    """Carries out what the owner wants with one or many conversations, beyond reading them."""

    progressed = Signal(int, int)
    tag_wanted = Signal(object)
    """The menu of tags is wanted under a button, or (None) beside what is selected."""

    def __init__(self, desk: Desk, inbox: Inbox, settings: Settings, backups: Path) -> None:
        super().__init__()
        self._settings, self._backups = settings, backups
        self.desk, self._inbox = desk, inbox
        self._run: Run | None = None
        self._menu: QMenu | None = None
        self._wire()

    def _wire(self) -> None:
        desk, window, flow = self.desk, self.desk.window, self.desk.flow
        bulk, toolbar = window.bulk, window.detail.toolbar
        flow.did.connect(self._on_did)
        toolbar.remind_clicked.connect(lambda: self.remind(toolbar.remind))
        toolbar.bin_clicked.connect(self.bin)
        window.menus.connect(
            {
                "remind": self.remind,
                "bin": self.bin,
                "erase": self.erase,
                "select_all": self.select_all,
            }
        )
        bulk.offer(_offers())
        bulk.wanted.connect(self._on_bulk)
        bulk.cleared.connect(window.list.view.clearSelection)
        bulk.stopped.connect(self.stop)
        self.progressed.connect(bulk.show_progress)
        desk.bulk_wanted.connect(self._on_bulk)
        desk.menu_opening.connect(self._extend_menu)
        window.list.view.selection_changed.connect(self._on_selection)
        window.list.select_all.clicked.connect(self.select_all)
        self._on_selection()

    def stop(self) -> None:
        """Begin nothing more, and end what takes long."""
        if self._run is not None:
            self._run.stop()

    # What it is about

    def rows(self) -> list[Row]:
        """Return what is chosen, as far as it is loaded."""
        return rows_of(self.desk.window.list.view, self.desk.flow.open_row)

    def act(
        self, action: Action, sentence: Callable[[int], str], about: Chosen | None = None
    ) -> None:
        """Do something to all that is chosen (or to `about`); say it, with Undo."""
        self.desk.flow.start_task(self._act(action, sentence, about), "follow up")

    async def _act(
        self, action: Action, sentence: Callable[[int], str], about: Chosen | None
    ) -> None:
        flow, view = self.desk.flow, self.desk.window.list.view
        if about is None:
            about = await chosen(view, flow.open_id, flow.clock, self._inbox.number)
        if self._run is not None or (not isinstance(about, Everything) and not about):
            return
        shown = isinstance(about, Everything) or len(about) > _SHOWN_FROM
        self._run = action(about, self.progressed.emit if shown else _quietly)
        try:
            undo = await asyncio.wrap_future(self._run.future)
        finally:
            self._run = None
            self.desk.window.bulk.end_progress()
        flow.remember(undo)
        if undo:
            flow.did.emit(sentence(undo.count))
        elif undo.count:  # erased: there is nothing to take back
            self.desk.window.toast.say(sentence(undo.count))

    # Marks

    def mark(self, what: str, *, on: bool) -> None:
        """Set "done", "unread", "starred" or "binned" on all that is chosen."""
        wanted = Marks(**{what: on})
        name = what if on else f"not {what}"
        self.act(lambda about, told: self._inbox.many.mark(about, wanted, told), self._said(name))

    def _said(self, name: str) -> Callable[[int], str]:
        rows = self.rows()
        first = rows[0].name if rows else ""
        return lambda count: words.marked(name, first, count)

    def bin(self) -> None:
        """Put all that is chosen into the bin, or take it out."""
        rows = self.rows()
        self.mark("binned", on=not (rows and all(row.binned_ms is not None for row in rows)))

    def select_all(self) -> None:
        """Select the whole list, however long it is."""
        self.desk.window.list.view.selectAll()
        self.desk.window.list.view.setFocus()

    # Reminders

    def remind(self, at: QWidget | None = None) -> None:
        """Offer moments to be reminded at."""
        rows = self.rows()
        has = any(row.remind_ms is not None for row in rows)
        menu = follow_menus.remind_menu(
            self.desk.window, self.desk.flow.clock(), self._remind_at, self._remind_day,
            self.forget_reminder if has else None,
        )  # fmt: skip
        self.pop(menu, at)

    def _remind_at(self, at_ms: int) -> None:
        when = times.full_time(at_ms)
        self.act(
            lambda about, told: self._inbox.many.remind(about, at_ms, told),
            lambda _: translate("Follow", "Reminder on {0}").format(when),
        )

    def _remind_day(self) -> None:
        dialog = ask.AskDay(self.desk.window, self.desk.flow.clock())
        dialog.answered.connect(self._remind_at)
        dialog.open()

    def forget_reminder(self) -> None:
        """Remind of what is chosen no more."""
        self.act(
            lambda about, told: self._inbox.many.remind(about, None, told),
            lambda _: translate("Follow", "The reminder is gone"),
        )

    # Erasing

    def erase(self) -> None:
        """Ask, and then erase all that is chosen for good."""
        selected = max(self.desk.window.list.view.selected_count, 1)
        rows = self.rows()
        if not rows:
            return
        about = words.shortened(words.plain(rows[0].name), 40)
        if selected > 1:
            about = translate("words", "%Ln conversations", "", selected)
        dialog = ask.AskErase(
            self.desk.window,
            translate("Follow", "Erase {0}, with all words and notes? This cannot be undone.")
            .format(about),
            self.kept_words(),
            translate("Follow", "Erase"),
        )  # fmt: skip
        dialog.accepted.connect(self._erase)
        dialog.open()

    def kept_words(self) -> str:
        """Say where copies are left that erasing does not reach."""
        yours = translate("Follow", "Files you saved yourself stay as they are.")
        second = self._settings.backup_place
        places = [self._backups, *([Path(second)] if second else ())]
        until = backup.last_day_ms(places, self.desk.flow.clock())
        said = []
        if until is not None:
            kept = translate(
                "Follow", "Backups of the program still hold it, the last one until {0}."
            )
            said.append(kept.format(times.day_line(until)))
        if second and not places[-1].is_dir():
            said.append(
                translate(
                    "Follow",
                    "The second place for backups is not there now; backups in it stay.",
                )
            )
        return " ".join([*said, yours])

    def _erase(self) -> None:
        self.act(self._inbox.many.erase, self._erased)

    @staticmethod
    def _erased(count: int) -> str:
        if count == 1:
            return translate("Follow", "1 conversation erased")
        return translate("Follow", "%Ln conversations erased", "", count)

    # What is shown

    def _on_did(self, sentence: str) -> None:
        undo = self.desk.undo if self.desk.flow.can_undo else None
        self.desk.window.toast.say(sentence, undo)
        self.desk.show_selection()

    def _on_selection(self) -> None:
        view, window = self.desk.window.list.view, self.desk.window
        several = view.selected_count > 1
        if several:
            rows = self.rows()
            window.bulk.show_selected(view.selected_count, rows)
            unread = any(row.unread for row in rows)
            for offer in _offers(unread=unread, binned=_all_binned(rows)):
                window.bulk.tile(offer.name).show_offer(offer)
        there = several or self.desk.flow.open_id is not None or view.selected_count == 1
        window.menus.enable(("tag", "remind", "bin"), on=there)
        window.menus.enable(("erase",), on=there and _all_binned(self.rows()))
        window.menus.enable(("select_all",), on=view.conversations.total > 0)

    def _on_bulk(self, name: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "tag": lambda: self.tag_wanted.emit(self.desk.window.bulk.tile("tag")),
            "remind": lambda: self.remind(self.desk.window.bulk.tile("remind")),
            "binned": self.bin,
            "save": self.desk.bulk_save_wanted.emit,
        }
        rows = self.rows()
        if name in doing:
            doing[name]()
        elif name == "unread":
            self.mark("unread", on=not any(row.unread for row in rows))
        else:
            self.mark(name, on=not (rows and all(getattr(row, name) for row in rows)))

    def _extend_menu(self, menu: QMenu, row: Row) -> None:
        """Add what can be done here to the menu of a row that is chosen."""
        menu.addAction(translate("Follow", "Tag"), lambda: self.tag_wanted.emit(None))
        menu.addAction(translate("Follow", "Remind me"), self.remind)
        menu.addSeparator()
        menu.addAction(words.offer("binned", on=row.binned_ms is not None), self.bin)
        if row.binned_ms is not None:
            menu.addAction(translate("Follow", "Erase for good"), self.erase)

    def pop(self, menu: QMenu, at: QWidget | None, place: QPoint | None = None) -> None:
        """Show a menu under a button, or beside what is selected."""
        self._menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        if place is None:
            place = self._beside(at)
        menu.popup(place)
        actions = menu.actions()
        if actions:
            menu.setActiveAction(actions[0])

    def _beside(self, at: QWidget | None) -> QPoint:
        if at is not None and at.isVisible():
            return at.mapToGlobal(at.rect().bottomLeft() + QPoint(0, 4))
        view = self.desk.window.list.view
        box = view.visualRect(view.currentIndex())
        return view.viewport().mapToGlobal(box.center())


def _quietly(_done: int, _total: int) -> None:
    """Show nothing: a few conversations need no bar."""


def _all_binned(rows: Sequence[Row]) -> bool:
    return bool(rows) and all(row.binned_ms is not None for row in rows)


def _offers(*, unread: bool = True, binned: bool = False) -> tuple[Offer, ...]:
    read = translate("Follow", "Mark as read") if unread else translate("Follow", "Mark as unread")
    return (
        Offer("done", "circle-check", translate("Follow", "Done"), "Ctrl+D"),
        Offer("unread", "mail", read, "Ctrl+U"),
        Offer("starred", "star", translate("Follow", "Star"), "Ctrl+Shift+S"),
        Offer("tag", "tag", translate("Follow", "Tag"), "Ctrl+T"),
        Offer("remind", "alarm-clock", translate("Follow", "Remind me"), "Ctrl+M"),
        Offer("save", "file-down", translate("Follow", "Save"), "Ctrl+E"),
        Offer("binned", "trash-2", words.offer("binned", on=binned), "Del"),
    )
