"""What alerts say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.alerts.quiet import Quiet, Why
from olark_inbox.alerts.rules import TROUBLE, Alert, AlertKind
from olark_inbox.alerts.wishes import CHOSEN
from olark_inbox.ui.presence import alert_words

NOW = 1_763_640_000_000


def make_alert(kind=AlertKind.TRANSCRIPT, **only):
    alert = Alert(
        (1,), ((kind, 1),), sound=True, who="Priya Raman", agents=("Maya",), words="Hello",
        found="refund", rating=2,
    )  # fmt: skip
    return replace(alert, conversations=(), **only) if kind in TROUBLE else replace(alert, **only)


@pytest.mark.parametrize(
    ("kind", "title", "body"),
    [
        (AlertKind.TRANSCRIPT, "Chat with Priya Raman", "Hello"),
        (AlertKind.OFFLINE, "Offline message from Priya Raman", "Hello"),
        (AlertKind.UNANSWERED, "Nobody answered Priya Raman", "Hello"),
        (AlertKind.START, "A chat has started", "Maya is in the chat. The words arrive when"),
        (AlertKind.RATING, "Rated 2 of 5 by Priya Raman", "Hello"),
        (AlertKind.WORD, "“refund”, written by Priya Raman", "Hello"),
        (AlertKind.REMINDER, "Reminder: Priya Raman", "Hello"),
        (AlertKind.UNREACHABLE, "New chats can't reach you", "Hello"),
        (AlertKind.REACHABLE, "New chats can reach you again", "Open Olark Inbox"),
        (AlertKind.UNREADABLE, "1 arrival could not be read", "It is kept as sent"),
        (AlertKind.STORE, "Chats cannot be stored or read", "Hello"),
    ],
)
def test_an_alert_says_who_what_and_the_first_words(kind, title, body):
    assert alert_words.title(make_alert(kind)) == title
    assert alert_words.body(make_alert(kind)).startswith(body)


def test_a_start_with_several_agents_says_one_of_them():
    begun = make_alert(AlertKind.START, agents=("Maya", "Tom"))
    assert alert_words.body(begun).startswith("One of Maya, Tom is in the chat.")


def test_a_name_of_the_other_direction_turns_nothing_around_it():
    hebrew = "שירה"
    assert alert_words.title(make_alert(who=hebrew)) == f"Chat with \u2068{hebrew}\u2069"


def test_several_at_once_are_counted_by_kind():
    many = Alert((1, 2, 3), ((AlertKind.OFFLINE, 1), (AlertKind.TRANSCRIPT, 2)), sound=True)
    assert alert_words.title(many) == "1 offline message, 2 new chats"
    assert alert_words.body(many) == "Open Olark Inbox to see them."
    assert alert_words.title(replace(many, summary=True)).startswith("Meanwhile: ")


@pytest.mark.parametrize("kind", [k for k in AlertKind if k not in TROUBLE])
def test_hidden_content_names_nobody_and_quotes_nothing(kind):
    alert = make_alert(kind)
    said = alert_words.title(alert, hide=True) + alert_words.body(alert, hide=True)
    assert said
    assert not any(word in said for word in ("Priya", "Hello", "refund", "Maya"))


@given(
    st.sampled_from(list(AlertKind)), st.text(max_size=400), st.text(max_size=4000), st.booleans()
)
def test_an_alert_is_short_one_line_and_without_markup_whatever_a_customer_writes(
    kind, who, said, hide
):
    alert = make_alert(kind, who=who, words=said, found=said)
    title, body = alert_words.title(alert, hide=hide), alert_words.body(alert, hide=hide)
    assert len(title) + len(body) <= 100
    assert not set("<>\n\r\u202e\u2066") & set(title + body)


@pytest.mark.parametrize("kind", CHOSEN)
def test_every_kind_has_a_name_for_the_settings(kind):
    assert alert_words.name(kind)


@pytest.mark.parametrize(
    ("quiet", "begins"),
    [
        (Quiet(Why.PAUSED, NOW + 60_000), "Alerts are paused until "),
        (Quiet(Why.HOURS, NOW + 40 * 3_600_000), "Quiet hours until "),
        (Quiet(Why.SYSTEM), "Quiet: "),
    ],
)
def test_being_quiet_says_why_and_until_when(quiet, begins):
    said = alert_words.hush(quiet, NOW)
    assert said.startswith(begins)
    assert ("2025" in said) is (quiet.why is Why.HOURS)


def test_a_reminder_and_new_words_are_told_in_one_alert():
    kinds = ((AlertKind.REMINDER, 1), (AlertKind.TRANSCRIPT, 1))
    both = Alert((1,), kinds, sound=True, who="Priya", words="Hello")
    assert alert_words.title(both).startswith("Reminder: ")
    assert alert_words.body(both) == "And new words: Hello"
    assert alert_words.title(both, hide=True) == "1 reminder, 1 new chat"
    urgent = replace(both, kinds=((AlertKind.WORD, 1), *kinds), found="refund")
    assert "refund" in alert_words.title(urgent)
    assert alert_words.body(urgent) == "Also a reminder. Hello"
