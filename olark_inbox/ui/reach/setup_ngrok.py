"""The first of the four ways: ngrok from inside the program, in four pictures and few words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from olark_inbox.settings import Settings
from olark_inbox.tunnel.tokens import NotAToken, read_token
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.browser import open_page
from olark_inbox.ui.kit.controls import LinkButton, PrimaryButton
from olark_inbox.ui.kit.forms import Field, Text, page_box, said, side_by_side
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach import reach_words
from olark_inbox.ui.reach.setup_facts import Facts
from olark_inbox.ui.reach.setup_pictures import Picture, Scene

SIGN_UP = "https://dashboard.ngrok.com/signup"
TOKEN_PAGE = "https://dashboard.ngrok.com/get-started/your-authtoken"  # noqa: S105 - a page
_MINUTES = 30 * 24 * 60


class NgrokPanel(QWidget):
    """Nothing happens until its button is pressed."""

    wanted = Signal(dict)
    token_given = Signal(str)
    refused = Signal(str)
    """What was pasted is no token: why, as a sentence."""
    forget_wanted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        column = page_box(self, 8)
        says = translate(
            "Setup",
            "ngrok gives this computer an address on the internet. Nothing else has to be "
            "downloaded.",
        )
        column.addWidget(said(says))
        column.addLayout(self._steps())
        self._build_token(column)
        column.addWidget(said(self._limits(), "t3"))
        self.kept = said("", "offline")
        self.kept.hide()
        column.addWidget(self.kept)
        self.forget = LinkButton(translate("Setup", "Disconnect and forget the token"))
        self.forget.hide()
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.connect_button.clicked.connect(self._on_token)
        self.token.line.returnPressed.connect(self._on_token)
        self.forget.clicked.connect(self.forget_wanted)

    def _steps(self) -> QGridLayout:
        self.sign_up = LinkButton(translate("Setup", "Open ngrok's page"), "external-link")
        self.token_page = LinkButton(translate("Setup", "Open that page"), "external-link")
        self.sign_up.clicked.connect(lambda: open_page(SIGN_UP))
        self.token_page.clicked.connect(lambda: open_page(TOKEN_PAGE))
        steps = (
            (
                Scene.SIGN_UP,
                translate("Setup", "1. Make a free account"),
                translate("Setup", "Your e-mail address and a password are enough."),
                self.sign_up,
            ),
            (
                Scene.CONFIRM,
                translate("Setup", "2. Confirm the e-mail"),
                translate("Setup", "ngrok sends you one. Press the button in it."),
                None,
            ),
            (
                Scene.TOKEN,
                translate("Setup", "3. Copy your token"),
                translate("Setup", "It stands on ngrok's page Your Authtoken."),
                self.token_page,
            ),
            (
                Scene.PASTE,
                translate("Setup", "4. Paste it below"),
                translate("Setup", "The whole line is fine. Then press Connect."),
                None,
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for place, (scene, title, text, link) in enumerate(steps):
            line, half = divmod(place, 2)
            grid.addWidget(Picture(scene), line, 2 * half, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_words(title, text, link), line, 2 * half + 1)
            grid.setColumnStretch(2 * half + 1, 1)
        return grid

    def _build_token(self, column: QVBoxLayout) -> None:
        self.token = Field("lock", translate("Setup", "Token of your ngrok account"), 36)
        self.token.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.token.line.setPlaceholderText(translate("Setup", "Paste the token or its whole line"))
        self.connect_button = PrimaryButton(translate("Setup", "Connect"))
        self.connect_button.height_px = 36
        column.addLayout(side_by_side(self.token, self.connect_button))
        self.name = Field("", translate("Setup", "A name of your own"), 32)
        self.name.line.setPlaceholderText(
            translate("Setup", "A name of your own, only with a paid plan")
        )
        self.name.line.setText(self._settings.ngrok_name)
        column.addWidget(self.name)

    def _limits(self) -> str:
        minutes = self._settings.proof_minutes
        limits = translate(
            "Setup",
            "The free plan has 20,000 requests a month; checking every %Ln minutes takes about {0} "
            "of them. This way has no memory: what Olark sends while this computer is off is not "
            "fetched later.",
            "",
            minutes,
        ).format(words.number(_MINUTES // minutes))
        return f"{limits} {reach_words.how_soon('ngrok', '', minutes)}"

    def show_facts(self, facts: Facts) -> None:
        """Show whether there is something to disconnect."""
        self.forget.setVisible(facts.standing.way == "ngrok")

    def say_kept(self, text: str) -> None:
        """Say where the token was put, if that needs a word; it stays."""
        self.kept.setText(text)
        self.kept.setVisible(bool(text))

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
            self.refused.emit(reach_words.token_trouble(refused.trouble))
            return
        self.token.line.clear()
        self.token_given.emit(token)
        self.wanted.emit(wish)


def _words(title: str, text: str, link: LinkButton | None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Text(title, 13, 600).wrapped())
    column.addWidget(Text(text, 12, 400, "t2").wrapped())
    if link is not None:
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return column
