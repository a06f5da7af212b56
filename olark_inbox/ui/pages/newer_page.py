"""What has changed in a newer version, as plain text, and where to get it."""

from urllib.parse import urlsplit

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from olark_inbox import __version__
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.browser import open_page
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog, section
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate
from olark_inbox.updates.release import Release


class NewerPage(Dialog):
    """A small window. Nothing is downloaded here: the page opens in the browser."""

    help_page = "newer"

    def __init__(self, parent: QWidget | None, release: Release) -> None:
        title = translate("Newer", "Olark Inbox {0} is there").format(release.version)
        super().__init__(parent, title)
        says = translate(
            "Newer", "You have {0}. Your data stays; a backup of it is made before it is changed."
        )
        self.column.addWidget(Text(says.format(__version__), 13, 400, "t2").wrapped())
        self.column.addSpacing(16)
        self.column.addWidget(section(translate("Newer", "What has changed")))
        self.column.addSpacing(6)
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.changes.setAccessibleName(translate("Newer", "What has changed"))
        nothing = translate("Newer", "Nothing was written about it.")
        self.changes.setPlainText(release.changes or nothing)
        self.column.addWidget(self.changes, 1)
        self.column.addSpacing(12)
        self.get = PrimaryButton(translate("Newer", "Open the page"), "external-link")
        self.get.setVisible(bool(release.page))
        self.get.clicked.connect(lambda: open_page(release.page))
        self.later = OutlineButton(translate("Newer", "Close"))
        self.later.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(urlsplit(release.page).netloc, 12, 400, "t3"), 1)
        row.addWidget(self.later)
        row.addWidget(self.get)
        self.column.addLayout(row)
        self.resize(theme.px(520), theme.px(460))
