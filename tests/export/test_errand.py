"""The process that writes a file for a window ends with it, and leaves nothing half-written."""

import io
import pickle
import subprocess

import pytest

from olark_inbox.base.autostart import spoken_to
from olark_inbox.export.arguments import FOR_WINDOW
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errand import MARK, Errand, Telling
from olark_inbox.export.save import Format, Wanted
from olark_inbox.store.language import spoken
from tests.export.conftest import fill_for_long


def _begun(inbox, mark=MARK):
    command = [*spoken_to(inbox.folders.root), f"--{FOR_WINDOW}", mark]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _without_window(other):
    other.stdout.close()
    other.stdin.close()


@pytest.mark.parametrize("ending", [_without_window, subprocess.Popen.terminate])
def test_without_its_window_or_asked_to_end_it_stops_and_leaves_nothing(inbox, folder, ending):
    fill_for_long(inbox)
    with _begun(inbox) as other:
        pickle.dump(Errand(Wanted(Chosen(), Format.PDF, folder / "a"), spoken()), other.stdin)
        other.stdin.flush()
        while pickle.load(other.stdout) is None:  # noqa: S301 - our own
            pass
        ending(other)
    assert other.returncode == 0
    assert not list(folder.iterdir())


def test_one_that_is_asked_for_nothing_ends_in_peace(inbox):
    with _begun(inbox) as other:
        other.stdin.close()
        assert not other.stdout.read()
    assert other.returncode == 0


def test_one_of_another_version_does_nothing(inbox):
    with _begun(inbox, mark="0.2.0-9") as other:
        assert not other.stdout.read()
    assert other.returncode == 1


def test_before_anything_is_written_it_only_says_that_it_lives():
    output = io.BytesIO()
    with Telling(output) as telling:
        pass
    telling.begin()
    telling.remember(2, 3, "Bob Doe")
    output.seek(0)
    assert pickle.load(output) is None  # noqa: S301 - our own
    telling.let_go()
    assert telling.stop.is_set()
