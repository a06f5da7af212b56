"""The small shapes."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import (
    Face,
    PillLook,
    baseline,
    hairline,
    hue_of,
    initials,
    paint_avatar,
    paint_key_cap,
    paint_pill,
    pill_width,
    tag_color,
    text_direction,
)

WHITE, BLACK = QColor("white"), QColor("black")


@pytest.fixture
def canvas(qapp):
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    yield image, painter
    painter.end()


def extent(image, color):
    """The columns that hold anything but a colour."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != color for y in range(image.height()))
    ]
    return (columns[0], columns[-1]) if columns else None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Priya Raman", "PR"),
        ("Grace Adeyemi-Thompson", "GA"),
        ("Dan 🚲 Harris", "DH"),
        ("priya", "P"),
        ("田中 美咲", "田"),
        ("ليلى حداد", "ل"),
        ("Жанна Орлова", "ЖО"),
        ("2979 #", ""),
        ("", ""),
        ("ß ß", "SS"),
    ],
)
def test_initials_are_what_a_person_would_write(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("text", "right"), [("Hello", False), ("123 مرحبا abc", True), ("", False), ("… abc", False)]
)
def test_the_direction_is_that_of_the_first_letter(text, right):
    assert (text_direction(text) is Qt.LayoutDirection.RightToLeft) == right


def test_a_person_keeps_the_same_hue_for_ever():
    assert [hue_of("V1"), hue_of("V1"), hue_of("\ud800")] == [hue_of("V1")] * 2 + [hue_of("?")]
    assert {hue_of(str(number)) for number in range(100)} == set(range(8))
    assert tag_color("Wheels") == tag_color("wheels")


def test_a_line_of_a_tall_script_keeps_the_baseline_of_its_row(qapp):
    metrics = QFontMetrics(theme.font(13))
    assert baseline(metrics, 10, 20) == 10 + metrics.ascent() + (20 - metrics.height()) // 2


def test_a_pill_is_as_wide_as_it_says(canvas):
    image, painter = canvas
    look = PillLook("repair", BLACK, QColor("#DDDDDD"), dot=QColor("red"))
    width = paint_pill(painter, 20, 10, look)
    assert width == pill_width(look)
    assert extent(image, WHITE) == (20, 20 + width - 1)


def test_a_pill_with_too_little_room_is_elided(canvas):
    image, painter = canvas
    look = PillLook("a very long tag that goes on", BLACK, QColor("#DDDDDD"))
    assert paint_pill(painter, 0, 10, look, width=60) == 60
    assert extent(image, WHITE) == (0, 59)


def test_an_avatar_shows_its_persons_colour_and_a_live_one_its_dot(canvas):
    image, painter = canvas
    paint_avatar(painter, QRect(0, 0, 36, 36), Face("Priya Raman", "V1"))
    back = theme.current().avatars[hue_of("V1")][0]
    assert image.pixelColor(18, 4) == back
    dot = theme.current()["live_dot"]
    assert image.pixelColor(31, 31) != dot
    paint_avatar(painter, QRect(0, 0, 36, 36), Face("Priya Raman", "V1", live=True))
    assert image.pixelColor(31, 31) == dot


def test_somebody_without_a_name_has_a_grey_figure(canvas):
    image, painter = canvas
    paint_avatar(painter, QRect(0, 0, 36, 36), Face("Visitor", "V1", anonymous=True))
    assert image.pixelColor(18, 3) == theme.current().avatars[7][0]


def test_a_hairline_is_one_pixel(canvas):
    image, painter = canvas
    hairline(painter, 10, 20, 50)
    line = theme.current()["line"]
    assert [image.pixelColor(30, y) == line for y in (19, 20, 21)] == [False, True, False]
    assert extent(image, WHITE) == (10, 59)


def test_a_key_cap_has_an_edge_and_its_words(canvas):
    image, painter = canvas
    paint_key_cap(painter, QRect(10, 10, 44, 18), "Ctrl K")
    assert extent(image, WHITE) == (10, 53)
