"""The owner's desk: every wish of his from the window goes to the flow, every news comes back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from olark_inbox.settings import Settings
from olark_inbox.store.rows import Changes, Opened, Row
from olark_inbox.store.search import plan
from olark_inbox.ui.desk.board import Board
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.frame.key_hints import hints_of
from olark_inbox.ui.frame.menus import VIEW_KEYS
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.frame.search_chips import words_beside
from olark_inbox.ui.frame.walk import Walk
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.forms import restyle_all
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.list.ahead import paint_coming


class Desk(QObject):
    """Joins one window and one flow."""

    bulk_wanted = Signal(str)
    """A mark is wanted on all that is selected, which is more than one."""
    menu_opening = Signal(QMenu, object)
    """The menu of a row opens: whoever can do more with it adds to it."""

    bulk_save_wanted = Signal()
    """Everything that is selected is to be saved."""

    def __init__(self, window: InboxWindow, flow: Flow, settings: Settings) -> None:
        super().__init__()
        self.window, self.flow, self._settings = window, flow, settings
        self.board = Board(window, flow, settings)
        flow.prepare_by(partial(paint_coming, window.list.view))
        flow.watching = lambda: window.isActiveWindow() and not window.isMinimized()
        self._walk = Walk(window)
        self._hints = hints_of(window)
        self._wire_flow()
        self._wire_panes()
        self._wire_menus()
        self.set_single_keys(on=settings.single_keys)
        self._show_right()

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act on conversations, or go to the search as they do at first."""
        self.window.menus.set_single_keys(on)
        self.window.list.view.keys.single_letters = on

    def _wire_flow(self) -> None:
        flow = self.flow
        flow.counted.connect(self._show_right)
        flow.opened.connect(self._show_opened)
        flow.refreshed.connect(self._show_refreshed)
        flow.gone.connect(self._show_nothing)
        flow.changed.connect(self._on_changed)
        flow.ticked.connect(lambda: self.window.detail.tick(flow.clock()))
        flow.marked.connect(self._on_marked)

    def _wire_panes(self) -> None:
        window, flow = self.window, self.flow
        view, detail = window.list.view, window.detail
        view.opened.connect(self.open)
        view.selection_changed.connect(self._on_selection)
        view.go_in.connect(lambda: detail.transcript.setFocus(Qt.FocusReason.TabFocusReason))
        view.keys_wanted.connect(window.menus.actions["keys"].trigger)
        view.menu_requested.connect(self._on_menu)
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
            "pane": lambda: self._walk.step(1),
            "pane_back": lambda: self._walk.step(-1),
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
        now = self.flow.clock()
        shown = words_beside(typed, plan(typed, now).chips) or typed
        self.window.detail.show_opened(opened, now, words=shown)
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
        wanted: QWidget = self.window.first_run if empty else self.window.detail
        if self.window.list.view.selected_count > 1:
            wanted = self.window.bulk
        self.window.right.setCurrentWidget(wanted)

    def _chosen(self) -> list[int]:
        chosen = self.window.list.view.selected_ids()
        if not chosen and self.flow.open_id is not None:
            return [self.flow.open_id]
        return chosen

    def show_selection(self) -> None:
        """Show what can be done with what is selected now."""
        self._on_selection()

    def _on_selection(self) -> None:
        self._show_right()
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
        actions["done"].setText(words.offer("done", on=done))
        actions["star"].setText(words.offer("starred", on=star))
        actions["unread"].setText(words.offer("unread", on=unread))

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

    def _on_menu(self, conversation: int, at: QPoint) -> None:
        """Show what can be done with a row, by the same actions as the menu bar."""
        menu = dress_menu(QMenu(self.window))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self._row(conversation)
        offers = (
            ("done", words.offer("done", on=row is not None and row.done)),
            ("unread", words.offer("unread", on=row is not None and row.unread)),
            ("starred", words.offer("starred", on=row is not None and row.starred)),
        )
        chosen = self._chosen()
        about = chosen if conversation in chosen else [conversation]
        for what, text in offers:
            menu.addAction(text).triggered.connect(self._marker(what, about))
        if about == chosen and row is not None:
            menu.addSeparator()
            self.menu_opening.emit(menu, row)
        menu.popup(at)

    def _marker(self, what: str, about: Sequence[int]) -> Callable[[], None]:
        return lambda: self._toggle(what, about)

    # Marks

    def _toggle(self, what: str, conversations: Sequence[int]) -> None:
        if not conversations:
            return
        if self.window.list.view.selected_count > 1 and list(conversations) == self._chosen():
            self.bulk_wanted.emit(what)
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
        self._show_place()

    # Text size, clipboard

    def _on_detail_copied(self, text: str) -> None:
        short = words.shortened(words.plain(text), 40)
        self.window.toast.say(translate("Desk", "Copied: {0}").format(short), icon="copy")

    def _resize_text(self, by: int) -> None:
        sizes = theme.TEXT_SIZES
        now = theme.text_size() + by if by else 100
        self.set_text_size(min(sizes, key=lambda size: abs(size - now)))

    def set_text_size(self, percent: int) -> None:
        """Scale the whole window."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.set_text_size(app, percent)
            restyle_all()
            self._settings.text_size = theme.text_size()
            self.window.refit()
