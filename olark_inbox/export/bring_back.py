"""An archive back into the store: nothing lost, nothing twice."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from olark_inbox.base.said import said
from olark_inbox.export.archive import check_head, read_archive
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.inbox import Inbox
from olark_inbox.store.archive import Kept, KeptDelivery

_LINES = 100
_BYTES = 4 * 1024 * 1024
_TAIL = 256


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What the store has now that it did not have before."""

    conversations: int
    deliveries: int


def bring_back(
    inbox: Inbox,
    archive: Path,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
    stop: threading.Event | None = None,
) -> BroughtBack:
    """Bring an archive back; raises ExportFailed or Stopped.

    Each step is on disk when the next begins. Whoever stops it, or starts it again, loses nothing.
    """
    try:
        with archive.open("rb") as file:
            size = file.seek(0, 2)
            _check_whole(file, size)
            file.seek(0)
            back = _bring(inbox, file, lambda: progress(file.tell(), size, ""), stop)
            progress(size, size, "")
            return back
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportFailed(said("“{0}” cannot be read: {1}.", archive.name, reason)) from error


def _bring(
    inbox: Inbox, file: BinaryIO, step: Callable[[], None], stop: threading.Event | None
) -> BroughtBack:
    run = inbox.archiving.restoring().result()
    for lines in _parts(read_archive(file)):
        if stop is not None and stop.is_set():
            raise Stopped
        inbox.archiving.restore(run, lines).result()
        step()
    return BroughtBack(run.new_conversations, run.new_deliveries)


def _parts(lines: Iterator[Kept]) -> Iterator[list[Kept]]:
    """Cut the archive into steps that are short for the writer, however large a body is."""
    part: list[Kept] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line.raw) if isinstance(line, KeptDelivery) else 0
        if len(part) >= _LINES or size >= _BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part


def _check_whole(file: BinaryIO, size: int) -> None:
    """Refuse what is no archive, or was cut, before anything of it is taken."""
    file.seek(0)
    check_head(file.readline(_TAIL))
    file.seek(max(0, size - _TAIL))
    last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
    try:
        whole = "end" in json.loads(last)
    except (ValueError, TypeError):
        whole = False
    if not whole:
        raise ExportFailed(said("The archive ends too early: it was not copied whole."))
