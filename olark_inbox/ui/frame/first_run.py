"""The first page: how to get an address Olark can reach. Nothing here claims it works yet."""

import logging
import threading
from collections.abc import Callable
from urllib.parse import urlencode

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, PrimaryButton
from olark_inbox.ui.kit.forms import Field, Text, page_box
from olark_inbox.ui.kit.steps import step
from olark_inbox.ui.kit.words import translate

OLARK_PAGE = "https://www.olark.com/settings/integrations/webhooks"
_WIDTH = 640
_SECONDS = 20.0
_log = logging.getLogger(__name__)


class SampleSender(QObject):
    """Posts samples through the real door, on a thread of its own: the window stays awake."""

    ended = Signal(str)
    """All were posted ("") or why not, as one plain sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    def send(self, address: str, bodies: tuple[str, ...]) -> bool:
        """Post each body in turn; False where the last ones are still on their way."""
        if self._thread is not None and self._thread.is_alive():
            return False
        self._thread = threading.Thread(
            target=self._post_all, args=(address, bodies, self.ended.emit), name="samples"
        )
        self._thread.start()
        return True

    def finish(self) -> None:
        """Wait for what is on its way."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @staticmethod
    def _post_all(address: str, bodies: tuple[str, ...], ended: Callable[[str], None]) -> None:
        import urllib.request  # noqa: PLC0415 - 30 ms of loading that only this button needs

        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            for body in bodies:
                request = urllib.request.Request(  # noqa: S310 - our own http address on loopback
                    address,
                    data=urlencode({"data": body}).encode(),
                    headers={
                        "Olark-Inbox-Sample": "1",
                        "Content-Type": "application/x-www-form-urlencoded",
                    },
                )
                with opener.open(request, timeout=_SECONDS) as answer:
                    answer.read()
        except (OSError, ValueError) as error:
            _log.info("a sample was not taken: %s", type(error).__name__)
            ended(
                translate("FirstRun", "The samples could not be sent: nothing is listening here.")
            )
        else:
            ended("")


class FirstRun(QScrollArea):
    """Shown while there is no conversation."""

    samples_wanted = Signal()
    copied = Signal()
    guide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._local = ("", 0)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = Text(translate("FirstRun", "Get an address Olark can reach"), 22, 600)
        self._intro = Text("", 14, 400, "t2").wrapped().centred()
        self.field = Field("link", translate("FirstRun", "Address on this computer"))
        self.field.line.setReadOnly(True)
        self.guide_button = PrimaryButton(translate("FirstRun", "Guide me step by step"))
        self.copy_button = PrimaryButton(translate("FirstRun", "Copy"), "copy")
        self.copy_button.height_px = 40
        self.samples_button = OutlineButton(
            translate("FirstRun", "Show me a sample chat"), "flask-conical"
        )
        self._olark_button = GhostButton(
            "external-link",
            translate("FirstRun", "Open Olark's Webhooks page"),
            text=translate("FirstRun", "Open Olark"),
        )
        self.news = Text("", 13, 400, "t2").wrapped().centred()
        self.news.hide()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lay_out(column)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(inside, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setWidget(page)
        self.show_address("", 0)

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.addWidget(self.title.wrapped().centred())
        column.addSpacing(8)
        column.addWidget(self._intro)
        column.addSpacing(28)
        address = QHBoxLayout()
        address.setSpacing(8)
        address.addWidget(self.field, 1)
        address.addWidget(self.copy_button)
        self._address = QWidget()
        below = page_box(self._address, 6)
        self._what = Text("", 11, 600, "t3")
        below.addWidget(self._what)
        below.addLayout(address)
        self._steps = [
            (Text("", 13, 500), Text("", 12, 400, "t3").wrapped().selectable()) for _ in range(3)
        ]
        self._numbered = QWidget()
        steps = page_box(self._numbered, 12)
        for number, (title, more) in enumerate(self._steps, start=1):
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(title.wrapped())
            words.addWidget(more)
            steps.addLayout(step(number, words, top=True))
        self._order = QVBoxLayout()
        self._order.setSpacing(24)
        column.addLayout(self._order)
        column.addSpacing(24)
        column.addWidget(self.guide_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.samples_button)
        buttons.addWidget(self._olark_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(18)
        column.addWidget(self.news)
        says = translate(
            "FirstRun", "You answer in Olark. This window keeps your chats and finds them."
        )
        column.addWidget(Text(says, 12, 400, "t3").wrapped().centred())

    def _put_first(self, first: QWidget, then: QWidget) -> None:
        """Let what is to be used now stand over the rest, with the filled button."""
        for part in (first, then):
            self._order.removeWidget(part)
            self._order.addWidget(part)
        self.copy_button.set_filled(on=first is self._address)
        self.guide_button.set_filled(on=first is not self._address)

    def _wire(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.guide_button.clicked.connect(self.guide_wanted)
        self.samples_button.clicked.connect(self.samples_wanted)
        self._olark_button.clicked.connect(self._on_olark)

    def show_address(self, address: str, port: int) -> None:
        """Show the address on this computer and what to do with it."""
        self._local = (address, port)
        self.title.setText(translate("FirstRun", "Get an address Olark can reach"))
        self._intro.setText(
            translate(
                "FirstRun",
                "Olark sends your chats over the internet, so it needs a public address that leads "
                "to this computer.",
            )
        )
        self._put_first(self._numbered, self._address)
        self._what.setText(translate("FirstRun", "For trying out on this computer"))
        self.field.line.setText(address)
        self.field.line.setCursorPosition(0)
        self.copy_button.setEnabled(bool(address))
        self.samples_button.setEnabled(bool(address))
        self.field.line.setPlaceholderText(
            "" if address else translate("FirstRun", "None while nothing can be received")
        )
        steps = (
            (
                translate("FirstRun", "Make a public address"),
                translate("FirstRun", "The guide makes one. A free ngrok account is enough."),
            ),
            (
                translate(
                    "FirstRun", "Paste it in Olark: Settings \u203a Integrations \u203a Webhooks"
                ),
                _to_paste(address),
            ),
            (
                translate("FirstRun", "Tick all three boxes, press Save, then Send test"),
                translate(
                    "FirstRun",
                    "Send all transcripts automatically, Send offline messages, Send all events.",
                ),
            ),
        )
        self._show_steps(steps)

    def show_public(self, address: str) -> None:
        """Show the public address, which leads here, and what to do with it; "": the local one."""
        if not address:
            self.show_address(*self._local)
            return
        self.title.setText(translate("FirstRun", "Paste this address in Olark"))
        self._intro.setText(
            translate(
                "FirstRun",
                "Olark then sends every finished chat and every offline message to this computer.",
            )
        )
        self._put_first(self._address, self._numbered)
        self._what.setText(translate("FirstRun", "Address for Olark"))
        self.field.line.setText(address)
        self.field.line.setCursorPosition(0)
        self._show_steps(
            (
                (
                    translate(
                        "FirstRun", "Open Settings \u203a Integrations \u203a Webhooks in Olark"
                    ),
                    translate("FirstRun", "Paste the address there."),
                ),
                (
                    translate("FirstRun", "Tick all three boxes"),
                    translate(
                        "FirstRun",
                        "Send all transcripts automatically, Send offline messages, Send all "
                        "events.",
                    ),
                ),
                (
                    translate("FirstRun", "Press Save, then Send test"),
                    translate("FirstRun", "This page says when the test has come."),
                ),
            )
        )

    def _show_steps(self, steps: tuple[tuple[str, str], ...]) -> None:
        for (title, more), (title_words, more_words) in zip(self._steps, steps, strict=True):
            title.setText(title_words)
            more.setText(more_words)

    def show_news(self, words: str) -> None:
        """Show a line about what has happened since, such as a test that arrived."""
        self.news.setText(words)
        self.news.setVisible(bool(words))

    def copy(self) -> None:
        """Put the address on the clipboard."""
        QGuiApplication.clipboard().setText(self.field.line.text())
        self.copied.emit()

    def _on_olark(self) -> None:
        QDesktopServices.openUrl(QUrl(OLARK_PAGE))


def _to_paste(address: str) -> str:
    """Say what to paste in Olark, as far as it is known."""
    path = address.partition("//")[2].partition("/")[2]
    if not path:
        return translate("FirstRun", "Its last part is shown here when receiving works.")
    return translate("FirstRun", "The public address, followed by /{0}").format(path)
