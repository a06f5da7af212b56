"""From one day to another: what was received on those days."""

from PySide6.QtCore import QDate, QDateTime, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget, QWidgetAction

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.calendar import Calendar
from olark_inbox.ui.kit.controls import OutlineButton, dress_menu
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.times import day_words
from olark_inbox.ui.kit.words import translate

_AT_FIRST_DAYS = 30


class DayRange(QWidget):
    """Two days, the last thirty at first. The second is never before the first."""

    changed = Signal()

    def __init__(self, today: QDate) -> None:
        super().__init__()
        start = today.addDays(1 - _AT_FIRST_DAYS)
        self.first = DayButton(translate("ExportDialog", "From"), start)
        self.last = DayButton(translate("ExportDialog", "To"), today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.first, self.last):
            row.addWidget(Text(button.name, 13, 400, "t2"))
            row.addWidget(button)
        row.addStretch(1)
        self.first.picked.connect(self._on_first)
        self.last.picked.connect(self._on_last)

    def span_ms(self) -> tuple[int, int]:
        """Return the beginning of the first day and the end of the last, on the owner's clock."""
        end = self.last.day.addDays(1).startOfDay()
        return self.first.day.startOfDay().toMSecsSinceEpoch(), end.toMSecsSinceEpoch()

    def show_span(self, since_ms: int, until_ms: int) -> None:
        """Show the days of a span without telling anybody."""
        first, end = (QDateTime.fromMSecsSinceEpoch(ms).date() for ms in (since_ms, until_ms))
        self.first.show_day(first)
        self.last.show_day(end.addDays(-1))

    def words(self) -> str:
        """Return "1 Nov 2026 to 22 Nov 2026"."""
        if self.first.day == self.last.day:
            return day_words(self.first.day)
        first, last = day_words(self.first.day), day_words(self.last.day)
        return translate("ExportDialog", "{0} to {1}").format(first, last)

    def _on_first(self) -> None:
        if self.last.day < self.first.day:
            self.last.show_day(self.first.day)
        self.changed.emit()

    def _on_last(self) -> None:
        if self.first.day > self.last.day:
            self.first.show_day(self.last.day)
        self.changed.emit()


class DayButton(OutlineButton):
    """A day; pressed, it opens a calendar to pick another."""

    picked = Signal()

    def __init__(self, name: str, day: QDate) -> None:
        super().__init__()
        self.name = name
        self.day = day
        self.calendar: Calendar | None = None
        self.show_day(day)
        self.clicked.connect(self._open)

    def show_day(self, day: QDate) -> None:
        """Take a day without telling anybody."""
        self.day = day
        self.setText(day_words(day))
        self.setAccessibleName(f"{self.name}: {day_words(day)}")
        self.updateGeometry()

    def _open(self) -> None:
        menu = dress_menu(QMenu(self))
        self.calendar = calendar = Calendar(menu)
        calendar.setAccessibleName(self.name)
        calendar.setSelectedDate(self.day)
        calendar.setMinimumSize(theme.px(280), theme.px(220))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        for way in (calendar.clicked, calendar.activated):
            way.connect(lambda day, menu=menu: self._on_day(menu, day))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_day(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        if day != self.day:
            self.show_day(day)
            self.picked.emit()
