"""The page of settings: each choice is saved as it is made."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton
from olark_inbox.ui.kit.dialog import Dialog, scrolled, section
from olark_inbox.ui.kit.forms import Field, Segments, Text
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.pages.reply_lines import ReplyLines
from olark_inbox.ui.presence.alert_lines import AlertLines
from olark_inbox.ui.presence.start_lines import StartLines
from olark_inbox.ui.reach.reach_lines import ReachLines

_LAST_PORT = 65_535


class SettingsPage(Dialog):
    """A small window; what is chosen holds at once."""

    help_page = "alerts"

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    port_chosen = Signal(int)
    alert_tried = Signal(object)
    """An AlertKind to show an example of."""
    failed = Signal(object)
    """A choice could not be saved: the exception."""

    def __init__(self, parent: QWidget, settings: Settings, folder: Path, *, tray: bool) -> None:
        super().__init__(parent, translate("SettingsPage", "Settings"))
        self._settings = settings
        self._folder = folder
        self._tray = tray
        self._build()
        self._wire()

    def _build(self) -> None:
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 12, 0)
        page.setSpacing(10)
        self._build_look(page)
        self._build_alerts(page)
        self._build_answered(page)
        self._build_closing(page)
        self.reach = ReachLines(self._settings)
        page.addSpacing(14)
        page.addWidget(self.reach)
        self._build_reply(page)
        self._build_computer(page)
        page.addStretch(1)
        self._page = page
        self.column.addWidget(scrolled(inside), 1)
        self.resize(theme.px(640), theme.px(600))

    def add_section(self, part: QWidget) -> None:
        """Add a part that somebody else is responsible for, above the end of the page."""
        before_stretch = self._page.count() - 1
        self._page.insertSpacing(before_stretch, 14)
        self._page.insertWidget(before_stretch + 1, part)

    def _build_look(self, page: QVBoxLayout) -> None:
        self.theme = Segments(
            (
                ("system", translate("SettingsPage", "Like the system")),
                ("light", translate("SettingsPage", "Light")),
                ("dark", translate("SettingsPage", "Dark")),
            ),
            translate("SettingsPage", "Colours"),
        )
        self.theme.choose(self._settings.theme)
        sizes = tuple((str(size), f"\u200e{size} %\u200e") for size in (90, 100, 110, 130, 150))
        self.text_size = Segments(sizes, translate("SettingsPage", "Text size"))
        self.text_size.choose(str(self._settings.text_size))
        page.addWidget(section(translate("SettingsPage", "Look")))
        page.addLayout(_line(translate("SettingsPage", "Colours"), self.theme))
        page.addLayout(_line(translate("SettingsPage", "Text size"), self.text_size))

    def _build_alerts(self, page: QVBoxLayout) -> None:
        page.addSpacing(14)
        page.addWidget(helped(translate("SettingsPage", "Alerts"), "alerts"))
        self.alert_lines = AlertLines(self._settings)
        self.alert_lines.chosen.connect(self._save)
        self.alert_lines.tried.connect(self.alert_tried)
        self.alerts = self.alert_lines.kinds
        page.addWidget(self.alert_lines)

    def _build_answered(self, page: QVBoxLayout) -> None:
        after = {0: translate("SettingsPage", "Never")}
        for days in (7, 14, 30, 90):
            after[days] = translate("SettingsPage", "After %Ln days", "", days)
        name = translate("SettingsPage", "Answered chats go to Done")
        self.done_after = Segments(tuple((str(key), text) for key, text in after.items()), name)
        self.done_after.choose(str(self._settings.done_after_days))
        self.done_after.chosen.connect(lambda key: self._save("done_after_days", int(key)))
        page.addSpacing(14)
        page.addWidget(helped(translate("SettingsPage", "Conversations"), "window"))
        page.addWidget(Text(name))
        page.addWidget(self.done_after, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_mail(page)

    def _build_mail(self, page: QVBoxLayout) -> None:
        name = translate("SettingsPage", "Reply by e-mail with")
        ways = (
            ("system", translate("SettingsPage", "Mail program")),
            ("gmail", "Gmail"),
            ("outlook", "Outlook"),
            ("copy", translate("SettingsPage", "Copy only")),
        )
        self.mail = Segments(ways, name)
        self.mail.choose(self._settings.mail_way)
        self.mail.chosen.connect(lambda key: self._save("mail_way", key))
        page.addWidget(Text(name))
        page.addWidget(self.mail, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_closing(self, page: QVBoxLayout) -> None:
        self.closing = Segments(
            (
                ("ask", translate("SettingsPage", "Ask")),
                ("tray", translate("SettingsPage", "Keep receiving")),
                ("quit", translate("SettingsPage", "Quit")),
            ),
            translate("SettingsPage", "When the window is closed"),
        )
        self.closing.choose(self._settings.closing)
        page.addSpacing(14)
        page.addWidget(helped(translate("SettingsPage", "Window"), "tray"))
        page.addLayout(_line(translate("SettingsPage", "When the window is closed"), self.closing))
        self.closing.chosen.connect(lambda key: self._save("closing", key))
        self.start = StartLines(self._folder, tray=self._tray)
        page.addWidget(self.start)

    def _build_reply(self, page: QVBoxLayout) -> None:
        self.reply = ReplyLines(self._settings)
        self.reply.chosen.connect(self._save)
        page.addSpacing(14)
        page.addWidget(section(translate("SettingsPage", "Link for the agent")))
        page.addWidget(self.reply)

    def _build_computer(self, page: QVBoxLayout) -> None:
        self.port = Field(name=translate("SettingsPage", "Port on this computer"), height=32)
        self.port.setFixedWidth(theme.px(90))
        self.port.line.setValidator(QIntValidator(1, _LAST_PORT, self))
        self.port.line.setText(str(self._settings.port))
        self.port_button = OutlineButton(translate("SettingsPage", "Use this port"))
        self.port_button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(translate("SettingsPage", "Port")), 1)
        row.addWidget(self.port)
        row.addWidget(self.port_button)
        open_folder = GhostButton(
            "folder-open", translate("SettingsPage", "Open the folder"), height=28
        )
        open_folder.clicked.connect(self._on_open_folder)
        folder = QHBoxLayout()
        folder.addWidget(Text(str(self._folder), 12, 400, "t2").wrapped().selectable(), 1)
        folder.addWidget(open_folder)
        page.addSpacing(14)
        page.addWidget(helped(translate("SettingsPage", "This computer"), "privacy"))
        page.addLayout(row)
        says = translate("SettingsPage", "Your conversations are kept in this folder:")
        page.addWidget(Text(says))
        page.addLayout(folder)

    def _wire(self) -> None:
        self.theme.chosen.connect(self._on_theme)
        self.reach.failed.connect(self.failed)
        self.text_size.chosen.connect(self._on_text_size)
        self.port.line.textChanged.connect(self._on_port_typed)
        self.port_button.clicked.connect(self._on_port)

    def _save(self, key: str, value: object) -> None:
        try:
            setattr(self._settings, key, value)
        except SettingsNotSaved as error:
            self.failed.emit(error)

    def _on_theme(self, key: str) -> None:
        self._save("theme", key)
        self.theme_chosen.emit(key)

    def _on_text_size(self, key: str) -> None:
        self._save("text_size", int(key))
        self.text_size_chosen.emit(int(key))

    def _on_port_typed(self, text: str) -> None:
        wanted = self.port.line.hasAcceptableInput() and int(text) != self._settings.port
        self.port_button.setEnabled(wanted)

    def _on_port(self) -> None:
        port = int(self.port.line.text())
        self._save("port", port)
        self.port_button.setEnabled(False)
        self.port_chosen.emit(port)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _line(text: str, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Text(text), 1)
    row.addWidget(control)
    return row
