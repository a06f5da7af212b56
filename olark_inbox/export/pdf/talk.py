"""The words of a conversation as blocks: days, bubbles, what nobody said, and the note."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from olark_inbox.export.pdf.blocks import Block, DayLine, Whole, Words, rounded
from olark_inbox.export.pdf.bubble import AGENT, VISITOR, Caption, bubbles
from olark_inbox.export.pdf.head import head_blocks
from olark_inbox.export.pdf.ink import color
from olark_inbox.export.pdf.lines import Type, pieces, short, text_lines
from olark_inbox.export.pdf.paper import POINT
from olark_inbox.export.pdf.words import Calendar, speaker, translate
from olark_inbox.olark.model import Message, Side
from olark_inbox.store.rows import Opened

_SAME_GROUP_MS = 5 * 60_000
_GAP = 8.5 * POINT
_GAP_IN_GROUP = 3.0 * POINT
_SYSTEM = Type(8.5, step=12 * POINT)
_NOTE = Type(9.5, step=13.5 * POINT)


def conversation_blocks(
    opened: Opened, width: float, calendar: Calendar, hues: Mapping[str, int]
) -> Iterator[Block]:
    """Return all of a conversation, from its head to its note."""
    yield from head_blocks(opened, width, calendar, hues)
    yield from _talk(opened, width, calendar)
    if opened.note:
        yield from _note(opened.note, width)


def _talk(opened: Opened, width: float, calendar: Calendar) -> Iterator[Block]:
    day = ""
    before: Message | None = None
    for message in opened.conversation.messages:
        today = calendar.iso_day(message.at_ms)
        if today and today != day:
            day = today
            before = None
            yield DayLine(calendar.day(message.at_ms), width)
        if message.side is Side.SYSTEM:
            yield from _system(message.text, width)
            before = None
            continue
        new = before is None or not _one_group(before, message)
        name = speaker(message, opened.row.name)
        caption = Caption(name, calendar.time(message.at_ms)) if new else None
        look = AGENT if message.side is Side.AGENT else VISITOR
        yield from bubbles(message.text, look, caption, width, _GAP if new else _GAP_IN_GROUP)
        before = message


def _one_group(before: Message, message: Message) -> bool:
    if (before.side, before.name, before.automatic) != (
        message.side, message.name, message.automatic,
    ):  # fmt: skip
        return False
    if before.at_ms is None or message.at_ms is None:
        return before.at_ms is message.at_ms
    return message.at_ms - before.at_ms < _SAME_GROUP_MS


def _system(text: str, width: float) -> Iterator[Block]:
    for number, piece in enumerate(pieces(text)):
        lines = text_lines(piece, _SYSTEM, width * 0.8)
        indent = (width - lines.width) / 2
        yield Words(lines, color("t3"), indent=indent, before=0 if number else _GAP)


class _NoteHead(Whole):
    """The word over the owner's note, on a strip that tells it from what was said."""

    keep = True
    height = 16.0 * POINT

    def __init__(self, width: float) -> None:
        self.before = 18.0 * POINT
        self._width = width

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        box = QRectF(x, y, self._width, 13 * POINT)
        rounded(painter, box, 3 * POINT, color("offline_bg"))
        word = short(translate("pdf", "Note"), Type(7.5, 600, 10 * POINT))
        word.draw(painter, x + 8 * POINT, y + (13 * POINT - word.height) / 2, color("offline"))


def _note(note: str, width: float) -> Iterator[Block]:
    yield _NoteHead(width)
    indent = 8.0 * POINT
    for piece in pieces(note):
        lines = text_lines(piece, _NOTE, width - 2 * indent)
        yield Words(lines, color("t1"), indent=indent)
