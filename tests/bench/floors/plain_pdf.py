"""The floor of `export-pdf`: the same words on as many pages, one below the other, and no more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter


def write(path: Path, pages: Sequence[Sequence[str]]) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(600)
    painter = QPainter(writer)
    painter.setFont(QFont("Inter", 10))
    for number, texts in enumerate(pages):
        if number:
            writer.newPage()
        room = QRectF(0, 0, writer.width(), writer.height())
        for text in texts:
            taken = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
            room.setTop(taken.bottom())
    painter.end()
