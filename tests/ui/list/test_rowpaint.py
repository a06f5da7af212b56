"""A row's looks, seen in its pixels."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from olark_inbox.olark.model import Kind
from olark_inbox.ui.kit import theme
from olark_inbox.ui.list.geometry import RowPlaces
from olark_inbox.ui.list.rowpaint import RowState, paint_actions, paint_placeholder, paint_row
from olark_inbox.ui.list.rowtext import prepare
from tests.ui.list.makers import NOON, row

RECT = QRect(0, 0, 350, 96)
DOT, CORNER, LINE = QPoint(16, 32), QPoint(300, 92), QPoint(200, 95)


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, "light")


def painted(state=None, *, actions=False, **what):
    image = QImage(350, 96, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    state, one = state or RowState(), row(**what)
    places = RowPlaces(RECT, state.compact, state.mirrored)
    paint_row(painter, places, prepare(one, 350, NOON, compact=state.compact), state)
    if actions:
        paint_actions(painter, places, one, state)
    painter.end()
    return image


def colour(token):
    return theme.current()[token]


def test_an_unread_row_has_a_dot_until_it_is_open():
    assert painted(unread=True).pixelColor(DOT) == colour("accent")
    assert painted(unread=False).pixelColor(DOT) == colour("base")
    reading = RowState(selected="sel", open=True)
    assert painted(reading, unread=True).pixelColor(DOT) == colour("sel")


@pytest.mark.parametrize(
    ("state", "token"),
    [
        (RowState(), "base"),
        (RowState(hovered=True), "hover"),
        (RowState(selected="sel"), "sel"),
        (RowState(selected="sel_idle"), "sel_idle"),
    ],
)
def test_the_ground_says_how_a_row_stands(state, token):
    assert painted(state).pixelColor(CORNER) == colour(token)


def test_a_hairline_parts_rows_but_not_from_a_selected_one():
    assert painted().pixelColor(LINE) == colour("line")
    assert painted(RowState(line_below=False)).pixelColor(LINE) == colour("base")
    assert painted(RowState(selected="sel")).pixelColor(LINE) != colour("line")


def test_one_of_several_selected_is_ticked():
    state = RowState(selected="sel", checked=True)
    assert painted(state).pixelColor(42, 24) == colour("accent_fill")


def test_the_disc_of_a_selected_row_is_white():
    assert painted(RowState(selected="sel")).pixelColor(42, 17) == colour("base")


def test_the_ring_runs_inside_the_row():
    assert painted(RowState(selected="sel", ring=True)).pixelColor(175, 2) == colour("accent")


def test_hits_are_marked():
    marked = painted(snippet="my wheel", marks=((3, 8),))
    found = {marked.pixelColor(x, 34).name() for x in range(72, 200)}
    assert colour("mark").name() in found
    assert colour("mark").name() not in {
        painted(snippet="my wheel").pixelColor(x, 34).name() for x in range(72, 200)
    }


def test_actions_replace_the_time_and_show_what_they_are_over():
    cold = RowState(hovered=True, actions=("done", "star"))
    hot = RowState(hovered=True, actions=("done", "star"), hot=0)
    one, other = painted(cold, actions=True), painted(hot, actions=True)
    where = RowPlaces(RECT).actions(2)[0].topLeft() + QPoint(4, 4)
    assert one.pixelColor(where) == colour("base")
    assert other.pixelColor(where) == colour("chip")


@pytest.mark.parametrize(
    "what",
    [
        {"kind": Kind.OFFLINE}, {"unanswered": True}, {"starred": True}, {"rating": 4},
        {"tags": ("a",)}, {"sample": True}, {"name": "Zoe"}, {"lines": 3},
    ],
)  # fmt: skip
def test_everything_that_differs_can_be_seen(what):
    assert painted(**what) != painted()


def test_a_mirrored_row_has_its_dot_at_the_other_side():
    image = painted(RowState(mirrored=True), unread=True)
    assert image.pixelColor(349 - 16, 32) == colour("accent")


def test_a_row_on_its_way_is_quiet():
    image = QImage(350, 96, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_placeholder(painter, RowPlaces(RECT), RowState())
    painter.end()
    seen = {image.pixelColor(x, 40).name() for x in range(60, 300, 3)}
    assert colour("field").name() in seen
    assert colour("t1").name() not in seen
