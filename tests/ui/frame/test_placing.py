"""Where the window goes, whatever the settings say and whatever screens there are."""

import json

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from olark_inbox.ui.frame.placing import LEAST, USUAL, Kept, fitted

SCREEN = QRect(0, 0, 1920, 1080)
SECOND = QRect(1920, 0, 1280, 1024)


def test_the_first_window_is_in_the_middle_of_the_main_screen():
    place = fitted(Kept(), [SCREEN])
    assert place.size() == USUAL
    assert abs(place.center().x() - SCREEN.center().x()) <= 1


def test_it_comes_back_where_it_was():
    kept = Kept(x=2000, y=40, width=1000, height=700)
    assert fitted(kept, [SCREEN, SECOND]) == QRect(2000, 40, 1000, 700)


def test_when_its_screen_is_gone_it_comes_to_the_one_that_is_there():
    kept = Kept(x=2000, y=40, width=1000, height=700)
    assert SCREEN.contains(fitted(kept, [SCREEN]))


def test_on_a_smaller_screen_it_shrinks_but_not_below_its_least():
    small = QRect(0, 0, 1024, 600)
    place = fitted(Kept(x=0, y=0, width=1900, height=1000), [small])
    assert (place.width(), place.height()) == (1024, 600)
    tiny = QRect(0, 0, 640, 400)
    assert fitted(Kept(x=0, y=0, width=1900, height=1000), [tiny]).size() == LEAST


_numbers = st.integers(-(10**6), 10**6)


@given(st.builds(Kept, x=_numbers, y=_numbers, width=_numbers, height=_numbers))
def test_its_title_can_always_be_taken_hold_of(kept):
    place = fitted(kept, [SCREEN, SECOND])
    title = QRect(place.x(), place.y(), place.width(), 40)
    assert any(screen.intersected(title).width() >= 80 for screen in (SCREEN, SECOND))
    assert place.width() >= LEAST.width()


def test_without_a_screen_it_still_has_a_size():
    assert fitted(Kept(), []).size() == USUAL


@given(st.dictionaries(st.sampled_from(list(Kept().written())), st.none() | st.text() | _numbers))
def test_whatever_the_settings_hold_is_read_without_harm(stored):
    kept = Kept.read(stored)
    assert Kept.read(json.loads(json.dumps(kept.written()))) == kept
