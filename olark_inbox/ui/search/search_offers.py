"""What a filter that is being typed can be completed with: a short list under the field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from olark_inbox.store.folding import fold_name
from olark_inbox.store.grammar import FILTERS, Completion, as_value
from olark_inbox.store.language import spoken
from olark_inbox.store.saved import Names
from olark_inbox.ui.detail.lines import draw_line
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import fill_round, outline_round
from olark_inbox.ui.kit.words import translate

_MOST = 8
_ROW = 30
_LEAST_FOR_A_NAME = 2
"""Letters before the name of a filter is offered: one letter begins too many."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is put into the field, and what the list says."""

    value: str
    text: str
    about: str = ""


def offers(completion: Completion | None, names: Names) -> tuple[Offer, ...]:
    """Return what fits what is being typed."""
    if completion is None:
        return ()
    begun = fold_name(completion.prefix)
    if completion.kind == "filter":
        if len(begun) < _LEAST_FOR_A_NAME:
            return ()
        fitting = [name for name in FILTERS if _begins(name, spoken().said_filter(name), begun)]
        named = ((f"{spoken().said_filter(name)}:", about(name)) for name in fitting)
        return tuple(Offer(name, name, words) for name, words in named)
    known = {"agent": names.agents, "group": names.groups, "tag": names.tags}
    name = spoken().said_filter(completion.kind)
    values = known.get(completion.kind) or fixed(completion.kind)
    found = [one for one in values if _fits(one, begun) and fold_name(one) != begun]
    return tuple(Offer(f"{name}:{as_value(one)} ", one) for one in found[:_MOST])


def fixed(name: str) -> tuple[str, ...]:
    """Return the values a filter always has, in the owner's words."""
    return tuple(spoken().said_value(value) for value in FILTERS[name])


def _begins(name: str, own: str, begun: str) -> bool:
    both = (name, fold_name(own))
    return begun not in both and any(one.startswith(begun) for one in both)


def _fits(name: str, begun: str) -> bool:
    folded = fold_name(name)
    return folded.startswith(begun) or f" {begun}" in folded


def about(name: str) -> str:
    """Say what a filter is for."""
    words = {
        "from": translate("Offers", "name or e-mail of the visitor"),
        "agent": translate("Offers", "who answered"),
        "group": translate("Offers", "group of agents"),
        "tag": translate("Offers", "tag of Olark or your own"),
        "page": translate("Offers", "page the chat began on"),
        "is": translate("Offers", "unread, starred, done, live"),
        "rating": translate("Offers", "stars, such as <=2"),
        "before": translate("Offers", "day it came before"),
        "after": translate("Offers", "day it came after"),
        "on": translate("Offers", "day or month it came"),
        "has": translate("Offers", "e-mail, phone, rating, note"),
        "in": translate("Offers", "inbox, done, bin"),
    }
    return words.get(name, "")


class SearchOffers(QWidget):
    """The list; it never takes the keyboard, the field tells it what was pressed."""

    taken = Signal(object)
    """The Offer that was chosen."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._offers: tuple[Offer, ...] = ()
        self.current = -1
        self.setAccessibleName(translate("Offers", "Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these under the field, or nothing."""
        self._offers = tuple(offers[:_MOST])
        self.current = -1
        if not self._offers:
            self.hide()
            return
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        height = theme.px(_ROW) * len(self._offers) + theme.px(12)
        self.setGeometry(below.x(), below.y(), self._field.width(), height)
        self.show()
        self.raise_()
        self.update()

    def texts(self) -> list[str]:
        """Return what the list says."""
        return [offer.text for offer in self._offers] if self.isVisible() else []

    def key(self, key: int) -> bool:
        """Do what a key means for the list; False leaves it to the field."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.current = (self.current + step) % len(self._offers)
            self.setAccessibleDescription(self._offers[self.current].text)
            self.update()
            return True
        if key == Qt.Key.Key_Tab or (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0
        ):
            self.taken.emit(self._offers[max(self.current, 0)])
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.current = self._at(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event)
        if 0 <= place < len(self._offers):
            self.taken.emit(self._offers[place])

    def _at(self, event: QMouseEvent) -> int:
        return int((event.position().y() - theme.px(6)) // theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        fill_round(painter, self.rect(), 10, colors["raised"])
        outline_round(painter, self.rect(), 10, colors["line2"])
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for place, offer in enumerate(self._offers):
            row = QRect(
                theme.px(6), theme.px(6) + place * theme.px(_ROW),
                self.width() - theme.px(12), theme.px(_ROW),
            )  # fmt: skip
            if place == self.current:
                fill_round(painter, row, 6, colors["sel"])
            room = row.adjusted(theme.px(10), 0, -theme.px(10), 0)
            painter.setFont(theme.font(13, 500))
            painter.setPen(colors["t1"])
            draw_line(painter, room, offer.text, to_right=rtl)
            used = painter.fontMetrics().horizontalAdvance(offer.text) + theme.px(10)
            painter.setFont(theme.font(12))
            painter.setPen(colors["t3"])
            rest = room.adjusted(0 if rtl else used, 0, -used if rtl else 0, 0)
            draw_line(painter, rest, offer.about, to_right=rtl)
        painter.end()
