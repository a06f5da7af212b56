"""The pane for several, with real widgets."""

from dataclasses import replace

import pytest

from olark_inbox.ui.frame.bulk import BulkPane, Offer
from tests.alerts.test_rules import make_row

OFFERS = (Offer("done", "circle-check", "Done", "Ctrl+D"), Offer("tag", "tag", "Tag"))


@pytest.fixture
def pane(qtbot):
    made = BulkPane()
    qtbot.addWidget(made)
    made.offer(OFFERS)
    made.resize(700, 600)
    made.show()
    return made


def rows(count, **more):
    return [replace(make_row(n), name=f"Person {n}", **more) for n in range(count)]


def test_it_says_how_many_and_who(pane):
    pane.show_selected(5, rows(5, email="x@example.com"))
    assert pane.title.text() == "5 conversations selected"
    assert pane.names.text() == "Person 0, Person 1, Person 2 and 2 more"
    assert pane.more.text().startswith("5 of them have an e-mail address")


def test_of_what_is_not_loaded_it_claims_nothing(pane):
    pane.show_selected(1_000, rows(5, email="x@example.com"))
    assert pane.names.text().endswith("and 997 more")
    assert pane.more.text() == ""


def test_each_tile_says_and_does_its_action(pane, qtbot):
    tile = pane.tile("done")
    assert tile.accessibleName() == "Done"
    assert tile.toolTip() == "Done (Ctrl+D)"
    with qtbot.waitSignal(pane.wanted) as heard:
        tile.click()
    assert heard.args == ["done"]
    tile.show_offer(Offer("done", "circle-check", "Reopen"))
    assert tile.accessibleName() == "Reopen"


def test_while_something_is_done_nothing_else_begins(pane, qtbot):
    pane.show_progress(47, 128)
    assert pane.doing.text() == "47 of 128"
    assert not pane.tile("tag").isEnabled()
    with qtbot.waitSignal(pane.stopped):
        pane.stop.click()
    pane.end_progress()
    assert pane.progress.isHidden()
    assert pane.tile("tag").isEnabled()


def test_five_faces_at_most_are_drawn(pane):
    pane.show_selected(9, rows(9))
    wide = pane.faces.sizeHint().width()
    pane.show_selected(5, rows(5))
    assert pane.faces.sizeHint().width() == wide
    assert not pane.grab().isNull()
