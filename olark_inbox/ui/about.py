"""What this program is, which version, under which licence, and where its data is."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox import __version__
from olark_inbox.ui import theme
from olark_inbox.ui.app_icon import AppMark
from olark_inbox.ui.dialog import Dialog, section
from olark_inbox.ui.forms import Text
from olark_inbox.ui.words import translate


class About(Dialog):
    """Help, About."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent, translate("About", "About Olark Inbox"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(AppMark(48))
        version = translate("About", "Version {0}, MIT licence").format(__version__)
        row.addWidget(Text(version, 13, 500), 1)
        self.column.addLayout(row)
        self.column.addSpacing(16)
        says = translate(
            "About",
            "You answer in Olark. This window keeps your chats and finds them. It is not made by "
            "Olark.",
        )
        self.column.addWidget(Text(says, 13, 400, "t2").wrapped())
        self.column.addSpacing(16)
        self.column.addWidget(section(translate("About", "Your conversations are kept in")))
        self.column.addSpacing(4)
        self.column.addWidget(Text(str(folder), 12, 400, "t2").wrapped().selectable())
        self.column.addSpacing(12)
        self.column.addWidget(section(translate("About", "With thanks")))
        self.column.addSpacing(4)
        thanks = "Qt and PySide6 (LGPL), aiohttp, apsw, qasync, Inter (OFL), Lucide (ISC)"
        self.column.addWidget(Text(thanks, 12, 400, "t2").wrapped())
        self.column.addStretch(1)
        self.setFixedWidth(theme.px(420))
