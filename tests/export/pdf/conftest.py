"""Pages are drawn for real; a picture of one is enough to see what stands where."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter


@pytest.fixture
def drawn(qapp) -> Callable[[Callable[[QPainter], None]], QImage]:
    """Draw on a white sheet, a tenth of its size, and return it."""

    def draw(paint: Callable[[QPainter], None]) -> QImage:
        image = QImage(600, 850, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(0.1, 0.1)
        paint(painter)
        painter.end()
        return image

    return draw


@pytest.fixture
def inked() -> Callable[[QImage], tuple[int, int, int, int]]:
    """Return left, top, right, bottom of what is not white, (0, 0, 0, 0) for a white sheet."""

    def find(image: QImage) -> tuple[int, int, int, int]:
        dark = [
            (x, y)
            for y in range(image.height())
            for x in range(image.width())
            if image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF
        ]
        if not dark:
            return 0, 0, 0, 0
        xs, ys = [x for x, _ in dark], [y for _, y in dark]
        return min(xs), min(ys), max(xs), max(ys)

    return find
