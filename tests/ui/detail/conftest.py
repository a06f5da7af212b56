"""A dressed application, and the places where links and clipboard end up."""

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from olark_inbox.ui.detail.pane import DetailPane
from olark_inbox.ui.detail.transcript import Transcript
from olark_inbox.ui.kit import theme


class Desktop(QObject):
    """Stands where the system's browser and mail program are."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(bytes(url.toEncoded()).decode())


@pytest.fixture
def desktop(qapp):
    made = Desktop()
    for scheme in ("http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, made, "take")
    yield made
    for scheme in ("http", "https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")
    theme.set_text_size(qapp, 100)


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    return board


@pytest.fixture
def transcript(qtbot):
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(440, 600)
    made.show()
    return made


@pytest.fixture
def pane(qtbot):
    made = DetailPane()
    qtbot.addWidget(made)
    made.resize(760, 700)
    made.show()
    return made
