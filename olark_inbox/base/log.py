"""The log file: ids, sizes and outcomes; never a customer's words and never the secret."""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from olark_inbox.base.folders import Folders

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES = 1_000_000
_KEPT = 3


class _PrivateFile(logging.FileHandler):
    """Begins anew at 1 MB and keeps three old ones, each the owner's alone.

    Python's own rotating handler would load sockets and pickles before the window shows.
    """

    def _open(self) -> TextIO:  # type: ignore[override]
        stream = super()._open()
        if os.name == "posix":
            os.fchmod(stream.fileno(), 0o600)
        return stream

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and self.stream.tell() >= _BYTES:
            self.stream.close()
            self.stream = None
            self._put_aside()
        with suppress(OSError):  # a program that cannot log must still receive
            super().emit(record)

    def _put_aside(self) -> None:
        path = Path(self.baseFilename)
        names = [path, *(path.with_name(f"{path.name}.{n}") for n in range(1, _KEPT + 1))]
        for younger, older in zip(names[-2::-1], names[:0:-1], strict=True):
            with suppress(OSError):  # another process writes it: the next time, then
                younger.replace(older)


def start_logging(folders: Folders, *, to_stderr: bool) -> None:
    """Send the program's log records to the log file, and warnings to stderr where wanted.

    Called again (another folder), the former file is closed.
    """
    logger = logging.getLogger("olark_inbox")
    stop_logging()
    try:
        file: logging.Handler = _PrivateFile(folders.log, encoding="utf-8", errors="replace")
    except OSError:
        # A program that cannot log must still receive.
        file = logging.NullHandler()
    file.setFormatter(_Plain(_LINE))
    logger.addHandler(file)
    if to_stderr:
        stream = logging.StreamHandler(sys.stderr)
        stream.setLevel(logging.WARNING)
        stream.setFormatter(_Sentence())
        logger.addHandler(stream)
    logger.setLevel(logging.INFO)


def stop_logging() -> None:
    """Close the log file."""
    logger = logging.getLogger("olark_inbox")
    for handler in list(logger.handlers):
        if isinstance(handler, _PrivateFile | logging.NullHandler) or isinstance(
            handler.formatter, _Sentence
        ):
            logger.removeHandler(handler)
            handler.close()


class _Plain(logging.Formatter):
    """Names the kind and place of an exception, never its text: it may quote a customer."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging calls it so
        return places(ei[1]) if isinstance(ei, tuple) else ""


class _Sentence(logging.Formatter):
    """Only the message: a person reads it."""

    def format(self, record: logging.LogRecord) -> str:
        return f"olark-inbox: {record.getMessage()}"


def places(error: BaseException | None) -> str:
    """Return where an exception came from, without its text and without its values."""
    lines: list[str] = []
    while error is not None:
        lines.append(f"  {type(error).__name__} at")
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            file = os.path.basename(code.co_filename)  # noqa: PTH119 - a name, not a path to open
            lines.append(f"    {file}:{trace.tb_lineno} in {code.co_name}")
            trace = trace.tb_next
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines)
