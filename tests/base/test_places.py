from pathlib import Path

import pytest

from olark_inbox.base import places


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ann/.local/share/Olark Inbox", ""),
        ("/home/ann/Dropbox/shop", "Dropbox"),
        ("/home/ann/OneDrive - Spoke and Chain/inbox", "OneDrive"),
        ("/home/ann/OneDrive/inbox", "OneDrive"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/home/ann/dropbox-notes", ""),
        ("/home/ann/Google Drive/My Drive", "Google Drive"),
        ("/home/ann/Nextcloud", "Nextcloud"),
    ],
)
def test_a_folder_somebody_syncs_is_known_by_its_name(folder, service):
    assert places.synced_by(Path(folder)) == service


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home/ann nfs4 rw 0 0
/dev/sdb1 /home/ann/local ext4 rw 0 0
//nas/shop /mnt/the\\040shop cifs rw 0 0
broken
"""


@pytest.mark.skipif(places.sys.platform == "win32", reason="Windows is asked, not read")
@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/var/lib", False),
        ("/home/ann/inbox", True),
        ("/home/annabel/inbox", False),
        ("/home/ann/local/inbox", False),
        ("/mnt/the shop/inbox", True),
    ],
)
def test_a_folder_on_another_computer_is_known_by_its_mount(tmp_path, folder, network):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert places.is_on_network(Path(folder), mounts) is network


def test_a_system_that_lists_no_mounts_is_not_called_a_network(tmp_path):
    assert not places.is_on_network(tmp_path, tmp_path / "nothing")


def test_the_room_left_is_known_and_of_no_folder_it_is_not(tmp_path):
    assert places.free_bytes(tmp_path) > 0
    assert places.free_bytes(tmp_path / "gone") is None
