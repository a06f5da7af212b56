"""The part of the settings that says whose deliveries are taken."""

from collections.abc import Sequence
from ipaddress import ip_network

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit.controls import LinkButton, OutlineButton
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.text_box import TextBox
from olark_inbox.ui.kit.words import translate

OLARK_PAGE = "https://www.olark.com/help/webhooks"


class SendersPart(QWidget):
    """A list of networks, one a line; empty lets everybody deliver who knows the address."""

    failed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(section(translate("Senders", "Who may deliver")))
        says = translate(
            "Senders",
            "Empty: everybody who knows your address. Otherwise only these addresses or networks, "
            "one a line. What others send is kept and shown, and can be allowed.",
        )
        column.addWidget(Text(says, 12, 400, "t3").wrapped())
        box = TextBox(translate("Senders", "Networks, one a line"), 3)
        self.list = box.text
        self.list.setPlainText("\n".join(settings.networks))
        column.addWidget(box)
        self.wrong = Text("", 12, 400, "alert").wrapped()
        self.wrong.hide()
        column.addWidget(self.wrong)
        self.use = OutlineButton(translate("Senders", "Use this list"))
        self.use.setEnabled(False)
        self.page = LinkButton(translate("Senders", "Olark's page"))
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        row.addWidget(self.page)
        column.addLayout(row)
        self.list.textChanged.connect(lambda: self.use.setEnabled(True))
        self.use.clicked.connect(self._on_use)
        self.page.clicked.connect(_open_page)

    def _on_use(self) -> None:
        networks, wrong = read_networks(self.list.toPlainText())
        self.wrong.setVisible(bool(wrong))
        if wrong:
            text = translate("Senders", "This is no address and no network: {0}")
            self.wrong.setText(text.format(wrong))
            return
        try:
            self._settings.networks = networks
        except SettingsNotSaved as error:
            self.failed.emit(error)
        self.list.setPlainText("\n".join(networks))
        self.use.setEnabled(False)


def read_networks(text: str) -> tuple[list[str], str]:
    """Read what was typed or pasted; returns the networks, and the first piece that is none."""
    networks: list[str] = []
    for piece in text.replace(",", " ").replace(";", " ").split():
        try:
            network = str(ip_network(piece, strict=False))
        except ValueError:
            return [], piece
        if network not in networks:
            networks.append(network)
    return networks, ""


def with_sender(networks: Sequence[str], sender: str) -> list[str]:
    """Return the list with one sender more; an empty list takes everybody already."""
    more, wrong = read_networks(sender)
    if not networks or wrong:
        return list(networks)
    return [*networks, *(one for one in more if one not in networks)]


def _open_page() -> None:
    QDesktopServices.openUrl(QUrl(OLARK_PAGE))
