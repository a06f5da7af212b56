"""Files that are either whole or not there."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from olark_inbox.base.files import sync_folder
from olark_inbox.export.errors import already_there, failure, no_file


@contextlib.contextmanager
def part_file(target: Path, *, replace: bool) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a file beside the target to write to; it becomes the target when all went well.

    On return it is on disk under its name. Whatever fails, or stops it, leaves nothing behind.
    Raises AlreadyThere, before and after the work, unless the target may be replaced.
    """
    try:
        if target.is_symlink():
            # The file is replaced, not what leads to it; unlike resolve(), this bears a circle.
            target = Path(os.path.realpath(target))
        _look_at(target, replace=replace)
        part, file = _open_part(target)
    except OSError as error:
        raise failure(error, target) from error
    try:
        with file:
            yield part, file
            file.flush()
            os.fsync(file.fileno())
        _rename(part, target, replace=replace)
        sync_folder(target.parent)
    except OSError as error:
        raise failure(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _look_at(target: Path, *, replace: bool) -> None:
    """Refuse what is no place for a file, or taken."""
    if target.is_symlink():  # still one: it leads to itself
        raise no_file(target)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists():
        if not target.is_file():  # a device must never be replaced by a file
            raise no_file(target)
        if not replace:
            raise already_there(target)


def _open_part(target: Path) -> tuple[Path, BinaryIO]:
    """Make "name.pdf.part", or another where somebody else writes the same name just now."""
    number = 1
    while True:
        mark = ".part" if number == 1 else f".{number}.part"
        part = target.with_name(target.name + mark)
        try:
            return part, part.open("x+b")
        except FileExistsError:
            number += 1


def _rename(part: Path, target: Path, *, replace: bool) -> None:
    if replace:
        part.replace(target)
        return
    try:
        if os.name == "posix":
            # A link is refused where the name is taken; a rename would take it away.
            os.link(part, target)
        else:
            part.rename(target)
    except FileExistsError as error:
        raise already_there(target) from error
    except OSError:
        # Some disks know no links. Between this look and the rename nobody else is expected.
        if target.exists():
            raise already_there(target) from None
        part.replace(target)
