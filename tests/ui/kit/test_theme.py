"""Colours that can be read, type that says what was typed, a window that follows the system."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.kit import theme

NAMES = ("light", "dark")
PAIRS = theme.tokens()["contrast"]


@pytest.fixture(autouse=True)
def _as_it_was(request):
    yield
    if "qapp" in request.fixturenames:
        qapp = request.getfixturevalue("qapp")
        theme.set_text_size(qapp, 100)
        theme.apply(qapp, "light")


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("pair", PAIRS["text_pairs"], ids="-on-".join)
def test_every_text_can_be_read_on_its_ground(name, high_contrast, pair):
    colors = theme.theme(name, high_contrast=high_contrast)
    assert contrast(colors[pair[0]], colors[pair[1]]) >= PAIRS["text_min"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", PAIRS["graphics_pairs"], ids="-on-".join)
def test_every_mark_can_be_seen_on_its_ground(name, pair):
    colors = theme.theme(name)
    assert contrast(colors[pair[0]], colors[pair[1]]) >= PAIRS["graphics_min"]


@pytest.mark.parametrize("name", NAMES)
def test_letters_of_avatars_and_dots_of_tags_stand_out(name):
    colors = theme.theme(name)
    for back, front in colors.avatars:
        assert contrast(front, back) >= 4.5
        assert contrast(front, colors["base"]) >= 4.5  # on a selected row the disc turns base
    for dot in colors.tag_dots:
        assert contrast(dot, colors["base"]) >= 3
        assert contrast(dot, colors["chip"]) >= 3


def test_the_palette_of_each_theme_fits_its_colours(qapp):
    theme.apply(qapp, "dark")
    role = QPalette.ColorRole
    assert qapp.palette().color(role.Window) == theme.theme("dark")["base"]
    assert qapp.palette().color(role.Text) == theme.theme("dark")["t1"]
    theme.apply(qapp, "light")
    assert qapp.palette().color(role.Window) == theme.theme("light")["base"]
    assert theme.current().name == "light"


def test_a_system_that_does_not_say_gets_light(qapp):
    assert qapp.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    theme.apply(qapp, "dark")
    theme.apply(qapp, "system")
    assert theme.current().name == "light"


def test_every_widget_hears_of_a_new_theme(qapp, qtbot):
    class Hearing(QWidget):
        heard = 0

        def changeEvent(self, event):
            self.heard += event.type() is event.Type.PaletteChange

    widget = Hearing()
    qtbot.addWidget(widget)
    widget.show()
    theme.apply(qapp, "dark")
    assert widget.heard > 0


def test_words_are_set_in_the_font_beside_the_program(qapp):
    assert theme.font(13).families()[0] == "Inter"


def test_weights_differ(qapp):
    widths = [QFontMetrics(theme.font(40, w)).horizontalAdvance("wheel") for w in (400, 500, 600)]
    assert widths == sorted(set(widths))


def test_a_letter_x_between_digits_stays_a_letter_x(qapp):
    metrics = QFontMetrics(theme.font(40))
    parts = sum(metrics.horizontalAdvance(letter) for letter in "2x9")
    assert abs(metrics.horizontalAdvance("2x9") - parts) <= 2


def test_digits_of_times_have_one_width(qapp):
    metrics = QFontMetrics(theme.font(40, tabular=True))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_the_text_size_scales_type_and_lengths_within_its_limits(qapp):
    theme.set_text_size(qapp, 150)
    assert (theme.px(96), theme.font(12).pixelSize()) == (144, 18)
    theme.set_text_size(qapp, 400)
    assert theme.text_size() == 150
    theme.set_text_size(qapp, 10)
    assert theme.text_size() == 90


def test_an_icon_is_drawn_in_its_colour_at_the_size_of_the_screen(qapp):
    color = theme.current()["alert"]
    picture = theme.pixmap("star", color, 16, 1.5, filled=True)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (24, 16)
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert image.pixelColor(12, 12) == color
    assert image.pixelColor(0, 0).alpha() == 0
    hollow = theme.pixmap("star", color, 16, 1.5).toImage()
    assert hollow.pixelColor(12, 12).alpha() == 0


def test_an_icon_for_menus_has_a_paler_side_for_what_is_off(qapp):
    icon = theme.icon("star")
    on = icon.pixmap(16, 16).toImage()
    off = icon.pixmap(16, 16, icon.Mode.Disabled).toImage()
    assert on != off
