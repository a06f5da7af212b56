"""What can go wrong with a file, each as one sentence that says what to do."""

import errno
from pathlib import Path

from olark_inbox.base.said import said


class ExportFailed(Exception):
    """A file was not written or read; the text is one sentence for the owner."""


class AlreadyThere(ExportFailed):
    """A file of that name exists, and nobody said to replace it."""


class Stopped(Exception):
    """The owner stopped it. Nothing half-written is left."""


_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}
_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_SHOWN = 60
"""Characters of a name that are said."""
_IN_USE = {32, 33}
"""What Windows calls a file that another program holds open."""


def failure(error: OSError, path: Path) -> ExportFailed:
    """Say in one sentence what the computer refused, and what helps."""
    failed = ExportFailed(_sentence(error, path))
    failed.__cause__ = error
    return failed


def already_there(path: Path) -> AlreadyThere:
    """Say that a file of that name exists."""
    return AlreadyThere(
        said("“{0}” is there already. Choose another name, or replace it.", _short(path.name))
    )


def no_file(path: Path) -> ExportFailed:
    """Say that this is a device or the like."""
    return ExportFailed(said("“{0}” is no file. Choose another name.", _short(path.name)))


def _sentence(error: OSError, path: Path) -> str:
    code, name = error.errno or 0, _short(path.name or str(path))
    if code == errno.ENOENT and path.parent.is_dir():
        code = errno.EACCES  # a folder that only looks like one
    if getattr(error, "winerror", None) in _IN_USE or code == errno.EBUSY:
        return said("“{0}” is open in another program. Close it there and try again.", name)
    for codes, sentence in (
        (
            _FULL,
            said("The disk is full. Make room, or choose another disk; this file was not saved."),
        ),
        (
            _FORBIDDEN,
            said("The folder “{0}” may not be written to. Choose another one.", path.parent),
        ),
        (_GONE, said("The folder “{0}” is not there any more. Choose another one.", path.parent)),
        (
            _NAME,
            said("The name “{0}” does not work here. Choose a shorter or plainer one.", name),
        ),
        ({errno.EISDIR}, said("“{0}” is a folder. Choose another name.", name)),
    ):
        if code in codes:
            return sentence
    return said("“{0}” could not be saved: {1}.", name, error.strerror or type(error).__name__)


def _short(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
