"""Starts without a terminal: nothing fails unseen."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from olark_inbox import windowed
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.ui.pages.trouble import Trouble


def test_a_start_that_fails_shows_why(qapp, tmp_path, capsys):
    seen = []

    def look():
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, Trouble)]
        seen.extend(window.sentence.text() for window in windows)
        for window in windows:
            window.button.click()

    (tmp_path / "file").write_text("in the way")
    QTimer.singleShot(0, look)
    assert windowed.main(["--data-dir", str(tmp_path / "file")]) == 1
    assert len(seen) == 1
    assert seen[0] in capsys.readouterr().err


def test_what_the_window_has_said_itself_is_not_said_twice(qapp, capsys):
    assert windowed.show(StoreUnavailable("The disk is gone.")) == 1
    assert capsys.readouterr().err == "olark-inbox: The disk is gone.\n"
    assert not any(isinstance(w, Trouble) for w in QApplication.topLevelWidgets())


@pytest.mark.skipif(os.name != "posix", reason="streams are closed so on POSIX only")
def test_a_program_without_any_stream_does_its_work_all_the_same(tmp_path):
    command = f'exec "{sys.executable}" -m olark_inbox.windowed address <&- >&- 2>&-'
    environment = os.environ | {"OLARK_INBOX_DATA_DIR": str(tmp_path)}
    done = subprocess.run(["/bin/sh", "-c", command], env=environment, check=False)
    assert done.returncode == 0
    assert (tmp_path / "inbox.sqlite").exists()
