"""The owner's desk: every wish of his from the window goes to the flow, every news comes back."""

import os
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from olark_inbox.receiver.port import HOST, PortTaken, bind
from olark_inbox.settings import Settings
from olark_inbox.store.roles import StateEntry
from olark_inbox.store.rows import Changes, Counts, Opened, Row
from olark_inbox.ui import notices, theme, times, words
from olark_inbox.ui.first_run import SampleSender
from olark_inbox.ui.flow import Flow
from olark_inbox.ui.menus import VIEW_KEYS
from olark_inbox.ui.notices import Known
from olark_inbox.ui.place_button import Place
from olark_inbox.ui.window import InboxWindow
from olark_inbox.ui.words import StateWords, translate

_PORTS_TRIED = 20


class Desk(QObject):
    """Joins one window and one flow."""

    shown = Signal()
    """The state, the figures or the last arrival changed: whoever else shows them looks here."""

    def __init__(self, window: InboxWindow, flow: Flow, settings: Settings) -> None:
        super().__init__()
        self.window, self.flow, self._settings = window, flow, settings
        self.state: StateWords = words.receiving(None, here=True)
        self.address = ""
        self.last = ""
        self._test_ms = 0
        self._last_ms = 0
        self._known = Known(settings=settings.notice)
        self._samples = SampleSender(self)
        flow.watching = lambda: window.isActiveWindow() and not window.isMinimized()
        self._wire_flow()
        self._wire_panes()
        self._wire_menus()
        window.menus.set_single_keys(settings.single_keys)
        self._show_counts(flow.counts)
        self._show_state({})

    def finish(self) -> None:
        """Wait for what this desk has sent."""
        self._samples.finish()

    def _wire_flow(self) -> None:
        flow = self.flow
        flow.counted.connect(self._show_counts)
        flow.stated.connect(self._show_state)
        flow.heard_last.connect(self._show_last)
        flow.opened.connect(self._show_opened)
        flow.refreshed.connect(self._show_refreshed)
        flow.gone.connect(self._show_nothing)
        flow.changed.connect(self._on_changed)
        flow.marked.connect(self._on_marked)
        flow.trouble.connect(lambda text: self._know(trouble=text))
        self._samples.ended.connect(self._on_samples_ended)

    def _wire_panes(self) -> None:
        window, flow = self.window, self.flow
        view, detail = window.list.view, window.detail
        view.opened.connect(self.open)
        view.selection_changed.connect(self._on_selection)
        view.done_clicked.connect(lambda one: self._toggle("done", [one]))
        view.star_clicked.connect(lambda one: self._toggle("starred", [one]))
        detail.done_clicked.connect(lambda one: self._toggle("done", [one]))
        detail.star_clicked.connect(lambda one: self._toggle("starred", [one]))
        detail.unread_clicked.connect(lambda one: self._toggle("unread", [one]))
        detail.copied.connect(self._on_detail_copied)
        detail.open_clicked.connect(self.show_conversation)
        detail.previous_clicked.connect(lambda: self._step(-1))
        detail.next_clicked.connect(lambda: self._step(1))
        window.activated.connect(flow.look)
        window.first_run.samples_wanted.connect(self._on_samples_wanted)
        window.first_run.copied.connect(self._say_copied)
        window.strip.copied.connect(self._say_copied)
        window.list.banner.done.connect(self._on_banner)
        window.list.banner.link_clicked.connect(self._on_put_away)

    def _wire_menus(self) -> None:
        window = self.window
        table: dict[str, Callable[[], None]] = {
            "copy_address": window.strip.copy,
            "remove_samples": self.flow.remove_samples,
            "undo": self.undo,
            "search": window.list.search.begin,
            "find": window.detail.start_find,
            "reply": window.detail.reply_by_mail,
            "copy": window.detail.copy_conversation,
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "done": lambda: self._toggle("done", self._chosen()),
            "unread": lambda: self._toggle("unread", self._chosen()),
            "star": lambda: self._toggle("starred", self._chosen()),
            "bigger": lambda: self._resize_text(10),
            "smaller": lambda: self._resize_text(-10),
            "normal": lambda: self._resize_text(0),
        }
        table |= {f"view_{view.value}": self._place_shower(Place(view)) for view in VIEW_KEYS}
        window.menus.connect(table)
        self._on_selection()

    def _place_shower(self, place: Place) -> Callable[[], None]:
        return lambda: self.window.show_place(place)

    # Opening

    def open(self, conversation: int) -> None:
        """Open a conversation of the list."""
        self.flow.open(conversation, self.window.list.query.words.strip())

    def show_conversation(self, conversation: int) -> None:
        """Open a conversation from elsewhere, and select it where the list has it."""
        self.window.list.view.select(conversation)
        self.flow.open(conversation)

    def _show_opened(self, opened: Opened, typed: str) -> None:
        self.window.detail.show_opened(opened, self.flow.clock(), words=typed)
        self._show_right()
        self._on_selection()

    def _show_refreshed(self, opened: Opened) -> None:
        self.window.detail.update_opened(opened, self.flow.clock())
        self._on_selection()

    def _show_nothing(self) -> None:
        self.window.detail.show_nothing()
        self._show_right()
        self._on_selection()

    def _show_right(self) -> None:
        """Show the first page until there is a conversation."""
        empty = self.flow.counts.total == 0 and self.flow.open_id is None
        wanted = self.window.first_run if empty else self.window.detail
        self.window.right.setCurrentWidget(wanted)

    def _chosen(self) -> list[int]:
        chosen = self.window.list.view.selected_ids()
        if not chosen and self.flow.open_id is not None:
            return [self.flow.open_id]
        return chosen

    def _on_selection(self) -> None:
        menus, chosen = self.window.menus, self._chosen()
        menus.enable(("done", "unread", "star"), on=bool(chosen))
        there = self.flow.open_id is not None
        menus.enable(("find", "copy"), on=there)
        menus.enable(("reply",), on=there and bool(self.flow.open_row and self.flow.open_row.email))
        self._show_place()
        menus.enable(("next", "previous"), on=self.window.list.model.total > 0)
        menus.enable(("undo",), on=self.flow.can_undo)
        row = self._row(chosen[0]) if chosen else None
        actions = menus.actions
        done, star = row is not None and row.done, row is not None and row.starred
        unread = row is not None and row.unread
        actions["done"].setText(
            translate("Desk", "Not done") if done else translate("Desk", "Done")
        )
        actions["star"].setText(
            translate("Desk", "Remove the star") if star else translate("Desk", "Star")
        )
        actions["unread"].setText(
            translate("Desk", "Mark as read") if unread else translate("Desk", "Mark as unread")
        )

    def _show_place(self) -> None:
        """Say which one of the list is open: "3 of 128"."""
        model, one = self.window.list.model, self.flow.open_id
        place = None if one is None else model.place_of(one)
        text = ""
        if place is not None:
            text = translate("Desk", "{0} of {1}").format(
                words.number(place + 1), words.number(model.total)
            )
        self.window.detail.show_place(text)

    def _row(self, conversation: int) -> Row | None:
        if self.flow.open_row is not None and self.flow.open_row.id == conversation:
            return self.flow.open_row
        model = self.window.list.model
        place = model.place_of(conversation)
        return None if place is None else model.row_at(place)

    def _step(self, by: int) -> None:
        view = self.window.list.view
        index = view.currentIndex()
        view.select_place(index.row() + by if index.isValid() else 0)

    # Marks

    def _toggle(self, what: str, conversations: Sequence[int]) -> None:
        if not conversations:
            return
        row = self._row(conversations[0])
        self.flow.mark(what, conversations, on=not (row is not None and getattr(row, what)))

    def _on_marked(self, what: str, conversations: list[int]) -> None:
        row = self._row(conversations[0]) if len(conversations) == 1 else None
        text = words.marked(what, row.name if row is not None else "", len(conversations))
        self.window.toast.say(text, self.undo)
        self._on_selection()

    def undo(self) -> None:
        """Take back the last mark."""
        self.window.toast.dismiss()
        self.flow.undo()
        self._on_selection()

    # News

    def _on_changed(self, changes: Changes) -> None:
        self.window.list.model.refresh(changes)

    def _show_counts(self, counts: Counts) -> None:
        window = self.window
        window.sidebar.show_counts(counts)
        window.list.show_counts(counts, ever=counts.total + counts.bin > 0)
        window.strip.show_unreadable(counts.unreadable)
        window.menus.enable(("remove_samples",), on=counts.samples > 0)
        self._know(samples=counts.samples)
        self._show_right()
        self.shown.emit()

    def _show_state(self, state: Mapping[str, StateEntry]) -> None:
        said = state.get("receiver")
        value = None if said is None else said.value
        here = said is None or said.pid == os.getpid()
        self.state = words.receiving(value, here=here)
        self.window.strip.show_state(self.state)
        port = int(value.get("port", 0)) if value else 0
        status = str(value.get("status", "")) if value else ""
        listening = status == "listening"
        self.address = f"http://{HOST}:{port}/olark/{self._settings.secret}" if listening else ""
        self.window.strip.show_address(f"{HOST}:{port}", self.address)
        self.window.first_run.show_address(self.address, port)
        self.window.menus.enable(("copy_address",), on=listening)
        self._know(
            status=status,
            port=port,
            free_port=free_port(port) if status == "port_taken" else 0,
            sentence=str(value.get("sentence", "")) if value else "",
            background=listening and not here,
        )
        test = state.get("test")
        if test is not None:
            self._test_ms = int(test.value["at_ms"])
        self._show_news()

    def _show_last(self, last: tuple[Row, int]) -> None:
        row, self._last_ms = last
        when = times.short_time(self._last_ms, self.flow.clock())
        self.last = words.last_arrival(row, when)
        self._show_news()

    def _show_news(self) -> None:
        """Write what arrived last: a chat, or a test from Olark."""
        news = self.last or translate("Desk", "Nothing received yet")
        test = ""
        if self._test_ms:
            when = times.short_time(self._test_ms, self.flow.clock())
            test = translate("Desk", "Test from Olark received {0}").format(when)
        if self._test_ms > self._last_ms:
            news = test
        self.window.strip.show_last(news)
        self.window.first_run.show_news(test)
        self.shown.emit()

    # The banner

    def _know(self, **news: object) -> None:
        values = {name: getattr(self._known, name) for name in Known.__slots__}
        self._known = Known(**{**values, **news})
        self.window.list.banner.show_notice(notices.notice(self._known))

    def say_fault(self, sentence: str) -> None:
        """Show that something failed inside the program."""
        away = self._known.put_away - {notices.FAULT}
        self._know(fault=sentence, put_away=away)

    def _on_banner(self, key: str) -> None:
        if key == notices.PORT:
            self.use_port(self._known.free_port)
        elif key == notices.SAMPLES:
            self.flow.remove_samples()

    def _on_put_away(self, key: str) -> None:
        self._know(put_away=self._known.put_away | {key})

    def use_port(self, port: int) -> None:
        """Ask the receiver to listen there, now and at the next start."""
        self._settings.port = port
        self.flow.listen_on(port)

    # Samples, text size, clipboard

    def _on_samples_wanted(self) -> None:
        if self._samples.send(self.address, self.flow.sample_bodies()):
            self.window.first_run.samples_button.setEnabled(False)

    def _on_samples_ended(self, trouble: str) -> None:
        self.window.first_run.samples_button.setEnabled(True)
        if trouble:
            self.window.toast.say(trouble, icon="triangle-alert")

    def _say_copied(self) -> None:
        self.window.toast.say(translate("Desk", "Address copied"), icon="copy")

    def _on_detail_copied(self, text: str) -> None:
        short = words.shortened(words.plain(text), 40)
        self.window.toast.say(translate("Desk", "Copied: {0}").format(short), icon="copy")

    def copy_address(self) -> None:
        """Put the whole address on the clipboard."""
        QGuiApplication.clipboard().setText(self.address)

    def _resize_text(self, by: int) -> None:
        sizes = theme.TEXT_SIZES
        now = theme.text_size() + by if by else 100
        self.set_text_size(min(sizes, key=lambda size: abs(size - now)))

    def set_text_size(self, percent: int) -> None:
        """Scale the whole window."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.set_text_size(app, percent)
            self._settings.text_size = theme.text_size()
            self.window.refit()


def free_port(taken: int) -> int:
    """Return the next port nobody uses, 0 where there is none near."""
    for port in range(taken + 1, taken + 1 + _PORTS_TRIED):
        try:
            bind(port).close()
        except (PortTaken, OverflowError):
            continue
        return port
    return 0
