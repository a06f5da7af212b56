"""The rows of "What arrived from Olark": a model of what was loaded, and how a row is painted."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from olark_inbox.base.clock import now_ms
from olark_inbox.store.rows import Delivery, Outcome
from olark_inbox.ui.kit import theme, times, words
from olark_inbox.ui.kit.controls import baseline, fill_round, paint_icon
from olark_inbox.ui.pages.change_words import said

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = 56
PAGE = 100
_NOWHERE = QModelIndex()


class DeliveryModel(QAbstractListModel):
    """What was loaded so far, newest first; the view asks for older ones at its end."""

    older_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliveries: list[Delivery] = []
        self._more = False

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._deliveries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        delivery = self.delivery(index)
        if delivery is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.delivery(delivery)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (*lines(delivery), moment(delivery)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return times.full_time(delivery.received_ms)
        return None

    def delivery(self, index: AnyIndex) -> Delivery | None:
        """Return the delivery of a row."""
        if index.isValid() and index.row() < len(self._deliveries):
            return self._deliveries[index.row()]
        return None

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802 - Qt calls it so
        return self._more and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: ARG002, N802 - Qt's signature
        self._more = False
        self.older_wanted.emit()

    def place_of(self, conversation: int) -> int | None:
        """Return where the newest delivery about a conversation stands, if it is loaded."""
        for place, delivery in enumerate(self._deliveries):
            if conversation in delivery.conversations:
                return place
        return None

    def last(self) -> int | None:
        """Return the id of the oldest that is loaded."""
        return self._deliveries[-1].id if self._deliveries else None

    def show_first(self, newest: Sequence[Delivery]) -> None:
        """Take the newest page; what stays keeps its place, so a selection survives."""
        known = {delivery.id for delivery in self._deliveries}
        fresh = [delivery for delivery in newest if delivery.id not in known]
        if known and len(fresh) == len(newest):
            self.restart(newest)
            return
        if fresh:
            self.beginInsertRows(_NOWHERE, 0, len(fresh) - 1)
            self._deliveries[:0] = fresh
            self.endInsertRows()
        if not known:
            self._more = len(newest) >= PAGE
        by_id = {delivery.id: delivery for delivery in newest}
        self._deliveries = [by_id.get(each.id, each) for each in self._deliveries]
        if self._deliveries:
            last = self.index(len(self._deliveries) - 1)
            self.dataChanged.emit(self.index(0), last)

    def restart(self, newest: Sequence[Delivery]) -> None:
        """Forget what was loaded and show these."""
        self.beginResetModel()
        self._deliveries = list(newest)
        self._more = len(newest) >= PAGE
        self.endResetModel()

    def add_older(self, older: Sequence[Delivery]) -> None:
        """Append the page that was asked for."""
        if older:
            start = len(self._deliveries)
            self.beginInsertRows(_NOWHERE, start, start + len(older) - 1)
            self._deliveries.extend(older)
            self.endInsertRows()
        self._more = len(older) >= PAGE


def lines(delivery: Delivery) -> tuple[str, str]:
    """Return the two lines of a row."""
    who = words.names(delivery.names)
    first = words.delivery(delivery)
    if who:
        first = f"{first}, {who}"
    if delivery.sample:
        first = words.translate("Deliveries", "{0} (sample)").format(first)
    second = said(delivery.reason or delivery.summary)
    second = second or words.translate("Deliveries", "Nothing changed")
    second = second[:1].upper() + second[1:]
    return first, second


def moment(delivery: Delivery) -> str:
    """Return when it arrived, in short."""
    return times.short_time(delivery.received_ms, now_ms())


def size(delivery: Delivery) -> str:
    """Return how large a delivery is, as the system writes sizes."""
    return QLocale().formattedDataSize(delivery.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class DeliveryDelegate(QStyledItemDelegate):
    """Paints a row: what and who, when; what it changed, how large."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(theme.px(280), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        delivery = model.delivery(index) if isinstance(model, DeliveryModel) else None
        if delivery is None:
            return
        painter.save()
        rect = QRect(option.rect)
        state = option.state
        colors = theme.current()
        shape = rect.adjusted(8, 1, -8, -1)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            fill_round(painter, shape, 8, colors["sel" if focused else "sel_idle"])
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_round(painter, shape, 8, colors["hover"])
        self._paint_words(painter, rect, delivery)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, delivery: Delivery) -> None:
        colors = theme.current()
        bad = delivery.outcome is Outcome.UNREADABLE and not delivery.settled
        icon = QRect(rect.x() + theme.px(22), rect.y() + theme.px(11), theme.px(16), theme.px(16))
        paint_icon(painter, icon, _icon(delivery), colors["alert" if bad else "t2"])
        left, right = rect.x() + theme.px(50), rect.right() - theme.px(20)
        first, second = lines(delivery)
        rows = (
            (theme.px(9), theme.font(13, 500), "alert" if bad else "t1", first, moment(delivery)),
            (theme.px(29), theme.font(12), "t2", second, size(delivery)),
        )
        for top, font, shade, text, end in rows:
            painter.setFont(theme.font(12, tabular=True))
            painter.setPen(colors["t3"])
            metrics = painter.fontMetrics()
            line = baseline(metrics, rect.y() + top, theme.px(20))
            width = metrics.horizontalAdvance(end)
            painter.drawText(right - width, line, end)
            painter.setFont(font)
            painter.setPen(colors[shade])
            metrics = painter.fontMetrics()
            room = right - width - theme.px(12) - left
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, baseline(metrics, rect.y() + top, theme.px(20)), shown)


def _icon(delivery: Delivery) -> str:
    if delivery.outcome is Outcome.UNREADABLE:
        return "file-warning"
    if delivery.outcome is Outcome.TEST:
        return "shield-check"
    icons = {"start": "radio", "transcript": "message-square-text", "offline": "mail"}
    return icons.get(delivery.kind, "file-text")
