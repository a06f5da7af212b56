"""What this program is, which version, under which licence, and where its data is."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox import __version__
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.app_icon import AppMark
from olark_inbox.ui.kit.controls import LinkButton, OutlineButton
from olark_inbox.ui.kit.dialog import Dialog, section
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate


class About(Dialog):
    """Help, About."""

    help_page = "open"

    report_wanted = Signal()
    """The report is to be put on the clipboard."""
    licences_wanted = Signal()

    def __init__(self, parent: QWidget | None, folder: Path) -> None:
        super().__init__(parent, translate("About", "About Olark Inbox"))
        self._folder = folder
        self._build_head()
        self._build_folder()
        self._build_licences()
        self._build_report()
        self.column.addStretch(1)
        self.setFixedWidth(theme.px(460))
        self.open_folder.clicked.connect(self._on_open_folder)
        self.licences.clicked.connect(self.licences_wanted)
        self.report.clicked.connect(self.report_wanted)

    def _build_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(AppMark(48))
        version = translate("About", "Version {0}, MIT licence").format(__version__)
        says = translate(
            "About",
            "You answer in Olark. This window keeps your chats and finds them. It is not made by "
            "Olark.",
        )
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(Text(version, 13, 500).selectable())
        names.addWidget(Text(says, 13, 400, "t2").wrapped())
        row.addLayout(names, 1)
        self.column.addLayout(row)

    def _build_folder(self) -> None:
        self.open_folder = LinkButton(translate("About", "Open the folder"), "folder-open")
        self.where = Text(str(self._folder), 12, 400, "t2").wrapped().selectable()
        head = translate("About", "Your conversations are kept in")
        self._part(head, self.where, self.open_folder)

    def _build_licences(self) -> None:
        self.licences = LinkButton(translate("About", "Show the licences"), "file-text")
        thanks = "Qt, Python, SQLite, aiohttp, ngrok, Inter, Lucide"
        says = translate("About", "{0} and others, each under its own licence.").format(thanks)
        words = Text(says, 12, 400, "t2").wrapped()
        self._part(translate("About", "With thanks"), words, self.licences)

    def _build_report(self) -> None:
        self.report = OutlineButton(translate("About", "Copy report"), "copy")
        says = translate(
            "About",
            "For whoever helps you: versions, this system, how receiving stands, and how much "
            "there is. No word of a customer, no name, no address.",
        )
        words = Text(says, 12, 400, "t2").wrapped()
        self._part(translate("About", "If something is wrong"), words, self.report)

    def _part(self, head: str, words: Text, button: QWidget) -> None:
        self.column.addSpacing(18)
        self.column.addWidget(section(head))
        self.column.addSpacing(4)
        self.column.addWidget(words)
        self.column.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
