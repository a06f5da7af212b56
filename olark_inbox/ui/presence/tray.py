"""The tray: an icon with the number of unread, a menu of what works, a click shows the window."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from olark_inbox.store.rows import Counts
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.app_icon import TrayState, tray_icon
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.words import StateWords, Tone, translate


@dataclass(frozen=True, slots=True)
class TrayWords:
    """All the tray shows."""

    state: StateWords
    counts: Counts
    paused: bool = False
    """By the owner, who can end it here."""
    hush: str = ""
    """Why alerts are quiet, as a sentence."""
    last: str = ""
    last_alert: str = ""
    """What the last alert was about, to open it."""


class Tray(QObject):
    """Lives beside the window where the desktop has a tray (`is_there`)."""

    toggled = Signal()
    opened = Signal()
    needs_reply_wanted = Signal()
    live_wanted = Signal()
    last_alert_wanted = Signal()
    pause_toggled = Signal()
    pause_long_wanted = Signal()
    copy_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self._shown: tuple[int, TrayState] | None = None
        self._build()
        self._wire()

    @staticmethod
    def is_there() -> bool:
        """Whether the desktop shows tray icons at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def _build(self) -> None:
        dress_menu(self.menu)
        self.state = self._add("circle", "")
        self.state.setEnabled(False)
        self.menu.addSeparator()
        self.open = self._add("inbox", translate("Tray", "Open inbox"))
        self.needs_reply = self._add("reply", translate("Tray", "Needs reply"))
        self.live = self._add("radio", translate("Tray", "Live now"))
        self.last_alert = self._add("bell", "")
        self.last_alert.setVisible(False)
        self.menu.addSeparator()
        self.pause = self._add("bell-off", "")
        self.pause_long = self._add("", translate("Tray", "Pause alerts until tomorrow"))
        self.copy = self._add("copy", translate("Tray", "Copy address for Olark"))
        self.settings = self._add("settings", translate("Tray", "Settings"))
        self.menu.addSeparator()
        self.quit = self._add("power", translate("Tray", "Quit and stop receiving"))
        self.icon.setContextMenu(self.menu)

    def _add(self, icon: str, text: str) -> QAction:
        action = self.menu.addAction(text)
        if icon:
            action.setIcon(theme.icon(icon))
        action.setData(icon)
        return action

    def _wire(self) -> None:
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.message_clicked)
        pairs = (
            (self.open, self.opened),
            (self.needs_reply, self.needs_reply_wanted),
            (self.live, self.live_wanted),
            (self.last_alert, self.last_alert_wanted),
            (self.pause, self.pause_toggled),
            (self.pause_long, self.pause_long_wanted),
            (self.copy, self.copy_wanted),
            (self.settings, self.settings_wanted),
            (self.quit, self.quit_wanted),
        )
        for action, signal in pairs:
            action.triggered.connect(lambda _checked=False, say=signal: say.emit())

    def show(self) -> None:
        """Put the icon into the tray."""
        self.icon.show()

    def hide(self) -> None:
        """Take it out again."""
        self.icon.hide()

    def show_words(self, shown: TrayWords) -> None:
        """Show figures and state; nothing is drawn anew that did not change."""
        counts = shown.counts
        state = TrayState.PAUSED if shown.hush else TrayState.CALM
        if shown.state.tone is Tone.ALERT:
            state = TrayState.TROUBLE
        if self._shown != (counts.unread, state):
            self._shown = (counts.unread, state)
            self.icon.setIcon(tray_icon(counts.unread, state))
        self.icon.setToolTip("\n".join(part for part in _tip(shown) if part))
        self.state.setText(shown.state.pill)
        self.open.setText(
            _counted(translate("Tray", "Open inbox"), counts.unread, translate("Tray", "unread"))
        )
        self.needs_reply.setText(_counted(translate("Tray", "Needs reply"), counts.needs_reply))
        self.live.setText(_counted(translate("Tray", "Live now"), counts.live))
        self.pause.setText(pause_words(paused=shown.paused))
        self.pause_long.setVisible(not shown.paused)
        self.last_alert.setText(translate("Tray", "Last alert: {0}").format(shown.last_alert))
        self.last_alert.setVisible(bool(shown.last_alert))

    def restyle(self) -> None:
        """Draw the menu's icons in the colours of the theme."""
        for action in self.menu.actions():
            if action.data():
                action.setIcon(theme.icon(str(action.data())))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()


def pause_words(*, paused: bool) -> str:
    """Return the words of the entry that pauses alerts, or ends the pause."""
    if paused:
        return translate("Tray", "Alerts on again")
    return translate("Tray", "Pause alerts for 1 hour")


def _counted(text: str, count: int, unit: str = "") -> str:
    """Put the figure into the column of keys, at the right of the menu."""
    if not count:
        return text
    return f"{text}\t{words.number(count)} {unit}".rstrip()


def _tip(shown: TrayWords) -> tuple[str, ...]:
    unread = ""
    if shown.counts.unread:
        unread = translate("Tray", "%Ln unread", "", shown.counts.unread)
    return ("Olark Inbox", shown.state.pill, unread, shown.last, shown.hush)
