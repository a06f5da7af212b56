import dataclasses

import pytest

from olark_inbox.store import rows
from tests.store.makers import chat, post, row

FROZEN = [
    one
    for one in vars(rows).values()
    if dataclasses.is_dataclass(one) and one.__module__ == rows.__name__
]


@pytest.mark.parametrize("one", FROZEN, ids=lambda one: one.__name__)
def test_what_travels_between_threads_cannot_be_changed(one):
    assert one.__dataclass_params__.frozen


def test_two_readings_of_one_row_are_equal_and_can_be_compared(inbox):
    post(inbox, chat())
    assert row(inbox) == row(inbox)
    assert hash(row(inbox)) == hash(row(inbox))
