"""The small question mark that leads to the page of the Help about what stands beside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.kit.browser import open_help
from olark_inbox.ui.kit.controls import GhostButton
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.words import translate


class HelpButton(GhostButton):
    """Opens a page of the Help."""

    padding = 4

    def __init__(self, page: str = "", *, height: int = 28) -> None:
        super().__init__("circle-help", translate("HelpButton", "Help about this"), height=height)
        self.page = page
        self.clicked.connect(lambda: open_help(self.page))
        if not page:
            self.hide()

    def lead_to(self, page: str) -> None:
        """Lead to another page; "": there is none, and no button."""
        self.page = page
        self.setVisible(bool(page))


def helped(title: str, page: str) -> QWidget:
    """Return the grey head of a section with the way to its page."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2)
    button = HelpButton(page, height=24)
    button.setAccessibleName(f"{button.toolTip()}: {title}")
    line.addWidget(section(title))
    line.addWidget(button)
    line.addStretch(1)
    return row
