from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from olark_inbox.ui.kit.steps import StepNumber, step


def test_what_belongs_to_the_steps_stands_under_each_other(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    labels = [QLabel(text) for text in ("Make an account", "Paste it", "A line without a number")]
    for number, label in zip((1, 12, 0), labels, strict=True):
        column.addLayout(step(number, label))
    page.resize(400, 200)
    page.show()
    assert len({label.x() for label in labels}) == 1


def test_a_place_without_a_number_stays_empty(qtbot):
    empty, ring = StepNumber(0), StepNumber(1)
    inks = []
    for widget in (empty, ring):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        picture = widget.grab().toImage()
        size = picture.size()
        inks.append(
            {picture.pixel(x, y) for x in range(size.width()) for y in range(size.height())}
        )
    assert len(inks[0]) == 1
    assert len(inks[1]) > 3
