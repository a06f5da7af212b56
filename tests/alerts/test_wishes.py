"""Choices read from the settings."""

from olark_inbox.alerts.rules import AlertKind, Wish
from olark_inbox.alerts.wishes import CHOSEN, wishes_of
from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings


def test_at_first_everything_is_told_once_and_only_what_is_urgent_sounds(tmp_path):
    wishes = wishes_of(Settings(open_folders(tmp_path)))
    assert all(wishes.of(kind).on and not wishes.of(kind).again_min for kind in AlertKind)
    silent = {kind for kind in CHOSEN if not wishes.of(kind).sound}
    assert silent == {AlertKind.START, AlertKind.UNREADABLE}
    assert (wishes.words, wishes.hours, wishes.heed_system) == ((), {}, True)


def test_what_was_chosen_is_wanted(tmp_path):
    settings = Settings(open_folders(tmp_path))
    settings.alerts_offline_sound = False
    settings.alerts_again = {"offline": 5}
    settings.alerts_words = ["refund"]
    settings.alerts_hours = {"0": [1200, 480]}
    settings.alerts_unreachable = False
    wishes = wishes_of(settings)
    assert wishes.of(AlertKind.OFFLINE) == Wish(sound=False, again_min=5)
    assert not wishes.of(AlertKind.REACHABLE).on
    assert (wishes.words, wishes.hours) == (("refund",), {0: (1200, 480)})


def test_what_cannot_be_understood_is_left_out(tmp_path):
    settings = Settings(open_folders(tmp_path))
    settings.alerts_again = {"offline": "often", "start": -1, "nonsense": 5}
    settings.alerts_words = ["refund", 7, ""]
    settings.alerts_hours = {"0": [1, 2, 3], "1": "night", "2": [-1, 5], "9": [1, 2]}
    wishes = wishes_of(settings)
    assert wishes.of(AlertKind.OFFLINE).again_min == wishes.of(AlertKind.START).again_min == 0
    assert (wishes.words, wishes.hours) == (("refund",), {})
