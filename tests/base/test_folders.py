import os
import stat

import pytest

from olark_inbox.base.folders import ENVIRONMENT, FolderUnusable, open_folders

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")


def test_the_folder_named_in_the_argument_is_made(tmp_path):
    folders = open_folders(tmp_path / "a" / "b")
    assert folders.root == tmp_path / "a" / "b"
    assert folders.root.is_dir()
    assert folders.store.parent == folders.settings.parent == folders.log.parent == folders.root


def test_the_argument_wins_over_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "environment"))
    assert open_folders(tmp_path / "argument").root == tmp_path / "argument"
    assert open_folders(None).root == tmp_path / "environment"


def test_without_either_the_usual_place_of_the_system_is_taken(tmp_path, monkeypatch):
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    monkeypatch.setattr(
        "olark_inbox.base.folders.user_data_dir", lambda *a, **k: str(tmp_path / a[0])
    )
    assert open_folders(None).root == tmp_path / "Olark Inbox"


@posix
def test_the_folder_is_the_owners_alone_even_if_it_was_open_before(tmp_path):
    open_wide = tmp_path / "data"
    open_wide.mkdir(mode=0o755)
    open_folders(open_wide)
    assert stat.S_IMODE(open_wide.stat().st_mode) == 0o700


def test_a_file_in_its_place_is_one_plain_sentence(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(FolderUnusable, match=r"is not a folder\.$"):
        open_folders(tmp_path / "data")
    with pytest.raises(FolderUnusable, match=r"is not a folder\.$"):
        open_folders(tmp_path / "data" / "below")


def test_every_file_has_a_name_of_its_own(tmp_path):
    folders = open_folders(tmp_path)
    names = [
        folders.store, folders.settings, folders.log, folders.receiver_lock,
        folders.window_lock, folders.migration_lock, folders.backups,
    ]  # fmt: skip
    assert len(set(names)) == len(names)
