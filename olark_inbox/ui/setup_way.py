"""Step 2 of the guide: the four ways to a public address, told apart in plain words."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from olark_inbox.settings import Settings
from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.standing import Status
from olark_inbox.tunnel.tokens import NotAToken, read_token
from olark_inbox.tunnel.ways import is_public, normal_address
from olark_inbox.ui import reach_words, theme, words
from olark_inbox.ui.controls import LinkButton, OutlineButton, PrimaryButton
from olark_inbox.ui.forms import Field, Segments, Text, page_box
from olark_inbox.ui.setup_facts import Facts
from olark_inbox.ui.words import translate

SIGN_UP = "https://dashboard.ngrok.com/signup"
TOKEN_PAGE = "https://dashboard.ngrok.com/get-started/your-authtoken"  # noqa: S105 - a page
WAYS = ("ngrok", "agent", "own", "none")
_LAST_PORT = 65_535
_MINUTES = 30 * 24 * 60


def open_page(address: str) -> None:
    """Open a page in the browser."""
    QDesktopServices.openUrl(QUrl(address))


def said(text: str, shade: str = "t2") -> Text:
    """Return a paragraph of the guide."""
    return Text(text, 13, 400, shade).wrapped()


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
        self.choice = Segments(
            (
                ("ngrok", translate("Setup", "ngrok, in this program")),
                ("agent", translate("Setup", "ngrok runs here already")),
                ("own", translate("Setup", "My own address")),
                ("none", translate("Setup", "None")),
            ),
            translate("Setup", "Public address"),
        )
        self.panels = QStackedWidget()
        for build in (self._ngrok, self._agent, self._own, self._none):
            self.panels.addWidget(build())
        self.news = Text("", 13, 500).wrapped()
        self.more = Text("", 12, 400, "t2").wrapped()
        self.again = OutlineButton(translate("Setup", "Check again"), "refresh-cw")
        column = page_box(self, 12)
        column.addWidget(self.choice)
        column.addWidget(self.panels)
        column.addSpacing(4)
        column.addWidget(self.news)
        column.addWidget(self.more)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.choice.chosen.connect(self.show_way)
        self.again.clicked.connect(lambda: self.asked.emit("connect"))
        self.show_way(settings.way if settings.way != "none" else "ngrok")

    def show_way(self, way: str) -> None:
        """Show what a way needs."""
        self.choice.choose(way)
        self.panels.setCurrentIndex(WAYS.index(way))

    def show_facts(self, facts: Facts) -> None:
        """Show how the address stands."""
        standing = facts.standing
        self.again.setVisible(standing.status is not Status.OFF)
        elsewhere = standing.fault == Fault.AGENT_ELSEWHERE
        self.add.setVisible(standing.way == "agent" and elsewhere)
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
        else:
            why = reach_words.fault(standing.fault, standing.detail)
            title = why or translate("Setup", "Connecting")
            self._say(title, "", "alert" if why else "t1")

    def say_kept(self, text: str) -> None:
        """Say where the token was put, if that needs a word; it stays."""
        self.kept.setText(text)
        self.kept.setVisible(bool(text))

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

    def _ngrok(self) -> QWidget:
        panel = QWidget()
        column = page_box(panel, 8)
        column.addWidget(
            said(
                translate(
                    "Setup",
                    "ngrok gives this computer an address on the internet. Nothing else has to be "
                    "downloaded.",
                )
            )
        )
        self._ngrok_steps(column)
        self.token = Field("lock", translate("Setup", "Token of your ngrok account"), 36)
        self.token.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.token.line.setPlaceholderText(translate("Setup", "4. Paste it here, the whole line"))
        self.connect_button = PrimaryButton(translate("Setup", "Connect"))
        self.connect_button.height_px = 36
        column.addLayout(_side_by_side(self.token, self.connect_button))
        self.name = Field("", translate("Setup", "A name of your own"), 32)
        self.name.line.setPlaceholderText(
            translate("Setup", "A name of your own, only with a paid plan")
        )
        self.name.line.setText(self._settings.ngrok_name)
        column.addWidget(self.name)
        column.addWidget(said(self._limits(), "t3"))
        self.kept = said("", "offline")
        self.kept.hide()
        column.addWidget(self.kept)
        self.connect_button.clicked.connect(self._on_token)
        self.token.line.returnPressed.connect(self._on_token)
        return panel

    def _limits(self) -> str:
        minutes = self._settings.proof_minutes
        return translate(
            "Setup",
            "The free plan has 20,000 requests a month; checking every %Ln minutes takes about {0} "
            "of them. This way has no memory: what Olark sends while this computer is off is not "
            "fetched later.",
            "",
            minutes,
        ).format(words.number(_MINUTES // minutes))

    @staticmethod
    def _ngrok_steps(column: QVBoxLayout) -> None:
        account = LinkButton(translate("Setup", "1. Make a free account"), "external-link")
        token_page = LinkButton(
            translate("Setup", "3. Copy your token from ngrok's page"), "external-link"
        )
        account.clicked.connect(lambda: open_page(SIGN_UP))
        token_page.clicked.connect(lambda: open_page(TOKEN_PAGE))
        column.addWidget(account, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            Text(translate("Setup", "2. Confirm the e-mail that ngrok sends you"), 13, 500)
        )
        column.addWidget(token_page, 0, Qt.AlignmentFlag.AlignLeft)

    def _agent(self) -> QWidget:
        panel = QWidget()
        column = page_box(panel, 8)
        column.addWidget(
            said(
                translate(
                    "Setup",
                    "If you start ngrok yourself, Olark Inbox finds it. It also fetches what came "
                    "while Olark Inbox was closed and ngrok ran on.",
                )
            )
        )
        self.use_agent = PrimaryButton(translate("Setup", "Use the ngrok that runs here"))
        self.add = OutlineButton(translate("Setup", "Let it lead here too"), "plus")
        column.addLayout(_side_by_side(None, self.use_agent, self.add))
        self.agent_port = Field("", translate("Setup", "Port of ngrok's own page"), 32)
        self.agent_port.line.setValidator(QIntValidator(0, _LAST_PORT, self))
        self.agent_port.line.setPlaceholderText(
            translate("Setup", "Port of ngrok's own page, if it is not 4040")
        )
        if self._settings.agent_port:
            self.agent_port.line.setText(str(self._settings.agent_port))
        column.addWidget(self.agent_port)
        self.use_agent.clicked.connect(self._on_agent)
        self.add.clicked.connect(lambda: self.asked.emit("add"))
        return panel

    def _own(self) -> QWidget:
        panel = QWidget()
        column = page_box(panel, 8)
        column.addWidget(
            said(
                translate(
                    "Setup",
                    "From Cloudflare, Tailscale, your router or a machine of your own: any address "
                    "that leads to port {0} of this computer.",
                ).format(self._settings.port)
            )
        )
        self.own = Field("globe", translate("Setup", "Your own address"), 36)
        self.own.line.setPlaceholderText("https://inbox.example.com")
        self.own.line.setText(self._settings.own_address)
        self.check_button = PrimaryButton(translate("Setup", "Check"))
        self.check_button.height_px = 36
        column.addLayout(_side_by_side(self.own, self.check_button))
        self.check_button.clicked.connect(self._on_own)
        self.own.line.returnPressed.connect(self._on_own)
        return panel

    def _none(self) -> QWidget:
        panel = QWidget()
        column = page_box(panel, 8)
        column.addWidget(
            said(
                translate(
                    "Setup",
                    "For looking around: samples work, but Olark cannot reach this computer, and "
                    "no chat arrives.",
                )
            )
        )
        self.none_button = OutlineButton(translate("Setup", "Use no public address"))
        column.addLayout(_side_by_side(None, self.none_button))
        self.none_button.clicked.connect(lambda: self.wanted.emit({"way": "none"}))
        return panel

    # What the owner gives

    def _on_token(self) -> None:
        name = self.name.line.text().strip().removeprefix("https://").strip("/")
        typed = self.token.line.text()
        wish = {"way": "ngrok", "ngrok_name": name}
        if not typed.strip() and self._settings.way == "ngrok":
            self.wanted.emit(wish)
            return
        try:
            token = read_token(typed)
        except NotAToken as refused:
            self.say(reach_words.token_trouble(refused.trouble))
            return
        self.token.line.clear()
        self.token_given.emit(token)
        self.wanted.emit(wish)

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


def _side_by_side(first: QWidget | None, *more: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    if first is not None:
        row.addWidget(first, 1)
    for widget in more:
        row.addWidget(widget)
    if first is None:
        row.addStretch(1)
    return row
