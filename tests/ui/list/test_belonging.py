"""What the list decides by itself is what the store would say."""

import itertools

from olark_inbox.store.rows import Query, View
from olark_inbox.ui.list.belonging import belongs
from tests.ui.list.makers import chat, offline, post, row, started


def test_the_store_says_the_same_of_every_conversation(inbox):
    makes = (
        chat,
        lambda: chat(answer=None),
        lambda: chat(answer=None, manuallySubmitted=True),
        lambda: offline("x"),
        lambda: started("Maya"),
    )
    for make, done, starred, binned in itertools.product(makes, *[[False, True]] * 3):
        ids = post(inbox, make())
        if starred:
            inbox.reminders.remind(ids, 1).result(120)
            inbox.reminders.ring().result(120)
        inbox.mark(ids, done=done, starred=starred, binned=binned).result(120)
    rows = [*inbox.rows_of(Query(View.ALL)), *inbox.rows_of(Query(View.BIN))]
    assert len(rows) == 40
    decided = 0
    for view in View:
        mine = {one.id: belongs(one, Query(view)) for one in rows}
        if None in mine.values():
            continue
        decided += 1
        theirs = {one.id for one in inbox.rows_of(Query(view))}
        assert {number for number, inside in mine.items() if inside} == theirs, view
    assert decided == 9


def test_searches_and_labels_are_left_to_the_store():
    assert belongs(row(), Query(words="wheel")) is None
    assert belongs(row(), Query(View.TAG, label="wheels")) is None
