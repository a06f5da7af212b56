"""Paper is drawn in a process without a window, in the owner's language."""

import os
import subprocess
import sys

SAID = """
from PySide6.QtCore import QCoreApplication
from olark_inbox.export import offscreen
from olark_inbox.export.pdf.words import conversations
offscreen.begin()
offscreen.begin()  # once more is no harm
print(conversations(10_004))
"""


def test_figures_are_written_as_in_the_window_where_the_system_says_no_language():
    nowhere = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", SAID],
        env={**nowhere, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "10,004 conversations\n"
    assert not done.stderr
