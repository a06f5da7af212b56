import pytest

from olark_inbox.store.grammar import FILTERS, Completion, complete
from olark_inbox.store.language import Language, speak, spoken
from olark_inbox.store.saved import Names
from olark_inbox.ui.search.search_offers import about, offers

NAMES = Names(("Maya", "Tom B"), ("Shop floor",), ("Émile", "sale", "sale 2"))


def values(typed):
    return [offer.value for offer in offers(complete(typed, len(typed)), NAMES)]


@pytest.mark.parametrize(("typed", "expected"), [
    ("tag:emi", ["tag:Émile "]),
    ("tag:sa", ["tag:sale ", 'tag:"sale 2" ']),
    ("agent:b", ['agent:"Tom B" ']),
    ("group:", ['group:"Shop floor" ']),
    ("is:d", ["is:done "]),
    ("from:", []),
    ("bef", ["before:"]),
    ("b", []),
    ("", []),
])  # fmt: skip
def test_what_fits_is_offered_ready_to_be_typed(typed, expected):
    assert values(typed) == expected


def test_never_more_than_a_few():
    many = Names(tags=tuple(f"tag {n}" for n in range(50)))
    assert len(offers(Completion("tag", "", 4, 4), many)) == 8


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_explained(name):
    assert about(name)


def test_the_owners_own_words_are_offered():
    before = spoken()
    speak(Language(filters={"is": "ist"}, values={"unread": "ungelesen"}))
    try:
        assert values("ist:ung") == ["ist:ungelesen "]
        assert values("is:ung") == ["ist:ungelesen "]
        assert values("is") == []
        assert values("bef") == ["before:"]
    finally:
        speak(before)
