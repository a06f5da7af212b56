"""The roof: one window a folder, an orderly end, nothing that fails in silence."""

import os
import re
import sys

import pytest

from olark_inbox import app
from olark_inbox.base.alone import alone
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreTooNew


def test_a_second_start_asks_the_first_to_come_forward(tmp_path):
    folders = open_folders(tmp_path)
    with alone(folders.window_lock):
        assert app.run(folders, port=0, hidden=False) == 0
    inbox = Inbox.open(folders)
    assert [r.what for r in inbox.take_requests("window").result()] == ["raise"]
    inbox.close()


@pytest.mark.skipif(os.name != "posix", reason="waits at a named pipe")
def test_the_program_installed_meanwhile_begins_when_the_lock_is_free(tmp_path, monkeypatch):
    folders = open_folders(tmp_path)
    os.mkfifo(tmp_path / "said")
    script = (
        "import sys; from pathlib import Path; from olark_inbox.base.alone import alone\n"
        "with alone(Path(sys.argv[1])) as free: Path(sys.argv[2]).write_text(f'free: {free}')"
    )
    command = [sys.executable, "-c", script, str(folders.window_lock), str(tmp_path / "said")]
    monkeypatch.setattr(app, "_run", lambda *_, **__: True)
    monkeypatch.setattr("olark_inbox.base.autostart.own_command", lambda *_, **__: command)
    assert app.run(folders, port=0, hidden=False) == 0
    assert (tmp_path / "said").read_text() == "free: True"
    monkeypatch.setattr(app, "_run", lambda *_, **__: False)
    monkeypatch.setattr(app, "_begin_again", lambda _: pytest.fail("it was only quit"))
    assert app.run(folders, port=0, hidden=False) == 0


def test_a_second_start_that_is_hidden_disturbs_nobody(tmp_path):
    folders = open_folders(tmp_path)
    with alone(folders.window_lock):
        assert app.run(folders, port=0, hidden=True) == 0
    inbox = Inbox.open(folders)
    assert inbox.take_requests("window").result() == ()
    inbox.close()


def test_an_archive_that_is_opened_while_the_window_is_there_is_left_for_it(tmp_path):
    folders = open_folders(tmp_path)
    with alone(folders.window_lock):
        assert app.run(folders, port=0, hidden=True, archive=tmp_path / "a.jsonl") == 0
    inbox = Inbox.open(folders)
    left = [(r.what, r.detail) for r in inbox.take_requests("window").result()]
    assert left == [("bring_back", str(tmp_path / "a.jsonl"))]
    inbox.close()


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be made read-only so elsewhere")
def test_a_store_that_cannot_be_opened_ends_the_start_and_frees_the_lock(tmp_path, qapp):
    folders = open_folders(tmp_path)
    Inbox.open(folders).close()
    with folders.store.open("r+b") as file:
        file.seek(60)
        file.write((9_999).to_bytes(4, "big"))
    with pytest.raises(StoreTooNew):
        app.run(folders, port=0, hidden=True)
    with alone(folders.window_lock) as free:
        assert free


def test_the_programs_name_can_stand_in_a_path_of_the_session_bus(qapp, tmp_path):
    before = qapp.applicationName(), qapp.applicationDisplayName(), qapp.desktopFileName()
    quits = qapp.quitOnLastWindowClosed()
    try:
        app._application(Settings(open_folders(tmp_path)))
        assert re.fullmatch("[A-Za-z0-9_]+", qapp.applicationName())
    finally:
        qapp.setApplicationName(before[0])
        qapp.setApplicationDisplayName(before[1])
        qapp.setDesktopFileName(before[2])
        qapp.setQuitOnLastWindowClosed(quits)
