"""An empty list says so, and claims no more than is known."""

import pytest

from olark_inbox.store.rows import View
from olark_inbox.ui.kit.empty import Empty


@pytest.fixture
def empty(qtbot):
    made = Empty()
    qtbot.addWidget(made)
    return made


def test_before_anything_arrived_the_inbox_waits(empty):
    empty.show_view(View.INBOX, ever=False)
    assert empty.title.text() == "No chats yet"


def test_later_an_empty_inbox_is_just_empty(empty):
    empty.show_view(View.INBOX, ever=True)
    assert empty.title.text() == "Nothing in the inbox"


def test_nothing_to_do_has_its_green_tick_and_claims_no_answers(empty):
    empty.show_view(View.NEEDS_REPLY, ever=True)
    assert empty.title.text() == "Nothing waits for you"
    assert (empty._tile._icon, empty._tile._kind) == ("check", "live")
    assert "answer" not in empty._more.text().replace("unanswered", "")


@pytest.mark.parametrize("view", [v for v in View if v is not View.NEEDS_REPLY])
def test_no_other_empty_place_is_green(empty, view):
    empty.show_view(view, ever=True)
    assert empty.title.text()
    assert empty._tile._kind == ""


def test_a_search_without_a_hit_repeats_what_was_typed_as_text(empty):
    empty.show_nothing_found("<b>wheel</b> \u202e")
    assert "wheel" in empty._more.text()
    assert "<b>" not in empty._more.text()
    assert "\u202e" not in empty._more.text()
