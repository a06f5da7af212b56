"""Three pages of the guide: ready, paste, test."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import PrimaryButton, fill_round, outline_round
from olark_inbox.ui.kit.forms import Field, Text, page_box, said
from olark_inbox.ui.kit.steps import step
from olark_inbox.ui.kit.times import full_time
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach.setup_facts import KINDS, Facts, box, heard_ms, seen
from olark_inbox.ui.reach.setup_pictures import Box, Plaque

ASK_AFTER_MS = 60_000
"""So long without a test, and the guide asks what may have been forgotten."""


class Plate(QWidget):
    """A quiet rounded surface, or a green one for what is proven."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self._tone = tone
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)

    def show_tone(self, tone: str) -> None:
        """Show it on the colour of a tone ("live", "offline"), or quiet."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        fill_round(painter, self.rect(), 8, colors[f"{self._tone}_bg" if self._tone else "panel"])
        if not self._tone:
            outline_round(painter, self.rect(), 8, colors["line"])
        painter.end()


class ReadyPage(QWidget):
    """What is needed, and whether this computer listens."""

    def __init__(self) -> None:
        super().__init__()
        self.news = Text("", 13, 500).wrapped()
        column = page_box(self, 10)
        column.addWidget(Text(translate("Setup", "What you need"), 13, 600))
        for need in (
            translate("Setup", "You are an owner or admin of your Olark account."),
            translate("Setup", "Your Olark plan, booked by yourself on olark.com, has Webhooks."),
            translate("Setup", "Ten minutes; three if you have an ngrok account."),
        ):
            column.addWidget(said(f"\u2022  {need}"))
        column.addSpacing(10)
        self.plate = Plate()
        self.plate.column.addWidget(self.news)
        column.addWidget(self.plate)
        column.addStretch(1)

    def show_facts(self, facts: Facts) -> None:
        """Show whether the port is open."""
        self.plate.show_tone("live" if facts.listening else "")
        self.news.set_shade("live" if facts.listening else "t1")
        if facts.listening:
            self.news.setText(
                translate("Setup", "This computer listens on port {0}.").format(facts.port)
            )
        else:
            self.news.setText(facts.trouble or translate("Setup", "Starting"))


class PastePage(QWidget):
    """The address with Copy, and Olark's page as it looks."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = Field("link", translate("Setup", "Address for Olark"))
        self.field.line.setReadOnly(True)
        self.copy_button = PrimaryButton(translate("Setup", "Copy"), "copy")
        self.copy_button.height_px = 40
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy_button)
        self._missing = said(translate("Setup", "There is no public address yet: step 2."), "alert")
        self.changed = said(
            translate(
                "Setup",
                "This address is new: replace the former one in Olark. Chats go to the former one "
                "until then.",
            ),
            "offline",
        )
        column = page_box(self, 8)
        column.addLayout(row)
        column.addWidget(self._missing)
        column.addWidget(self.changed)
        column.addSpacing(4)
        lines = (
            translate("Setup", "Open the Webhooks page in Olark and paste the address."),
            translate("Setup", "Tick all three boxes, so that no chat is missed."),
            translate("Setup", "Press Save in Olark, then come back here."),
        )
        for number, line in enumerate(lines, start=1):
            column.addLayout(step(number, Text(line, 13).wrapped()))
        column.addSpacing(4)
        column.addWidget(self._picture())
        column.addStretch(1)
        self.copy_button.clicked.connect(self.copy)

    def _picture(self) -> QWidget:
        """Return Olark's page as it looks; nothing on it can be pressed."""
        plate = Plate()
        head = translate("Setup", "In Olark: Settings \u203a Integrations \u203a Webhooks")
        plate.column.addWidget(Text(head, 12, 600, "t2"))
        self.shown = Field(name=translate("Setup", "As it looks in Olark"), height=32)
        self.shown.line.setReadOnly(True)
        self.shown.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        named = QHBoxLayout()
        named.setSpacing(12)
        named.addWidget(Text(translate("Setup", "URL to post to"), 13, 500))
        named.addWidget(self.shown, 1)
        plate.column.setSpacing(8)
        plate.column.addLayout(named)
        for kind in KINDS:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Box())
            line.addWidget(Text(box(kind), 13), 1)
            plate.column.addLayout(line)
        below = QHBoxLayout()
        below.setSpacing(8)
        for name in (translate("Setup", "Save"), translate("Setup", "Send test")):
            below.addWidget(Plaque(name))
        looks = Text(translate("Setup", "This is how it looks in Olark."), 12, 400, "t3")
        below.addStretch(1)
        below.addWidget(looks)
        plate.column.addLayout(below)
        return plate

    def show_facts(self, facts: Facts) -> None:
        """Show the address to paste."""
        self.field.line.setText(facts.address)
        self.field.line.setCursorPosition(0)
        self.shown.line.setText(facts.address)
        self.shown.line.setCursorPosition(0)
        self.copy_button.setEnabled(bool(facts.address))
        self._missing.setVisible(not facts.address)
        self.changed.setVisible(facts.standing.changed)

    def copy(self) -> None:
        """Put the whole address on the clipboard."""
        QGuiApplication.clipboard().setText(self.field.line.text())
        self.copied.emit()


class TestPage(QWidget):
    """Turns green by itself when something comes from Olark on this address."""

    __test__ = False  # it is no test of ours

    def __init__(self, ask_after_ms: int = ASK_AFTER_MS) -> None:
        super().__init__()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(ask_after_ms)
        self.title = Text("", 14, 600).wrapped()
        self.more = Text("", 13).wrapped()
        self.plate = Plate()
        self.plate.column.addWidget(self.title)
        self.plate.column.addWidget(self.more)
        self.asking = Plate("offline")
        self.asking.column.addWidget(
            Text(translate("Setup", "Did you press Save?"), 13, 600, "offline")
        )
        self.asking.column.addWidget(
            said(
                translate(
                    "Setup",
                    "Olark sends a test only to an address that was saved. Look also whether the "
                    "whole address is there, to its last letter.",
                ),
                "t1",
            )
        )
        self.asking.hide()
        column = page_box(self, 12)
        column.addWidget(self.plate)
        column.addWidget(self.asking)
        column.addSpacing(6)
        head = translate("Setup", "The three boxes")
        column.addWidget(Text(head, 12, 600, "t3"))
        column.addLayout(self._boxes())
        column.addWidget(
            said(
                translate(
                    "Setup",
                    "The test shows only that the address works. What each box sends is seen when "
                    "the first one comes; you need not wait for it.",
                ),
                "t3",
            )
        )
        column.addStretch(1)
        self._waiting.timeout.connect(self._ask)

    def _boxes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self.boxes: dict[str, Text] = {}
        for line, kind in enumerate(KINDS):
            grid.addWidget(Text(box(kind)), line, 0)
            self.boxes[kind] = Text("", 12, 400, "t3")
            grid.addWidget(self.boxes[kind], line, 1)
        return grid

    def begin(self) -> None:
        """Begin to wait for a test."""
        if not self._waiting.isActive() and self.asking.isHidden():
            self._waiting.start()

    def end(self) -> None:
        """Wait no more."""
        self._waiting.stop()

    def _ask(self) -> None:
        self.asking.show()

    def show_facts(self, facts: Facts) -> None:
        """Show whether Olark reached us, and what each box has sent."""
        when = heard_ms(facts)
        tone = "live" if when else ""
        self.plate.show_tone(tone)
        self.title.set_shade(tone or "t1")
        if when:
            self._waiting.stop()
            self.asking.hide()
            self.title.setText(translate("Setup", "The address works"))
            self.more.setText(
                translate("Setup", "Olark reached this computer: {0}.").format(full_time(when))
            )
        else:
            self.title.setText(translate("Setup", "Press Send test on Olark's page"))
            says = translate("Setup", "It shows up here by itself, and is kept out of your inbox.")
            self.more.setText(says)
        for kind, text in self.boxes.items():
            text.setText(seen(facts, kind))
            text.set_shade("live" if kind in facts.heard else "t3")
