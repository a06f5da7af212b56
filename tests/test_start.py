"""What is loaded before the window shows: little, because everything else makes the owner wait."""

import os
import subprocess
import sys

LATE = (
    "aiohttp", "yarl", "csv", "urllib.request", "desktop_notifier", "dbus_fast", "ngrok", "keyring",
    "sqlite3",
    "olark_inbox.receiver.door", "olark_inbox.export.save", "olark_inbox.export.table",
    "olark_inbox.export.pdf.file", "olark_inbox.tunnel.agent", "olark_inbox.tunnel.ngrok_way",
)  # fmt: skip
"""Needed by the receiver, by a button or by a page; none of it by the window itself."""

_SHOWN = """
import os, sys
from olark_inbox.ui import window
def show(self):
    print("\\n".join(sorted(sys.modules)), flush=True)
    os._exit(0)
window.InboxWindow.show = show
from olark_inbox.cli import main
sys.argv = ["olark-inbox", "--port", "0"]
main()
"""


def test_little_is_loaded_before_the_window_shows(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _SHOWN],
        env={**os.environ, "OLARK_INBOX_DATA_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "olark_inbox.ui.window" in loaded
    assert sorted(loaded & set(LATE)) == []
