"""The window on a long list against a plain Python list."""

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.ui.list.places import KEPT, Places
from tests.ui.list.makers import row

STEPS = st.lists(
    st.tuples(st.sampled_from(["gap", "put", "remove", "move", "forget"]), st.integers(0, 99)),
    max_size=60,
)


@given(total=st.integers(0, 30), steps=STEPS)
def test_it_knows_what_a_plain_list_would_know(total, steps):
    places, plain, fresh = Places(total), [None] * total, iter(range(1, 1000))
    for what, number in steps:
        at = number % (len(plain) + 1)
        if what == "gap":
            places.open_gap(at, 2)
            plain[at:at] = [None, None]
        elif at == len(plain):
            continue
        elif what == "put":
            new = row(id=next(fresh))
            places.put(at, new)
            plain[at] = new
        elif what == "remove":
            places.remove(at)
            del plain[at]
        elif what == "forget":
            places.forget(at)
            plain[at] = None
        else:
            to = (number * 7) % len(plain)
            places.move(at, to)
            plain.insert(to, plain.pop(at))
    assert [places.at(i) for i in range(places.total)] == plain
    assert places.total == len(plain)
    for at, one in enumerate(plain):
        assert one is None or places.index_of(one.id) == at


def test_a_conversation_is_known_in_one_place_only():
    places = Places(5)
    places.put(1, row(id=7))
    places.put(3, row(id=7))
    assert (places.at(1), places.index_of(7)) == (None, 3)


def test_far_rows_are_forgotten_when_there_are_too_many():
    places = Places(10_000)
    for at in range(KEPT + 100):
        places.put(at, row(id=at + 1))
    places.trim(1_000, 1_010)
    assert len(places) <= KEPT
    assert all(places.at(at) is not None for at in range(950, 1_060))
    assert places.at(0) is None


def test_what_is_missing_in_a_range_is_told():
    places = Places(10)
    places.put(4, row())
    assert places.missing(3, 6) == (3, 6)
    assert places.missing(4, 4) is None
    assert places.missing(-5, 99) == (0, 9)
