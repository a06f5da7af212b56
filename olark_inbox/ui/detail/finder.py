"""Going from hit to hit: those of the search that led here, or of what is typed under Ctrl+F."""

from PySide6.QtCore import QObject, Qt

from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail.find_bar import FindBar
from olark_inbox.ui.detail.hits import Hit, find
from olark_inbox.ui.detail.transcript import Transcript


class Finder(QObject):
    """Keeps bar and transcript at the same hit."""

    def __init__(self, bar: FindBar, transcript: Transcript, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._transcript = bar, transcript
        self._opened: Opened | None = None
        self._hits: tuple[Hit, ...] = ()
        self._current = -1
        self._typed = False
        """The hits are of what the owner typed here, not of the search that led here."""
        bar.words_changed.connect(self._on_words)
        bar.next_clicked.connect(self.next_hit)
        bar.previous_clicked.connect(self.previous_hit)
        bar.closed.connect(self._on_closed)

    def show_opened(self, opened: Opened, words: str) -> None:
        """Go to the first hit of the search that led to a conversation, if it has any."""
        self._opened = opened
        self._typed = False
        self._hits, self._current = opened.hits, 0 if opened.hits else -1
        self._bar.show_words(words if self._hits else "")
        self._bar.setVisible(bool(self._hits))
        self._show(scroll=True)

    def update_opened(self, opened: Opened) -> None:
        """Keep the hits, as far as the words are still there, and find those in new lines."""
        self._opened = opened
        if self._typed:
            self._look_for(self._bar.field.text(), keep=True)
        elif self._hits:
            lines = opened.conversation.messages
            self._hits = tuple(
                (message, start, end)
                for message, start, end in opened.hits or self._hits
                if message < len(lines) and end <= len(lines[message].text)
            )
            self._current = min(self._current, len(self._hits) - 1)
            self._show(scroll=False)

    def forget(self) -> None:
        """Let go of the conversation: none is open."""
        self._opened = None
        self._typed = False
        self._hits, self._current = (), -1
        self._bar.hide()

    def start(self) -> None:
        """Open the bar and put the cursor into it."""
        if self._opened is None:
            return
        self._bar.show()
        self._bar.show_hits(self._current, len(self._hits))
        self._bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.field.selectAll()

    def next_hit(self) -> None:
        """Go to the next hit, from the last to the first."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before, from the first to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._show(scroll=True)

    def _show(self, *, scroll: bool) -> None:
        self._transcript.set_hits(self._hits, self._current)
        self._bar.show_hits(self._current, len(self._hits))
        if scroll and 0 <= self._current < len(self._hits):
            self._transcript.go_to(self._hits[self._current])

    def _on_words(self, words: str) -> None:
        self._typed = True
        self._look_for(words, keep=False)

    def _look_for(self, words: str, *, keep: bool) -> None:
        before = self._hits[self._current] if self._hits and self._current >= 0 else None
        messages = self._opened.conversation.messages if self._opened is not None else ()
        self._hits = find(messages, words)
        self._current = 0 if self._hits else -1
        if keep and before in self._hits:
            self._current = self._hits.index(before)
        self._show(scroll=not keep)

    def _on_closed(self) -> None:
        self._bar.hide()
        self._typed = False
        self._hits, self._current = (), -1
        self._show(scroll=False)
        self._transcript.setFocus(Qt.FocusReason.OtherFocusReason)
