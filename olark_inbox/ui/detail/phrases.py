"""The sentences of the transcript: what stands in its grey lines and over its groups."""

import functools
import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.inline import isolated, one_line

translate = QCoreApplication.translate

__all__ = ["clock", "count", "day_of", "isolated", "one_line", "speaker", "words"]

_LONGEST_NAME = 60
_QUARTER_MS = 15 * 60 * 1000


def day_of(ms: int) -> tuple[int, int, int]:
    """Return the owner's day of a moment."""
    return _day_of_quarter(ms // _QUARTER_MS)


@functools.lru_cache(maxsize=4_096)
def _day_of_quarter(quarter: int) -> tuple[int, int, int]:
    """Days begin on quarters of an hour in every time zone: one answer serves a whole one."""
    date = QDateTime.fromMSecsSinceEpoch(quarter * _QUARTER_MS).date()
    return date.year(), date.month(), date.day()


def count(value: int) -> str:
    """Return a count as the owner's country writes it."""
    return QLocale().toString(value)


def speaker(block: Block) -> str:
    """Return who said a group."""
    if block.name and not block.automatic:
        return one_line(block.name, _LONGEST_NAME)
    if not block.ours:
        return translate("Transcript", "Visitor")
    return (
        translate("Transcript", "Automatic message")
        if block.automatic
        else translate("Transcript", "Agent")
    )


def clock(block: Block) -> str:
    """Return the time over a group, "" where its first line had no clock."""
    return times.clock(block.at_ms) if block.at_ms is not None else ""


def words(block: Block, now_ms: int) -> str:
    """Return the words of a block that is no message."""
    return _WORDS[block.what](block, now_ms)


def _day(block: Block, now_ms: int) -> str:
    return times.day_line(block.at_ms or 0, now_ms)


def _started(block: Block, _now_ms: int) -> str:
    page = re.sub(r"^https?://", "", one_line(block.text, 2_000), flags=re.IGNORECASE)
    page = page.split("?", 1)[0].split("#", 1)[0].removesuffix("/") or one_line(block.text)
    return translate("Transcript", "Chat started on {0}").format(isolated(page, 80))


def _name(block: Block, _now_ms: int) -> str:
    # A no-break space keeps the two together; two of them are the gap the eye wants.
    parts = (isolated(speaker(block)), clock(block))
    return "\u00a0\u00a0".join(part for part in parts if part)


def _system(block: Block, _now_ms: int) -> str:
    return one_line(block.text, 600) or translate("Transcript", "A line without words")


def _gap(block: Block, _now_ms: int) -> str:
    return translate("Transcript", "{0} later").format(times.long_duration(block.span_ms or 0))


def _nobody(block: Block, _now_ms: int) -> str:
    if not block.span_ms or block.span_ms < times.MINUTE_MS:
        return translate("Transcript", "Nobody answered")
    return translate("Transcript", "Nobody answered. Last message after {0}").format(
        times.long_duration(block.span_ms)
    )


def _not_shown(block: Block, _now_ms: int) -> str:
    if block.count == 1:
        return translate("Transcript", "1 line cannot be shown here. It is kept as Olark sent it.")
    return translate(
        "Transcript",
        "%Ln lines cannot be shown here. They are kept as Olark sent them.",
        "",
        block.count,
    )


def _so_far(block: Block, now_ms: int) -> str:
    when = times.short_time(block.at_ms or 0, now_ms)
    return translate("Transcript", "The words so far arrived: {0}").format(when)


def _live(block: Block, _now_ms: int) -> str:
    if not block.name:
        return translate(
            "Transcript", "This chat may still be going on. The rest arrives when it ends."
        )
    return translate(
        "Transcript", "Still talking with {0}. The rest arrives when the chat ends."
    ).format(isolated(block.name))


_WORDS: dict[What, Callable[[Block, int], str]] = {
    What.DAY: _day,
    What.STARTED: _started,
    What.SENT_OFFLINE: lambda _block, _now: translate("Transcript", "Sent while nobody was online"),
    What.NAME: _name,
    What.MORE: lambda block, _now: translate(
        "Transcript", "Show all %Ln characters", "", block.count
    ),
    What.SYSTEM: _system,
    What.GAP: _gap,
    What.NEW: lambda _block, _now: translate("Transcript", "New since you last looked"),
    What.NOBODY: _nobody,
    What.RATED: lambda block, _now: translate("Transcript", "{0} gave {1} of 5 stars").format(
        isolated(block.name), block.count
    ),
    What.NOT_SHOWN: _not_shown,
    What.SO_FAR: _so_far,
    What.LIVE: _live,
    What.CONTINUED: lambda _block, _now: translate(
        "Transcript", "The chat may have gone on after these words."
    ),
}
