"""What is loaded before the window shows: little, because everything else makes the owner wait."""

import os
import subprocess
import sys

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings

BEFORE = {
    "olark_inbox", "olark_inbox.__main__", "olark_inbox.app", "olark_inbox.cli",
    "olark_inbox.settings", "olark_inbox.settings_file",
    "olark_inbox.export", "olark_inbox.export.arguments",
    "olark_inbox.export.country", "olark_inbox.export.errors", "olark_inbox.export.letters",
    "olark_inbox.store", "olark_inbox.store.errors",
    "olark_inbox.ui", "olark_inbox.ui.kit", "olark_inbox.ui.frame", "olark_inbox.export.language",
    "olark_inbox.ui.frame.placing", "olark_inbox.ui.kit.theme",
    "olark_inbox.ui.frame.window",
}  # fmt: skip
"""All of this program that may be loaded before the empty window shows, beside `base`."""

FOR_THE_RECEIVER = {
    "aiohttp", "yarl", "urllib.request", "email", "http", "apsw", "asyncio", "qasync",
    "olark_inbox.receiver.door",
}  # fmt: skip
"""Loaded when the window shows, and before what it holds."""

FOR_THE_ADDRESS = {
    "aiohttp.client", "aiohttp.connector", "olark_inbox.tunnel.watch", "olark_inbox.tunnel.agent",
    "olark_inbox.tunnel.ngrok_way", "ngrok", "keyring",
}  # fmt: skip
"""Loaded when the window stands."""

FOR_WHAT_THE_WINDOW_HOLDS = {
    "olark_inbox.household", "olark_inbox.store.hits", "olark_inbox.store.listing",
    "olark_inbox.store.owntags", "olark_inbox.store.persons", "olark_inbox.store.repair",
    "olark_inbox.store.saved", "olark_inbox.store.search", "olark_inbox.store.views",
    "olark_inbox.tunnel.standing",
}  # fmt: skip
"""Loaded when the receiver answers: the owner's own reads and writes."""

NOT_FOR_THE_LIST = {
    "csv", "desktop_notifier", "dbus_fast", "sqlite3",
    "olark_inbox.export.save", "olark_inbox.export.table", "olark_inbox.export.pdf",
    "olark_inbox.ui.help.help_window", "olark_inbox.ui.help.help_sheet",
    "olark_inbox.updates.fetch", "packaging", "olark_inbox.ui.reach.setup",
    "olark_inbox.ui.pages.settings_page",
    "olark_inbox.ui.pages.backup_page", "olark_inbox.ui.pages.deliveries",
    "olark_inbox.ui.saving.saving", "plistlib",
}  # fmt: skip
"""Needed by a button or by a page; none of it by the window and its list."""

_SAY = """
import os, sys
def stop(*_, **__):
    print("\\n".join(sorted(sys.modules)), flush=True)
    os._exit(0)
"""
_AT = """
from {0} import {1}
{1}.{2} = stop
"""
_ANSWERING = """
import asyncio
from olark_inbox import living
async def until(begun, ended):
    standing = await asyncio.wrap_future(begun)
    assert standing.status == "listening"
    stop()
living._until_receiving = until
"""
_START = """
from olark_inbox.cli import main
sys.argv = ["olark-inbox", "--port", "0"]
main()
"""


def _loaded_when(folder, stopped: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SAY + stopped + _START],
        env={**os.environ, "OLARK_INBOX_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return set(done.stdout.split())


def test_the_window_shows_before_the_program_is_loaded(tmp_path):
    Settings(open_folders(tmp_path))  # the first start of all makes a secret, alone
    window = _AT.format("olark_inbox.ui.frame.window", "InboxWindow", "show")
    loaded = _loaded_when(tmp_path, window)
    ours = {name for name in loaded if name.split(".")[0] == "olark_inbox"}
    assert "olark_inbox.ui.frame.window" in ours
    assert {name for name in ours if not name.startswith("olark_inbox.base")} <= BEFORE
    late = FOR_THE_RECEIVER | FOR_THE_ADDRESS | NOT_FOR_THE_LIST
    assert sorted(loaded & late) == []


def test_the_receiver_answers_before_what_the_window_holds_is_loaded(tmp_path):
    loaded = _loaded_when(tmp_path, _ANSWERING)
    ours = {name for name in loaded if name.startswith("olark_inbox.ui.")}
    assert "olark_inbox.receiver.door" in loaded
    assert ours <= BEFORE
    late = FOR_WHAT_THE_WINDOW_HOLDS | NOT_FOR_THE_LIST | FOR_THE_ADDRESS
    assert sorted(loaded & late) == []


def test_the_list_is_asked_for_before_the_pages_are_loaded(tmp_path):
    loaded = _loaded_when(tmp_path, _AT.format("olark_inbox.household", "House", "enter"))
    assert "olark_inbox.ui.list.view" in loaded
    assert sorted(loaded & (NOT_FOR_THE_LIST | FOR_THE_ADDRESS)) == []
