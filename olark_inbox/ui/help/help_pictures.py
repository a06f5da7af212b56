"""The pictures of the Help: the program as it paints itself, kept light and dark.

`OLARK_INBOX_PICTURES=write uv run pytest -m picture` paints them anew, and the same test without it
fails where the window no longer looks like them.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTextCursor, QTextDocument

from olark_inbox.base.resources import resource
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import outline_round

FOLDER = ("help", "pictures")
DPR = 1.5
"""They are kept half as large again as they are shown: sharp on every screen."""
_RADIUS = 8


def fit_pictures(document: QTextDocument, width: int, dpr: float) -> None:
    """Give each picture of a document the width of its column, if it is wider than that."""
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            if fragment.charFormat().isImageFormat():
                _fit(QTextCursor(block), fragment.position(), width, dpr)
            at += 1
        block = block.next()


def _fit(cursor: QTextCursor, position: int, width: int, dpr: float) -> None:
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    made = cursor.charFormat().toImageFormat()
    name = made.name().split("?", 1)[0]
    shown = picture(name, width, dpr)
    size = shown.deviceIndependentSize()
    key = f"{name}?{theme.current().name}-{size.width()}-{dpr}"
    if made.name() == key:
        return
    cursor.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(key), shown)
    made.setName(key)
    made.setWidth(size.width())
    made.setHeight(size.height())
    cursor.setCharFormat(made)


def picture(name: str, width: int, dpr: float) -> QPixmap:
    """Return a picture as it fits the theme and the room, its corners round."""
    kept = QPixmap(str(resource(*FOLDER, f"{name}-{theme.current().name}.png")))
    if kept.isNull():
        return kept  # an incomplete installation: the words stand without it
    shown = min(theme.px(round(kept.width() / DPR)), width)
    size = QSize(shown, round(shown * kept.height() / max(kept.width(), 1)))
    result = QPixmap(size * dpr)
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(dpr)
    scaled = kept.scaled(
        result.size(),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    shape, path = QRectF(0, 0, size.width(), size.height()), QPainterPath()
    path.addRoundedRect(shape, _RADIUS, _RADIUS)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawPixmap(shape, scaled, QRectF(scaled.rect()))
    painter.setClipping(False)
    outline_round(painter, shape, _RADIUS, theme.current()["line2"])
    painter.end()
    return result
