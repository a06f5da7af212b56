"""A slice read anew is fitted in with as little as is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store.rows import Found
from olark_inbox.ui.list.fitting import fit
from olark_inbox.ui.list.places import Places
from tests.ui.list.makers import row


class Noting:
    """Rows that note each change, as the model tells Qt of it."""

    def __init__(self, ids, total=None):
        self.places = Places(total or len(ids))
        for at, number in enumerate(ids):
            self.places.put(at, row(id=number))
        self.steps = []

    def insert(self, place, rows):
        if rows:
            assert 0 <= place <= self.places.total
            self.steps.append("insert")
            self.places.open_gap(place, len(rows))
            for at, one in enumerate(rows, place):
                if one is not None:
                    self.places.put(at, one)

    def remove(self, place, count=1):
        if count > 0:
            assert place + count <= self.places.total
            self.steps.append("remove")
            self.places.remove(place, count)

    def move(self, source, target):
        if source != target:
            self.steps.append("move")
            self.places.move(source, target)

    def fill(self, place, rows):
        for at, one in enumerate(rows, place):
            if at < self.places.total and self.places.at(at) != one:
                self.places.put(at, one)

    def adopt(self, found):
        more = found.total - self.places.total
        self.insert(self.places.total, [None] * max(0, more))
        self.remove(found.total, -more)
        self.fill(found.offset, found.rows)

    def ids(self):
        known = [self.places.at(at) for at in range(self.places.total)]
        return [one and one.id for one in known]


def found(ids, total=None, offset=0):
    rows = tuple(row(id=number) for number in ids)
    return Found(rows=rows, offset=offset, total=len(ids) + offset if total is None else total)


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ([3, 2, 1], [3, 2, 1], []),
        ([3, 2, 1], [4, 3, 2, 1], ["insert"]),
        ([3, 2, 1], [3, 1], ["remove"]),
        ([3, 2, 1], [1, 3, 2], ["move"]),
        ([], [2, 1], ["insert", "insert"]),
        ([2, 1], [], ["remove"]),
    ],
)
def test_the_least_is_done(before, after, steps):
    rows = Noting(before)
    fit(rows, found(after))
    assert rows.ids() == after
    assert rows.steps == steps


@given(
    before=st.lists(st.integers(1, 15), unique=True),
    after=st.lists(st.integers(1, 15), unique=True),
)
def test_any_list_becomes_any_other(before, after):
    rows = Noting(before)
    fit(rows, found(after))
    assert rows.ids() == after


def test_what_lies_outside_the_slice_is_loaded_anew():
    rows = Noting([1, 2, 3, 4, 5, 6])
    fit(rows, found([2, 9, 4], total=6, offset=1))
    assert rows.ids() == [None, 2, 9, 4, None, None]
