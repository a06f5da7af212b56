"""The commands `export` and `import`: the same files as from the window, without one."""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from olark_inbox.base.said import said
from olark_inbox.export.arguments import HIDEABLE, SEPARATORS
from olark_inbox.export.bring_back import bring_back
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.columns import Times
from olark_inbox.export.errors import AlreadyThere, ExportFailed, Stopped, failure
from olark_inbox.export.hidden import Hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.save import Format, Saved, Saving, Wanted
from olark_inbox.export.table import EXCEL_ROWS, TableOptions
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.notices import About
from olark_inbox.store.rows import Query, View

_SIGNALLED = 128
"""What shells add to the number of the signal that ended a program."""


def run_export(inbox: Inbox, settings: Settings, options: argparse.Namespace) -> None:
    """Write the file; raises ExportFailed with one sentence."""
    wanted = _wanted(inbox, settings, options)
    if wanted.format is Format.PDF:
        from olark_inbox.export import offscreen  # noqa: PLC0415 tables must not load Qt

        offscreen.begin()
    if wanted.format is Format.PDF and options.to == "-" and sys.stdout.isatty():
        raise ExportFailed(said("A PDF is nothing to read in a terminal. Choose a file."))
    with _stopped_by_signals() as stop, _progress("conversations") as progress:
        saving = Saving(inbox, wanted, progress, stop)
        saved = _to_output(saving) if options.to == "-" else _to_file(saving, options.to)
    _report(saved, options.to)


def run_import(inbox: Inbox, options: argparse.Namespace) -> None:
    """Bring an archive back; raises ExportFailed with one sentence."""
    with _progress("bytes") as progress:
        back = bring_back(inbox, options.file, progress)
    _say(f"{_counted(back.conversations, 'new conversation')}, "
         f"{_counted(back.deliveries, 'new delivery', 'new deliveries')}.")  # fmt: skip


def _wanted(inbox: Inbox, settings: Settings, options: argparse.Namespace) -> Wanted:
    if options.hide and options.format == Format.ARCHIVE:
        raise ExportFailed(said("An archive holds everything, so nothing of it can be hidden."))
    hidden = Hidden(**{name: name in options.hide for name in HIDEABLE})
    return Wanted(
        chosen=_chosen(inbox, options),
        format=Format(options.format),
        target=Path(options.to),
        replace=options.replace,
        table=TableOptions(
            separator=SEPARATORS[options.separator], times=Times(options.times), hidden=hidden
        ),
        pdf=PdfOptions.of(settings, hidden, options.paper),
    )  # fmt: skip


def _chosen(inbox: Inbox, options: argparse.Namespace) -> Chosen:
    if options.ids is not None:
        ids = tuple(_id(inbox, key) for key in dict.fromkeys(options.ids))
        return Chosen(ids=ids, samples=True)
    if options.search is not None:
        query = Query(view=View.ALL, words=options.search)
        _check(inbox, query)
        return Chosen(query=query, samples=options.samples, about=f"Search: {options.search}")
    return Chosen(samples=options.samples)


def _check(inbox: Inbox, query: Query) -> None:
    """Refuse a search that asks for nothing: `tag:$TAG` without a tag would save everything."""
    notices = inbox.find(query, 0, 1).result().notices
    empty = any(notice.about in (About.NO_VALUE, About.NO_LETTERS) for notice in notices)
    if empty or not query.words.strip():
        raise ExportFailed(said("“{0}” does not say what to search for.", query.words))


def _id(inbox: Inbox, key: str) -> int:
    row = inbox.by_key(key).result()
    if row is None:
        raise ExportFailed(said("There is no conversation with the id {0}.", key))
    return row.id


def _to_file(saving: Saving, name: str) -> Saved:
    if name.endswith(("/", os.sep)):
        raise ExportFailed(said("“{0}” is a folder. Choose another name.", name))
    try:
        return saving.run()
    except AlreadyThere as error:
        raise ExportFailed(
            said("“{0}” is there already. Choose another name, or add --replace.", name)
        ) from error


def _to_output(saving: Saving) -> Saved:
    """Write to the output, whole or not at all: it is made in a file that nobody sees."""
    handle, name = tempfile.mkstemp(prefix="olark-inbox-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "r+b") as file:
            saved = saving.write_to(part, file)
            file.flush()
        with part.open("rb") as file:
            sys.stdout.flush()
            shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise failure(error, part) from error
    finally:
        part.unlink(missing_ok=True)
    return saved


@contextmanager
def _stopped_by_signals() -> Iterator[threading.Event]:
    """Give an event that Ctrl+C and SIGTERM set, so that nothing half-written is left.

    The second one does not wait for the end of a page.
    """
    stop = threading.Event()
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        came.append(number)
        stop.set()

    former = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    except Stopped:
        raise SystemExit(_SIGNALLED + came[0]) from None
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _report(saved: Saved, to: str) -> None:
    where = "" if to == "-" else f" to {to}"
    sentence = f"Saved {_counted(saved.conversations, 'conversation')}{where}."
    if saved.starts_left_out:
        left = _counted(saved.starts_left_out, "chat")
        sentence += f" Left out {left} that only began: there are no words yet."
    if saved.samples_left_out:
        sentence += f" Left out {_counted(saved.samples_left_out, 'sample')}."
    if saved.cells_cut:
        cut = _counted(saved.cells_cut, "text is", "texts are")
        sentence += f" {cut} cut, for a table cell holds no more; an archive has all of it."
    if saved.rows_beyond:
        beyond = _counted(saved.rows_beyond, "row is", "rows are")
        sentence += f" {beyond} past the {EXCEL_ROWS:,} that Excel and LibreOffice show: save it "
        sentence += 'in parts, such as --search "after:2025-01-01 before:2026-01-01".'
    _say(sentence)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


@contextmanager
def _progress(things: str) -> Iterator[Callable[[int, int, str], None]]:
    """Give what shows progress on a terminal, one line written over and over."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    said = [-1]

    def show(done: int, total: int, _name: str) -> None:
        percent = 100 * done // max(1, total)
        if percent != said[0]:
            said[0] = percent
            sys.stderr.write(f"\r{percent} % of {total} {things}")

    try:
        yield show
    finally:
        if said[0] >= 0:
            sys.stderr.write("\r\x1b[K")
