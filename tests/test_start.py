"""What is loaded before the window shows: little, because everything else makes the owner wait."""

import os
import subprocess
import sys

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings

BEFORE = {
    "olark_inbox", "olark_inbox.__main__", "olark_inbox.app", "olark_inbox.cli",
    "olark_inbox.settings", "olark_inbox.export", "olark_inbox.export.arguments",
    "olark_inbox.export.errors", "olark_inbox.store", "olark_inbox.store.errors",
    "olark_inbox.ui", "olark_inbox.ui.kit", "olark_inbox.ui.frame", "olark_inbox.ui.kit.language",
    "olark_inbox.ui.frame.placing", "olark_inbox.ui.kit.theme",
    "olark_inbox.ui.frame.window",
}  # fmt: skip
"""All of this program that may be loaded before the empty window shows, beside `base`."""

LATE = (
    "aiohttp", "yarl", "csv", "urllib.request", "desktop_notifier", "dbus_fast", "ngrok", "keyring",
    "sqlite3", "email", "http",
    "olark_inbox.receiver.door", "olark_inbox.export.save", "olark_inbox.export.table",
    "olark_inbox.export.pdf", "olark_inbox.tunnel.agent", "olark_inbox.tunnel.ngrok_way",
    "olark_inbox.ui.help.help_window", "olark_inbox.ui.help.help_sheet",
    "olark_inbox.updates.fetch", "packaging", "olark_inbox.ui.reach.setup",
    "olark_inbox.ui.pages.settings_page",
    "olark_inbox.ui.pages.backup_page", "olark_inbox.ui.pages.deliveries",
    "olark_inbox.ui.saving.saving", "plistlib",
)  # fmt: skip
"""Needed by the receiver, by a button or by a page; none of it by the window and its list."""

_AT = """
import os, sys
from {module} import {thing}
def stop(*_, **__):
    print("\\n".join(sorted(sys.modules)), flush=True)
    os._exit(0)
{thing}.{moment} = stop
from olark_inbox.cli import main
sys.argv = ["olark-inbox", "--port", "0"]
main()
"""


def _loaded_at(folder, module: str, thing: str, moment: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _AT.format(module=module, thing=thing, moment=moment)],
        env={**os.environ, "OLARK_INBOX_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_the_window_shows_before_the_program_is_loaded(tmp_path):
    Settings(open_folders(tmp_path))  # the first start of all makes a secret, alone
    loaded = _loaded_at(tmp_path, "olark_inbox.ui.frame.window", "InboxWindow", "show")
    ours = {name for name in loaded if name.split(".")[0] == "olark_inbox"}
    assert "olark_inbox.ui.frame.window" in ours
    assert {name for name in ours if not name.startswith("olark_inbox.base")} <= BEFORE
    assert sorted(loaded & {*LATE, "apsw", "asyncio", "qasync", "filelock"}) == []


def test_the_list_is_asked_for_before_the_receiver_and_the_pages_are_loaded(tmp_path):
    loaded = _loaded_at(tmp_path, "olark_inbox.household", "House", "enter")
    assert "olark_inbox.ui.list.view" in loaded
    assert sorted(loaded & set(LATE)) == []
