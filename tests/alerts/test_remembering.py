"""What was told outlives the program, and no customer's word does so by it."""

import json
from dataclasses import replace

import pytest

from olark_inbox.alerts.burst import Burst
from olark_inbox.alerts.remembering import Remembered, of_state, to_state, with_words
from olark_inbox.alerts.rules import AlertKind, Told
from olark_inbox.alerts.teller import Memory, Waiting
from olark_inbox.alerts.trouble import Troubles
from tests.alerts.makers import NOW, make_alert, make_row

TOLD = Told(frozenset({(1, 2)}), frozenset({(1, "refund")}), frozenset({(3, NOW)}))
MEMORY = Memory(
    TOLD,
    Troubles(unreachable=True, unreadable=4),
    Burst((make_alert(2),), NOW),
    (make_alert(1, words="Secret", who="Priya", found="refund"),),
    (Waiting(make_alert(3, AlertKind.OFFLINE, again_min=5), NOW + 7),),
)


def kept(remembered):
    return of_state(json.loads(json.dumps(to_state(remembered))))


def test_all_of_it_comes_back():
    back = kept(Remembered(MEMORY, 17, NOW))
    assert (back.number, back.asked_ms) == (17, NOW)
    assert back.memory.told == TOLD
    assert back.memory.troubles == MEMORY.troubles
    assert [alert.conversation for alert in back.memory.kept] == [1, 2]
    assert back.memory.kept[0].found == "refund"
    (waiting,) = back.memory.waiting
    assert (waiting.alert.kind, waiting.again_ms) == (AlertKind.OFFLINE, NOW + 7)
    assert waiting.alert.again_min == 5


def test_no_word_and_no_name_of_a_customer_is_kept():
    written = json.dumps(to_state(Remembered(MEMORY, 17, NOW)))
    for private in ("Secret", "Priya", "Visitor"):
        assert private not in written


def test_words_come_from_the_rows_and_what_was_seen_meanwhile_is_forgotten():
    rows = {1: make_row(1, preview="Hello"), 2: make_row(2, unread=False), 3: None}
    memory = with_words(kept(Remembered(MEMORY, 17, NOW)).memory, rows)
    assert [(a.conversation, a.words, a.who) for a in memory.kept] == [(1, "Hello", "Priya Raman")]
    assert memory.waiting == ()


def test_troubles_are_looked_at_anew_and_joined_ones_are_not_kept():
    trouble = replace(make_alert(1, AlertKind.STORE), conversations=(), words="The disk is full.")
    memory = replace(MEMORY, kept=(trouble,), burst=Burst(), waiting=())
    assert to_state(Remembered(memory, 1, NOW))["kept"] == []


def test_it_stays_small():
    told = Told(ratings=frozenset((one, 1) for one in range(5_000)))
    state = to_state(Remembered(Memory(told), 1, NOW))
    assert state["ratings"] == [(one, 1) for one in range(4_000, 5_000)]


@pytest.mark.parametrize(
    "value", [{}, {"number": 1}, to_state(Remembered(MEMORY, 1, NOW)) | {"kept": [7]}]
)
def test_what_is_not_understood_counts_as_never_told(value):
    assert of_state(value) == Remembered()
