"""The lines of the settings about the public address."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.tunnel.ways import is_metered
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.forms import Segments, Text, page_box
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.words import translate

MINUTES = (5, 15, 30, 60)


class ReachLines(QWidget):
    """How often it is checked is chosen here; everything else is the guide's."""

    guide_wanted = Signal()
    failed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.guide = OutlineButton(translate("ReachLines", "Open the guide"))
        self.minutes = Segments(
            tuple((str(m), translate("ReachLines", "{0} min").format(m)) for m in MINUTES),
            translate("ReachLines", "Check the public address every"),
        )
        self.minutes.choose(str(settings.proof_minutes))
        ways = {
            "none": translate("ReachLines", "None: only for trying out"),
            "ngrok": translate("ReachLines", "ngrok, in this program"),
            "agent": translate("ReachLines", "The ngrok that runs on this computer"),
            "own": settings.own_address,
        }
        column = page_box(self, 10)
        column.addWidget(helped(translate("ReachLines", "Public address"), "address"))
        column.addLayout(_line(Text(ways[settings.way]), self.guide))
        if is_metered(settings.way, settings.own_address):
            every = Text(translate("ReachLines", "Check the public address every"))
            column.addLayout(_line(every, self.minutes))
        else:
            often = translate("ReachLines", "It is checked every minute: nobody counts that.")
            column.addWidget(Text(often, 12, 400, "t2").wrapped())
        self.guide.clicked.connect(self.guide_wanted)
        self.minutes.chosen.connect(self._on_minutes)

    def _on_minutes(self, key: str) -> None:
        try:
            self._settings.proof_minutes = int(key)
        except SettingsNotSaved as error:
            self.failed.emit(error)


def _line(text: Text, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(text, 1)
    row.addWidget(control)
    return row
