import threading

import pytest

from olark_inbox.base.alone import alone
from olark_inbox.base.folders import open_folders
from olark_inbox.export.copies import Made, Schedule
from olark_inbox.export.copying import STATE, Copying
from olark_inbox.settings import Settings
from tests.store.makers import HOUR, Ticking, inbox_of_one

DAY = 24 * 3_600_000


@pytest.fixture
def clock():
    return Ticking()


@pytest.fixture
def inbox(tmp_path, clock):
    with inbox_of_one(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path):
    made = Settings(open_folders(tmp_path / "data"))
    (tmp_path / "out").mkdir()
    made.copies = Schedule("day", folder=str(tmp_path / "out")).written()
    return made


def made(inbox):
    entry = inbox.state().result().get(STATE)
    return None if entry is None else Made.read(entry.value)


def wait_for(inbox, wanted):
    """Wait until what the store says of the copies is as wanted."""
    heard = threading.Event()
    inbox.wakeups.subscribe(heard.set)
    while not ((now := made(inbox)) and wanted(now)):
        assert heard.wait(60), now
        heard.clear()
    return now


def files(tmp_path):
    return sorted(file.name for file in (tmp_path / "out").iterdir())


def test_whoever_runs_makes_the_copy_and_the_store_says_so(inbox, settings, clock, tmp_path):
    with Copying(inbox, settings, clock):
        said = wait_for(inbox, lambda now: now.at_ms)
    assert (said.conversations, said.sentence) == (1, "")
    assert len(files(tmp_path)) == 1


def test_two_that_look_make_one_copy(inbox, settings, clock, tmp_path):
    with Copying(inbox, settings, clock), Copying(inbox, settings, clock):
        wait_for(inbox, lambda now: now.at_ms)
    assert len(files(tmp_path)) == 1


def test_while_another_process_makes_one_none_is_made(inbox, settings, clock, tmp_path):
    copying = Copying(inbox, settings, clock)
    with alone(settings.folder / "copies.lock"):
        copying._make_due()
    assert files(tmp_path) == []
    copying._make_due()
    assert len(files(tmp_path)) == 1


def test_what_another_process_chose_is_read(inbox, settings, clock, tmp_path):
    chosen = settings.copies
    settings.copies = {}
    other = Settings(open_folders(tmp_path / "data"))
    with Copying(inbox, other, clock) as copying:
        settings.copies = chosen
        copying.look()
        wait_for(inbox, lambda now: now.at_ms)
    assert len(files(tmp_path)) == 1


def test_a_failure_is_said_and_tried_again_after_an_hour_or_when_asked(
    inbox, settings, clock, tmp_path
):
    (tmp_path / "out").rmdir()
    with Copying(inbox, settings, clock) as copying:
        said = wait_for(inbox, lambda now: now.sentence)
        assert "not there any more" in said.sentence
        (tmp_path / "out").mkdir()
        copying.look()
        wait_for(inbox, lambda now: now.at_ms and not now.sentence)
    assert len(files(tmp_path)) == 1


def test_only_what_failed_waits_for_an_hour(inbox, settings, clock, tmp_path):
    copying = Copying(inbox, settings, clock)
    chosen = settings.copies
    settings.copies = chosen | {"folder": str(tmp_path / "gone")}
    copying._make_due()
    (tmp_path / "gone").mkdir()
    copying._make_due()
    assert list((tmp_path / "gone").iterdir()) == []
    settings.copies = chosen
    copying._make_due()
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("later_ms", [HOUR, -30 * DAY])
def test_a_failure_waits_no_longer_than_an_hour_whatever_the_clock_does(
    inbox, settings, clock, tmp_path, later_ms
):
    (tmp_path / "out").rmdir()
    copying = Copying(inbox, settings, clock)
    copying._make_due()
    (tmp_path / "out").mkdir()
    copying._make_due()
    assert files(tmp_path) == []
    clock.at += later_ms
    copying._make_due()
    assert len(files(tmp_path)) == 1


def test_a_folder_that_cannot_be_looked_into_is_said_and_waits(inbox, settings, clock, tmp_path):
    settings.copies |= {"folder": str(tmp_path / ("x" * 300))}
    copying = Copying(inbox, settings, clock)
    copying._make_due()
    assert "does not work here" in made(inbox).sentence
    assert copying._waits(Schedule.read(settings.copies))


def test_it_can_be_ended_before_it_began(inbox, settings, clock):
    Copying(inbox, settings, clock).close()
