"""The list itself: what is selected and open, what the pointer is on, what is on the screen."""

from functools import partial

from PySide6.QtCore import (
    SIGNAL,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from olark_inbox.base import tasks
from olark_inbox.store.rows import View
from olark_inbox.ui.kit.controls import FocusRing
from olark_inbox.ui.list.accessible import install, say_focus
from olark_inbox.ui.list.ahead import paint_ahead
from olark_inbox.ui.list.delegate import ConversationDelegate
from olark_inbox.ui.list.geometry import row_height
from olark_inbox.ui.list.holding import Holding
from olark_inbox.ui.list.keys import Keys
from olark_inbox.ui.list.model import ConversationModel
from olark_inbox.ui.list.new_pill import NewPill
from olark_inbox.ui.list.plain_table import PlainTable
from olark_inbox.ui.list.pointer import Pointer
from olark_inbox.ui.list.rowpaint import Action, RowState
from olark_inbox.ui.list.rowstate import state_of
from olark_inbox.ui.list.selecting import count, loaded_ids, selected_spans, spans
from olark_inbox.ui.list.untouched import Untouched

_TICK_MS = 30_000


class ConversationView(PlainTable):
    """The list of conversations: one column, painted rows of one height."""

    opened = Signal(int)
    """A conversation is to be read: it alone was selected."""
    selection_changed = Signal()
    go_in = Signal()
    """Enter: on into the words of the conversation."""
    keys_wanted = Signal()
    """?: what do the keys do?"""
    typed = Signal(str)
    """A letter was typed over the list: it belongs into the search field."""
    done_clicked = Signal(int)
    star_clicked = Signal(int)
    tag_clicked = Signal(int)
    menu_requested = Signal(int, QPoint)
    """The menu of a conversation at a place of the screen; the selection stays as it is."""

    def __init__(self, model: ConversationModel, parent: QWidget | None = None) -> None:
        install()
        super().__init__(parent)
        self.conversations = model
        self.selected_count = 0
        self._compact = False
        self._open: int | None = None
        self._goes_on_at: int | None = None
        self._day = ""
        self.ring = FocusRing()
        self.pointer = Pointer(self)
        self.keys = Keys(self)
        self.untouched = Untouched(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Conversations"))
        # Before the selection hears of it: then it is still known what was read.
        self.conversations.rowsAboutToBeRemoved.connect(self._on_rows_leaving)
        self.setModel(self.conversations)
        self.conversations.prepare = partial(paint_ahead, self)
        self.painted = ConversationDelegate(
            self.conversations.row_at, self._state_of, self.conversations.clock, self
        )
        self.setItemDelegate(self.painted)
        self._size_rows()
        self._pill = NewPill(self)
        self.holding = Holding(self, self.updateGeometries, self._is_read)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)

    def _wire(self) -> None:
        self.holding.follow(self.conversations)
        self.holding.count_changed.connect(self._on_new_count)
        self._pill.clicked.connect(self.scrollToTop)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.conversations.modelReset.connect(self._on_reset)
        self.conversations.dataChanged.connect(self._on_data_changed)
        self.conversations.rowsInserted.connect(self._on_rows_changed)
        self.conversations.rowsMoved.connect(self._on_rows_changed)
        self.conversations.rowsRemoved.connect(self._on_rows_removed)
        self.untouched.passed.connect(self.holding.let_go)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()

    def _is_read(self) -> bool:
        """Whether somebody is at the list: then nothing may move, and a pill tells of the new."""
        at_it = self.pointer.is_over() or (self.selected_count > 0 and self.isActiveWindow())
        return at_it and not self.untouched.is_long

    # ------------------------------------------------------------------------ what is selected

    def select(self, conversation: int) -> None:
        """Select a conversation alone and bring it to the screen, wherever in the list it is."""
        place = self.conversations.place_of(conversation)
        if place is not None:
            self.select_place(place)
        else:
            tasks.start(self._select_far(conversation), name="list: select")

    async def _select_far(self, conversation: int) -> None:
        place = await self.conversations.locate(conversation)
        if place is not None:
            self.select_place(place)

    def select_place(self, place: int) -> None:
        """Select the row at a place alone."""
        if 0 <= place < self.conversations.total:
            # Whatever keys are held: whoever chose it elsewhere did not mean them for the list.
            flags = QItemSelectionModel.SelectionFlag
            index = self.conversations.index(place, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def selected_ids(self) -> list[int]:
        """Return the selected conversations that are loaded, from top to bottom."""
        return loaded_ids(self.conversations, selected_spans(self.selectionModel()))

    async def all_selected_ids(self) -> list[int]:
        """Return every selected conversation, those not loaded too."""
        ids = []
        for first, last in selected_spans(self.selectionModel()):
            ids += await self.conversations.ids_between(first, last)
        return ids

    def open_id(self) -> int | None:
        """Return the conversation that is being read."""
        return self._open

    def selectionChanged(  # noqa: N802 - Qt calls it so
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        # Past QTableView's own, which tells screen readers of cells that are not there.
        QAbstractItemView.selectionChanged(self, selected, deselected)
        if selected.isEmpty() and deselected.isEmpty():
            return  # Qt says so of rows that come or go above what stays selected
        self.untouched.touch()
        before = self.selected_count
        self._count_selected()
        for first, last in spans(selected) + spans(deselected):
            self.update_rows(first - 1, last)
        if (before > 1) != (self.selected_count > 1):
            self.viewport().update()
        self._open_selected()
        self.selection_changed.emit()

    def currentChanged(  # noqa: N802 - Qt calls it so
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        say_focus(self)

    def _count_selected(self) -> None:
        self.selected_count = count(selected_spans(self.selectionModel()))

    def _open_selected(self) -> None:
        """Say what is read now: the row that is selected alone, once it is loaded."""
        if self.selected_count != 1:
            self._open = None
            return
        row = self.conversations.row_at(selected_spans(self.selectionModel())[0][0])
        if row is not None and row.id != self._open:
            self._open = row.id
            self.opened.emit(row.id)

    def _on_reset(self) -> None:
        """Keep what is read selected in another list, if it is among the first there."""
        self.pointer.left()
        kept = None if self._open is None else self.conversations.place_of(self._open)
        if kept is None:
            self._open = None
            self.selected_count = 0
            self.selection_changed.emit()
        else:
            index = self.conversations.index(kept, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.report()

    def _on_rows_changed(self) -> None:
        self.pointer.look()
        self.report()

    def _on_rows_leaving(self, _parent: QModelIndex, first: int, last: int) -> None:
        model = self.conversations
        place = None if self._open is None else model.place_of(self._open)
        leaves = place is not None and first <= place <= last
        self._goes_on_at = first if leaves and model.owner_acts else None

    def _on_rows_removed(self) -> None:
        """Go on with the next conversation where the owner put the one he read away."""
        self._count_selected()
        if self._goes_on_at is not None and self.selected_count == 0:
            self.select_place(min(self._goes_on_at, self.conversations.total - 1))
        self._on_rows_changed()

    def _on_data_changed(self) -> None:
        if self.selected_count == 1 and self._open is None:
            self._open_selected()

    # ------------------------------------------------------------------------ what is seen

    @property
    def compact(self) -> bool:
        """Whether rows have one line of words."""
        return self._compact

    @compact.setter
    def compact(self, compact: bool) -> None:
        top = self.rowAt(0)
        self._compact = compact
        self._size_rows()
        if top > 0:
            self.updateGeometries()
            self.verticalScrollBar().setValue(top * row_height(compact=compact))
        self.viewport().update()
        self.report()

    def _size_rows(self) -> None:
        height = row_height(compact=self._compact)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height * 2 // 3)

    def seen_places(self) -> tuple[int, int]:
        """Return the first and last row on the screen."""
        height = self.verticalHeader().defaultSectionSize()
        top = self.verticalScrollBar().value()
        return top // height, (top + max(self.viewport().height(), height) - 1) // height

    def report(self) -> None:
        """Tell the model what is on the screen, so that it is loaded."""
        first, last = self.seen_places()
        self.painted.keep_screens_of(last - first + 1)
        if self.conversations.is_ready:
            self.conversations.show(first, last)

    def tick(self) -> None:
        """Write times anew: how long chats have been live, and all of them on a new day."""
        self.painted.forget_live()
        if self.conversations.query.view in (View.LIVE, View.MISSING):
            self.conversations.read_again()
        day = self.painted.today()
        if day != self._day:
            self._day = day
            self.painted.forget()
        self.viewport().update()

    def _on_scrolled(self) -> None:
        self.pointer.look()
        self.report()

    def _on_new_count(self, count: int) -> None:
        self._pill.show_count(count, self.viewport().geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_new_count(self.holding.count)
        self.report()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "painted"):
            self.painted.forget()
            self._size_rows()
            self.viewport().update()

    def repaint_all(self) -> None:
        """Paint every row anew: colours of tags changed."""
        self.painted.forget()
        self.viewport().update()

    def update_rows(self, first: int, last: int) -> None:
        """Paint rows again; those beside a selected row lose or gain their hairline."""
        top, bottom = self.seen_places()
        for place in range(max(first, top), min(last, bottom) + 1):
            self.viewport().update(self.rect_of(place))

    # ------------------------------------------------------------------------ how a row looks

    def _state_of(self, place: int, option: QStyleOptionViewItem) -> RowState:
        return state_of(self, place, option)

    def is_selected(self, place: int) -> bool:
        """Whether the row at a place is selected."""
        return self.selectionModel().isSelected(self.conversations.index(place, 0))

    def actions_shown(self) -> tuple[Action, ...]:
        """Return the actions that a row offers under the pointer: those somebody listens to."""
        offers: tuple[Action, ...] = ("done", "star", "tag")
        # QMetaMethod.fromSignal would tell too, but never lets go of whom it was asked about.
        return tuple(
            action for action in offers if self.receivers(SIGNAL(f"{action}_clicked(int)"))
        )

    def rect_of(self, place: int) -> QRect:
        return self.visualRect(self.conversations.index(place, 0))

    # ------------------------------------------------------------------------ pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.moved(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.left()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring.shown = False
        if not self.pointer.pressed(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.released(event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.pressed(event):
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.rowAt(event.pos().y()) if by_mouse else self.currentIndex().row()
        row = self.conversations.row_at(place)
        if row is None:
            return
        at = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
        self.menu_requested.emit(row.id, self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.pressed(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring.gained(event)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring.lost(event)
        super().focusOutEvent(event)
        self.viewport().update()
