"""The archive: JSON lines that lose nothing, and reading them back.

The first line says format, version and program. Every further line is a delivery with its body as
it came, or the marks of a conversation behind the last delivery it was read from; an archive of
everything begins with what else is the owner's. The last line counts them, so that a file that was
cut is known as such.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, BinaryIO

from olark_inbox import __version__
from olark_inbox.base.said import said
from olark_inbox.export.errors import ExportFailed
from olark_inbox.store.archive import Kept, KeptDelivery, KeptMarks, KeptOwner

FORMAT = "olark-inbox-archive"
VERSION = 1

_LONGEST_LINE = 64 * 1024 * 1024


class Archive:
    """An archive that is being written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lines = 0
        self._write({"format": FORMAT, "version": VERSION, "program": __version__})

    def add(self, kept: Kept) -> None:
        """Write one delivery, the marks of one conversation, or what else is the owner's."""
        self._lines += 1
        if isinstance(kept, KeptDelivery):
            self._write({"delivery": _delivery(kept)})
        elif isinstance(kept, KeptOwner):
            self._write({"owner": asdict(kept)})
        else:
            self._write({"conversation": asdict(kept)})

    def finish(self) -> None:
        """Write the line that says the file is whole."""
        self._write({"end": self._lines})

    def _write(self, line: dict[str, Any]) -> None:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        self._file.write(text.encode("utf-8", "surrogatepass") + b"\n")


def read_archive(file: BinaryIO) -> Iterator[Kept]:
    """Yield what an archive holds; raises ExportFailed where it is none, newer, cut or broken."""
    check_head(file.readline(_LONGEST_LINE))
    number = 0
    for number, line in enumerate(_lines(file), 2):
        read = _object(line, number)
        if "end" in read:
            if read["end"] != number - 2:
                raise ExportFailed(
                    said("The archive is damaged: lines are missing before {0}.", number)
                )
            return
        yield _kept(read, number)
    raise ExportFailed(said("The archive ends too early, after line {0}.", max(1, number)))


def _lines(file: BinaryIO) -> Iterable[bytes]:
    return iter(lambda: file.readline(_LONGEST_LINE), b"")


def check_head(line: bytes) -> None:
    """Refuse what is no archive, and what only a newer program understands."""
    try:
        head = json.loads(line)
        is_ours = head["format"] == FORMAT
        version = int(head["version"])
    except (ValueError, TypeError, KeyError):
        is_ours, version = False, 0
    if not is_ours:
        raise ExportFailed(said("This file is no archive of Olark Inbox."))
    if version > VERSION:
        raise ExportFailed(
            said(
                "This archive was written by a newer version of Olark Inbox. Install that "
                "version or a newer one; nothing was changed."
            )
        )


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        read = json.loads(line.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise _damaged(number) from error
    if not isinstance(read, dict):
        raise _damaged(number)
    return read


def _kept(read: dict[str, Any], number: int) -> Kept:
    try:
        if "delivery" in read:
            values = dict(read["delivery"])
            values["raw"] = _raw(values)
            values["hash"] = bytes.fromhex(values["hash"])
            return KeptDelivery(**values)
        if "owner" in read:
            return _owner(read["owner"])
        values = dict(read["conversation"])
        values["own_tags"] = tuple(values["own_tags"])
        return KeptMarks(**values)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(number) from error


def _owner(values: dict[str, Any]) -> KeptOwner:
    return KeptOwner(
        tags=tuple((str(name), int(colour)) for name, colour in values["tags"]),
        searches=tuple((str(name), str(words)) for name, words in values["searches"]),
        persons=tuple(tuple(map(str, group)) for group in values["persons"]),
    )


def _delivery(kept: KeptDelivery) -> dict[str, Any]:
    values = {name: getattr(kept, name) for name in _PLAIN}
    values["hash"] = kept.hash.hex()
    try:
        values["text"] = kept.raw.decode("utf-8")
    except UnicodeDecodeError:
        values["base64"] = base64.b64encode(kept.raw).decode("ascii")
    return values


_PLAIN = (
    "id", "received_ms", "outcome", "content_type", "content_encoding", "sample", "settled",
    "times", "reason", "size",
)  # fmt: skip


def _raw(values: dict[str, Any]) -> bytes:
    if "text" in values:
        text: str = values.pop("text")
        return text.encode("utf-8")
    return base64.b64decode(values.pop("base64"), validate=True)


def _damaged(number: int) -> ExportFailed:
    return ExportFailed(said("The archive is damaged in line {0}.", number))
