"""How a state of the window becomes a picture, and when two pictures are the same."""

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from olark_inbox.ui.kit import theme
from tests.pictures.states import State

EXPECTED = Path(__file__).parent / "expected"
WRITING = os.environ.get("OLARK_INBOX_PICTURES") == "write"
OFTEN_DIFFERENT = 0.012
"""Of the pixels; a moved line, a lost icon or another colour is well above it."""
NOTICEABLE = 48
"""Of 255, in one channel: below it is the rounding of edges."""
_NEAR = bytes(range(NOTICEABLE + 1))
PICTURE = [
    pytest.mark.picture,
    pytest.mark.skipif(sys.platform != "linux", reason="the pictures were made on Linux"),
]
_SURFACES = 48
"""So many of the commonest colours are kept as they are."""
_KIND = 0xF0F0F0
"""Colours that share these bits look alike."""
_SCRIM = QColor(20, 22, 28, 60)


def different(one: QImage, other: QImage) -> float:
    """Return which part of two pictures differs to the eye."""
    if one.size() != other.size():
        return 1.0
    apart, second = (each.convertToFormat(QImage.Format.Format_RGB32) for each in (one, other))
    apart.setDevicePixelRatio(1)
    second.setDevicePixelRatio(1)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, second)
    painter.end()
    every = bytes(apart.constBits())
    far = sum(len(every[channel::4].translate(None, _NEAR)) for channel in range(3))
    return far / len(every)


def compare(picture: QImage, name: str, tmp_path: Path, folder: Path = EXPECTED) -> None:
    """Keep the picture, or hold it beside the one that is kept."""
    kept = folder / f"{name}.png"
    if WRITING:
        folder.mkdir(exist_ok=True)
        few_colours(picture).save(str(kept))
        return
    share = different(picture, QImage(str(kept)))
    if share > OFTEN_DIFFERENT:
        seen = tmp_path / f"{name}.png"
        picture.save(str(seen))
        pytest.fail(f"{share:.1%} of {kept} changed; as it is now: {seen}")


def few_colours(picture: QImage) -> QImage:
    """Return it in 256 colours, for a file half as large: the commonest, and one of each kind."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    colours = [each for each, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    kinds: dict[int, int] = {}
    for colour in colours:
        kinds.setdefault(colour & _KIND, colour)
    table = list(dict.fromkeys([*colours[:_SURFACES], *kinds.values()]))[:256]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )


def layers(window: QWidget) -> list[QWidget]:
    """Return what is open over the window, lowest first."""
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget is not window
        and widget.isVisible()
        and widget.windowType() is not Qt.WindowType.ToolTip
    ]
    return sorted(found, key=lambda widget: isinstance(widget, QMenu))


async def settled(scene) -> None:
    """Wait until everything has been laid out and painted."""
    for _ in range(16):
        # Layout, polish and the filling of the transcript each post events of their own.
        await asyncio.sleep(0.004)
    await scene.until(scene.detail.transcript.is_filled, "all lines of the chat")
    await scene.caught_up()


def close_layers(window: QWidget) -> None:
    """Close what is open over the window."""
    for one in layers(window):
        one.close()


async def painted(scene, look: str, state: State | None = None) -> QImage:
    """Return the window in light or dark with all that is open over it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, look)
    await settled(scene)
    if state is not None and state.menu is not None:
        close_layers(scene.window)
        state.menu(scene)
        await settled(scene)
    window, above = scene.window, layers(scene.window)
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatioF()
    painter = QPainter(picture)
    over = QRect()
    for widget in above:
        at = widget.pos() - window.mapToGlobal(QPoint(0, 0))
        if not isinstance(widget, QMenu):
            at = QPoint(  # window managers differ: in the middle
                (window.width() - widget.width()) // 2, (window.height() - widget.height()) // 2
            )
            painter.fillRect(window.rect(), _SCRIM)
        painter.drawPixmap(at, widget.grab())
        over = over.united(QRect(at, widget.size()))
    painter.end()
    if state is None or state.whole or not above:
        return picture
    rim = over.adjusted(-8, -8, 8, 8).intersected(window.rect())
    return picture.copy(QRect(rim.topLeft() * ratio, rim.size() * ratio))
