"""Which notice the banner shows."""

from dataclasses import replace

import pytest

from olark_inbox.ui.desk import notices
from olark_inbox.ui.desk.notices import Known, ReachKnown, notice


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (Known(trouble="Disk full.", status="port_taken", samples=2), notices.TROUBLE),
        (Known(status="port_taken", port=8765, free_port=8766, samples=2), notices.PORT),
        (Known(status="failed", sentence="It fell."), notices.NOT_RECEIVING),
        (Known(full="14:31", unreadable=1, fault="x", samples=2), notices.FULL),
        (Known(full="14:31", unreadable=0, samples=2), notices.SAMPLES),
        (Known(status="listening", fault="x", samples=2), notices.FAULT),
        (Known(status="listening", sentence="Port 1 is used."), notices.PORT_KEPT),
        (Known(fault="x", fallen=True), notices.FAULT),
        (Known(fallen=True, settings="Broken."), notices.FALLEN),
        (Known(settings="Broken."), notices.SETTINGS),
        (Known(reach=ReachKnown(notices.CHANGED, "shop.example"), fault="x"), notices.CHANGED),
        (Known(reach=ReachKnown(notices.UNREACHABLE, "Since 14:17.")), notices.UNREACHABLE),
        (Known(port=9, reach=ReachKnown(notices.PORT_MOVED, former_port=8)), notices.PORT_MOVED),
        (Known(samples=1, background=True), notices.SAMPLES),
        (Known(status="listening", background=True), notices.BACKGROUND),
    ],
)
def test_the_most_urgent_is_shown(known, key):
    assert notice(known).key == key


def test_when_all_is_well_nothing_is_shown():
    assert notice(Known(status="listening", port=8765)) is None


def test_what_was_put_away_gives_way_to_the_next():
    known = Known(status="listening", fault="x", background=True)
    known = replace(known, put_away=frozenset({notices.FAULT}))
    assert notice(known).key == notices.BACKGROUND
    assert notice(replace(known, put_away=known.put_away | {notices.BACKGROUND})) is None


def test_trouble_cannot_be_put_away():
    known = Known(trouble="Disk full.", put_away=frozenset({notices.TROUBLE}))
    assert notice(known).key == notices.TROUBLE


def test_a_taken_port_offers_another_only_where_one_is_free():
    taken = Known(status="port_taken", port=8765, free_port=8766)
    assert notice(taken).do == "Use port 8766"
    assert notice(replace(taken, free_port=0)).do == ""
