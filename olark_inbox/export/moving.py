"""Moving to another computer: one file with the store and the settings, the address included.

The file holds every conversation and the secret of the address: it is as private as the store.
"""

import json
import os
import re
import threading
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.base.files import sync_folder
from olark_inbox.base.said import said
from olark_inbox.export.errors import ExportFailed, failure
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Setting, Settings

SUFFIX = ".olarkinbox"
_FORMAT = "olark-inbox-move"
_VERSION = 1
_MANIFEST, _SETTINGS, _STORE = "manifest.json", "settings.json", "inbox.sqlite"
_SMALL = 1024 * 1024
_STEP = 1024 * 1024
_LOOKS, _LOOK_S = 100, 0.1
_SECRET = re.compile(r"[A-Za-z0-9_-]{22,128}")
_STAYS = frozenset({"window", "backup_place", "moved_ms", "shop_logo", "copies", "saving"})
"""What belongs to a computer: places on its screen and its disks."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file of another computer, looked at and unpacked."""

    store: Path
    settings: Mapping[str, Any]


def pack(inbox: Inbox, settings: Settings, to: Path, clock: Clock = now_ms) -> None:
    """Write the file; from then on this computer receives no more. Raises ExportFailed."""
    part = to.with_name(f".{to.name}.part")
    copy = part.with_name(f"{part.name}.sqlite")
    try:
        for path in (part, copy):
            path.unlink(missing_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        # First the door is closed: what came after the copy would be missing over there.
        settings.moved_ms = clock()
        _wait_for_the_door(inbox)
        inbox.keeping.copy_out(copy).result()
        _write(part, copy, _own(settings), clock())
        part.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        settings.moved_ms = 0
        raise failure(error, to) from error
    except BaseException:
        settings.moved_ms = 0
        raise
    finally:
        for path in (part, copy):
            path.unlink(missing_ok=True)


def unpack(file: Path, folder: Path) -> Brought:
    """Look at a file and unpack its store into `folder`. Raises ExportFailed."""
    store = folder / ".brought.sqlite"
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = _small(packed, _MANIFEST)
            if manifest.get("format") != _FORMAT:
                raise _foreign(file)
            if manifest.get("version") != _VERSION:
                raise ExportFailed(
                    said(
                        "“{0}” was written by a newer version of Olark Inbox. Install that "
                        "version here first.",
                        file.name,
                    )
                )
            settings = _small(packed, _SETTINGS)
            _unpack_store(packed, store, int(manifest.get("size", 0)))
    except OSError as error:
        raise failure(error, file) from error
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError) as error:
        store.unlink(missing_ok=True)
        raise _foreign(file) from error
    return Brought(store, settings)


def bring_in(inbox: Inbox, settings: Settings, brought: Brought) -> None:
    """Make this computer the one that receives: conversations, marks and address come over.

    What was here stays too, and a backup of it is made first. Raises StoreError.
    """
    try:
        inbox.keeping.restore(brought.store).result()
    finally:
        brought.store.unlink(missing_ok=True)
    taken = {
        name: brought.settings[name]
        for name, setting in vars(Settings).items()
        if isinstance(setting, Setting)
        and name not in _STAYS
        and setting.allows(brought.settings.get(name))
    }
    secret = brought.settings.get("secret")
    if isinstance(secret, str) and _SECRET.fullmatch(secret):
        taken["secret"] = secret
    settings.store({**taken, "moved_ms": None})


def _wait_for_the_door(inbox: Inbox) -> None:
    """Wait until whoever receives says that he has stopped."""
    news = threading.Event()
    leave = inbox.wakeups.subscribe(news.set)
    try:
        for _ in range(_LOOKS):
            state = inbox.state().result().get("receiver")
            if state is None or state.value.get("status") != "listening":
                return
            news.wait(_LOOK_S)
            news.clear()
    finally:
        leave()
    raise ExportFailed(
        said("Receiving did not stop here. Quit the other Olark Inbox and try again.")
    )


def _own(settings: Settings) -> dict[str, Any]:
    names = [
        name
        for name, setting in vars(Settings).items()
        if isinstance(setting, Setting) and name not in _STAYS
    ]
    return {name: settings.stored(name) for name in (*names, "secret") if settings.stored(name)}


def _write(part: Path, copy: Path, values: Mapping[str, Any], at_ms: int) -> None:
    manifest = {"format": _FORMAT, "version": _VERSION, "at_ms": at_ms}
    manifest["size"] = copy.stat().st_size
    with part.open("r+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.writestr(_MANIFEST, json.dumps(manifest))
            packed.writestr(_SETTINGS, json.dumps(values))
            packed.write(copy, _STORE)
        file.flush()
        os.fsync(file.fileno())


def _small(packed: zipfile.ZipFile, name: str) -> Mapping[str, Any]:
    with packed.open(name) as file:
        values = json.loads(file.read(_SMALL))
    if not isinstance(values, dict):
        raise ValueError(name)  # noqa: TRY004 - a damaged file, like all others
    return values


def _unpack_store(packed: zipfile.ZipFile, store: Path, size: int) -> None:
    store.unlink(missing_ok=True)
    handle = os.open(store, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as out, packed.open(_STORE) as inside:
        while piece := inside.read(_STEP):
            size -= len(piece)
            if size < 0:
                # More than the file itself says it holds: it is made to fill the disk.
                raise ValueError(_STORE)
            out.write(piece)


def _foreign(file: Path) -> ExportFailed:
    return ExportFailed(
        said(
            "“{0}” is not a file for moving Olark Inbox, or it is damaged. Choose the file "
            "that the other computer saved.",
            file.name,
        )
    )
