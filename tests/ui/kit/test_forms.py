"""What pages are laid out from."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.forms import Field, Segments, Text, Tick, Tile, page_box, restyle_all


def test_words_are_never_markup(qtbot):
    text = Text("<b>bold</b>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_words_follow_the_theme_and_the_text_size(qtbot, qapp):
    theme.apply(qapp, "light")
    text = Text("x", 13, 600, "t2")
    qtbot.addWidget(text)
    theme.apply(qapp, "dark")
    assert text.palette().color(text.foregroundRole()) == theme.theme("dark")["t2"]
    theme.set_text_size(qapp, 150)
    restyle_all()
    assert text.font().pixelSize() == theme.font(13, 600).pixelSize() > 13


def test_a_tick_is_set_by_the_space_bar(qtbot):
    tick = Tick("With a sound")
    qtbot.addWidget(tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert tick.accessibleName() == "With a sound"


def test_one_of_a_few_is_chosen_and_told(qtbot):
    choice = Segments((("a", "First"), ("b", "Second")), "Colours")
    qtbot.addWidget(choice)
    choice.choose("a")
    with qtbot.waitSignal(choice.chosen) as told:
        choice._buttons["b"].click()
    assert told.args == ["b"]
    assert not choice._buttons["a"].isChecked()
    assert choice._buttons["b"].accessibleName() == "Colours: Second"


def test_choosing_by_program_tells_nobody(qtbot):
    choice = Segments((("a", "First"), ("b", "Second")), "Colours")
    qtbot.addWidget(choice)
    told = []
    choice.chosen.connect(told.append)
    choice.choose("b")
    choice.choose("no such")
    assert told == []
    assert choice._buttons["b"].isChecked()


def test_a_field_has_a_name_and_grows_with_the_text(qtbot, qapp):
    field = Field("link", "Address", 40)
    qtbot.addWidget(field)
    assert field.line.accessibleName() == "Address"
    before = field.sizeHint().height()
    theme.set_text_size(qapp, 150)
    assert field.sizeHint().height() > before


def test_a_tile_takes_the_colour_of_its_kind(qtbot, qapp):
    theme.apply(qapp, "light")
    tile = Tile("check", "live")
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    middle = tile.grab().toImage().pixelColor(8, 28).name()
    assert middle == theme.current()["live_bg"].name()


def test_a_column_has_no_margins(qtbot):
    tile = Tile("check")
    qtbot.addWidget(tile)
    assert page_box(tile, 4).contentsMargins().left() == 0
