"""The program's own sign, at every size a desktop asks for."""

import pytest
from PySide6.QtGui import QColor

from olark_inbox.ui.kit.app_icon import (
    SIZES,
    AppMark,
    TrayState,
    app_icon,
    mark,
    tray_glyph,
    tray_icon,
)

BLUE = QColor("#2257B5").rgb()
AMBER = QColor("#FFC44D").rgb()


def _colors(pixmap):
    picture = pixmap.toImage()
    return [
        QColor.fromRgba(picture.pixel(x, y)).rgb()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]


@pytest.mark.parametrize("size", SIZES)
def test_it_is_drawn_in_blue_and_white_at_its_own_size(qapp, size):
    pixmap = mark(size)
    assert pixmap.width() == size
    colors = _colors(pixmap)
    assert colors.count(BLUE) > size * size * 0.2
    assert QColor("white").rgb() in colors


def test_on_a_fine_screen_it_has_as_many_pixels_as_the_screen(qapp):
    pixmap = mark(28, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (56, 28)


def test_the_icon_has_every_size(qapp):
    assert {size.width() for size in app_icon().availableSizes()} == set(SIZES)


@pytest.mark.parametrize("size", SIZES[:8])
def test_unread_are_a_number_in_the_corner_and_none_is_none(qapp, size):
    calm = tray_glyph(size, 0, TrayState.CALM)
    some = tray_glyph(size, 4, TrayState.CALM)
    many = tray_glyph(size, 128, TrayState.CALM)
    assert AMBER not in _colors(calm)
    assert _colors(some).count(AMBER) > 8
    assert some.toImage() != tray_glyph(size, 7, TrayState.CALM).toImage()
    assert many.toImage() == tray_glyph(size, 10, TrayState.CALM).toImage()


@pytest.mark.parametrize("size", SIZES[:8])
def test_trouble_is_a_red_mark_and_a_pause_two_bars(qapp, size):
    calm = tray_glyph(size, 0, TrayState.CALM).toImage()
    trouble = _colors(tray_glyph(size, 4, TrayState.TROUBLE))
    assert QColor("#D13A52").rgb() in trouble
    assert AMBER in trouble  # how many are unread is still told
    assert tray_glyph(size, 0, TrayState.PAUSED).toImage() != calm


def test_the_tray_icon_has_the_sizes_of_panels(qapp):
    assert {s.width() for s in tray_icon(3, TrayState.CALM).availableSizes()} == set(SIZES[:8])


def test_the_mark_stands_in_layouts_at_its_size(qtbot):
    widget = AppMark(28)
    qtbot.addWidget(widget)
    assert widget.sizeHint().toTuple() == (28, 28)
    assert BLUE in _colors(widget.grab())
