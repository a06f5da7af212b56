from olark_inbox.store.rows import Counts, View
from olark_inbox.ui.frame.place_kinds import KINDS


def test_each_place_stands_once_and_shows_a_figure_there_is():
    views = [kind.view for kind in KINDS]
    assert len(set(views)) == len(views)
    assert {kind.figure for kind in KINDS} <= set(Counts._fields)


def test_what_stands_below_needs_reply_adds_up_to_it():
    below = [kind.view for kind in KINDS if kind.below]
    assert below == [View.OFFLINE, View.UNANSWERED, View.REMINDERS]
    place = [kind.view for kind in KINDS].index(View.NEEDS_REPLY)
    assert [kind.view for kind in KINDS[place + 1 : place + 4]] == below
