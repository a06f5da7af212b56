"""Who the conversation is with: face, name, pills, and how to reach them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.olark.names import agent_labels
from olark_inbox.olark.standing import Standing
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail.chips import Chips
from olark_inbox.ui.detail.facts import figures
from olark_inbox.ui.detail.lines import Elided, Fact
from olark_inbox.ui.detail.phrases import isolated
from olark_inbox.ui.detail.sections import place
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import Avatar, Face, hairline
from olark_inbox.ui.kit.inline import one_of

translate = QCoreApplication.translate

HEIGHT = 76
_WIDE = 560


class Header(QWidget):
    """The 76 pixels over a transcript."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Fact] = []
        self._place: Fact | None = None
        self._build()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._avatar = Avatar(44)
        self._name = Elided(18, 600)
        self._chips = Chips(wraps=False)
        self._with = Elided(12, 400, "t3")
        self._row = QHBoxLayout(self)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._name)
        top.addWidget(self._chips)
        top.addStretch(1)
        top.addWidget(self._with)
        self._contacts = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(top)
        words.addLayout(self._contacts)
        words.addStretch(1)
        self._row.addWidget(self._avatar)
        self._row.addLayout(words, 1)

    def show_opened(self, opened: Opened, standing: Standing) -> None:
        """Show who a conversation is with."""
        self._scale()
        conversation, visitor = opened.conversation, opened.conversation.visitor
        is_live = standing is Standing.LIVE
        name = shown_name(conversation)
        self._avatar.show_face(Face(name, visitor.id, conversation.anonymous, live=False))
        self._name.show_text(name)
        tags = (*opened.row.tags, *opened.row.own_tags)
        self._chips.show_chips(tags, kind_pill(opened, standing))
        self._with.show_text("" if is_live else _with_whom(conversation))
        self._show_contacts(conversation)
        self._fit()

    def _show_contacts(self, conversation: Conversation) -> None:
        _clear(self._contacts)
        visitor = conversation.visitor
        self._facts, self._place = [], None
        for text, icon, name, shade in (
            (visitor.email, "mail", self.tr("E-mail"), "accent"),
            (visitor.phone, "phone", self.tr("Phone"), "t2"),
            (place(visitor), "map-pin", self.tr("Place"), "t2"),
        ):
            if text:
                fact = Fact(text, icon=icon, name=name, shade=shade, lines=1)
                fact.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
                fact.copied.connect(self.copied)
                self._facts.append(fact)
                if icon == "map-pin":
                    self._place = fact
                self._contacts.addWidget(fact)
        if not (visitor.email or visitor.phone):
            unknown = Elided(13, 400, "t2")
            unknown.show_text(self.tr("No contact details yet"))
            self._contacts.insertWidget(0, unknown)
        self._contacts.addStretch(1)

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._row.setSpacing(theme.px(12))
        self._contacts.setSpacing(theme.px(18))
        for layout in (self._row, self._contacts):
            layout.invalidate()

    def _fit(self) -> None:
        """Show the agent and the place only where they leave room for the rest."""
        words = (self._name, self._chips, self._with)
        top = sum(each.sizeHint().width() + theme.px(10) for each in words)
        shown = bool(self._with.text()) and self.width() >= theme.px(_WIDE)
        self._make_room_for_the_name()
        self._with.setVisible(shown and top + theme.px(20 + 44 + 12 + 20) <= self.width())
        if self._place is None:
            return
        gap = self._contacts.spacing()
        need = sum(fact.sizeHint().width() + gap for fact in self._facts)
        room = self.width() - theme.px(20 + 44 + 12 + 20)
        self._place.setVisible(len(self._facts) == 1 or need <= room)

    def _make_room_for_the_name(self) -> None:
        """Leave tags out before the name is cut."""
        room = self.width() - theme.px(20 + 44 + 12 + 20 + 10) - self._name.sizeHint().width()
        self._chips.setMaximumWidth(max(room, self._chips.minimumSizeHint().width(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        hairline(painter, 0, self.height() - 1, self.width())
        painter.end()


def shown_name(conversation: Conversation) -> str:
    """Return the name over a conversation; a chat that only began has none yet."""
    if conversation.kind is Kind.START and conversation.anonymous:
        return translate("Header", "New visitor")
    return conversation.name


def kind_pill(opened: Opened, standing: Standing) -> tuple[str, str, str] | None:
    """Return what kind of conversation it is as words, colours and icon; an ordinary chat none."""
    conversation = opened.conversation
    if standing is Standing.LIVE:
        who = one_of(_in_the_chat(conversation), 24)
        if not who:
            return translate("Header", "Live"), "live", "radio"
        return translate("Header", "Live with {0}").format(who), "live", "radio"
    if conversation.kind is Kind.OFFLINE:
        return translate("Header", "Offline message"), "offline", "mail"
    if conversation.unanswered:
        return translate("Header", "Unanswered"), "alert", "message-circle-warning"
    return None


def _in_the_chat(conversation: Conversation) -> tuple[str, ...]:
    return figures(conversation).answered_by[-1:] or agent_labels(conversation.agents)


def _with_whom(conversation: Conversation) -> str:
    found = figures(conversation)
    if not found.answered_by:
        return ""
    says = translate("Header", "With {0}, %Ln lines", "", found.lines)
    if found.lines == 1:
        says = translate("Header", "With {0}, 1 line")
    return says.format(isolated(found.answered_by[-1], 30))


def _clear(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
