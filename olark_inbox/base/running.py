"""Noticing at the next start that the program was not ended but fell."""

import contextlib
import faulthandler
import json
import logging
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from olark_inbox import __version__
from olark_inbox.base.clock import now_ms
from olark_inbox.base.files import write_private
from olark_inbox.base.folders import Folders

_log = logging.getLogger(__name__)
_LINES = 60
_MOST = 20_000


class RunMark:
    """A file that is there while the window runs. Hold the window's lock around it."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._crash: TextIO | None = None

    def begin(self) -> str:
        """Leave the mark; returns the report of a run that fell before, "" where none did."""
        report = self._report() if self._folders.running.exists() else ""
        if report:
            _log.info("the program was not ended properly the last time")
        values = {"started_ms": now_ms(), "pid": os.getpid(), "version": __version__}
        try:
            write_private(self._folders.running, json.dumps(values).encode())
            self._listen_for_faults()
        except OSError as error:
            _log.warning("no mark of running was left: %s", type(error).__name__)
        return report

    def end(self) -> None:
        """Take the mark away: it was ended properly. Done twice it does nothing more."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
        for path in (self._folders.running, self._folders.crash):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def _listen_for_faults(self) -> None:
        if faulthandler.is_enabled():
            return
        write_private(self._folders.crash, b"")
        self._crash = self._folders.crash.open("a", encoding="utf-8")
        faulthandler.enable(self._crash)

    def _report(self) -> str:
        """Say what is known of the run that fell: never a customer's words, they are in no log."""
        before = _read(self._folders.running)
        parts = (
            f"Olark Inbox {before.get('version', '?')} ended unexpectedly.",
            f"Started: {_moment(before.get('started_ms'))}",
            f"Noticed: {_moment(now_ms())}",
            f"System: {platform.platform()}, Python {platform.python_version()}",
            "",
            _tail(self._folders.crash) or "No more is known about the moment itself.",
            "",
            "The log's last lines:",
            _tail(self._folders.log),
        )
        return "\n".join(parts).replace(str(Path.home()), "~")


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _moment(ms: Any) -> str:
    if not isinstance(ms, int):
        return "?"
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(" ", "seconds")


def _tail(path: Path) -> str:
    try:
        text = path.read_bytes()[-_MOST:].decode("utf-8", "replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-_LINES:]).strip()
