from PySide6.QtCore import Qt

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.calendar import Calendar


def test_its_colours_are_the_themes_also_of_one_that_comes_later(qtbot, qapp):
    calendar = Calendar()
    qtbot.addWidget(calendar)
    calendar.show()
    for name in ("light", "dark", "light"):
        theme.apply(qapp, name)
        qapp.processEvents()
        colors = theme.current()
        assert calendar.headerTextFormat().background().color() == colors["base"]
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            assert calendar.weekdayTextFormat(day).foreground().color() == colors["t1"]
