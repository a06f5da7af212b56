from dataclasses import replace

import pytest

from olark_inbox.ui.desk import notices, safe_notices
from olark_inbox.ui.desk.notices import Known
from olark_inbox.ui.desk.safe_notices import LITTLE, MIB, Safety, quiet, urgent
from olark_inbox.ui.kit.words import Tone

AT = 1_763_639_000_000
MENDED = {"at_ms": AT + 3_600_000, "backup_ms": AT, "kept": "x", "again": 3, "whole": False}


def test_nothing_is_said_where_all_is_well():
    assert urgent(Safety(free=LITTLE)) is None
    assert quiet(Safety(free=LITTLE)) == []


def test_failing_to_store_is_said_first_with_its_reason():
    said = urgent(Safety(storing="The disk is full.", free=0, mended=MENDED, moved=True))
    assert (said.key, said.tone) == (safe_notices.STORING, Tone.ALERT)
    assert said.text.startswith("The disk is full.")
    assert "send them again" in said.text


def test_little_room_is_said_with_how_much_there_is():
    assert urgent(Safety(free=LITTLE)) is None
    said = urgent(Safety(free=150 * MIB + 5))
    assert said.key == safe_notices.SPACE
    assert "150 MB" in said.text


def test_after_a_repair_the_period_that_may_be_missing_is_named():
    said = urgent(Safety(mended=MENDED))
    assert said.link
    assert "between" in said.text
    assert "may be missing" in said.text
    assert "nothing is missing" in urgent(Safety(mended={**MENDED, "whole": True})).text
    assert "no backup" in urgent(Safety(mended={**MENDED, "backup_ms": None})).text


def test_an_inbox_that_moved_says_so_and_can_come_back():
    said = urgent(Safety(moved=True))
    assert said.key == safe_notices.MOVED
    assert said.do


@pytest.mark.parametrize(
    ("known", "key", "words"),
    [
        (Safety(synced_by="OneDrive"), safe_notices.PLACE, "OneDrive"),
        (Safety(on_network=True), safe_notices.PLACE, "network"),
        (Safety(backup_trouble="The stick is gone."), safe_notices.BACKUP, "The stick is gone."),
        (Safety(former_secret=True), safe_notices.FORMER, "former"),
    ],
)
def test_what_can_wait_is_said_quietly(known, key, words):
    (said,) = quiet(known)
    assert (said.key, said.tone) == (key, Tone.QUIET)
    assert words in f"{said.title} {said.text}"


def test_the_banner_puts_storing_before_receiving_and_keeps_quiet_ones_for_last():
    known = Known(status="port_taken", port=8765, safety=Safety(storing="The disk is full."))
    assert notices.notice(known).key == safe_notices.STORING
    calm = replace(known, safety=Safety(synced_by="Dropbox"))
    assert notices.notice(calm).key == notices.PORT
    calm = replace(calm, status="listening")
    assert notices.notice(calm).key == safe_notices.PLACE
    away = replace(calm, put_away=frozenset({safe_notices.PLACE}))
    assert notices.notice(away) is None
