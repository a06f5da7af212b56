"""Painting a row; what was painted is kept as a picture until the row or its state changes."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from olark_inbox.base.clock import Clock
from olark_inbox.store.rows import Row
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.paint import dpr_of
from olark_inbox.ui.list.geometry import RowPlaces
from olark_inbox.ui.list.rowpaint import RowState, paint_actions, paint_placeholder, paint_row
from olark_inbox.ui.list.rowtext import RowText, prepare

_SCREENS = 3
"""So many screens of painted rows are kept, about 135 KiB a row on an ordinary screen."""
_TEXTS = 400

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Key:
    """What a picture of a row depends on besides the row."""

    conversation: int
    width: int
    height: int
    state: RowState
    dpr: float
    theme: theme.Theme
    percent: int

    def __hash__(self) -> int:
        return hash((self.conversation, self.state, self.width, self.dpr, self.percent))


class ConversationDelegate(QStyledItemDelegate):
    """Paints the rows of a list; `state_of` and `row_at` are the view's."""

    def __init__(
        self,
        row_at: Callable[[int], Row | None],
        state_of: Callable[[int, QStyleOptionViewItem], RowState],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._row_at = row_at
        self._state_of = state_of
        self._clock = clock
        self._room = _SCREENS
        self._texts: OrderedDict[tuple[int, int, bool], RowText] = OrderedDict()
        self._pictures: OrderedDict[_Key, tuple[RowText, QPixmap]] = OrderedDict()

    def keep_screens_of(self, rows: int) -> None:
        """Keep as many pictures as a few screens of so many rows have."""
        self._room = _SCREENS * max(1, rows)

    def forget(self) -> None:
        """Measure and paint everything anew: the theme, the font or the day changed."""
        self._texts.clear()
        self._pictures.clear()

    def forget_live(self) -> None:
        """Measure chats that were going on anew: their words tell how long."""
        for key, text in list(self._texts.items()):
            if text.row.live_until_ms is not None:
                del self._texts[key]

    @property
    def pictures(self) -> int:
        """How many painted rows are kept."""
        return len(self._pictures)

    def today(self) -> str:
        """Return the day the times are written for."""
        return times.day_line(self._clock())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state = self._state_of(index.row(), option)
        painter.save()
        row = self._row_at(index.row())
        if row is None:
            paint_placeholder(painter, RowPlaces(rect, state.compact, state.mirrored), state)
        elif state.actions:
            text = self.text_of(row, rect.width(), compact=state.compact)
            places = RowPlaces(rect, state.compact, state.mirrored)
            paint_row(painter, places, text, state)
            paint_actions(painter, places, row, state)
        else:
            picture = self._picture(row, rect.size(), state, dpr_of(painter))
            painter.drawPixmap(rect.topLeft(), picture)
        painter.restore()

    def text_of(self, row: Row, width: int, *, compact: bool) -> RowText:
        """Return a row's measured words, from the cache where the row is the same."""
        key = (row.id, width, compact)
        text = self._texts.get(key)
        if text is None or (text.row is not row and text.row != row):
            text = prepare(row, width, self._clock(), compact=compact)
            self._texts[key] = text
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(key)
        return text

    def paint_ahead(self, row: Row, size: QSize, state: RowState, dpr: float) -> None:
        """Have the picture of a row ready before it is in the list."""
        self._picture(row, size, state, dpr)

    def _picture(self, row: Row, size: QSize, state: RowState, dpr: float) -> QPixmap:
        text = self.text_of(row, size.width(), compact=state.compact)
        shown = theme.current(), theme.text_size()
        key = _Key(row.id, size.width(), size.height(), state, dpr, *shown)
        kept = self._pictures.get(key)
        if kept is None or kept[0] is not text:
            picture = QPixmap(size * dpr)
            picture.setDevicePixelRatio(dpr)
            picture.fill(theme.current()["base"])
            own = QPainter(picture)
            whole = QRect(QPoint(0, 0), size)
            paint_row(own, RowPlaces(whole, state.compact, state.mirrored), text, state)
            own.end()
            kept = (text, picture)
            self._pictures[key] = kept
            while len(self._pictures) > self._room:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return kept[1]

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the full time over the time."""
        row = self._row_at(index.row())
        if row is None or event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        rect: QRect = option.rect
        state = self._state_of(index.row(), option)
        text = self.text_of(row, rect.width(), compact=state.compact)
        places = RowPlaces(rect, state.compact, state.mirrored)
        area = places.from_end(16, 6, text.time_width, 24)
        if not area.contains(event.pos()) or state.actions:
            QToolTip.hideText()
            return False
        words = times.full_time(row.received_ms)
        QToolTip.showText(event.globalPos(), words, view, area)
        return True
