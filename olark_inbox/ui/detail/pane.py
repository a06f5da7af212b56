"""The open conversation: toolbar, who it is, the words, and the visitor card."""

from dataclasses import replace

from PySide6.QtCore import (
    SIGNAL,
    QElapsedTimer,
    QEvent,
    Qt,
    QTimer,
    QUrl,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from olark_inbox.olark.standing import Standing, standing
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail import links, mail, phrases, plain
from olark_inbox.ui.detail.bars import LinkBar, OlarkBar, WaitingBar
from olark_inbox.ui.detail.blank import Blank
from olark_inbox.ui.detail.blocks import Standpoint, lay_out
from olark_inbox.ui.detail.card import VisitorCard
from olark_inbox.ui.detail.filled import END, START
from olark_inbox.ui.detail.find_bar import FindBar
from olark_inbox.ui.detail.finder import Finder
from olark_inbox.ui.detail.header import Header
from olark_inbox.ui.detail.note_bar import NoteBar
from olark_inbox.ui.detail.sheet import Plan
from olark_inbox.ui.detail.toolbar import Toolbar
from olark_inbox.ui.detail.transcript import Transcript
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import Hairline

OLARK_CONSOLE = "https://chat.olark.com/"
_ROOM_FOR_CARD = 640
"""Below so many pixels the card would leave the words too little."""
_WIDE_PANE = 856
"""What is left to it where the window, the sidebar and the list are wide."""


class DetailPane(QWidget):
    """Shows one conversation. What the owner decides leaves as signals."""

    done_clicked = Signal(int)
    star_clicked = Signal(int)
    unread_clicked = Signal(int)
    open_clicked = Signal(int)
    raw_wanted = Signal(int)
    replied = Signal(int)
    """An answer by e-mail was begun."""
    previous_clicked = Signal()
    next_clicked = Signal()
    copied = Signal(str)
    """What was put on the clipboard."""
    card_shown = Signal(bool)
    """The owner showed or hid the card: worth keeping."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._now_ms = 0
        self._standing = Standing.SETTLED
        self._wants_card = True
        self._percent = theme.text_size()
        self._since = QElapsedTimer()
        self._minute = QTimer(self, interval=60_000)
        self._build()
        self._wire()
        self.show_nothing()

    # ----------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.toolbar, self.header, self.find_bar = Toolbar(), Header(), FindBar()
        self.transcript, self.blank, self.card = Transcript(), Blank(), VisitorCard()
        self.note = NoteBar()
        self.finder = Finder(self.find_bar, self.transcript, self)
        self.waiting, self.olark_bar, self.link_bar = WaitingBar(), OlarkBar(), LinkBar()
        self._words = QStackedWidget()
        self._words.addWidget(self.transcript)
        self._words.addWidget(self.blank)
        thread = QVBoxLayout()
        thread.setSpacing(0)
        for widget in (self.header, self.note, self.find_bar, self._words, self.link_bar):
            thread.addWidget(widget)
        thread.addWidget(self.waiting)
        thread.addWidget(self.olark_bar)
        self._line = Hairline(vertical=True)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(thread, 1)
        below.addWidget(self._line)
        below.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(below, 1)
        self.find_bar.hide()

    def _wire(self) -> None:
        bar = self.toolbar
        bar.reply_clicked.connect(self.reply_by_mail)
        bar.answer_clicked.connect(self.answer_in_olark)
        bar.done_clicked.connect(lambda: self._emit(self.done_clicked))
        bar.star_clicked.connect(lambda: self._emit(self.star_clicked))
        bar.unread_clicked.connect(lambda: self._emit(self.unread_clicked))
        bar.copy_clicked.connect(self.copy_conversation)
        bar.previous_clicked.connect(self.previous_clicked)
        bar.next_clicked.connect(self.next_clicked)
        bar.card_clicked.connect(self.toggle_card)
        bar.note_clicked.connect(self.note.begin)
        self.note.left.connect(self.transcript.setFocus)
        self._minute.timeout.connect(self._on_minute)
        self.waiting.done_clicked.connect(lambda: self._emit(self.done_clicked))
        self.card.open_clicked.connect(self.open_clicked)
        self.card.raw_wanted.connect(self.raw_wanted)
        self.card.copied.connect(self.copied)
        self.header.copied.connect(self.copied)
        for source in (self.transcript, self.card):
            source.link_clicked.connect(self.follow)
        self.link_bar.opened.connect(_open)
        self.transcript.copy_all_wanted.connect(self.copy_conversation)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.start_find),
            (QKeySequence(Qt.Key.Key_F3), self.next_hit),
            (QKeySequence(Qt.Modifier.SHIFT | Qt.Key.Key_F3), self.previous_hit),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _emit(self, signal: SignalInstance) -> None:
        if self._opened is not None:
            signal.emit(self._opened.row.id)

    # ------------------------------------------------------------------------------ what it shows

    @property
    def conversation_id(self) -> int | None:
        """Which conversation is open."""
        return self._opened.row.id if self._opened is not None else None

    @property
    def words(self) -> QWidget:
        """What shows the transcript, or why there is none."""
        return self._words

    def show_opened(self, opened: Opened, now_ms: int, words: str = "") -> None:
        """Open a conversation: at its first hit, a live one at its end, else at its top."""
        self._take(opened, now_ms)
        self.link_bar.hide()
        plan = self._plan()
        at = END if self._standing is Standing.LIVE and not opened.hits else START
        self.transcript.show_plan(plan, at)
        self.finder.show_opened(opened, words)

    def update_opened(self, opened: Opened, now_ms: int) -> None:
        """Show the open conversation as it is now, the place and the selection kept."""
        if opened.row.id != self.conversation_id:
            self.show_opened(opened, now_ms)
            return
        before = self._opened
        seen = opened.seen_lines
        if before is not None:
            # What was new when it was opened stays so, and so is what came since.
            seen = before.seen_lines or len(before.conversation.messages)
        self._take(replace(opened, seen_lines=seen), now_ms)
        self.transcript.update_plan(self._plan())
        self.finder.update_opened(opened)

    def tick(self, now_ms: int) -> None:
        """Let the durations go on ("for 36 min"); the pane does so each minute by itself."""
        if self._opened is None:
            return
        before = self._standing
        self._take(self._opened, now_ms)
        if self._standing is not before:
            self.transcript.update_plan(self._plan())

    def _on_minute(self) -> None:
        self.tick(self._now_ms + self._since.elapsed())

    def show_nothing(self) -> None:
        """Show that no conversation is open."""
        self._opened = None
        self._minute.stop()
        self.finder.forget()
        self.note.forget()
        self.transcript.clear_plan()
        self.blank.show_nothing()
        self._words.setCurrentWidget(self.blank)
        parts: tuple[QWidget, ...] = (self.toolbar, self.header, self.find_bar, self.waiting)
        for part in (*parts, self.olark_bar, self.link_bar, self.card, self._line):
            part.hide()

    def show_place(self, text: str) -> None:
        """Show which one of the list it is."""
        self.toolbar.show_place(text)

    def _take(self, opened: Opened, now_ms: int) -> None:
        self._opened, self._now_ms = opened, now_ms
        self._since.start()
        self._minute.start()
        row = opened.row
        self._standing = standing(
            row.kind, manual=row.manual, live_until_ms=row.live_until_ms, now_ms=now_ms
        )
        is_live = self._standing is Standing.LIVE
        self.toolbar.show()
        self.header.show()
        # QMetaMethod.fromSignal would tell too, but never lets go of whom it was asked about.
        if self.receivers(SIGNAL("raw_wanted(int)")):
            self.card.offer_raw()
        self.toolbar.show_opened(opened, self._standing)
        self.header.show_opened(opened, self._standing)
        self.note.show_opened(opened, now_ms)
        self.card.show_opened(opened, now_ms, live=is_live)
        if is_live or self._standing is Standing.MISSING:
            self.waiting.hide()
        else:
            self.waiting.show_opened(opened, now_ms)
        self.olark_bar.setVisible(is_live)
        has_words = bool(opened.conversation.messages or opened.conversation.not_shown)
        if not has_words:
            self.blank.show_opened(opened, self._standing, now_ms)
        self._words.setCurrentWidget(self.transcript if has_words else self.blank)
        self._fit_card()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the words are laid out once, at the width they will have

    def _plan(self) -> Plan:
        opened = self._opened
        if opened is None:
            return Plan((), (), 0)
        conversation = opened.conversation
        early = conversation.manually_submitted and self._standing is not Standing.SETTLED
        standpoint = Standpoint(
            seen_lines=opened.seen_lines,
            live=self._standing is Standing.LIVE,
            continued=self._standing is Standing.MAY_HAVE_CONTINUED,
            sent_ms=opened.row.received_ms if early else None,
        )
        blocks = lay_out(conversation, phrases.day_of, standpoint)
        return Plan(blocks, conversation.messages, self._now_ms)

    # -------------------------------------------------------------------------------------- doing

    def reply_by_mail(self) -> None:
        """Begin an answer with the words quoted, in the way the owner chose."""
        opened, way = self._opened, self.toolbar.mail_way()
        if opened is None or not mail.can_reply(opened):
            return
        if way == "copy":
            QGuiApplication.clipboard().setText(mail.reply_text(opened))
        else:
            _open(mail.reply_address(opened, way))
        self.replied.emit(opened.row.id)

    def answer_in_olark(self) -> None:
        """Open Olark's own chat console: that is where chats are answered."""
        _open(OLARK_CONSOLE)

    def follow(self, url: str) -> None:
        """Open a link, or ask first where it may not lead where it seems to."""
        target = links.target(url)
        if target is None:
            return
        if target.suspicious:
            self.link_bar.ask(target)
        else:
            _open(target.url)

    def copy_conversation(self) -> None:
        """Put all of it on the clipboard as clean text."""
        if self._opened is None:
            return
        text = plain.conversation_text(self._opened.conversation, self._plan())
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    # --------------------------------------------------------------------------------------- find

    def start_find(self) -> None:
        """Open the find bar and put the cursor into it."""
        self.finder.start()

    def next_hit(self) -> None:
        """Go to the next hit."""
        self.finder.next_hit()

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self.finder.previous_hit()

    # --------------------------------------------------------------------------------------- card

    def toggle_card(self) -> None:
        """Show or hide the visitor card."""
        self._wants_card = self.card.isHidden()
        self._fit_card(asked=True)
        self.card_shown.emit(self._wants_card)

    def set_card_wanted(self, *, wanted: bool) -> None:
        """Show the card where there is room, or never."""
        self._wants_card = wanted
        self._fit_card()

    def _fit_card(self, *, asked: bool = False) -> None:
        room = self.width() >= theme.px(_ROOM_FOR_CARD) or asked
        shown = self._opened is not None and self._wants_card and room
        self.card.set_wide(wide=self.width() >= theme.px(_WIDE_PANE))
        self.card.setVisible(shown)
        self._line.setVisible(shown)

    # -------------------------------------------------------------------------------- Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_card()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._percent != theme.text_size():
            self._percent = theme.text_size()
            if self._opened is not None:
                self.card.forget()
                self._take(self._opened, self._now_ms)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()


def _open(url: str) -> None:
    QDesktopServices.openUrl(QUrl.fromEncoded(url.encode("utf-8")))
