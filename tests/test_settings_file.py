"""The file itself, by way of the choices that stand in it."""

import json
import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.settings_file import SettingsNotSaved


@pytest.fixture
def folders(tmp_path):
    return open_folders(tmp_path)


def test_the_secret_is_made_once_and_kept(folders):
    secret = Settings(folders).secret
    assert len(secret) >= 22
    assert Settings(folders).secret == secret
    assert json.loads(folders.settings.read_text("utf-8"))["secret"] == secret


def test_two_folders_have_two_secrets(tmp_path):
    first, second = (Settings(open_folders(tmp_path / name)) for name in "ab")
    assert first.secret != second.secret


def _secret_of(root):
    return Settings(open_folders(root)).secret


def test_processes_that_start_at_the_same_time_agree_on_the_secret(tmp_path):
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert len(set(pool.map(_secret_of, [tmp_path] * 6))) == 1


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_only_the_owner_can_read_the_file(folders):
    settings = Settings(folders)
    settings.port = 9000
    for file in folders.root.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_what_a_newer_version_wrote_is_kept(folders):
    settings = Settings(folders)
    known = json.loads(folders.settings.read_text("utf-8"))
    folders.settings.write_text(json.dumps({**known, "colour_of_tea": "green"}), "utf-8")
    settings.port = 9000
    assert json.loads(folders.settings.read_text("utf-8"))["colour_of_tea"] == "green"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_broken_file_is_put_aside_and_said(folders, broken, expect_log):
    expect_log("the settings file was broken")
    folders.settings.write_bytes(broken)
    settings = Settings(folders)
    assert "a new one: paste it in Olark again." in settings.notice
    (aside,) = folders.root.glob("settings.broken-*.json")
    assert aside.read_bytes() == broken
    assert Settings(folders).secret == settings.secret
    assert Settings(folders).notice == ""


def test_the_address_survives_a_broken_file_that_still_shows_it(folders, expect_log):
    expect_log("the settings file was broken")
    settings = Settings(folders)
    secret, settings.theme = settings.secret, "dark"
    folders.settings.write_bytes(folders.settings.read_bytes()[:-12])
    settings = Settings(folders)
    assert settings.secret == secret
    assert settings.notice.endswith("your address is still the same.")


def test_a_secret_somebody_shortened_is_replaced(folders):
    folders.settings.write_text('{"secret": "abc", "port": 9000}', "utf-8")
    settings = Settings(folders)
    assert len(settings.secret) >= 22
    assert settings.port == 9000


def test_what_one_process_writes_the_other_reads_and_neither_loses(folders):
    one, other = Settings(folders), Settings(folders)
    one.port = 9000
    other.theme = "dark"
    assert other.port == 9000
    assert one.theme == "system"
    assert one.reload()
    assert one.theme == "dark"
    assert not one.reload()


def test_what_could_not_be_read_for_a_moment_is_not_written_over(folders, monkeypatch, expect_log):
    expect_log("the settings could not be read")
    first = Settings(folders)
    first.shop_name = "Bike & Sons"
    read = [lambda _: _refuse()]
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read.pop()(file) if read else whole(file))
    second = Settings(folders)
    assert not read
    assert (second.secret, second.shop_name) == (first.secret, "Bike & Sons")
    assert not second.notice


def test_what_cannot_be_read_at_all_stays_as_it_is(folders, monkeypatch, expect_log):
    expect_log("the settings could not be read")
    Settings(folders)
    before = folders.settings.read_bytes()
    with monkeypatch.context() as now:
        now.setattr(Path, "read_bytes", lambda _: _refuse())
        with pytest.raises(SettingsNotSaved):
            Settings(folders)
    assert folders.settings.read_bytes() == before


def _refuse():
    raise PermissionError(13, "open in another program")


def test_a_choice_that_cannot_be_saved_holds_and_says_so(folders, expect_log):
    expect_log("the settings could not be saved")
    settings = Settings(folders)
    folders.settings.unlink()
    folders.settings.mkdir()
    with pytest.raises(SettingsNotSaved, match="hold until the program ends"):
        settings.port = 9000
    assert settings.port == 9000
