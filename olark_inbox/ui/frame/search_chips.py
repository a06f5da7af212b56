"""What of a typed search was understood as filters: a row of chips, each can be taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from olark_inbox.store.language import spoken
from olark_inbox.store.search import Chip
from olark_inbox.ui.detail.lines import draw_line
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import fill_round, focus_ring, paint_icon
from olark_inbox.ui.kit.painted import PaintedButton
from olark_inbox.ui.kit.words import translate

_MOST = 6


def chip_words(chip: Chip) -> str:
    """Say what a filter asks for, as the owner would."""
    kind, no = chip.kind.removeprefix("-"), chip.kind.startswith("-")
    typed = spoken().said_value(chip.text) if kind in ("is", "has", "in") else chip.text
    if kind == "rating":
        typed = typed.replace("<=", "≤\u00a0").replace(">=", "≥\u00a0")
    text = words.shortened(words.plain(typed), 30)
    names = {
        "from": translate("Chips", "From {0}"),
        "agent": translate("Chips", "Agent {0}"),
        "group": translate("Chips", "Group {0}"),
        "tag": translate("Chips", "Tag {0}"),
        "page": translate("Chips", "Page {0}"),
        "is": "{0}",
        "rating": translate("Chips", "Rating {0}"),
        "before": translate("Chips", "Before {0}"),
        "after": translate("Chips", "After {0}"),
        "on": translate("Chips", "On {0}"),
        "has": translate("Chips", "Has {0}"),
        "in": translate("Chips", "In {0}"),
    }
    said = names.get(kind, "{0}").format(text)
    return translate("Chips", "Not: {0}").format(said) if no else said


def words_beside(typed: str, chips: Sequence[Chip]) -> str:
    """Return what of a search is words, without its filters."""
    kept = list(typed)
    for chip in chips:
        kept[chip.start : chip.end] = [" "] * (chip.end - chip.start)
    return " ".join("".join(kept).split())


class ChipButton(PaintedButton):
    """One filter; a click or Delete takes it away."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        self.setText(chip_words(chip))
        name = translate("Chips", "Take away: {0}").format(self.text())
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(theme.font(12, 500)).horizontalAdvance(self.text())
        return QSize(text + theme.px(8 + 4 + 12 + 8) + 2, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(60)), theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(12)
        fill_round(painter, self.rect(), 6, colors["line" if self.underMouse() else "chip"])
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = theme.px(8)
        cross = QRect(0 if rtl else self.width() - edge - size, 0, size, size)
        cross.moveLeft(edge if rtl else cross.left())
        cross.moveTop((self.height() - size) // 2)
        room = self.rect().adjusted(edge, 0, -edge - size - theme.px(4), 0)
        if rtl:
            room = self.rect().adjusted(edge + size + theme.px(4), 0, -edge, 0)
        painter.setFont(theme.font(12, 500))
        painter.setPen(colors["t1"])
        draw_line(painter, room, self.text(), to_right=rtl)
        paint_icon(painter, cross, "x", colors["t2"])
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 6)
        painter.end()


class SearchChips(QWidget):
    """Under the search field, while there is a filter in it."""

    removed = Signal(object)
    """The Chip whose text is to go."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[ChipButton] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._chips: tuple[Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.hide()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show what was understood."""
        shown = tuple(chips[:_MOST])
        if shown == self._chips:
            return
        self._chips = shown
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [ChipButton(chip) for chip in shown]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _on=False, chip=button.chip: self.removed.emit(chip))
            self._row.insertWidget(place, button)
        self.setVisible(bool(shown))

    def restyle(self) -> None:
        """Take the size of the text."""
        self._row.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
