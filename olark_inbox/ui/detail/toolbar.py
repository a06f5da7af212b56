"""What one can do with the open conversation."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QWidget

from olark_inbox.olark.standing import Standing
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail import mail
from olark_inbox.ui.detail.lines import Elided
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import (
    GhostButton,
    OutlineButton,
    PrimaryButton,
    dress_menu,
    hairline,
)

HEIGHT = 52


class Toolbar(QWidget):
    """Buttons; what they do is the pane's business."""

    reply_clicked = Signal()
    answer_clicked = Signal()
    done_clicked = Signal()
    star_clicked = Signal()
    unread_clicked = Signal()
    copy_clicked = Signal()
    save_clicked = Signal()
    tag_clicked = Signal()
    remind_clicked = Signal()
    note_clicked = Signal()
    bin_clicked = Signal()
    previous_clicked = Signal()
    next_clicked = Signal()
    card_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._live = False
        self.mail_way: Callable[[], str] = lambda: "system"
        """How the owner answers by e-mail."""
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reply = PrimaryButton(self.tr("Reply by e-mail"), "reply")
        self.answer = PrimaryButton(self.tr("Answer in Olark"), "external-link")
        self.answer.setToolTip(self.tr("Opens Olark's chat console in the browser"))
        self.done = OutlineButton(self.tr("Done"), "circle-check")
        self.star = GhostButton("star", self.tr("Star"))
        self.unread = GhostButton("mail", self.tr("Mark as unread"))
        self.copy = GhostButton("copy", self.tr("Copy the conversation"))
        self.save = GhostButton("file-down", self.tr("Save"), menu_arrow=True)
        self.tag = GhostButton("tag", self.tr("Tag"))
        self.remind = GhostButton("alarm-clock", self.tr("Remind me"))
        self.note = GhostButton("pencil", self.tr("Write a note"))
        self.bin = GhostButton("trash-2", self.tr("Move to the bin"))
        self.more = GhostButton("ellipsis", self.tr("More"))
        self.place = Elided(12, 400, "t3")
        self.previous = GhostButton("chevron-up", self.tr("Previous conversation"))
        self.next = GhostButton("chevron-down", self.tr("Next conversation"))
        self.card = GhostButton("panel-right", self.tr("Show or hide the visitor card"))
        self._row = QHBoxLayout(self)
        # What has no room goes into the menu: the buttons must not hold the window open.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget in (self.reply, self.answer, *self._all()):
            self._row.addWidget(widget)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.place)
        for button in (self.previous, self.next, self.card):
            self._row.addWidget(button)
        self.answer.hide()
        self.more.hide()
        self.place.hide()
        self._scale()

    def _wire(self) -> None:
        self.reply.clicked.connect(self.reply_clicked)
        self.answer.clicked.connect(self.answer_clicked)
        self.done.clicked.connect(self.done_clicked)
        self.star.clicked.connect(self.star_clicked)
        self.unread.clicked.connect(self.unread_clicked)
        self.copy.clicked.connect(self.copy_clicked)
        self.save.clicked.connect(self.save_clicked)
        self.tag.clicked.connect(self.tag_clicked)
        self.remind.clicked.connect(self.remind_clicked)
        self.note.clicked.connect(self.note_clicked)
        self.bin.clicked.connect(self.bin_clicked)
        self.previous.clicked.connect(self.previous_clicked)
        self.next.clicked.connect(self.next_clicked)
        self.card.clicked.connect(self.card_clicked)
        self.more.clicked.connect(self._on_more)

    def show_opened(self, opened: Opened, standing: Standing) -> None:
        """Show what can be done with a conversation."""
        self._live = standing is Standing.LIVE
        self.answer.setVisible(self._live)
        self.reply.setVisible(not self._live)
        can_reply = mail.can_reply(opened)
        self.reply.setEnabled(can_reply)
        self.reply.setToolTip(
            mail.hint(self.mail_way())
            if can_reply
            else self.tr("No e-mail address is known for this visitor")
        )
        row = opened.row
        done = self.tr("Reopen") if row.done else self.tr("Done")
        self.done.setText(done)
        self.done.setAccessibleName(done)
        self.done.set_icon("undo-2" if row.done else "circle-check")
        self.done.setToolTip(
            self.tr("Put it back into the inbox") if row.done else self.tr("Move it out of the way")
        )
        self.done.updateGeometry()
        star = self.tr("Remove the star") if row.starred else self.tr("Star")
        self.star.setToolTip(star)
        self.star.setAccessibleName(star)
        self.star.set_icon("star", shade="star" if row.starred else "", filled=row.starred)
        binned = row.binned_ms is not None
        out = self.tr("Take out of the bin") if binned else self.tr("Move to the bin")
        self.bin.setToolTip(out)
        self.bin.setAccessibleName(out)
        self.bin.set_icon("undo-2" if binned else "trash-2")
        unread = self.tr("Mark as read") if row.unread else self.tr("Mark as unread")
        self.unread.setToolTip(unread)
        self.unread.setAccessibleName(unread)
        self._fit()

    def show_place(self, text: str) -> None:
        """Show which of how many it is ("3 of 128"), or nothing."""
        self.place.show_text(text)
        self._fit()

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        self._row.setSpacing(theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(HEIGHT))

    def _fit(self) -> None:
        """Put away what has no room, the least needed first; it is in the menu then."""
        gap, edges = theme.px(4), theme.px(28)

        def wide(*buttons: QWidget) -> int:
            return sum(button.sizeHint().width() + gap for button in buttons)

        shown = self.answer if self._live else self.reply
        spare = self.width() - edges - wide(shown, self.previous, self.next, self.card)
        tight = spare < wide(self.more)
        self.card.setVisible(not tight)  # its menu entry and its keys stay
        if tight:
            spare += wide(self.card)
        every = self._all()
        stages: tuple[tuple[QWidget, ...], ...] = (
            every,
            (*every[:7], self.more),
            (*every[:6], self.more),
            (self.done, self.star, self.tag, self.save, self.more),
            (self.done, self.star, self.more),
            (self.done, self.more),
            (self.more,),
        )
        # Where one is in the list is worth more than the last of the buttons.
        words = self.place.sizeHint().width() + theme.px(12) if self.place.text() else 0
        fitting = (each for each in stages[:3] if wide(*each) + words <= spare)
        stage = next(fitting, None) or next((s for s in stages if wide(*s) <= spare), stages[-1])
        for button in (*self._all(), self.more):
            button.setVisible(button in stage)
        self.place.setVisible(bool(words) and spare - wide(*stage) >= words)

    def _all(self) -> tuple[GhostButton | OutlineButton, ...]:
        return (
            self.done, self.star, self.tag, self.remind, self.note, self.save, self.bin,
            self.unread, self.copy,
        )  # fmt: skip

    def _on_more(self) -> None:
        menu = dress_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, button in (
            ("circle-check", self.done),
            ("star", self.star),
            ("tag", self.tag),
            ("alarm-clock", self.remind),
            ("pencil", self.note),
            ("file-down", self.save),
            ("trash-2", self.bin),
            ("mail", self.unread),
            ("copy", self.copy),
        ):
            if button.isHidden():
                menu.addAction(theme.icon(icon), button.accessibleName(), button.click)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._scale()
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        hairline(painter, 0, self.height() - 1, self.width())
        painter.end()
