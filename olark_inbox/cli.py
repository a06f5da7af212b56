"""The commands: the same words in the README, in --help and here.

Errors are one plain sentence on stderr and exit 1 (2 for wrong usage), never a traceback.
"""

import argparse
import contextlib
import io
import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from olark_inbox import __version__
from olark_inbox.base import litter
from olark_inbox.base.clock import now_ms
from olark_inbox.base.folders import Folders, FolderUnusable, open_folders
from olark_inbox.base.log import start_logging, stop_logging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olark_inbox.inbox import Inbox
    from olark_inbox.settings import Settings
    from olark_inbox.store.rows import Row

_log = logging.getLogger(__name__)
_LAST_PORT = 65_535
_PREVIEW = 60
# JSON may hold these as they are, but many a reader of lines would end the line at them.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class Stop(Exception):
    """The command cannot go on; the text is the one sentence for whoever typed it."""


def fail(error: Exception) -> int:
    """Say on the terminal why a command cannot go on; returns its exit code."""
    print(f"olark-inbox: {error}", file=sys.stderr)
    return 1


def main(arguments: Sequence[str] | None = None, *, fail: Callable[[Exception], int] = fail) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    hook, threading.excepthook = threading.excepthook, _thread_failed
    try:
        return _run(options, fail)
    except BrokenPipeError:
        # Whoever read our output has had enough of it (`| head`).
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return 130
    finally:
        threading.excepthook = hook
        stop_logging()


def _run(options: argparse.Namespace, fail: Callable[[Exception], int]) -> int:
    from olark_inbox.export.errors import ExportFailed
    from olark_inbox.settings import SettingsNotSaved
    from olark_inbox.store.errors import StoreError

    try:
        folders = open_folders(getattr(options, "data_dir", None))
        start_logging(folders, to_stderr=False)
        command: Callable[[Folders, argparse.Namespace], int] = options.run
        code = command(folders, options)
        sys.stdout.flush()
    except (FolderUnusable, StoreError, SettingsNotSaved, ExportFailed, Stop) as error:
        return fail(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        _log.exception("a command failed")
        return fail(Stop(f"The computer refused: {error.strerror or type(error).__name__}."))
    except Exception:  # noqa: BLE001 - the roof: a fault of ours is a sentence too
        _log.exception("a command failed")
        return fail(Stop("Something went wrong here; the log file in the data folder says where."))
    return code


def _thread_failed(failure: threading.ExceptHookArgs) -> None:
    """Log what ends a thread; a terminal gets no traceback."""
    if failure.exc_value is not None:
        _log.error("a thread failed", exc_info=failure.exc_value)


def _window(folders: Folders, options: argparse.Namespace) -> int:
    litter.wait()  # until the window stands
    from olark_inbox.app import run

    archive: Path | None = getattr(options, "bring_back", None)
    if archive is not None:
        archive = archive.absolute()
    hidden = getattr(options, "hidden", False)
    return run(folders, port=_port(options), hidden=hidden, archive=archive)


def _receive(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.receiver.background import ended_by_signals, receive
    from olark_inbox.tunnel.beside import keeping_address

    with (
        ended_by_signals() as ended,
        _opened(folders, mend=True) as (inbox, settings),
        contextlib.ExitStack() as beside,
    ):

        def make_copies() -> None:
            from olark_inbox.export.copying import Copying

            beside.enter_context(Copying(inbox, settings))

        companion, port = keeping_address(inbox, settings), _port(options)
        sentence = receive(
            inbox, settings, folders, port, ended, companion=companion, begun=make_copies
        )
    if sentence:
        raise Stop(sentence)
    return 0


def _address(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.receiver.background import addresses

    with _opened(folders) as (inbox, settings):
        found = addresses(inbox, settings, _port(options))
    print("\n".join(found))
    return 0


def _list(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.store.rows import Query, View

    query = Query(view=View.ALL, words=" ".join(options.words))
    line = _row_json if options.json else _row_text
    with _opened(folders) as (inbox, _):
        for row in inbox.rows_of(query):
            print(line(_whole(inbox, row)))
    return 0


def _export(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.export.command import run_export

    with _opened(folders) as (inbox, settings):
        run_export(inbox, settings, options)
    return 0


def _save_for_window(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.export.errand import work

    return work(folders, options.mark)


def _import(folders: Folders, options: argparse.Namespace) -> int:
    from olark_inbox.export.command import run_import

    with _opened(folders) as (inbox, _):
        run_import(inbox, options)
    return 0


def _check(folders: Folders, options: argparse.Namespace) -> int:
    with _opened(folders) as (inbox, _):
        found = inbox.check().result()
    if options.json:
        figures = ("sound", "conversations", "deliveries", "unreadable")
        print(json.dumps({name: getattr(found, name) for name in figures}))
    else:
        print("The store is sound." if found.sound else "The store is damaged.")
        for problem in found.problems:
            print(_one_line(problem))
        print(
            f"Conversations: {found.conversations}, deliveries: {found.deliveries}, "
            f"unreadable: {found.unreadable}"
        )
    return 0 if found.sound else 1


def _whole(inbox: "Inbox", row: "Row") -> "Row":
    """Return a row with what a list on a screen has no room for."""
    from olark_inbox.store.keep import SHOWN

    if max(len(row.name), len(row.email), len(row.phone)) < SHOWN:
        return row
    opened = inbox.opened(row.id).result()
    if opened is None:
        return row
    conversation = opened.conversation
    visitor = conversation.visitor
    return replace(row, name=conversation.name, email=visitor.email, phone=visitor.phone)


def _row_json(row: "Row") -> str:
    """Return a conversation as one line of JSON; the names are a promise to scripts."""
    text = json.dumps(
        {
            "id": row.key,
            "kind": row.kind.value,
            "unanswered": row.unanswered,
            "live": _is_live(row),
            "visitor": {"name": row.name, "email": row.email, "phone": row.phone},
            "received": _utc(row.received_ms),
            "messages": row.lines,
            "tags": list(row.tags),
            "groups": list(row.groups),
            "operators": list(row.agents),
            "rating": row.rating,
            "unread": row.unread,
            "starred": row.starred,
            "done": row.done,
            "sample": row.sample,
        },
        ensure_ascii=False,
    )
    return text.translate(_LINE_ENDS)


def _row_text(row: "Row") -> str:
    """Return a conversation as one line for a person at a terminal."""
    at = datetime.fromtimestamp(row.received_ms / 1000, UTC).astimezone()
    kind = "unanswered" if row.unanswered else row.kind.value
    mark = "*" if row.unread else " "
    who = f"{row.name} <{row.email}>" if row.email else row.name
    preview = shorten(_one_line(row.preview), _PREVIEW, placeholder="…")
    return f"{mark} {at:%Y-%m-%d %H:%M}  {kind:<10}  {_one_line(who)}  {preview}".rstrip()


def _is_live(row: "Row") -> bool:
    from olark_inbox.olark.standing import Standing, standing

    found = standing(row.kind, manual=row.manual, live_until_ms=row.live_until_ms, now_ms=now_ms())
    return found is Standing.LIVE


def _utc(ms: int) -> str:
    at = datetime.fromtimestamp(ms / 1000, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{ms % 1000:03d}Z"


def _one_line(text: str) -> str:
    """Return text that can neither break the line nor command the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


@contextlib.contextmanager
def _opened(folders: Folders, *, mend: bool = False) -> "Iterator[tuple[Inbox, Settings]]":
    from olark_inbox.inbox import Inbox
    from olark_inbox.settings import Settings

    settings = Settings(folders)
    if settings.notice:
        print(f"olark-inbox: {settings.notice}", file=sys.stderr)
    inbox = Inbox.open(folders, mend=mend)
    try:
        yield inbox, settings
    finally:
        inbox.close()


def _port(options: argparse.Namespace) -> int | None:
    port: int | None = getattr(options, "port", None)
    return port


def _parser() -> argparse.ArgumentParser:
    from olark_inbox.export.arguments import FOR_WINDOW, add_export_options, add_import_options

    everywhere = _options()
    parser = argparse.ArgumentParser(
        prog="olark-inbox",
        description="A desktop inbox for Olark chats. Without a command it opens the window.",
        parents=[everywhere],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"olark-inbox {__version__}")
    parser.add_argument(f"--{FOR_WINDOW}", dest="mark", action=_ForWindow, help=argparse.SUPPRESS)
    # A desktop that starts the program without a file leaves the option bare.
    parser.add_argument(
        "--bring-back",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="open the window and bring this archive back",
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Any, says: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, help=says, description=says, parents=[everywhere], allow_abbrev=False
        )
        added.set_defaults(run=run)
        return added

    command("receive", _receive, "receive without a window, into the same store")
    command("address", _address, "print the webhook address to paste in Olark")
    lists = command("list", _list, "print conversations, newest first")
    lists.add_argument("--json", action="store_true", help="one JSON object a line")
    lists.add_argument("words", nargs="*", metavar="WORDS", help="only those with these words")
    exports = command("export", _export, "save conversations as PDF, table or archive")
    add_export_options(exports)
    imports = command("import", _import, "bring an archive back into the store")
    add_import_options(imports)
    checks = command("check", _check, "is the store sound? exit 0 or 1, says what it found")
    checks.add_argument("--json", action="store_true", help="one JSON object")
    return parser


class _ForWindow(argparse.Action):
    """What only a window asks for, so it is in no list of commands."""

    def __call__(self, _parser: Any, to: Any, mark: Any, _option: Any = None) -> None:
        to.run, to.mark = _save_for_window, mark


def _options() -> argparse.ArgumentParser:
    """Return the options that work before and after the command.

    Without SUPPRESS the command's own defaults would undo what stood before it.
    """
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything in this folder"
    )
    options.add_argument(
        "--port", type=_port_number, metavar="N", help="listen on this port, 0 for any free one"
    )
    options.add_argument("--hidden", action="store_true", help="start the window in the tray")
    return options


def _port_number(text: str) -> int:
    if text.isdecimal() and text.isascii() and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console thinks: a customer's name is not the console's choice."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Keep Python from complaining at its end that the reader is gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
