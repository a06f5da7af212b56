"""An empty list or pane: a sign, a title, one sentence. It claims no more than is known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.store.rows import View
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.controls import LinkButton
from olark_inbox.ui.kit.forms import Text, Tile
from olark_inbox.ui.kit.words import translate


class Empty(QWidget):
    """Stands where a list has nothing to show."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = Tile("inbox")
        self.title = Text("", 18, 600)
        self._more = Text("", 13, 400, "t2")
        self.link = LinkButton("")
        self.link.hide()
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 40)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._tile, 0, centre)
        column.addSpacing(18)
        column.addWidget(self.title.wrapped().centred())
        column.addSpacing(6)
        column.addWidget(self._more.wrapped().centred())
        column.addSpacing(10)
        column.addWidget(self.link, 0, centre)
        column.addStretch(1)

    def show_words(self, icon: str, title: str, more: str, *, kind: str = "") -> None:
        """Show these words under this sign."""
        self._tile.show_icon(icon, kind)
        self.title.setText(title)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def show_view(self, view: View, *, ever: bool) -> None:
        """Say that a place is empty; `ever`: something has arrived at some time."""
        if view is View.INBOX and not ever:
            self.show_words(
                "inbox",
                translate("Empty", "No chats yet"),
                translate("Empty", "They show up here by themselves when Olark sends them."),
            )
            return
        title, more = words.nothing_here(view)
        if view is View.NEEDS_REPLY:
            self.show_words("check", title, more, kind="live")
            return
        icons = {
            View.OFFLINE: "mail",
            View.UNANSWERED: "message-circle-warning",
            View.LIVE: "radio",
            View.STARRED: "star",
            View.DONE: "circle-check",
            View.TAG: "tag",
            View.GROUP: "users",
        }
        self.show_words(icons.get(view, "inbox"), title, more)

    def show_nothing_found(self, typed: str) -> None:
        """Say that a search found nothing."""
        self.show_words(
            "search",
            translate("Empty", "Nothing found"),
            translate("Empty", "No conversation has {0}.").format(
                f"\u201c{words.shortened(words.plain(typed), 40)}\u201d"
            ),
        )
