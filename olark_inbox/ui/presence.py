"""How the program is there outside its window: tray, notifications, closing, other starts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from olark_inbox.alerts.rules import Alert
from olark_inbox.base import tasks
from olark_inbox.inbox import Request
from olark_inbox.settings import Settings
from olark_inbox.store.rows import View
from olark_inbox.ui import words
from olark_inbox.ui.closing import ClosingQuestion
from olark_inbox.ui.desk import Desk
from olark_inbox.ui.notify import Bubbles
from olark_inbox.ui.place_button import Place
from olark_inbox.ui.tray import Tray, TrayWords
from olark_inbox.ui.words import translate

_PAUSE_MS = 60 * 60 * 1000


class Presence(QObject):
    """Beside one desk; without a tray closing never hides the window for ever."""

    quit_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, desk: Desk, settings: Settings, *, tray: bool | None = None) -> None:
        super().__init__()
        self._desk, self._window, self._settings = desk, desk.window, settings
        self.tray = Tray(self) if (Tray.is_there() if tray is None else tray) else None
        self.bubbles = Bubbles(self.tray.icon if self.tray else None, self._tell_here, self)
        self._wire()
        self._show()
        if self.tray is not None:
            self.tray.show()

    def _wire(self) -> None:
        desk = self._desk
        desk.flow.told.connect(self.bubbles.tell)
        desk.flow.requested.connect(self._on_request)
        desk.board.shown.connect(self._show)
        self.bubbles.clicked.connect(self.open_alert)
        self._window.close_wanted.connect(self._on_close)
        if self.tray is None:
            return
        tray = self.tray
        tray.toggled.connect(self._on_toggled)
        tray.opened.connect(self._window.come_forward)
        tray.needs_reply_wanted.connect(lambda: self._go(View.NEEDS_REPLY))
        tray.live_wanted.connect(lambda: self._go(View.LIVE))
        tray.pause_toggled.connect(self._on_pause)
        tray.copy_wanted.connect(desk.board.copy_address)
        tray.settings_wanted.connect(self._on_settings)
        tray.quit_wanted.connect(self.quit_wanted)
        self._window.restyled.connect(tray.restyle)

    def start(self) -> None:
        """Look for the desktop's notifications; until then the tray or the window tells."""
        tasks.start(self.bubbles.find(), name="notifications")

    def stop(self) -> None:
        """Leave tray and notifications."""
        self.bubbles.close()
        if self.tray is not None:
            self.tray.hide()

    @property
    def paused(self) -> bool:
        return self._settings.alerts_paused_until_ms > self._desk.flow.clock()

    def _show(self) -> None:
        if self.tray is not None:
            desk, board = self._desk, self._desk.board
            self.tray.show_words(
                TrayWords(board.state, desk.flow.counts, paused=self.paused, last=board.last)
            )

    def _on_pause(self) -> None:
        until = 0 if self.paused else self._desk.flow.clock() + _PAUSE_MS
        self._settings.alerts_paused_until_ms = until
        self._show()

    # Alerts

    def _tell_here(self, alert: Alert) -> None:
        """Tell in the window itself: nothing else can."""
        text = ": ".join(p for p in (words.alert_title(alert), words.alert_body(alert)) if p)
        opener: Callable[[], None] = lambda: self.open_alert(alert)  # noqa: E731 - typed for the toast
        self._window.toast.say(
            words.shortened(text, 80),
            opener,
            action_words=translate("Presence", "Open"),
            icon="bell",
        )
        QApplication.alert(self._window)

    def open_alert(self, alert: Alert) -> None:
        """Show what an alert was about, also when the window was hidden."""
        self._window.come_forward()
        if alert.conversation is not None:
            self._desk.show_conversation(alert.conversation)
        else:
            self._window.show_place(Place(View.INBOX))

    # Other starts

    def _on_request(self, request: Request) -> None:
        if request.what == "raise":
            self._window.come_forward()
        elif request.what == "open" and request.detail.isdecimal():
            self._window.come_forward()
            self._desk.show_conversation(int(request.detail))

    # Closing

    def _on_toggled(self) -> None:
        if self._window.was_in_front():
            self._window.hide()
        else:
            self._window.come_forward()

    def _on_close(self) -> None:
        wish = self._settings.closing
        if wish == "quit":
            self.quit_wanted.emit()
        elif self.tray is None:
            self._window.showMinimized()
            says = translate("Presence", "Olark Inbox keeps running. Quit is in the File menu.")
            self._window.toast.say(says, icon="info")
        elif wish == "tray":
            self._window.hide()
        else:
            question = ClosingQuestion(self._window)
            question.chosen.connect(self._on_closing_chosen)
            question.open()

    def _on_closing_chosen(self, wish: str) -> None:
        self._settings.closing = wish
        self._on_close()

    def _on_settings(self) -> None:
        self._window.come_forward()
        self.settings_wanted.emit()

    def _go(self, view: View) -> None:
        self._window.come_forward()
        self._window.show_place(Place(view))
