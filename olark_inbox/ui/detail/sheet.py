"""The document of a transcript, filled from any place in both directions, a little at a time."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from olark_inbox.olark.model import Message
from olark_inbox.ui.detail import column as setting
from olark_inbox.ui.detail import phrases
from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.detail.column import Column, Inks
from olark_inbox.ui.detail.pieces import Piece, bounds, folded_at, is_long, piece, units
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import text_direction

MORE_LINK = "more:"
_BATCH_CHARACTERS = 2_000


@dataclass(slots=True)
class Entry:
    """What one block of the document is."""

    index: int
    """Of its Block in the plan."""
    block: Block
    start: int = 0
    end: int = 0
    part: int = 0
    parts: int = 1
    """A long message stands in several entries."""
    piece: Piece | None = None
    """The words, cut out when they are filled in."""
    text: str = ""
    """As it stands in the document."""
    width: float = -1.0
    """How wide the words are, once known."""


@dataclass(slots=True)
class Plan:
    """What there is to fill in."""

    blocks: Sequence[Block]
    messages: Sequence[Message]
    now_ms: int
    unfolded: set[int] = field(default_factory=set)

    def same_start(self, other: "Plan") -> int:
        """Return how many blocks at the start are the same in another plan."""
        pairs = zip(self.blocks, other.blocks, strict=False)
        for index, (mine, its) in enumerate(pairs):
            if mine != its or self.message(mine) != other.message(its):
                return index
        return min(len(self.blocks), len(other.blocks))

    def index_like(self, index: int, block: Block) -> int:
        """Return where a block of an earlier plan stands in this one."""
        key = (What.SAID if block.what is What.MORE else block.what, block.message)
        if index < len(self.blocks) and _key(self.blocks[index]) == key:
            return index
        return next((n for n, each in enumerate(self.blocks) if _key(each) == key), index)

    def message(self, block: Block) -> Message | None:
        """Return the line a block shows."""
        return self.messages[block.message] if block.message >= 0 else None

    def entries(self, index: int) -> list[Entry]:
        """Return the entries of a block of the plan."""
        block = self.blocks[index]
        if block.what is not What.SAID:
            return [Entry(index, block)]
        text = self.messages[block.message].text
        folded = is_long(text) and block.message not in self.unfolded
        cuts = bounds(text, folded_at(text) if folded else len(text))
        count = len(cuts) - 1 + folded
        result = [Entry(index, block, cuts[n], cuts[n + 1], n, count) for n in range(len(cuts) - 1)]
        if folded:
            more = Block(What.MORE, block.message, block.ours, count=len(text))
            result.append(Entry(index, more, len(text), len(text), count - 1, count))
        return result


def _key(block: Block) -> tuple[What, int]:
    return block.what, block.message


class Sheet:
    """Fills a QTextDocument: `entries[n]` is what its block number n shows."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.entries: list[Entry] = []
        self._plan = Plan((), (), 0)
        self._column = Column.of(400, mirrored=False)
        self._inks: Inks | None = None
        self._behind = self._ahead = 0
        self._waiting_behind: deque[Entry] = deque()
        self._waiting_ahead: deque[Entry] = deque()

    def begin(self, plan: Plan, column: Column, at: int) -> None:
        """Empty the document; it will be filled from block `at` of the plan on."""
        self._plan, self._column, self._inks = plan, column, Inks()
        self._behind = self._ahead = max(0, min(at, len(plan.blocks)))
        self._waiting_ahead.clear()
        self._waiting_behind.clear()
        self.entries.clear()
        self._document.clear()
        self._document.setUndoRedoEnabled(False)
        root = self._document.rootFrame()
        frame = root.frameFormat()
        frame.setTopMargin(theme.px(setting.FIRST))
        frame.setBottomMargin(theme.px(setting.LAST))
        root.setFrameFormat(frame)

    def replace(self, plan: Plan, same: int) -> bool:
        """Go on with another plan whose first `same` blocks are the same; False: begin anew."""
        number = next((n for n, e in enumerate(self.entries) if e.index >= same), None)
        if number == 0 or same < self._behind or (number is None and self._ahead > same):
            return False
        self._plan = plan
        if number is not None:
            self._cut_off(number)
            self._waiting_ahead.clear()
            self._ahead = same
        return True

    def _cut_off(self, number: int) -> None:
        cursor = QTextCursor(self._document)
        last = self._document.findBlockByNumber(number - 1)
        cursor.setPosition(last.position() + last.length() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        del self.entries[number:]

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def column(self) -> Column:
        return self._column

    @property
    def ahead_left(self) -> bool:
        return bool(self._waiting_ahead) or self._ahead < len(self._plan.blocks)

    @property
    def behind_left(self) -> bool:
        return bool(self._waiting_behind) or self._behind > 0

    def find(self, index: int) -> int | None:
        """Return the number of the first document block of a block of the plan, if filled in."""
        low, high = 0, len(self.entries)
        while low < high:
            middle = (low + high) // 2
            if self.entries[middle].index < index:
                low = middle + 1
            else:
                high = middle
        found = low < len(self.entries) and self.entries[low].index == index
        return low if found and self.entries[low].part == 0 else None

    def append(self, count: int) -> int:
        """Fill in up to `count` blocks at the end; return how many characters that were."""
        taken = self._take_ahead(count)
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for entry in taken:
            runs = self._runs(entry)
            if self.entries:
                cursor.insertBlock(self._format(entry), QTextCharFormat())
            else:
                cursor.setBlockFormat(self._format(entry))
            _insert(cursor, runs)
            self.entries.append(entry)
        cursor.endEditBlock()
        return sum(len(entry.text) for entry in taken)

    def prepend(self, count: int) -> int:
        """Fill in up to `count` blocks at the top; return how many characters that were."""
        taken = self._take_behind(count)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for entry in taken:
            runs = self._runs(entry)
            cursor.setPosition(0)
            if self.entries:
                cursor.insertBlock(cursor.blockFormat(), QTextCharFormat())
                cursor.setPosition(0)
            cursor.setBlockFormat(self._format(entry))
            _insert(cursor, runs)
            self.entries.insert(0, entry)
        cursor.endEditBlock()
        return sum(len(entry.text) for entry in taken)

    def _take_ahead(self, count: int) -> list[Entry]:
        taken: list[Entry] = []
        while len(taken) < count and self.ahead_left and not _enough(taken):
            if not self._waiting_ahead:
                self._waiting_ahead.extend(self._plan.entries(self._ahead))
                self._ahead += 1
            taken.append(self._waiting_ahead.popleft())
        return taken

    def _take_behind(self, count: int) -> list[Entry]:
        taken: list[Entry] = []
        while len(taken) < count and self.behind_left and not _enough(taken):
            if not self._waiting_behind:
                self._behind -= 1
                self._waiting_behind.extend(self._plan.entries(self._behind))
            taken.append(self._waiting_behind.pop())
        return taken

    def _before(self, entry: Entry) -> What | None:
        return self._plan.blocks[entry.index - 1].what if entry.index else None

    def _format(self, entry: Entry) -> QTextBlockFormat:
        what = entry.block.what
        top = setting.top_margin(self._before(entry), what) if entry.part == 0 else 0
        if what is What.MORE:
            top = theme.px(4)
        if what not in setting.BUBBLES:
            return setting.line_format(self._column, entry.block, top)
        rtl = text_direction(entry.text) is Qt.LayoutDirection.RightToLeft
        if entry.parts > 1:
            width = float(self._column.widest)
        elif self._column.on_right(entry.block) or rtl:
            entry.width = width = setting.measure(entry.text, self._column.widest)
        else:
            width = float(self._column.widest)
        return setting.bubble_format(self._column, entry.block, top, width, rtl=rtl)

    def _runs(self, entry: Entry) -> list[tuple[str, QTextCharFormat]]:
        """Return the words of an entry with their inks, and keep them in it."""
        block, plan = entry.block, self._plan
        inks = self._inks or Inks()
        runs: list[tuple[str, QTextCharFormat]]
        if block.what is What.SAID:
            entry.piece = piece(plan.messages[block.message].text, entry.start, entry.end)
            runs = list(_linked(entry.piece))
        elif block.what is What.MORE:
            link = setting.link_format(f"{MORE_LINK}{block.message}")
            runs = [(phrases.words(block, plan.now_ms), link)]
        elif block.what is What.NAME:
            who = (
                phrases.isolated(phrases.speaker(block)),
                inks.agent if block.ours else inks.visitor,
            )
            when = phrases.clock(block)
            runs = [who, ("\u00a0\u00a0" + when, inks.time)] if when else [who]
            if block.ours:
                runs = [(when + "\u00a0\u00a0", inks.time), who] if when else [who]
        else:
            runs = [(phrases.words(block, plan.now_ms), inks.line(block.what))]
        entry.text = "".join(text for text, _ in runs)
        return runs


def _enough(taken: Sequence[Entry]) -> bool:
    """Say whether a batch has as many characters as are laid out in one go."""
    return sum(entry.end - entry.start for entry in taken) >= _BATCH_CHARACTERS


def _linked(words: Piece) -> Iterable[tuple[str, QTextCharFormat]]:
    plain = QTextCharFormat()
    done = 0
    for link in words.links:
        if link.start > done:
            yield words.shown[done : link.start], plain
        yield words.shown[link.start : link.end], setting.link_format(link.url)
        done = link.end
    yield words.shown[done:], plain


def _insert(cursor: QTextCursor, runs: Iterable[tuple[str, QTextCharFormat]]) -> None:
    for text, ink in runs:
        if text:
            cursor.insertText(text, ink)


def document_span(entry: Entry, start: int, end: int) -> tuple[int, int] | None:
    """Return where a stretch of a message stands in its block, in UTF-16 units."""
    words = entry.piece
    if words is None or end <= words.start or start >= words.end:
        return None
    first, last = words.place(max(start, words.start)), words.place(min(end, words.end))
    return units(words.shown, first), units(words.shown, last)
