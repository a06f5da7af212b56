"""Gives a page of the Help the type and the colours of the design, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)

from olark_inbox.ui.frame.menus import native
from olark_inbox.ui.kit import theme

ROW = 6
"""Above and below the words of a row of a table."""
KEY = "key"
_STATE = "state:"
_NARROW_SPACE, _WIDE_SPACE = "\u2005", "\u2003\u2002"
_MARK = QTextFormat.Property.UserProperty.value + 1


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters of a block that lie on a shape of their own: a key, or a state in its colour."""

    block: int
    start: int
    length: int
    tone: str
    """Of a state; `KEY` for a key."""


def tables(document: QTextDocument) -> list[QTextTable]:
    """Return the tables of a page."""
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def dress_table(table: QTextTable) -> None:
    """Take the frame off a table, and the head that Markdown wants even where it is empty."""
    if not any(table.cellAt(0, at).firstCursorPosition().block().text() for at in range(2)):
        table.removeRows(0, 1)
    made = table.format()
    made.setBorder(0)
    made.setCellPadding(0)
    made.setCellSpacing(0)
    made.setTopMargin(theme.px(4))
    made.setBottomMargin(theme.px(12))
    made.setHeaderRowCount(0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    first = QTextLength(QTextLength.Type.PercentageLength, 36)
    rest = QTextLength(QTextLength.Type.VariableLength, 0)
    made.setColumnWidthConstraints([first] + [rest] * (table.columns() - 1))
    table.setFormat(made)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            room = cell.format().toTableCellFormat()
            room.setTopPadding(theme.px(ROW))
            room.setBottomPadding(theme.px(ROW))
            cell.setFormat(room)


def is_heeded(block: QTextBlock) -> bool:
    """Whether a block is one that stands out: a quotation of Markdown."""
    return block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel) > 0


def dress(document: QTextDocument, dead: tuple[str, ...] = ()) -> list[Mark]:
    """Give a page the type and colours of the design; return what lies on a shape.

    Links that begin with one of `dead` become words.
    """
    for block in blocks(document):
        look = _dress_block(block)
        # From the end: what is put in before a run would move it.
        for start, length, given in reversed(_runs(block)):
            if given.anchorHref().startswith(dead or ("\0",)):
                given.setAnchorHref("")
            _dress_run(block, (start, length), given, look)

    return [
        Mark(block.blockNumber(), start - block.position(), length, str(given.property(_MARK)))
        for block in blocks(document)
        for start, length, given in _runs(block)
        if given.hasProperty(_MARK)
    ]


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk through a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock) -> tuple[int, int]:
    given = block.blockFormat()
    level = given.headingLevel()
    made = QTextBlockFormat(given)
    size, weight, above, below = {
        1: (22, 600, 10, 8),
        2: (15, 600, 18, 4),
    }.get(level, (14, 400, 0, 10))
    cursor = QTextCursor(block)
    if block.textList() is not None:
        below = 5
    if is_heeded(block):
        made.setLeftMargin(theme.px(14))
        made.setRightMargin(theme.px(14))
        size, above, below = 13, 14, 18
    if cursor.currentTable() is not None:
        size, above, below = 13, 0, 0
    shows_picture = has_picture(block)
    if shows_picture:
        above, below = 4, 14
    made.setTopMargin(theme.px(above))
    made.setBottomMargin(theme.px(below))
    if not shows_picture:
        percent = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        made.setLineHeight(124, percent)
    cursor.setBlockFormat(made)
    return size, weight


def has_picture(block: QTextBlock) -> bool:
    """Whether a picture stands in a block."""
    return any(format_.isImageFormat() for _, _, format_ in _runs(block))


def _runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return the runs of letters of one format: where in the document, how many, which."""
    found, at = [], block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        at += 1
    return found


def _dress_run(
    block: QTextBlock, where: tuple[int, int], given: QTextCharFormat, look: tuple[int, int]
) -> None:
    if given.isImageFormat():
        return
    start, length = where
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    (size, weight), link, colors = look, given.anchorHref(), theme.current()
    made = QTextCharFormat()
    made.setForeground(colors["t1"])
    strong = given.fontItalic() or given.fontWeight() > weight
    made.setFont(theme.font(size, 600 if strong else weight))
    if given.fontFixedPitch() or link.startswith(_STATE):
        tone = link.removeprefix(_STATE) or KEY
        made.setFont(theme.font(12, 500))
        made.setForeground(colors["t2" if tone in (KEY, "quiet") else tone])
        made.setProperty(_MARK, tone)
        text = _key(cursor.selectedText()) if tone == KEY else cursor.selectedText()
        begin = _NARROW_SPACE if tone == KEY else _WIDE_SPACE
        cursor.insertText(f"{begin}{text}{_NARROW_SPACE}", made)
        return
    if link:
        made.setAnchor(True)
        made.setAnchorHref(link)
        made.setForeground(colors["accent"])
    cursor.setCharFormat(made)


def _key(text: str) -> str:
    """Return a key as this system writes it; anything else stays."""
    sequence = QKeySequence(text)
    same = sequence.toString(QKeySequence.SequenceFormat.PortableText) == text
    return native(text) if same else text
