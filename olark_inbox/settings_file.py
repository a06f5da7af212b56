"""The file of the owner's choices: private, read and written by every process, mended if broken."""

import json
import logging
import re
import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from olark_inbox.base.alone import alone_within
from olark_inbox.base.clock import now_ms
from olark_inbox.base.files import write_private
from olark_inbox.base.folders import Folders
from olark_inbox.base.said import said

_log = logging.getLogger(__name__)

_SECRET_BYTES = 24
_SECRET = re.compile(r"[A-Za-z0-9_-]{22,128}")
_KEPT_SECRET = re.compile(rb'"secret"\s*:\s*"([A-Za-z0-9_-]{22,128})"')
_LOCK_SECONDS = 5.0
_UNREAD = (0, 0, 0)
"""The stamp of no file."""


class SettingsNotSaved(Exception):
    """A choice holds until the program ends, but is not on disk; the text is one sentence."""


class SettingsFile:
    """The values as they stand in the file of one data folder; there is always a secret in it.

    `notice` is one sentence for the owner where the file could not be read, else "".
    """

    def __init__(self, folders: Folders) -> None:
        self._file = folders.settings
        self._lock_file = folders.root / "settings.lock"
        self._lock = threading.RLock()
        self._stamp: tuple[int, int, int] | None = None
        self._values: dict[str, Any] = {}
        self.notice: str = ""
        self._read()
        if not is_secret(self._values.get("secret")):
            self._make_secret()

    @property
    def folder(self) -> Path:
        """The data folder these choices are of."""
        return self._file.parent

    def reload(self) -> bool:
        """Read what another process may have changed; returns whether the file is another."""
        with self._lock:
            if self._stamp == _stamp(self._file):
                return False
            self._read()
            return True

    def stored(self, key: str) -> Any:
        """Return what stands in the file for this key, or None."""
        with self._lock:
            return self._values.get(key)

    def store(self, changes: dict[str, Any]) -> None:
        """Set these keys, leaving all others as any process last wrote them.

        None removes a key. Raises SettingsNotSaved; the values hold in this process even so.
        """
        with self._lock:
            try:
                with self._written_alone():
                    self._catch_up()
                    self._apply(changes)
                    self._write()
            except OSError as error:
                self._apply(changes)
                _log.warning("the settings could not be saved: %s", type(error).__name__)
                raise SettingsNotSaved(
                    said("The settings could not be saved; they hold until the program ends.")
                ) from error

    def _apply(self, changes: dict[str, Any]) -> None:
        for key, value in changes.items():
            if value is None:
                self._values.pop(key, None)
            else:
                self._values[key] = value

    def _write(self) -> None:
        # The secret stands first: of a torn file the beginning is what is left.
        ordered = dict(
            sorted(self._values.items(), key=lambda item: (item[0] != "secret", item[0]))
        )
        text = json.dumps(ordered, ensure_ascii=False, indent=1)
        write_private(self._file, text.encode("utf-8", "replace"))
        self._stamp = _stamp(self._file)

    def _read(self) -> None:
        try:
            self._load()
        except OSError as error:
            _log.warning("the settings could not be read: %s", type(error).__name__)
            self.notice = said("The settings could not be read; the usual ones are used.")

    def _catch_up(self) -> None:
        """Read what another process may have written; raises OSError where it cannot be read.

        What could not be read must not be written either: all of it would be lost.
        """
        if self._stamp != _stamp(self._file):
            self._load()

    def _load(self) -> None:
        failed, stamp, self._stamp = self._stamp == _UNREAD, _stamp(self._file), _UNREAD
        try:
            raw = self._file.read_bytes()
        except FileNotFoundError:
            self._stamp = None
            return
        self._stamp = stamp
        if failed:
            self.notice = ""
        try:
            values = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            self._values = values
        else:
            self._put_aside(raw)

    def _put_aside(self, raw: bytes) -> None:
        """Keep the broken file for whoever can mend it, and the address if it can be seen."""
        aside = self._file.with_name(f"settings.broken-{now_ms()}.json")
        _log.warning("the settings file was broken and is put aside")
        found = _KEPT_SECRET.search(raw)
        kept = {"secret": found[1].decode("ascii")} if found else {}
        self._values = {**self._values, **kept} if self._values else kept
        same = said(
            "The settings file was broken. It is kept as {0}; your address is still the same.",
            aside.name,
        )
        new = said(
            "The settings file was broken. It is kept as {0}, and your address is a new one: paste "
            "it in Olark again.",
            aside.name,
        )
        self.notice = same if "secret" in self._values else new
        try:
            write_private(aside, raw)
            self._write()
        except OSError as error:
            _log.warning("the settings could not be repaired: %s", type(error).__name__)

    def _written_alone(self) -> AbstractContextManager[object]:
        """Keep other processes from writing meanwhile; raises TimeoutError."""
        return alone_within(_LOCK_SECONDS, self._lock_file)

    def _make_secret(self) -> None:
        """Make one, unless another process that starts at the same time was first."""
        try:
            with self._written_alone():
                self._catch_up()
                if not is_secret(self._values.get("secret")):
                    self._values["secret"] = fresh_secret()
                    self._write()
        except OSError as error:
            raise SettingsNotSaved(
                said("The address could not be saved: the data folder cannot be written to.")
            ) from error


def fresh_secret() -> str:
    """Make what nobody can guess: 192 random bits."""
    import secrets  # noqa: PLC0415 - one is made in the life of a data folder

    return secrets.token_urlsafe(_SECRET_BYTES)


def is_secret(value: Any) -> bool:
    """Whether it can be the secret part of an address."""
    return isinstance(value, str) and _SECRET.fullmatch(value) is not None


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Tell one written file from the next without reading it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ino, status.st_size)
