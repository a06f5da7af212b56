"""What is drawn behind the words of a transcript: bubbles, day lines, hits, the ring of a link."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument, QTextLayout

from olark_inbox.ui.detail import column as setting
from olark_inbox.ui.detail.blocks import What
from olark_inbox.ui.detail.pieces import units
from olark_inbox.ui.detail.sheet import Entry, Sheet, document_span
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import fill_round, outline_round, paint_dot

_FAR = 40
"""A bubble is cut off so far outside the window: its corners are not seen there."""

Span = tuple[int, int]
Hit = tuple[int, int, int]


@dataclass(slots=True)
class Marks:
    """What is marked in the words."""

    by_message: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    current: Hit | None = None
    link: tuple[int, int] | None = None
    """The link that has the keyboard: number of the block and of the link in it."""


def block_at(document: QTextDocument, y: float) -> QTextBlock:
    """Return the first block that ends below `y`, by halving (a long chat has 10,000 blocks)."""
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).bottom() < y:
            low = middle + 1
        else:
            high = middle
    return document.findBlockByNumber(low)


class Backdrop:
    """Draws behind the visible blocks, in the coordinates of the document."""

    def __init__(self, sheet: Sheet, document: QTextDocument) -> None:
        self._sheet = sheet
        self._document = document

    def paint(self, painter: QPainter, view: QRectF, marks: Marks) -> None:
        """Draw what lies in `view`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = -1
        for number, block, entry in self.visible(view):
            what = entry.block.what
            if what in setting.BUBBLES:
                if number - entry.part != done:
                    done = number - entry.part
                    self._bubble(painter, number, entry, view)
                self._marks(painter, block, entry, marks)
            elif what in (What.DAY, What.NEW):
                self._rule(painter, block, "accent" if what is What.NEW else "line")
            elif what is What.LIVE:
                self._pill(painter, block)
            if marks.link is not None and marks.link[0] == number:
                self._ring(painter, block, marks.link[1])

    def visible(self, view: QRectF) -> Iterator[tuple[int, QTextBlock, Entry]]:
        """Yield the blocks that lie in `view`, with their numbers."""
        entries = self._sheet.entries
        if not entries:
            return
        margin = theme.px(setting.PAD_BOTTOM)
        block = block_at(self._document, view.top() - margin)
        while block.isValid() and block.blockNumber() < len(entries):
            if block.layout().position().y() > view.bottom() + margin:
                return
            yield block.blockNumber(), block, entries[block.blockNumber()]
            block = block.next()

    def bubble_rect(self, number: int, entry: Entry) -> QRectF:
        """Return the shape of a bubble, in the coordinates of the document."""
        first = max(0, number - entry.part)
        last = min(len(self._sheet.entries) - 1, number - entry.part + entry.parts - 1)
        top = self._document.findBlockByNumber(first)
        end = self._document.findBlockByNumber(last)
        y = top.layout().position().y() - theme.px(setting.PAD_TOP)
        bottom = end.layout().position().y() + end.layout().lineCount() * theme.px(setting.LINE)
        left, right = self._sides(top, entry)
        return QRectF(left, y, right - left, bottom + theme.px(setting.PAD_BOTTOM) - y)

    def _sides(self, block: QTextBlock, entry: Entry) -> tuple[float, float]:
        page, pad = self._sheet.column, theme.px(setting.PAD_X)
        form = block.blockFormat()
        left, right = form.leftMargin() - pad, page.width - form.rightMargin() + pad
        if entry.parts > 1 or page.on_right(entry.block):
            return left, right
        if entry.width < 0:
            entry.width = _natural(block.layout())
        return left, min(right, left + math.ceil(entry.width) + 2 * pad)

    def _bubble(self, painter: QPainter, number: int, entry: Entry, view: QRectF) -> None:
        rect = self.bubble_rect(number, entry)
        rect.setTop(max(rect.top(), view.top() - _FAR))
        rect.setBottom(min(rect.bottom(), view.bottom() + _FAR))
        fill = theme.current()["bub_o" if entry.block.ours else "bub_v"]
        fill_round(painter, rect, min(theme.px(setting.RADIUS), rect.height() / 2), fill)

    def _rule(self, painter: QPainter, block: QTextBlock, token: str) -> None:
        line = block.layout().lineAt(0)
        words = line.naturalTextRect().translated(block.layout().position())
        page, gap = self._sheet.column, theme.px(12)
        y = round(words.center().y())
        color = theme.current()[token]
        end = page.width - page.right
        painter.fillRect(QRectF(page.left, y, words.left() - gap - page.left, 1), color)
        painter.fillRect(QRectF(words.right() + gap, y, end - words.right() - gap, 1), color)

    def _pill(self, painter: QPainter, block: QTextBlock) -> None:
        layout = block.layout()
        height = layout.lineCount() * theme.px(setting.SMALL_LINE)
        lines = [layout.lineAt(n).naturalTextRect() for n in range(layout.lineCount())]
        left, right = min(r.left() for r in lines), max(r.right() for r in lines)
        at = layout.position()
        pad, dot = theme.px(10), theme.px(7)
        rect = QRectF(left + at.x() - pad, at.y() - theme.px(4), right - left + 2 * pad, 0)
        rect.setHeight(height + theme.px(8))
        if self._sheet.column.mirrored:
            rect.setRight(rect.right() + 2 * dot)
        else:
            rect.setLeft(rect.left() - 2 * dot)
        fill_round(painter, rect, theme.px(12), theme.current()["live_bg"])
        x = rect.right() - pad - dot / 2 if self._sheet.column.mirrored else rect.left() + pad
        y = at.y() + theme.px(setting.SMALL_LINE) / 2
        paint_dot(painter, QPointF(x + dot / 2, y), dot, theme.current()["live_dot"])

    def _marks(self, painter: QPainter, block: QTextBlock, entry: Entry, marks: Marks) -> None:
        for start, end in marks.by_message.get(entry.block.message, ()):
            span = document_span(entry, start, end)
            if span is None:
                continue
            current = (entry.block.message, start, end) == marks.current
            color = theme.current()["mark_cur" if current else "mark"]
            for rect in self.rects(block, span):
                fill_round(painter, rect, 3, color)

    def rects(self, block: QTextBlock, span: Span) -> Iterator[QRectF]:
        """Yield where a stretch of a block stands, a rectangle a line."""
        layout, high = block.layout(), theme.px(setting.LINE)
        at = layout.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(span[0], line.textStart())
            end = min(span[1], line.textStart() + line.textLength())
            if start >= end:
                continue
            ends = sorted((_x(line, start), _x(line, end)))
            y = at.y() + number * high
            yield QRectF(at.x() + ends[0] - 1, y + 2, ends[1] - ends[0] + 2, high - 3)

    def link_rects(self, number: int, link: int) -> list[QRectF]:
        """Return where a link stands, in the coordinates of the document."""
        entry, block = self._sheet.entries[number], self._document.findBlockByNumber(number)
        if entry.piece is None:
            return list(self.rects(block, (0, units(entry.text, len(entry.text)))))
        found = entry.piece.links[link]
        words = entry.piece.shown
        return list(self.rects(block, (units(words, found.start), units(words, found.end))))

    def _ring(self, painter: QPainter, block: QTextBlock, link: int) -> None:
        for rect in self.link_rects(block.blockNumber(), link):
            outline_round(painter, rect.adjusted(-2, -1, 2, 1), 4, _accent(), 2)


def _accent() -> QColor:
    return theme.current()["accent"]


def _natural(layout: QTextLayout) -> float:
    return max(
        (layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount())), default=0.0
    )


def _x(line: object, place: int) -> float:
    found = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
