"""The lines of the settings about saved files: the shop's name and logo, and regular copies."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.forms import Field, Text
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.saving.export_copies import Copies, CopiesSection

_PICTURES = "*.png *.jpg *.jpeg *.svg"


class SavingLines(QWidget):
    """What stands on the pages handed out, and what is copied by itself."""

    named = Signal(str)
    """The shop has another name now."""
    failed = Signal(object)
    """A choice could not be saved: the exception."""

    def __init__(self, settings: Settings, copies: Copies) -> None:
        super().__init__()
        self._settings = settings
        self.name = Field(name=translate("SavingLines", "Name of the shop"), height=32)
        self.name.line.setText(settings.shop_name)
        self.name.line.setPlaceholderText(translate("SavingLines", "Name of the shop"))
        self.logo = Text("", 12, 400, "t2").wrapped()
        self.choose = OutlineButton(translate("SavingLines", "Choose a logo"))
        self.remove = GhostButton("x", translate("SavingLines", "Remove the logo"))
        self.copies = CopiesSection(copies)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.logo, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(section(translate("SavingLines", "Saved pages")))
        says = translate("SavingLines", "Your name and logo stand on every page saved as PDF.")
        column.addWidget(Text(says, 12, 400, "t2").wrapped())
        column.addWidget(self.name)
        column.addLayout(row)
        column.addSpacing(14)
        column.addWidget(self.copies)
        self.name.line.editingFinished.connect(self._on_name)
        self.choose.clicked.connect(self._ask_logo)
        self.remove.clicked.connect(lambda: self.take_logo(""))
        self._show_logo()

    def take_logo(self, path: str) -> None:
        """Put this picture on the pages, or (empty) none."""
        self._save("shop_logo", path)
        self._show_logo()

    def _on_name(self) -> None:
        name = self.name.line.text().strip()
        self._save("shop_name", name)
        self.named.emit(name)

    def _save(self, key: str, value: str) -> None:
        try:
            setattr(self._settings, key, value)
        except SettingsNotSaved as error:
            self.failed.emit(error)

    def _show_logo(self) -> None:
        logo = self._settings.shop_logo
        if logo and not Path(logo).is_file():
            text = translate("SavingLines", "The logo is no longer where it was: {0}").format(logo)
        elif logo and not QImageReader(logo).canRead():
            says = translate("SavingLines", "“{0}” is no picture that can be read. Choose another.")
            text = says.format(Path(logo).name)
        elif logo:
            text = translate("SavingLines", "Logo: {0}").format(Path(logo).name)
        else:
            text = translate("SavingLines", "No logo chosen")
        self.logo.setText(text)
        self.remove.setVisible(bool(logo))

    def _ask_logo(self) -> None:
        start = str(Path(self._settings.shop_logo).parent) if self._settings.shop_logo else ""
        title = translate("SavingLines", "Choose a logo")
        kinds = translate("SavingLines", "Pictures ({0})").format(_PICTURES)
        dialog = QFileDialog(self, title, start, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()
