"""The floor of `export-pdf`: the same lines, wrapped and drawn one below the other, and no more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter


def write(path: Path, texts: Sequence[str]) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(600)
    painter = QPainter(writer)
    painter.setFont(QFont("Inter", 10))
    page = QRectF(0, 0, writer.width(), writer.height())
    top = 0.0
    for text in texts:
        room = page.adjusted(0, top, 0, 0)
        needed = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        if needed.bottom() > page.bottom():
            writer.newPage()
            room, top = page, 0.0
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        top += needed.height()
    painter.end()
