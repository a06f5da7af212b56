"""Small questions: a name, a day, whether to erase for good."""

from datetime import datetime, time

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.kit import reminder_times, theme
from olark_inbox.ui.kit.calendar import Calendar
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Field, Segments, Text
from olark_inbox.ui.kit.words import translate

_HOURS = (9, 12, 15, 18)


class _Question(Dialog):
    """A dialog with one filled button and Cancel."""

    def __init__(self, parent: QWidget | None, title: str, yes: str) -> None:
        super().__init__(parent, title)
        self.yes = PrimaryButton(yes)
        self.no = OutlineButton(translate("Ask", "Cancel"))
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.reject)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.column.addSpacing(20)
        self.column.addLayout(row)

    def _on_yes(self) -> None:
        self.accept()


class AskName(_Question):
    """Asks for a name."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, yes: str, name: str = "") -> None:
        super().__init__(parent, title, yes)
        self.field = Field(name=translate("Ask", "Name"), height=36)
        self.field.setFixedWidth(theme.px(320))
        self.field.line.setText(name)
        self.field.line.setMaxLength(80)
        self.field.line.selectAll()
        self.column.addWidget(self.field)
        self._add_buttons()
        self.field.line.textChanged.connect(self._on_typed)
        self.field.line.returnPressed.connect(self.yes.click)
        self._on_typed(name)
        self.field.line.setFocus()

    def _on_typed(self, text: str) -> None:
        self.yes.setEnabled(bool(text.strip()))

    def _on_yes(self) -> None:
        self.answered.emit(self.field.line.text())
        super()._on_yes()


class AskDay(_Question):
    """Asks for a day and an hour to come."""

    answered = Signal(object)
    """The moment in milliseconds."""

    def __init__(self, parent: QWidget | None, now_ms: int) -> None:
        super().__init__(
            parent, translate("Ask", "Remind me on a day"), translate("Ask", "Remind me")
        )
        self._now_ms = now_ms
        today = datetime.fromtimestamp(now_ms / 1000).astimezone().date()
        self.calendar = Calendar()
        self.calendar.setAccessibleName(translate("Ask", "Day"))
        first = QDate(today.year, today.month, today.day)
        self.calendar.setMinimumDate(first)
        self.calendar.setSelectedDate(first.addDays(1))
        self.hour = Segments(
            tuple((str(hour), f"{hour}:00") for hour in _HOURS), translate("Ask", "Hour")
        )
        self._hour = _HOURS[0]
        self.hour.choose(str(self._hour))
        self.hour.chosen.connect(self._on_hour)
        self.calendar.selectionChanged.connect(self._check)
        self.column.addWidget(self.calendar)
        self.column.addSpacing(12)
        self.column.addWidget(self.hour, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(12)
        self.column.addWidget(Text(reminder_times.told_when(), 12, 400, "t3").wrapped())
        self._add_buttons()

    def moment_ms(self) -> int:
        """Return what is chosen now."""
        day = self.calendar.selectedDate()
        chosen = datetime(day.year(), day.month(), day.day())  # noqa: DTZ001 - the owner's clock
        return reminder_times.moment_ms(datetime.combine(chosen, time(self._hour)))

    def _on_hour(self, key: str) -> None:
        self._hour = int(key)
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(self.moment_ms() > self._now_ms)

    def _on_yes(self) -> None:
        self.answered.emit(self.moment_ms())
        super()._on_yes()


class AskErase(_Question):
    """Asks before the one thing that cannot be undone."""

    def __init__(self, parent: QWidget | None, sentence: str, more: str, yes: str) -> None:
        super().__init__(parent, translate("Ask", "Erase for good"), yes)
        for text, shade in ((sentence, "t1"), (more, "t2")):
            if text:
                words = Text(text, 13, 400, shade).wrapped()
                words.setMinimumWidth(theme.px(380))
                self.column.addWidget(words)
                self.column.addSpacing(8)
        self._add_buttons()
        self.no.setFocus()
