"""The lines of the settings about quiet hours: from when to when, for each weekday."""

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from olark_inbox.alerts.wishes import wishes_of
from olark_inbox.settings import Settings
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.forms import Field, Text, Tick
from olark_inbox.ui.kit.words import translate

USUAL = (20 * 60, 8 * 60)
"""From eight in the evening to eight in the morning."""
_DAYS = 7
_HOUR = 60


class QuietLines(QWidget):
    """A line a weekday; what is chosen is told as setting and value."""

    chosen = Signal(str, object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._hours = dict(wishes_of(settings).hours)
        self.days: dict[int, tuple[Tick, Field, Field]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.system = Tick(
            translate("QuietLines", "Quiet while this computer is set to not disturb")
        )
        self.system.setChecked(settings.alerts_heed_system)
        self.system.toggled.connect(lambda on: self.chosen.emit("alerts_heed_system", on))
        self.open = Tick(translate("QuietLines", "Quiet hours"))
        self.open.setChecked(bool(self._hours))
        self.open.toggled.connect(self._on_open)
        says = translate("QuietLines", "What comes in quiet hours is told together afterwards.")
        self.part = QWidget()
        self.part.setLayout(self._grid())
        self.part.setVisible(self.open.isChecked())
        column.addWidget(self.system)
        column.addWidget(self.open)
        column.addWidget(self.part)
        column.addWidget(Text(says, 12, 400, "t3").wrapped())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(28), 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(4, 1)
        for day in range(_DAYS):
            name = QLocale().dayName(day + 1, QLocale.FormatType.LongFormat)
            begin, end = self._hours.get(day, USUAL)
            tick = Tick(name)
            tick.setChecked(day in self._hours)
            first, last = (self._field(name, minute) for minute in (begin, end))
            until = Text(translate("QuietLines", "to"), 13, 400, "t2")
            for place, widget in enumerate((tick, first, until, last)):
                grid.addWidget(widget, day, place, Qt.AlignmentFlag.AlignLeft)
            tick.toggled.connect(self._take)
            self.days[day] = (tick, first, last)
        return grid

    def _field(self, day: str, minute: int) -> Field:
        field = Field(name=translate("QuietLines", "{0}, time").format(day), height=28)
        field.setFixedWidth(theme.px(80))
        field.line.setText(shown(minute))
        field.line.editingFinished.connect(self._take)
        return field

    def _on_open(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.part.setVisible(on)
        for tick, _, _ in self.days.values():
            tick.blockSignals(True)  # noqa: FBT003 - Qt's signature
            tick.setChecked(on)
            tick.blockSignals(False)  # noqa: FBT003 - as above
        self._take()

    def _take(self) -> None:
        """Tell all the hours; a time that is none goes back to what it was."""
        hours: dict[str, list[int]] = {}
        for day, (tick, first, last) in self.days.items():
            before = self._hours.get(day, USUAL)
            span = [self._read(f, old) for f, old in zip((first, last), before, strict=True)]
            if tick.isChecked():
                hours[str(day)] = span
                self._hours[day] = (span[0], span[1])
        self.chosen.emit("alerts_hours", hours if self.open.isChecked() else {})

    def _read(self, field: Field, otherwise: int) -> int:
        minute = read(field.line.text())
        if minute is None:
            minute = otherwise
        field.line.setText(shown(minute))
        return minute


def shown(minute: int) -> str:
    """Return a minute of the day as the owner's country writes it."""
    time = QTime(minute // _HOUR, minute % _HOUR)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def read(text: str) -> int | None:
    """Understand a time of day as it is shown, or as 20:30, 20.30 or 8."""
    typed = text.strip()
    for form in (QLocale().timeFormat(QLocale.FormatType.ShortFormat), "H:mm", "H.mm", "H"):
        time = QLocale().toTime(typed, form) if form != "H" else QTime.fromString(typed, form)
        if time.isValid():
            return time.hour() * _HOUR + time.minute()
    return None
