import json
import os
import stat
import zipfile

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export import moving
from olark_inbox.export.errors import ExportFailed
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from tests.store.makers import chat, keys, post, row


class Computer:
    def __init__(self, root):
        self.folders = open_folders(root)
        self.settings = Settings(self.folders)
        self.inbox = Inbox.open(self.folders)

    def close(self):
        self.inbox.close()


@pytest.fixture
def old(tmp_path):
    made = Computer(tmp_path / "old")
    yield made
    made.close()


@pytest.fixture
def new(tmp_path):
    made = Computer(tmp_path / "new")
    yield made
    made.close()


@pytest.fixture
def packed(old, tmp_path):
    for n in range(3):
        post(old.inbox, chat(f"c{n}"))
    old.inbox.mark([row(old.inbox, "c1").id], starred=True).result(120)
    old.settings.port = 9100
    old.settings.shop_name = "Spoke & Chain"
    old.settings.backup_place = "/media/stick"
    file = tmp_path / f"inbox{moving.SUFFIX}"
    moving.pack(old.inbox, old.settings, file)
    return file


def test_everything_and_the_address_come_over_and_the_old_one_stops(old, new, packed):
    assert old.settings.moved_ms
    moving.bring_in(new.inbox, new.settings, moving.unpack(packed, new.folders.root))
    assert set(keys(new.inbox)) == {"c0", "c1", "c2"}
    assert row(new.inbox, "c1").starred
    assert new.settings.secret == old.settings.secret
    assert (new.settings.port, new.settings.shop_name) == (9100, "Spoke & Chain")
    assert new.settings.moved_ms == 0
    assert new.settings.backup_place == ""
    assert new.inbox.check().result(120).sound


def test_what_was_on_the_new_computer_stays(new, packed):
    post(new.inbox, chat("here"))
    moving.bring_in(new.inbox, new.settings, moving.unpack(packed, new.folders.root))
    assert set(keys(new.inbox)) == {"c0", "c1", "c2", "here"}
    assert [one.why for one in new.inbox.keeping.backups()] == ["restore"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_the_file_is_the_owners_alone_and_nothing_is_left_beside_it(packed, new):
    assert stat.S_IMODE(packed.stat().st_mode) == 0o600
    moving.bring_in(new.inbox, new.settings, moving.unpack(packed, new.folders.root))
    left = {path.name for path in (*packed.parent.iterdir(), *new.folders.root.iterdir())}
    assert not [name for name in left if name.startswith(".") and "lock" not in name]


def test_where_it_cannot_be_written_the_old_computer_goes_on(old, tmp_path):
    post(old.inbox, chat("a"))
    with pytest.raises(ExportFailed):
        moving.pack(old.inbox, old.settings, tmp_path / "gone" / "inbox.olarkinbox")
    assert old.settings.moved_ms == 0


def test_while_another_one_still_listens_nothing_is_copied(old, tmp_path, monkeypatch):
    monkeypatch.setattr(moving, "_LOOKS", 2)
    old.inbox.set_state("receiver", {"status": "listening"}).result(120)
    with pytest.raises(ExportFailed, match="did not stop"):
        moving.pack(old.inbox, old.settings, tmp_path / "x")
    assert old.settings.moved_ms == 0
    assert not (tmp_path / "x").exists()


def rewritten(packed, **files):
    """The same file with parts of it replaced."""
    with zipfile.ZipFile(packed) as before:
        content = {name: before.read(name) for name in before.namelist()}
    content |= files
    with zipfile.ZipFile(packed, "w") as after:
        for name, data in content.items():
            if data is not None:
                after.writestr(name, data)
    return packed


def manifest(**more):
    said = {"format": "olark-inbox-move", "version": 1, "size": 10}
    return json.dumps(said | more).encode()


BROKEN = {
    "no manifest": {"manifest.json": None},
    "another format": {"manifest.json": b'{"format": "x"}'},
    "no object": {"manifest.json": b"[]"},
    "no json": {"manifest.json": b"{"},
    "no store": {"inbox.sqlite": None},
    "more than it says": {"manifest.json": manifest()},
    "a size of words": {"manifest.json": manifest(size="many")},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_not_ours_is_refused_in_a_sentence(packed, new, name):
    with pytest.raises(ExportFailed, match="not a file for moving"):
        moving.unpack(rewritten(packed, **BROKEN[name]), new.folders.root)
    assert not (new.folders.root / ".brought.sqlite").exists()


def test_no_archive_at_all_and_a_newer_one_are_refused(packed, new, tmp_path):
    text = tmp_path / "letter.olarkinbox"
    text.write_text("Dear Ann")
    with pytest.raises(ExportFailed, match="not a file for moving"):
        moving.unpack(text, new.folders.root)
    with pytest.raises(ExportFailed, match="newer version"):
        moving.unpack(rewritten(packed, **{"manifest.json": manifest(version=2)}), new.folders.root)


def test_settings_of_a_strange_kind_are_left_out(packed, new):
    secret = new.settings.secret
    values = {"port": "many", "secret": "short", "theme": "pink", "shop_name": "Spoke", "evil": 1}
    rewritten(packed, **{"settings.json": json.dumps(values).encode()})
    moving.bring_in(new.inbox, new.settings, moving.unpack(packed, new.folders.root))
    assert (new.settings.port, new.settings.theme) == (8765, "system")
    assert new.settings.shop_name == "Spoke"
    assert new.settings.secret == secret
    assert new.settings.stored("evil") is None
