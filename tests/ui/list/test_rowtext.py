"""Words cut to a row's width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from olark_inbox.ui.kit import theme
from olark_inbox.ui.list.rowtext import LEFT, RIGHT, characters, prepare, units
from tests.ui.list.makers import NOON, row

WIDTH = 350
ROOM = WIDTH - LEFT - RIGHT
TAGS = ("order", "kids", "a very long tag that goes on and on", "school", "helmets")


def lines(text, **more):
    return prepare(row(preview=text, **more), WIDTH, NOON, compact=False).preview


def fits(line):
    return QFontMetrics(theme.font(13)).horizontalAdvance(line.text) <= ROOM


@pytest.fixture(autouse=True)
def _type(qapp):
    theme.apply(qapp, "light")


@pytest.mark.parametrize(
    "text",
    [
        "You are a star, thank you! Booked for Friday 8:00, rear wheel truing. Please ride on.",
        "日本への発送はできますか?ハンドルバーバッグを二つ注文したいです。ありがとうございます。よろしく",
        "مرحبا، هل لديكم دراجة كهربائية مناسبة للطرق الجبلية؟ نعم، يوم السبت صباحا إذا أمكن شكرا"
        * 2,
        "x" * 600_000,
        "🎉" * 300,
        "https://example.com/" + "wheel/" * 60,
    ],
)
def test_a_long_text_takes_two_lines_that_fit_and_says_it_goes_on(text):
    first, second = lines(text)
    assert fits(first)
    assert fits(second)
    assert second.text.endswith("…")
    assert text.startswith(first.text)


def test_a_short_text_takes_one_line():
    assert [line.text for line in lines("Sand!\nSaturday?")] == ["Sand! Saturday?"]


def test_a_compact_row_has_one_line():
    compact = prepare(row(preview="word " * 80), WIDTH, NOON, compact=True)
    assert len(compact.preview) == 1
    assert (compact.badges, compact.who, compact.rating) == ((), "", "")


def test_a_text_goes_the_way_of_its_first_letter():
    assert [line.right_to_left for line in lines("مرحبا Harrow 3")] == [True]
    assert [line.right_to_left for line in lines("Harrow 3 مرحبا")] == [False]


def test_hits_stay_on_their_words_in_both_lines():
    text = (
        "My front wheel has a click on every turn 🚲, could it be that the wheel bearing is worn?"
    )
    marks = tuple((at, at + 5) for at in range(len(text)) if text.startswith("wheel", at))
    shown = lines("", snippet=text, marks=marks)
    hits = [line.text[start:end] for line in shown for start, end in line.marks]
    assert hits == ["wheel", "wheel"]


def test_a_hit_that_is_cut_off_is_not_marked():
    text = "word " * 70 + "wheel"
    shown = lines("", snippet=text, marks=((350, 355),))
    assert [line.marks for line in shown] == [(), ()]


def test_the_name_gives_way_to_time_and_star():
    long = prepare(
        row(name="Grace Adeyemi-Thompson " * 3, starred=True), WIDTH, NOON, compact=False
    )
    name = QFontMetrics(theme.font(13, 500)).horizontalAdvance(long.name.text)
    assert long.name.text.endswith("…")
    assert name + long.time_width + 30 <= ROOM


@pytest.mark.parametrize("width", [220, 300, 350, 408])
def test_pills_and_rating_never_overlap(width):
    text = prepare(row(tags=TAGS, rating=5), width, NOON, compact=False)
    ends = [placed.x + placed.width for placed in text.badges]
    starts = [placed.x for placed in text.badges]
    assert all(end < start for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] <= width - LEFT - RIGHT - text.rating_width
    assert text.badges[-1].badge.text.startswith("+")


@given(st.text(), st.integers(0, 50))
def test_characters_and_qts_units_are_told_apart(text, count):
    count = min(count, len(text))
    assert characters(text, units(text, count)) == count
