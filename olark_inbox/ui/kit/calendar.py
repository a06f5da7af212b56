"""A calendar in the colours of the program: no blue bar, no red days."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from olark_inbox.ui.kit import theme


class Calendar(QCalendarWidget):
    """Qt's own, calmed; it takes the colours of another theme too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: theme.Theme | None = None
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        colors = theme.current()
        if self._theme is colors:
            return  # a new sheet changes the palette too
        self._theme = colors
        plain = QTextCharFormat()
        plain.setForeground(colors["t1"])
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(colors["t3"])
        head.setBackground(colors["base"])
        self.setHeaderTextFormat(head)
        names = {token: colors[token].name() for token in ("base", "t1", "hover", "t2")}
        self.setStyleSheet(
            "QWidget#qt_calendar_navigationbar {{ background: {base}; }}"
            "QToolButton {{ color: {t1}; background: {base}; border: none; padding: 5px 8px;"
            " border-radius: 6px; }} QToolButton:hover {{ background: {hover}; }}"
            "QToolButton::menu-indicator {{ image: none; }}".format_map(names)
        )
        for way, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.findChild(QToolButton, f"qt_calendar_{way}month")
            if button is not None:
                button.setIcon(theme.icon(icon))
