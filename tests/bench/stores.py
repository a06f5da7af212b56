"""Stores of a known size, made once by the program's own door to the data and kept for later."""

import sys
import tempfile
from pathlib import Path

from olark_inbox.inbox import Body, Inbox

from olark_inbox.base.folders import open_folders
from tests.bench.payloads import chat, form

GENERATION = "1"
"""Grows when payloads or schema change, so that an old store is not taken for a new one."""


def store_of(size: int) -> Path:
    """Return a data folder with `size` conversations, outside the repository."""
    folder = Path(tempfile.gettempdir()) / f"olark-inbox-bench-{GENERATION}" / str(size)
    done = folder / "complete"
    if done.exists():
        return folder
    inbox = Inbox.open(open_folders(folder))
    waiting = []
    for number in range(size):
        waiting.append(inbox.accept(Body(form(chat(number)), "application/x-www-form-urlencoded")))
        if len(waiting) >= 1000:
            for future in waiting:
                future.result()
            waiting.clear()
            print(f"\r{number + 1:,} of {size:,} stored", end="", file=sys.stderr, flush=True)
    for future in waiting:
        future.result()
    inbox.close()
    print(file=sys.stderr)
    done.touch()
    return folder
