"""Pills, avatars and key caps as widgets."""

import pytest

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.badges import Avatar, Hairline, KeyCap, Pill
from olark_inbox.ui.kit.paint import Face


def picture(widget):
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


@pytest.fixture
def pill(qtbot, qapp):
    theme.apply(qapp, "light")
    made = Pill()
    qtbot.addWidget(made)
    return made


def test_a_pill_takes_the_colours_of_its_kind(pill):
    grounds = {}
    for kind in ("live", "offline", "alert", "chip"):
        pill.show_kind("Word", kind)
        grounds[kind] = picture(pill).pixelColor(3, 9).name().upper()
    assert grounds == {
        "live": "#DFF3E7",
        "offline": "#FBEED6",
        "alert": "#FCE6E8",
        "chip": "#EDEBE6",
    }


def test_a_pill_grows_with_its_words_and_says_them(pill):
    pill.show_tag("a")
    narrow = pill.sizeHint().width()
    pill.show_tag("a longer tag")
    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "a longer tag"


def test_an_avatar_shows_another_face(qtbot):
    made = Avatar(44)
    qtbot.addWidget(made)
    made.show_face(Face("Priya Raman", "V1"))
    first = picture(made)
    made.show_face(Face("Marcus Bell", "V2"))
    assert picture(made) != first
    assert first.width() == 44


def test_a_key_cap_is_as_wide_as_its_key(qtbot):
    short, long = KeyCap("E"), KeyCap("Ctrl Shift C")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert picture(long).width() == long.sizeHint().width()


@pytest.mark.parametrize("vertical", [True, False])
def test_a_hairline_fills_its_length(qtbot, vertical):
    made = Hairline(vertical=vertical)
    qtbot.addWidget(made)
    made.resize(*((1, 30) if vertical else (30, 1)))
    image = made.grab().toImage()
    assert image.pixelColor(image.width() - 1, image.height() - 1) == theme.current()["line"]
