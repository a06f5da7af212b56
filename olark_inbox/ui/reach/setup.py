"""The guide from nothing to listening: five steps, each ticked by what proves it and nothing else.

It can be left at any time and goes on where nothing is proven yet.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from olark_inbox.settings import Settings
from olark_inbox.ui.frame.first_run import OLARK_PAGE
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.browser import open_help, open_page
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import fit_to_screen, scrolled
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.help_button import HelpButton
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence.tray import Tray
from olark_inbox.ui.reach.setup_facts import Facts, Step, begin_at, done
from olark_inbox.ui.reach.setup_keep import KeepPage
from olark_inbox.ui.reach.setup_pages import ASK_AFTER_MS, PastePage, ReadyPage, TestPage
from olark_inbox.ui.reach.setup_side import SetupSide
from olark_inbox.ui.reach.setup_way import WayPage

_SIZE = (920, 640)
_LEAST = (640, 420)
HELP = {
    Step.READY: "connect",
    Step.ADDRESS: "address",
    Step.PASTE: "connect",
    Step.TEST: "test",
    Step.KEEP: "sleep",
}
"""Which page of the Help is about which step."""


class Setup(QDialog):
    """Shows facts; what the owner wants is told by the signals of its pages."""

    copied = Signal()
    forget_wanted = Signal()
    staying = Signal(bool)
    """Whether closing the window is to leave it running."""
    looked_after = Signal()
    """Something was set here that may tick a step."""

    def __init__(
        self, parent: QWidget | None, settings: Settings, ask_after_ms: int = ASK_AFTER_MS
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Setup", "Set up Olark Inbox"))
        self.facts = Facts()
        self.step = Step.READY
        self._begun = False
        self.side = SetupSide()
        self.ready, self.way, self.paste = ReadyPage(), WayPage(settings), PastePage()
        self.test = TestPage(ask_after_ms)
        self.keep = KeepPage(settings, tray=Tray.is_there())
        self._build()
        self._wire()
        self.go(Step.READY)
        # Longer languages need more than the design has.
        least = max(theme.px(_LEAST[0]), self.minimumSizeHint().width())
        self.setMinimumSize(least, theme.px(_LEAST[1]))
        self.resize(self.sizeHint())

    def _build(self) -> None:
        self.title = Text("", 22, 600).wrapped()
        self.intro = Text("", 14, 400, "t2").wrapped()
        self.pages = QStackedWidget()
        for page in (self.ready, self.way, self.paste, self.test, self.keep):
            self.pages.addWidget(scrolled(page))
        self.back = GhostButton("", translate("Setup", "Back"), text=translate("Setup", "Back"))
        self.help = HelpButton(HELP[Step.READY], height=32)
        self.olark = OutlineButton(translate("Setup", "Open Olark"), "external-link")
        self.next = PrimaryButton(translate("Setup", "Next"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addWidget(self.help)
        buttons.addStretch(1)
        buttons.addWidget(self.olark)
        buttons.addWidget(self.next)
        right = QVBoxLayout()
        right.setContentsMargins(32, 24, 24, 20)
        right.setSpacing(8)
        right.addWidget(self.title)
        right.addWidget(self.intro)
        right.addSpacing(10)
        right.addWidget(self.pages, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    def _wire(self) -> None:
        self.side.chosen.connect(lambda step: self.go(Step(step)))
        self.back.clicked.connect(lambda: self.go(Step(self.step - 1)))
        self.next.clicked.connect(self._on_next)
        self.olark.clicked.connect(lambda: open_page(OLARK_PAGE))
        self.paste.copied.connect(self.copied)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        keys.activated.connect(lambda: open_help(self.help.page))
        self.keep.forget.clicked.connect(self.forget_wanted)
        self.keep.staying.connect(self.staying)
        self.keep.start.changed.connect(self.looked_after)

    def show_facts(self, facts: Facts) -> None:
        """Show what is known now; at first it goes to where there is something to do."""
        self.facts = facts
        for page in (self.ready, self.way, self.paste, self.test, self.keep):
            page.show_facts(facts)
        if not self._begun:
            self._begun = True
            self.go(begin_at(facts))
        self._show_step()

    def go(self, step: Step) -> None:
        """Go to a step; that ticks nothing."""
        self.step = step
        self.pages.setCurrentIndex(step)
        if step is Step.TEST and not done(self.facts, Step.TEST):
            self.test.begin()
        else:
            self.test.end()
        self._show_step()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.test.end()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()

    def _show_step(self) -> None:
        title, intro = _heads()[self.step]
        self.title.setText(title)
        self.intro.setText(intro)
        self.help.lead_to(HELP[self.step])
        self.back.setVisible(self.step is not Step.READY)
        self.olark.setVisible(self.step in (Step.PASTE, Step.TEST))
        last = self.step is Step.KEEP
        self.next.setText(translate("Setup", "Close") if last else translate("Setup", "Next"))
        self.next.setAccessibleName(self.next.text())
        self.next.updateGeometry()
        self.side.show_facts(self.facts, self.step)

    def _on_next(self) -> None:
        if self.step is Step.KEEP:
            self.close()
        else:
            self.go(Step(self.step + 1))


def _heads() -> dict[Step, tuple[str, str]]:
    return {
        Step.READY: (
            translate("Setup", "Connect Olark to this computer"),
            translate("Setup", "Five steps. You can leave at any time and go on later."),
        ),
        Step.ADDRESS: (
            translate("Setup", "Get an address Olark can reach"),
            translate(
                "Setup",
                "Olark lives on the internet and cannot see this computer. A public address leads "
                "to it.",
            ),
        ),
        Step.PASTE: (
            translate("Setup", "Paste your address in Olark"),
            translate(
                "Setup",
                "Olark sends every finished chat to this address. It is secret: whoever knows it "
                "could send you messages.",
            ),
        ),
        Step.TEST: (
            translate("Setup", "Press Send test in Olark"),
            translate("Setup", "On the same page in Olark, after Save."),
        ),
        Step.KEEP: (
            translate("Setup", "Keep it running"),
            translate("Setup", "What it takes that no chat is missed from now on."),
        ),
    }
