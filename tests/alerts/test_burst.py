"""Many at once are one."""

from olark_inbox.alerts.burst import GAP_MS, Burst, hear, joined
from olark_inbox.alerts.rules import AlertKind
from tests.alerts.makers import make_alert, make_moment


def test_the_first_is_told_at_once_and_the_rest_as_one():
    burst, told = hear(Burst(), [make_alert(1)], make_moment())
    assert told == (make_alert(1),)
    burst, told = hear(burst, [make_alert(2)], make_moment(10))
    assert told == ()
    burst, told = hear(burst, [make_alert(3, AlertKind.OFFLINE)], make_moment(20))
    assert told == ()
    burst, told = hear(burst, (), make_moment(GAP_MS))
    one = joined(told)
    assert one.conversations == (2, 3)
    assert one.kinds == ((AlertKind.OFFLINE, 1), (AlertKind.TRANSCRIPT, 1))
    assert one.conversation is None
    assert hear(burst, (), make_moment(9 * GAP_MS))[1] == ()


def test_what_was_opened_while_it_was_held_is_not_told():
    burst, _ = hear(Burst(), [make_alert(1)], make_moment())
    burst, _ = hear(burst, [make_alert(2)], make_moment(1))
    _, told = hear(burst, (), make_moment(GAP_MS, reading=2))
    assert told == ()


def test_two_alerts_about_one_chat_are_told_as_the_newer():
    first, second = make_alert(1, AlertKind.START, words=""), make_alert(1, words="Hello")
    assert joined([first, second]) == second
    assert joined([]) is None


def test_the_sound_of_one_is_the_sound_of_all():
    silent, loud = make_alert(1, sound=False), make_alert(2)
    assert joined([silent, loud]).sound
    assert not joined([silent, make_alert(3, sound=False)]).sound


def test_new_lines_do_not_cover_a_reminder_a_rating_or_a_word_of_the_same_chat():
    word = make_alert(1, AlertKind.WORD, found="refund", again_min=5)
    one = joined([word, make_alert(1, AlertKind.REMINDER, sound=False), make_alert(1)])
    assert [kind for kind, _ in one.kinds] == [
        AlertKind.WORD, AlertKind.REMINDER, AlertKind.TRANSCRIPT,
    ]  # fmt: skip
    assert (one.found, one.again_min, one.sound) == ("refund", 5, True)
