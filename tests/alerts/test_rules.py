"""The table of cases: which change is worth which alert."""

from dataclasses import replace

import pytest

from olark_inbox.alerts.rules import (
    TROUBLE,
    AlertKind,
    Told,
    Wish,
    Wishes,
    alerts_for,
    found_words,
    waits,
)
from olark_inbox.olark.model import Kind
from olark_inbox.olark.pasted import pasted_message
from olark_inbox.store.rows import Change
from tests.alerts.makers import (
    NOW,
    make_alert,
    make_change,
    make_moment,
    make_news,
    make_row,
    make_wishes,
)

WORDS = replace(Wishes(), words=("refund", "quote"))


def alerts(*changes: Change, wishes: Wishes | None = None, reading: int | None = None, **texts):
    found, _ = alerts_for(
        make_news(*changes, **texts), wishes or Wishes(), make_moment(reading=reading)
    )
    return found


def kinds(*changes: Change, **more) -> list[AlertKind]:
    return [alert.kind for alert in alerts(*changes, **more)]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (make_row(), AlertKind.TRANSCRIPT),
        (make_row(unanswered=True), AlertKind.UNANSWERED),
        (make_row(kind=Kind.OFFLINE), AlertKind.OFFLINE),
        (make_row(kind=Kind.START), AlertKind.START),
        (make_row(sample=True), AlertKind.TRANSCRIPT),
        (make_row(manual=True, live_until_ms=NOW + 1), AlertKind.TRANSCRIPT),
        (make_row(rating=2), AlertKind.RATING),
        (make_row(rating=3), AlertKind.TRANSCRIPT),
        (make_row(rating=1, unread=False), AlertKind.RATING),
    ],
)
def test_what_is_new_is_told_by_its_most_urgent_kind(row, kind):
    assert kinds(make_change(row)) == [kind]


def test_new_lines_of_a_known_chat_are_told():
    assert kinds(make_change(make_row(), "lines")) == [AlertKind.TRANSCRIPT]


@pytest.mark.parametrize("what", ["update", "mark", "gone"])
def test_anything_else_is_never_told(what):
    assert kinds(make_change(make_row(rating=1, due=True), what)) == []


def test_a_rating_that_comes_later_is_told_only_where_it_is_low():
    assert kinds(make_change(make_row(rating=2, unread=False), "rated")) == [AlertKind.RATING]
    assert kinds(make_change(make_row(rating=5), "rated")) == []


def test_a_low_rating_is_told_once_and_a_lower_one_again():
    told = Told()
    seen = []
    for rating in (2, 2, 1, 1):
        change = make_change(make_row(rating=rating, unread=False), "rated")
        found, told = alerts_for(make_news(change), Wishes(), make_moment(), told)
        seen.append(len(found))
    assert seen == [1, 0, 1, 0]


def test_a_reminder_is_told_when_it_is_due_also_of_what_was_read():
    assert kinds(make_change(make_row(due=True, unread=False), "due")) == [AlertKind.REMINDER]
    assert kinds(make_change(make_row(due=False), "due")) == []


def test_the_owners_words_are_told_in_what_visitors_wrote():
    change = make_change(make_row())
    assert kinds(change, wishes=WORDS, c1="I want a REFUND.") == [AlertKind.WORD]
    assert kinds(change, wishes=WORDS, c1="I am refunded") == [AlertKind.TRANSCRIPT]
    assert alerts(change, wishes=WORDS, c1="A quote, please")[0].found == "quote"


def test_a_word_is_told_once_a_conversation():
    told, seen = Told(), []
    for number, what in enumerate(("new", "lines"), start=1):
        news = make_news(make_change(make_row(), what, number), c1="a refund")
        found, told = alerts_for(news, WORDS, make_moment(), told)
        seen += [alert.kind for alert in found]
    assert seen == [AlertKind.WORD, AlertKind.TRANSCRIPT]


@pytest.mark.parametrize(
    ("text", "word", "there"),
    [
        ("Can I get a Quote?", "quote", True),
        ("quoted", "quote", False),
        ("Rückgabe bitte", "ruckgabe", True),
        ("a gift   card", "gift card", True),
        ("返品したいです", "返品", True),
        ("50% (off)", "50%", True),
        ("anything", "   ", False),
        ("", "quote", False),
    ],
)
def test_words_are_found_whole_and_whatever_their_accents(text, word, there):
    assert bool(found_words(text, [word])) is there


def test_a_conversation_that_is_gone_or_in_the_bin_is_not_told():
    assert kinds(make_change(None)) == []
    assert kinds(make_change(make_row(binned_ms=NOW))) == []


def test_what_the_owner_is_reading_is_not_told():
    assert kinds(make_change(make_row(7)), reading=7) == []
    assert kinds(make_change(make_row(7)), reading=8) == [AlertKind.TRANSCRIPT]


def test_what_the_owner_pasted_himself_is_not_told():
    key = pasted_message("My wheel wobbles")["id"]
    assert kinds(make_change(make_row(key=key, kind=Kind.OFFLINE))) == []


def test_what_was_read_before_it_could_be_told_is_not_told():
    assert kinds(make_change(make_row(unread=False))) == []


def _one_of_each() -> list[Change]:
    rows = (
        make_row(1), make_row(2, rating=1), make_row(3, due=True, unread=False),
        make_row(4, Kind.OFFLINE), make_row(5, unanswered=True), make_row(6),
        make_row(7, Kind.START),
    )  # fmt: skip
    return [make_change(row, "due" if row.due else "new") for row in rows]


@pytest.mark.parametrize("kind", [k for k in AlertKind if k not in TROUBLE])
def test_a_kind_that_is_off_is_not_told_and_the_others_are(kind):
    off = replace(make_wishes(**{kind.value: Wish(on=False)}), words=("refund",))
    usual = replace(Wishes(), words=("refund",))
    every = kinds(*_one_of_each(), wishes=usual, c1="refund")
    assert set(every) == set(AlertKind) - TROUBLE
    # What has two reasons is told by the other one.
    instead = {AlertKind.WORD: AlertKind.TRANSCRIPT, AlertKind.RATING: AlertKind.TRANSCRIPT}
    left = [instead.get(k, k) if k is kind else k for k in every]
    if kind not in instead:
        left = [k for k in left if k is not kind]
    assert kinds(*_one_of_each(), wishes=off, c1="refund") == left


def test_a_start_makes_no_sound_at_first_and_a_transcript_does():
    told = alerts(make_change(make_row(1, Kind.START)), make_change(make_row(2)))
    assert [alert.sound for alert in told] == [False, True]


def test_what_has_two_reasons_sounds_and_comes_again_for_either():
    wishes = replace(
        make_wishes(word=Wish(sound=False), offline=Wish(again_min=5)), words=("refund",)
    )
    (alert,) = alerts(make_change(make_row(1, Kind.OFFLINE)), wishes=wishes, c1="refund")
    assert (alert.kind, alert.sound, alert.again_min) == (AlertKind.WORD, True, 5)


def test_a_start_and_its_transcript_in_one_refresh_are_one_alert():
    changes = [make_change(make_row(1, Kind.START)), make_change(make_row(1), "lines", number=2)]
    assert kinds(*changes) == [AlertKind.TRANSCRIPT]


def test_the_same_reason_twice_in_one_refresh_is_told_once_and_remembered():
    row = make_row(rating=1)
    news = make_news(make_change(row), make_change(replace(row, unread=False), "rated"))
    found, told = alerts_for(news, Wishes(), make_moment())
    assert [alert.kinds[0][0] for alert in found] == [AlertKind.RATING]
    again, same = alerts_for(make_news(make_change(row, "rated")), Wishes(), make_moment(), told)
    assert again == ()
    assert same == told == Told(ratings=frozenset({(1, 1)}))


def test_an_alert_names_who_and_brings_the_first_words():
    (alert,) = alerts(make_change(make_row()))
    assert (alert.who, alert.agents, alert.words) == ("Priya Raman", ("Maya",), "You are a star")
    assert alert.conversation == 1


@pytest.mark.parametrize(
    ("kind", "row", "waiting"),
    [
        (AlertKind.OFFLINE, make_row(), True),
        (AlertKind.OFFLINE, make_row(unread=False), False),
        (AlertKind.OFFLINE, make_row(done=True), False),
        (AlertKind.OFFLINE, make_row(binned_ms=NOW), False),
        (AlertKind.OFFLINE, None, False),
        (AlertKind.RATING, make_row(unread=False), True),
        (AlertKind.REMINDER, make_row(unread=False, due=True), True),
        (AlertKind.REMINDER, make_row(), False),
    ],
)
def test_an_alert_waits_until_it_is_seen_or_settled(kind, row, waiting):
    assert waits(make_alert(1, kind), row) is waiting


@pytest.mark.parametrize("what", ["new", "lines"])
def test_a_reminder_that_rings_together_with_new_lines_is_told_with_them(what):
    row = make_row(7, due=True, remind_ms=NOW)
    (alert,), told = alerts_for(make_news(make_change(row, what)), Wishes(), make_moment())
    assert [kind for kind, _ in alert.kinds] == [AlertKind.REMINDER, AlertKind.TRANSCRIPT]
    (again,), _ = alerts_for(make_news(make_change(row, what)), Wishes(), make_moment(), told)
    assert [kind for kind, _ in again.kinds] == [AlertKind.TRANSCRIPT], "it rang once"
