"""The lines of the settings about starting with the computer and keeping the icon in sight."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.base.autostart import Autostart, autostart, own_command, starts
from olark_inbox.ui.kit.controls import LinkButton
from olark_inbox.ui.kit.forms import Text, Tick
from olark_inbox.ui.kit.words import sentence, translate

_log = logging.getLogger(__name__)
_TASKBAR = "ms-settings:taskbar"


class StartLines(QWidget):
    """Writes and removes at once what starts the program with the computer."""

    changed = Signal()

    def __init__(
        self,
        folder: Path,
        *,
        tray: bool,
        place: Autostart | None = None,
        platform: str = sys.platform,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._place = place or autostart()
        self.tick = Tick(translate("StartLines", "Start with this computer, without a window"))
        self.tick.setChecked(starts(self._place, folder))
        self.trouble = Text("", 12, 400, "alert").wrapped()
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tick)
        column.addWidget(self.trouble)
        if tray and platform == "win32":
            self._add_taskbar(column)
        self.tick.toggled.connect(self._on_toggled)

    def look_again(self) -> None:
        """Show how it stands, after something else changed it."""
        self.tick.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.tick.setChecked(starts(self._place, self._folder))
        self.tick.blockSignals(False)  # noqa: FBT003 - as above
        self.changed.emit()

    def _add_taskbar(self, column: QVBoxLayout) -> None:
        says = translate(
            "StartLines",
            "Windows hides new icons beside the clock. To keep this one in sight, open the "
            "settings of the taskbar, then Other system tray icons, and switch Olark Inbox on.",
        )
        self.taskbar = LinkButton(translate("StartLines", "Settings of the taskbar"))
        self.taskbar.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(_TASKBAR)))
        column.addWidget(Text(says, 12, 400, "t2").wrapped())
        column.addWidget(self.taskbar)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        try:
            if on:
                self._place.write(own_command(self._folder))
            else:
                self._place.remove()
        except OSError as error:
            _log.warning("starting with the computer could not be set: %s", type(error).__name__)
            self.trouble.setText(sentence(error))
            self.trouble.show()
        else:
            self.trouble.hide()
        self.changed.emit()
