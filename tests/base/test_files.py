import os
import stat

import pytest

from olark_inbox.base.files import write_private


def test_the_file_is_replaced_whole(tmp_path):
    path = tmp_path / "settings.json"
    write_private(path, b"old and much longer")
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_only_the_owner_can_read_it(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"open to all")
    path.chmod(0o644)
    write_private(path, b"secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="Windows names this error otherwise")
def test_when_it_cannot_be_replaced_the_old_one_stays_and_no_litter(tmp_path):
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(IsADirectoryError):
        write_private(tmp_path / "settings.json", b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]
