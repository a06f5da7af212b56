"""The lines of the settings about alerts: each kind, its sound, how often, and a way to try it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from olark_inbox.alerts.rules import AlertKind
from olark_inbox.alerts.wishes import CHOSEN
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.controls import LinkButton, dress_menu
from olark_inbox.ui.kit.forms import Field, Text, Tick
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence import alert_words
from olark_inbox.ui.presence.quiet_lines import QuietLines

SHOWN = (
    AlertKind.OFFLINE, AlertKind.UNANSWERED, AlertKind.TRANSCRIPT, AlertKind.START,
    AlertKind.RATING, AlertKind.WORD, AlertKind.REMINDER,
    AlertKind.UNREACHABLE, AlertKind.UNREADABLE, AlertKind.STORE,
)  # fmt: skip
assert set(SHOWN) == set(CHOSEN)  # noqa: S101 - a kind without a line could never be switched off
AGAIN = (0, 2, 5, 15, 30, 60)


class AlertLines(QWidget):
    """What is chosen is told as setting and value, to be saved at once."""

    chosen = Signal(str, object)
    tried = Signal(object)
    """An AlertKind to show an example of."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.kinds: dict[str, tuple[Tick, Tick]] = {}
        self.again: dict[str, LinkButton] = {}
        self.tries: dict[str, LinkButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._grid())
        self.words = Field(name=translate("AlertLines", "Words you choose"), height=32)
        self.words.line.setPlaceholderText(translate("AlertLines", "quote, refund"))
        self.words.line.setText(", ".join(settings.alerts_words))
        self.words.line.editingFinished.connect(self._on_words)
        says = translate("AlertLines", "Words you choose, in what visitors write:")
        column.addWidget(Text(says))
        column.addWidget(self.words)
        column.addSpacing(4)
        self.hide_tick = Tick(translate("AlertLines", "Hide names and words in alerts"))
        self.hide_tick.setChecked(settings.alerts_hide)
        self.hide_tick.toggled.connect(lambda on: self.chosen.emit("alerts_hide", on))
        column.addWidget(self.hide_tick)
        self.quiet = QuietLines(settings)
        self.quiet.chosen.connect(self.chosen)
        column.addWidget(self.quiet)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        for line, kind in enumerate(SHOWN):
            self._add_kind(grid, line, kind)
        return grid

    def _add_kind(self, grid: QGridLayout, line: int, kind: AlertKind) -> None:
        name = alert_words.name(kind)
        shown, sound = Tick(name), Tick(translate("AlertLines", "Sound"))
        sound.setAccessibleName(f"{name}: {sound.text()}")
        shown.setChecked(getattr(self._settings, f"alerts_{kind}"))
        sound.setChecked(getattr(self._settings, f"alerts_{kind}_sound"))
        again = LinkButton("")
        test = LinkButton(translate("AlertLines", "Try it"))
        test.setAccessibleName(f"{name}: {test.text()}")
        for place, widget in enumerate((shown, sound, again, test)):
            side = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(widget, line, place, side | Qt.AlignmentFlag.AlignVCenter)
        for other in (sound, again, test):
            other.setEnabled(shown.isChecked())
            shown.toggled.connect(other.setEnabled)
        shown.toggled.connect(lambda on: self.chosen.emit(f"alerts_{kind}", on))
        sound.toggled.connect(lambda on: self.chosen.emit(f"alerts_{kind}_sound", on))
        again.clicked.connect(lambda: self._offer_again(kind))
        test.clicked.connect(lambda: self.tried.emit(kind))
        self.kinds[str(kind)] = (shown, sound)
        self.again[str(kind)], self.tries[str(kind)] = again, test
        self._show_again(kind)

    def _show_again(self, kind: AlertKind) -> None:
        button = self.again[str(kind)]
        minutes = self._settings.alerts_again.get(str(kind), 0)
        button.setText(often(minutes if minutes in AGAIN else 0))
        button.setAccessibleName(f"{alert_words.name(kind)}: {button.text()}")
        button.updateGeometry()

    def again_menu(self, kind: AlertKind) -> QMenu:
        """Return the choices of how often an alert of a kind is told."""
        menu = dress_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in AGAIN:
            menu.addAction(often(minutes)).triggered.connect(self._chooser(kind, minutes))
        return menu

    def _offer_again(self, kind: AlertKind) -> None:
        button = self.again[str(kind)]
        self.again_menu(kind).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _chooser(self, kind: AlertKind, minutes: int) -> Callable[[], None]:
        def choose() -> None:
            self.chosen.emit("alerts_again", {**self._settings.alerts_again, str(kind): minutes})
            self._show_again(kind)

        return choose

    def _on_words(self) -> None:
        words = [" ".join(word.split()) for word in self.words.line.text().split(",")]
        wanted = list(dict.fromkeys(word for word in words if word))
        if wanted != self._settings.alerts_words:
            self.chosen.emit("alerts_words", wanted)


def often(minutes: int) -> str:
    """Say how often an alert is told."""
    if not minutes:
        return translate("AlertLines", "Once")
    return translate("AlertLines", "Every %Ln min until seen", "", minutes)
