"""The visitor card: all that Olark sent about one conversation and its visitor."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.olark.model import Rating
from olark_inbox.store.persons import Person
from olark_inbox.store.rows import Opened, Row
from olark_inbox.ui.detail.chips import Chips
from olark_inbox.ui.detail.earlier import EarlierLine
from olark_inbox.ui.detail.lines import Elided, Fact, draw_line
from olark_inbox.ui.detail.person_box import PersonBox
from olark_inbox.ui.detail.phrases import count
from olark_inbox.ui.detail.rating import Bar, Stars, rating_words
from olark_inbox.ui.detail.sections import Detail, Section, first_sections, last_section
from olark_inbox.ui.detail.there import time_there
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import (
    Hairline,
    LinkButton,
    focus_ring,
    paint_icon,
)
from olark_inbox.ui.kit.painted import PaintedButton

WIDTH = 264
WIDE = 304
_EDGE = 16
_SCROLL_BAR = 10
"""Lies in the edge: nothing moves when it comes and goes."""
_WIDEST_LABEL = 112
_FIRST_EARLIER = 6
_MANY_LINES = 6


class Fold(PaintedButton):
    """The title of a section that opens and closes."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(14)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font(12, 600))
        painter.setPen(colors["t1" if self.underMouse() else "t2"])
        room = self.rect().adjusted(size if mirrored else 0, 0, 0 if mirrored else -size, 0)
        draw_line(painter, room, self.text(), to_right=mirrored)
        name = "chevron-up" if self.isChecked() else "chevron-down"
        x = 0 if mirrored else self.width() - size
        paint_icon(painter, QRect(x, (self.height() - size) // 2, size, size), name, colors["t3"])
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 4)
        painter.end()


class VisitorCard(QScrollArea):
    """Shows one conversation's facts. What is unknown is said, never left blank."""

    open_clicked = Signal(int)
    link_clicked = Signal(str)
    raw_wanted = Signal(int)
    copied = Signal(str)
    join_wanted = Signal(str)
    part_wanted = Signal(str)
    timeline_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Opened, bool, str, bool] | None = None
        self._clock: Fact | None = None
        """Says what time it is where the visitor is, if that is certain."""
        self._offers_raw = False
        self._person: tuple[int, Person] = (0, Person())
        self._unfolded: set[str] = set()
        self._now_ms = 0
        self.setAccessibleName(self.tr("Visitor"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_wide(wide=False)

    def set_wide(self, *, wide: bool) -> None:
        """Take the width of a large window or of an ordinary one."""
        self.setFixedWidth(theme.px(WIDE if wide else WIDTH))
        page = self.widget()
        if page is not None:
            page.setFixedWidth(self.width() - _SCROLL_BAR)

    def offer_raw(self) -> None:
        """Show "As sent": somebody answers `raw_wanted`."""
        self._offers_raw = True

    def show_opened(self, opened: Opened, now_ms: int, *, live: bool) -> None:
        """Show a conversation; nothing happens where it stands there already."""
        same = self._shown is not None and self._shown[0].row.id == opened.row.id
        there = time_there(opened.conversation.visitor, now_ms)
        signature = (opened, live, times.clock(now_ms) if live else "", bool(there))
        if signature == self._shown:
            if self._clock is not None:
                self._clock.show_text(there)
            return
        place = self.verticalScrollBar().value() if same else 0
        self._shown = signature
        self._now_ms = now_ms
        self._fill(opened, now_ms, live=live)
        self.verticalScrollBar().setValue(place)

    def show_person(self, conversation: int, person: Person) -> None:
        """Show who may be the same person, once it is known."""
        if self._shown is None or self._shown[0].row.id != conversation:
            return
        if self._person != (conversation, person):
            self._person = (conversation, person)
            opened, live, *_ = self._shown
            place = self.verticalScrollBar().value()
            self._fill(opened, self._now_ms, live=live)
            self.verticalScrollBar().setValue(place)

    def forget(self) -> None:
        """Build everything anew at the next `show_opened`: the size of text changed."""
        self._shown = None

    def _fill(self, opened: Opened, now_ms: int, *, live: bool) -> None:
        page = QWidget()
        page.setFixedWidth(self.width() - _SCROLL_BAR)
        column = QVBoxLayout(page)
        edge = theme.px(_EDGE)
        column.setContentsMargins(edge, theme.px(12), max(0, edge - _SCROLL_BAR), edge)
        column.setSpacing(0)
        self._clock = None
        parts = self._parts(opened, now_ms, live=live)
        for number, part in enumerate(parts):
            if number:
                column.addSpacing(theme.px(12))
                column.addWidget(Hairline())
                column.addSpacing(theme.px(10))
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)  # deletes the page before
        page.setAutoFillBackground(False)
        for _ in range(2):  # the first gives every line its width, the second its height
            column.activate()
        page.adjustSize()

    def _parts(self, opened: Opened, now_ms: int, *, live: bool) -> list[QWidget]:
        parts = [self._section(each) for each in first_sections(opened, now_ms, live=live)]
        if opened.conversation.rating is not None:
            parts.append(self._rating(opened.conversation.rating))
        tags = (*opened.row.tags, *opened.row.own_tags)
        if tags:
            parts.append(self._tags(tags))
        if opened.earlier:
            parts.append(self._earlier(opened.earlier, now_ms))
        of, person = self._person
        if of == opened.row.id and (person.hints or person.joined):
            box = PersonBox(person)
            box.join_wanted.connect(self.join_wanted)
            box.part_wanted.connect(self.part_wanted)
            parts.append(box)
        more = last_section(opened)
        if more is not None:
            parts.append(self._section(more))
        if self._offers_raw:
            parts.append(self._as_sent(opened.row.id))
        return parts

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current()["panel"])
        painter.end()

    # ----------------------------------------------------------------------------------- sections

    def _box(self, title: str, number: int = 0) -> tuple[QWidget, QVBoxLayout]:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        words = Elided(12, 600, "t2")
        words.show_text(title)
        head.addWidget(words, 1)
        if number:
            figure = Elided(12, 400, "t3")
            figure.show_text(count(number))
            head.addWidget(figure)
        column.addLayout(head)
        column.addSpacing(theme.px(2))
        return box, column

    def _section(self, section: Section) -> QWidget:
        if not section.folded:
            box, column = self._box(section.title)
            for detail in section.details:
                self._add(column, detail)
            return box
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        fold, inner = Fold(section.title), QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, theme.px(2), 0, 0)
        below.setSpacing(0)
        for detail in section.details:
            self._add(below, detail)
        fold.setChecked(section.title in self._unfolded)
        inner.setHidden(not fold.isChecked())
        fold.toggled.connect(inner.setVisible)
        fold.toggled.connect(lambda on, title=section.title: self._on_fold(title, on=on))
        column.addWidget(fold)
        column.addWidget(inner)
        return box

    def _on_fold(self, title: str, *, on: bool) -> None:
        (self._unfolded.add if on else self._unfolded.discard)(title)

    def _add(self, column: QVBoxLayout, detail: Detail) -> None:
        fact = self._fact(detail)
        if not detail.label:
            column.addWidget(fact)
            return
        label = Elided(13, 400, "t2")
        label.show_text(detail.label)
        if label.sizeHint().width() > theme.px(_WIDEST_LABEL):
            column.addWidget(label)
            column.addWidget(fact)
            return
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        label.setFixedWidth(theme.px(_WIDEST_LABEL))
        # Both first lines stand on one height, however many the value takes.
        label.setContentsMargins(0, 0, 0, 0)
        label.setFixedHeight(theme.px(25))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(fact, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)

    def _fact(self, detail: Detail) -> QWidget:
        inert = detail.copies == "" and not detail.opens
        fact = Fact(
            detail.text,
            icon=detail.icon,
            name=detail.label or detail.name,
            shade=detail.shade,
            lines=_MANY_LINES if detail.label else 3,
            copies=detail.copies,
            acts=bool(detail.opens) or inert,
            indented=detail.under,
        )
        if inert:
            fact.be_still()
        if detail.ticks:
            self._clock = fact
        if detail.opens:
            fact.clicked.connect(lambda: self.link_clicked.emit(detail.opens))
        fact.copied.connect(self.copied)
        return fact

    def _rating(self, rating: Rating) -> QWidget:
        box, column = self._box(self.tr("Rating"))
        if rating.overall is not None:
            column.addWidget(Stars(rating.overall))
        for label, score in (
            (self.tr("Friendly"), rating.friendliness),
            (self.tr("Knows the subject"), rating.knowledge),
            (self.tr("Quick"), rating.responsiveness),
        ):
            if score is not None:
                column.addWidget(Bar(label, score))
        words = rating_words(rating)
        if words:
            column.addSpacing(theme.px(4))
            column.addWidget(
                Fact(words, name=self.tr("Comment"), shade="t2", lines=12, copies=rating.comments)
            )
        return box

    def _tags(self, tags: tuple[str, ...]) -> QWidget:
        box, column = self._box(self.tr("Tags"))
        chips = Chips(wraps=True)
        chips.show_chips(tags)
        column.addSpacing(theme.px(3))
        column.addWidget(chips)
        return box

    def _earlier(self, rows: tuple[Row, ...], now_ms: int) -> QWidget:
        box, column = self._box(self.tr("Earlier conversations"), len(rows))
        for row in rows[:_FIRST_EARLIER]:
            column.addWidget(self._earlier_line(row, now_ms))
        rest = rows[_FIRST_EARLIER:]
        if rest:
            more = LinkButton(self.tr("Show %Ln more", "", len(rest)))
            column.addWidget(more)

            def show_rest() -> None:
                place = column.indexOf(more)
                more.hide()
                for step, row in enumerate(rest):
                    column.insertWidget(place + step, self._earlier_line(row, now_ms))

            more.clicked.connect(show_rest)
        together = LinkButton(self.tr("All of them as one"), "history")
        together.setToolTip(self.tr("Every line of this person in order of time"))
        together.clicked.connect(self.timeline_wanted)
        column.addWidget(together)
        return box

    def _earlier_line(self, row: Row, now_ms: int) -> EarlierLine:
        line = EarlierLine(row, now_ms)
        line.clicked.connect(lambda: self.open_clicked.emit(row.id))
        return line

    def _as_sent(self, conversation: int) -> QWidget:
        button = LinkButton(self.tr("As sent"), name=self.tr("Show this as Olark sent it"))
        button.clicked.connect(lambda: self.raw_wanted.emit(conversation))
        return button
