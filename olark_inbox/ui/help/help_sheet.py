"""A page of the Help as it is read: Markdown in the type and colours of the window."""

import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from olark_inbox.ui.help.help_book import Page, folded
from olark_inbox.ui.help.help_dress import (
    KEY,
    ROW,
    Mark,
    blocks,
    dress,
    dress_table,
    is_heeded,
    tables,
)
from olark_inbox.ui.help.help_pictures import fit_pictures
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import fill_round, hairline, outline_round
from olark_inbox.ui.kit.paint import paint_dot

COLUMN = 640
_EDGE = 32
_LEAST_MARKED = 2
"""Single letters would be marked all over."""
_DO = "do:"
_WEB = ("https:", "mailto:")
_KEYS = "{keys}"

Line = tuple[str, str, str]
"""What a key does, the keys, and a single letter or ""."""


class HelpSheet(QTextBrowser):
    """Shows one page. It never loads anything: its links are told by signals."""

    page_wanted = Signal(str)
    do_wanted = Signal(str)
    """The name of an action of the menus."""
    web_wanted = Signal(str)

    def __init__(self, *, doing: bool = True) -> None:
        super().__init__()
        self._doing = doing
        """Whether there is a window whose actions links can set off; else they are only words."""
        self._page: Page | None = None
        self._shown = False
        self._lines: Sequence[Line] = ()
        self._words: list[str] = []
        self._marks: list[Mark] = []
        self._column = (0, 0)
        """Where the words begin, and how wide they run."""
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page, words: str = "") -> None:
        """Show a page from its top, the words that found it marked."""
        self._page, self._words = page, folded(words).split()
        self._set()
        self.verticalScrollBar().setValue(0)

    def show_keys(self, lines: Iterable[Line]) -> None:
        """Take the keys of the program, for the page that lists them."""
        self._lines = tuple(lines)

    def restyle(self) -> None:
        """Take the colours of the theme and the size of the text."""
        if self._page is not None:
            at = self.verticalScrollBar().value()
            self._set()
            self.verticalScrollBar().setValue(at)

    def _set(self) -> None:
        page = self._page
        if page is None:
            return
        self.setAccessibleName(page.title)
        self.document().setDefaultFont(theme.font(14))
        self.document().setIndentWidth(theme.px(22))
        text = page.text
        if _KEYS in text:
            text = text.replace(_KEYS, _table(self._lines))
        self.document().setMarkdown(text)
        for table in tables(self.document()):
            dress_table(table)
        self._marks = dress(self.document(), () if self._doing else (_DO,))
        self._fit()
        self._show_hits()

    def _fit(self) -> None:
        """Give the words a column that is easy to read, and the pictures its width."""
        # As if it had to be scrolled: the words must not move when the bar comes.
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = min(theme.px(_EDGE), room // 12)
        width = min(theme.px(COLUMN), room - 2 * side)
        self._column = (side, width)
        root = self.document().rootFrame()
        frame = root.frameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(max(room - width - side, 0))
        frame.setTopMargin(theme.px(8))
        frame.setBottomMargin(theme.px(40))
        root.setFrameFormat(frame)
        fit_pictures(self.document(), width, self.devicePixelRatioF())

    def _show_hits(self) -> None:
        """Mark the words that were looked for."""
        found = []
        text = folded(self.toPlainText())
        whole = len(text) == len(self.toPlainText())
        for word in self._words if whole else ():
            if len(word) < _LEAST_MARKED:
                continue
            for hit in re.finditer(re.escape(word), text):
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(hit.start())
                cursor.setPosition(hit.end(), QTextCursor.MoveMode.KeepAnchor)
                selection.cursor = cursor
                selection.format.setBackground(theme.current()["mark"])
                selection.format.setForeground(theme.current()["mark_t"])
                found.append(selection)
        self.setExtraSelections(found)

    def _on_link(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith(_DO):
            self.do_wanted.emit(link.removeprefix(_DO))
        elif link.startswith(_WEB):
            self.web_wanted.emit(link)
        else:
            self.page_wanted.emit(link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: Qt would scroll to where the cursor was before it was laid out."""
        super().showEvent(event)
        if not self._shown:
            self.verticalScrollBar().setValue(0)
        self._shown = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marks"):
            self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current()["base"])
        painter.translate(QPointF(0, -self.verticalScrollBar().value()))
        self._paint_plates(painter)
        for table in tables(self.document()):
            self._paint_lines(painter, table)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        painter.end()
        super().paintEvent(event)

    def _paint_plates(self, painter: QPainter) -> None:
        """Lay what is to be heeded on a quiet surface."""
        plate = QRectF()
        for block in (*blocks(self.document()), None):
            if block is not None and is_heeded(block):
                plate = plate.united(self._place(block))
            elif not plate.isNull():
                pad = theme.px(10)
                plate.setLeft(self._column[0])
                plate.setWidth(self._column[1])
                shape = plate.adjusted(0, -pad, 0, pad)
                fill_round(painter, shape, 8, theme.current()["panel"])
                outline_round(painter, shape, 8, theme.current()["line"])
                plate = QRectF()

    def _paint_lines(self, painter: QPainter, table: QTextTable) -> None:
        """Draw a hairline between the rows of a table, and nothing else of it."""
        width = self.document().documentLayout().frameBoundingRect(table)
        for row in range(1, table.rows()):
            cells = (table.cellAt(row, column) for column in range(table.columns()))
            tops = [self._place(cell.firstCursorPosition().block()).top() for cell in cells]
            y = round(min(tops)) - theme.px(ROW)
            hairline(painter, round(width.left()), y, round(width.width()))

    def _place(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        """Draw a shape behind each line the letters stand in; a state has its dot in the first."""
        colors, quiet = theme.current(), mark.tone == "quiet"
        for number, shape in enumerate(self._shapes(mark)):
            if mark.tone == KEY:
                fill_round(painter, shape, 4, colors["field"])
                outline_round(painter, shape, 4, colors["line2"])
                continue
            fill_round(painter, shape, 6, colors["chip" if quiet else f"{mark.tone}_bg"])
            if number == 0:
                dot = QPointF(shape.left() + theme.px(9), shape.center().y())
                paint_dot(painter, dot, theme.px(6), colors["t3" if quiet else f"{mark.tone}_dot"])

    def _shapes(self, mark: Mark) -> Iterator[QRectF]:
        block = self.document().findBlockByNumber(mark.block)
        layout, corner = block.layout(), self._place(block).topLeft()
        metrics = QFontMetricsF(theme.font(12, 500))
        end = mark.start + mark.length
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(mark.start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = (_number(line.cursorToX(at)) for at in (first, last))
            top = line.y() + line.ascent() - metrics.ascent() - theme.px(2)
            height = metrics.ascent() + metrics.descent() + theme.px(4)
            shape = QRectF(min(left, right), top, abs(right - left), height)
            yield shape.translated(corner)


def _number(x: object) -> float:
    """Return the place of a letter: Qt gives it alone or with the letter's number."""
    return float(x[0] if isinstance(x, tuple | list) else x)  # type: ignore[arg-type]


def _table(lines: Sequence[Line]) -> str:
    """Return the keys as a table of Markdown; nothing where no keys are known."""
    if not lines:
        return ""
    rows = ["| | |", "|---|---|"]
    for text, keys, letter in lines:
        caps = " ".join(f"``{key}``" for key in (keys, letter) if key)
        rows.append(f"| {text} | {caps} |")
    return "\n".join(rows)
