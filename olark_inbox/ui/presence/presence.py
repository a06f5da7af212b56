"""How the program is there outside its window: tray, notifications, closing, other starts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from olark_inbox.alerts.quiet import Why
from olark_inbox.alerts.rules import TROUBLE, Alert, AlertKind
from olark_inbox.inbox import Inbox, Request
from olark_inbox.settings import Settings
from olark_inbox.store.rows import View
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence import alert_words
from olark_inbox.ui.presence.alerting import Alerting, tomorrow_ms
from olark_inbox.ui.presence.closing import ClosingQuestion, QuitQuestion
from olark_inbox.ui.presence.notify import Bubbles
from olark_inbox.ui.presence.tray import Tray, TrayWords, pause_words
from olark_inbox.ui.presence.trying import SeenQuestion, example, is_example, open_system_settings

_PAUSE_MS = 60 * 60 * 1000


class Presence(QObject):
    """Beside one desk; without a tray closing never hides the window for ever."""

    quit_wanted = Signal()
    settings_wanted = Signal()
    deliveries_wanted = Signal()

    def __init__(
        self, desk: Desk, inbox: Inbox, settings: Settings, *, tray: bool | None = None
    ) -> None:
        super().__init__()
        self._desk, self._window, self._settings = desk, desk.window, settings
        self.tray = Tray(self) if (Tray.is_there() if tray is None else tray) else None
        self.bubbles = Bubbles(self.tray.icon if self.tray else None, self._tell_here, self)
        self.bubbles.hide = lambda: settings.alerts_hide
        self.alerting = Alerting(desk.flow, desk.board, inbox, settings)
        self._quitting: QuitQuestion | None = None
        self._badge = 0
        self.open_system_settings: Callable[[], bool] = open_system_settings
        self._wire()
        self._show()
        if self.tray is not None:
            self.tray.show()

    def _wire(self) -> None:
        desk = self._desk
        self.alerting.told.connect(self._on_told)
        self.alerting.hushed.connect(self._show)
        desk.flow.requested.connect(self._on_request)
        desk.board.shown.connect(self._show)
        self.bubbles.clicked.connect(self.open_alert)
        self.bubbles.done_clicked.connect(self._on_done)
        self._window.close_wanted.connect(self._on_close)
        self._window.menus.connect(
            {
                "last_alert": self.open_last_alert,
                "pause": self._on_pause,
                "pause_long": self._on_pause_long,
            }
        )
        if self.tray is None:
            return
        tray = self.tray
        tray.toggled.connect(self._on_toggled)
        tray.opened.connect(self._window.come_forward)
        tray.needs_reply_wanted.connect(lambda: self._go(View.NEEDS_REPLY))
        tray.live_wanted.connect(lambda: self._go(View.LIVE))
        tray.last_alert_wanted.connect(self.open_last_alert)
        tray.pause_toggled.connect(self._on_pause)
        tray.pause_long_wanted.connect(self._on_pause_long)
        tray.copy_wanted.connect(desk.board.copy_address)
        tray.settings_wanted.connect(self._on_settings)
        tray.quit_wanted.connect(self.ask_to_quit)
        self._window.restyled.connect(tray.restyle)

    def start(self) -> None:
        """Begin to tell what is new; the desktop is asked for its notifications by the first."""
        self.bubbles.begin()
        self.alerting.start()

    def stop(self) -> None:
        """Leave tray and notifications."""
        self.alerting.stop()
        self.bubbles.close()
        show_badge(0)
        if self._quitting is not None:
            self._quitting.close()
        if self.tray is not None:
            self.tray.hide()

    @property
    def paused(self) -> bool:
        hush = self.alerting.quiet
        return hush is not None and hush.why is Why.PAUSED

    def _show(self) -> None:
        desk, board, alerting = self._desk, self._desk.board, self.alerting
        # The bar of programs, the dock: where a desktop has such a thing.
        if self._badge != desk.flow.counts.unread:
            self._badge = desk.flow.counts.unread
            show_badge(self._badge)
        menus = self._window.menus
        menus.enable(("last_alert",), on=alerting.last is not None)
        menus.enable(("pause_long",), on=not self.paused)
        menus.actions["pause"].setText(pause_words(paused=self.paused))
        if self.tray is None:
            return
        hush, last = alerting.quiet, alerting.last
        hide = self._settings.alerts_hide
        self.tray.show_words(
            TrayWords(
                board.state,
                desk.flow.counts,
                paused=self.paused,
                hush=alert_words.hush(hush, desk.flow.clock()) if hush else "",
                last="" if hide else board.last,
                last_alert=words.shortened(alert_words.title(last, hide=hide), 40) if last else "",
            )
        )

    def _on_pause(self) -> None:
        self.alerting.pause_until(0 if self.paused else self._desk.flow.clock() + _PAUSE_MS)
        self._show()

    def _on_pause_long(self) -> None:
        self.alerting.pause_until(tomorrow_ms(self._desk.flow.clock()))
        self._show()

    # Alerts

    def _on_told(self, alert: Alert) -> None:
        self.bubbles.tell(alert)
        self._show()

    def _tell_here(self, alert: Alert) -> None:
        """Tell in the window itself: nothing else can."""
        hide = self._settings.alerts_hide
        lines = (alert_words.title(alert, hide=hide), alert_words.body(alert, hide=hide))
        opener: Callable[[], None] = lambda: self.open_alert(alert)  # noqa: E731 - typed for the toast
        self._window.toast.say(
            words.shortened(": ".join(line for line in lines if line), 80),
            opener,
            action_words=translate("Presence", "Open"),
            icon="bell",
        )
        QApplication.alert(self._window)

    def open_alert(self, alert: Alert) -> None:
        """Show what an alert was about, also when the window was hidden."""
        self._window.come_forward()
        if is_example(alert):
            return
        if alert.conversation is not None:
            self._desk.show_conversation(alert.conversation)
        elif alert.kind is AlertKind.UNREADABLE:
            self.deliveries_wanted.emit()
        elif alert.kind not in TROUBLE:
            self._window.show_place(Place(View.INBOX))

    def open_last_alert(self) -> None:
        """Show what the last alert was about: not every desktop says which one was clicked."""
        if self.alerting.last is not None:
            self.open_alert(self.alerting.last)

    def try_alert(self, kind: AlertKind) -> None:
        """Show an example as it would really come, and ask whether it was seen."""
        self.bubbles.tell(example(kind, sound=self.alerting.wishes().of(kind).sound))
        question = SeenQuestion(QApplication.activeWindow() or self._window)
        question.help_wanted.connect(lambda: self._on_not_seen(question))
        question.open()

    def _on_not_seen(self, question: SeenQuestion) -> None:
        if self.open_system_settings():
            question.accept()
        else:
            question.say_no_settings()

    def _on_done(self, alert: Alert) -> None:
        if is_example(alert):
            return
        self._desk.flow.mark("done", alert.conversations, on=True)

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
        elif wish == "ask":
            question = ClosingQuestion(self._window, tray=self.tray is not None)
            question.chosen.connect(self._on_closing_chosen)
            question.open()
        elif self.tray is None:
            self._window.showMinimized()
        else:
            self._window.hide()

    def _on_closing_chosen(self, wish: str) -> None:
        self._settings.closing = wish
        self._on_close()

    def ask_to_quit(self) -> None:
        """Ask before receiving ends; the window may be hidden, the question is not."""
        if self._quitting is not None:
            self._quitting.raise_()
            return
        parent = self._window if self._window.isVisible() else None
        question = QuitQuestion(parent)
        question.confirmed.connect(self.quit_wanted)
        question.finished.connect(self._on_quit_answered)
        self._quitting = question
        question.open()
        question.raise_()
        question.activateWindow()

    def _on_quit_answered(self) -> None:
        self._quitting = None

    def _on_settings(self) -> None:
        self._window.come_forward()
        self.settings_wanted.emit()

    def _go(self, view: View) -> None:
        self._window.come_forward()
        self._window.show_place(Place(view))


def show_badge(unread: int) -> None:
    """Put a number on the program's entry in the bar of programs or the dock, where it can be."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication) and app.desktopFileName():
        app.setBadgeNumber(unread)
