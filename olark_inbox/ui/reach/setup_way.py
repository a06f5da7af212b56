"""Step 2 of the guide: the four ways to a public address, told apart in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.settings import Settings
from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.standing import Status
from olark_inbox.tunnel.ways import is_public, normal_address
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.forms import Field, Segments, Text, page_box, said, side_by_side
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach import reach_words
from olark_inbox.ui.reach.setup_facts import Facts
from olark_inbox.ui.reach.setup_ngrok import NgrokPanel

WAYS = ("ngrok", "agent", "own", "none")
_LAST_PORT = 65_535


class WayPage(QWidget):
    """Nothing changes until the button of a way is pressed: the way before stays alive."""

    wanted = Signal(dict)
    """Settings to keep, and then to connect by."""
    token_given = Signal(str)
    asked = Signal(str)
    """Something to ask of whoever keeps the address: "connect", "check", "add"."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._way = ""
        self._facts: Facts | None = None
        self.choice = Segments(
            (
                ("ngrok", translate("Setup", "ngrok, in this program")),
                ("agent", translate("Setup", "ngrok runs here already")),
                ("own", translate("Setup", "My own address")),
                ("none", translate("Setup", "None")),
            ),
            translate("Setup", "Public address"),
        )
        self.ngrok = NgrokPanel(settings)
        self.panels = (self.ngrok, self._agent(), self._own(), self._none())
        self.news = Text("", 13, 500).wrapped()
        self.more = Text("", 12, 400, "t2").wrapped()
        self.moved = said("", "offline")
        self.again = OutlineButton(translate("Setup", "Check again"), "refresh-cw")
        column = page_box(self, 12)
        column.addWidget(self.choice)
        # What came of it stands where it is seen on a low screen too.
        column.addWidget(self.news)
        column.addWidget(self.more)
        column.addWidget(self.moved)
        for panel in self.panels:
            column.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.choice.chosen.connect(self.show_way)
        self.ngrok.wanted.connect(self.wanted)
        self.ngrok.token_given.connect(self.token_given)
        self.ngrok.refused.connect(self.say)
        self.again.clicked.connect(lambda: self.asked.emit("connect"))
        self.show_way(settings.way if settings.way != "none" else "ngrok")

    def show_way(self, way: str) -> None:
        """Show what a way needs, and of the present address only what concerns this way."""
        self._way = way
        self.choice.choose(way)
        for place, panel in zip(WAYS, self.panels, strict=True):
            panel.setVisible(place == way)
        if self._facts is not None:
            self.show_facts(self._facts)

    def show_facts(self, facts: Facts) -> None:
        """Show how the address stands."""
        self._facts, standing = facts, facts.standing
        of_another = standing.way != self._way
        self.ngrok.show_facts(facts)
        self.again.setVisible(standing.status is not Status.OFF and not of_another)
        elsewhere = standing.fault == Fault.AGENT_ELSEWHERE or facts.former_port > 0
        self.add.setVisible(standing.way == "agent" and elsewhere)
        self.moved.setText(_to_another_port(facts))
        self.moved.setVisible(facts.former_port > 0)
        if not facts.listening:
            self._say(translate("Setup", "This computer is not listening yet."), facts.trouble)
        elif standing.status is Status.OFF:
            self._say("", "")
        elif reach_words.ready(standing):
            self._say(
                translate("Setup", "{0} leads here.").format(reach_words.host(standing.address)),
                reach_words.checked(standing, facts.now_ms),
                "live",
            )
        elif standing.status is Status.PROVEN:
            says = translate(
                "Setup",
                "This address leads here, but only in your own network: Olark cannot use it.",
            )
            self._say(says, "", "offline")
        elif of_another:
            self._say("", "")
        else:
            why = reach_words.fault(standing.fault, standing.detail)
            title = why or translate("Setup", "Connecting")
            self._say(title, "", "alert" if why else "t1")

    def say(self, text: str) -> None:
        """Show a line of news until the next facts."""
        self._say(text, "", "alert")

    def _say(self, text: str, more: str, shade: str = "t1") -> None:
        self.news.setText(text)
        self.news.set_shade(shade)
        self.news.setVisible(bool(text))
        self.more.setText(more)
        self.more.setVisible(bool(more))

    # The four panels

    def _agent(self) -> QWidget:
        panel, column = _panel(
            translate(
                "Setup",
                "If you start ngrok yourself, Olark Inbox finds it. It also fetches what came "
                "while Olark Inbox was closed and ngrok ran on.",
            )
        )
        self.use_agent = PrimaryButton(translate("Setup", "Use the ngrok that runs here"))
        self.add = OutlineButton(translate("Setup", "Let it lead here too"), "plus")
        column.addLayout(side_by_side(self.use_agent, self.add, wide=False))
        self.agent_port = Field("", translate("Setup", "Port of ngrok's own page"), 32)
        self.agent_port.line.setValidator(QIntValidator(0, _LAST_PORT, self))
        self.agent_port.line.setPlaceholderText(
            translate("Setup", "Port of ngrok's own page, if it is not 4040")
        )
        if self._settings.agent_port:
            self.agent_port.line.setText(str(self._settings.agent_port))
        column.addWidget(self.agent_port)
        soon = reach_words.how_soon("agent", "", self._settings.proof_minutes)
        column.addWidget(said(soon, "t3"))
        self.use_agent.clicked.connect(self._on_agent)
        self.add.clicked.connect(lambda: self.asked.emit("add"))
        return panel

    def _own(self) -> QWidget:
        panel, column = _panel(
            translate(
                "Setup",
                "From Cloudflare, Tailscale, your router or a machine of your own: any address "
                "that leads to port {0} of this computer.",
            ).format(self._settings.port)
        )
        self.own = Field("globe", translate("Setup", "Your own address"), 36)
        self.own.line.setPlaceholderText("https://inbox.example.com")
        self.own.line.setText(self._settings.own_address)
        self.check_button = PrimaryButton(translate("Setup", "Check"))
        self.check_button.height_px = 36
        column.addLayout(side_by_side(self.own, self.check_button))
        settings = self._settings
        soon = reach_words.how_soon("own", settings.own_address, settings.proof_minutes)
        column.addWidget(said(soon, "t3"))
        self.check_button.clicked.connect(self._on_own)
        self.own.line.returnPressed.connect(self._on_own)
        return panel

    def _none(self) -> QWidget:
        panel, column = _panel(
            translate(
                "Setup",
                "For looking around: samples work, but Olark cannot reach this computer, and "
                "no chat arrives.",
            )
        )
        self.none_button = OutlineButton(translate("Setup", "Use no public address"))
        column.addLayout(side_by_side(self.none_button, wide=False))
        self.none_button.clicked.connect(lambda: self.wanted.emit({"way": "none"}))
        return panel

    # What the owner gives

    def _on_agent(self) -> None:
        port = self.agent_port.line.text()
        self.wanted.emit({"way": "agent", "agent_port": int(port) if port else 0})

    def _on_own(self) -> None:
        try:
            address = normal_address(self.own.line.text())
        except WayFailed as failed:
            self.say(reach_words.fault(failed.fault, failed.detail))
            return
        self.own.line.setText(address)
        if not is_public(address):
            says = translate(
                "Setup", "This is an address of your own network: Olark cannot reach it."
            )
            self.say(says)
            return
        self.wanted.emit({"way": "own", "own_address": address})


def _panel(text: str) -> tuple[QWidget, QVBoxLayout]:
    """Return what a way needs, with what it is at its top, and room for the rest."""
    panel = QWidget()
    column = page_box(panel, 8)
    column.addWidget(said(text))
    return panel, column


def _to_another_port(facts: Facts) -> str:
    """Say what is to be done where an address still leads to the port before this one."""
    if facts.standing.way == "agent":
        says = translate(
            "Setup",
            "ngrok still leads to port {0}. Press the button above, or end ngrok and start it "
            "again with: ngrok http {1}",
        )
    else:
        says = translate(
            "Setup",
            "Your address still leads to port {0}. Change that to port {1} where you arranged it. "
            "Until then both work.",
        )
    return says.format(facts.former_port, facts.port)
