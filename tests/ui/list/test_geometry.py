"""Where the parts of a row lie."""

import pytest
from PySide6.QtCore import QRect

from olark_inbox.ui.list.geometry import RowPlaces, row_height

ROW = QRect(10, 200, 350, 96)


def test_rows_have_one_of_two_heights():
    assert (row_height(compact=False), row_height(compact=True)) == (96, 60)


@pytest.mark.parametrize("compact", [False, True])
def test_every_part_lies_inside_its_row(compact):
    row = QRect(10, 200, 350, row_height(compact=compact))
    places = RowPlaces(row, compact)
    for part in (places.surface, places.avatar, places.hairline, *places.actions(2)):
        assert row.contains(part)


def test_actions_stand_side_by_side_at_the_end():
    done, star = RowPlaces(ROW).actions(2)
    assert not done.intersects(star)
    assert star.right() + 1 == ROW.right() + 1 - 16
    assert (done.width(), done.height()) == (22, 22)


def test_a_mirrored_row_is_the_same_seen_from_behind():
    plain, mirrored = RowPlaces(ROW), RowPlaces(ROW, mirrored=True)
    for one, other in (
        (plain.avatar, mirrored.avatar),
        (plain.hairline, mirrored.hairline),
        (plain.actions(2)[0], mirrored.actions(2)[0]),
    ):
        assert one.left() - ROW.left() == ROW.right() - other.right()
        assert one.size() == other.size()
