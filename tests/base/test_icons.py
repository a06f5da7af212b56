"""Icon files, read back by Qt."""

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImageReader

from olark_inbox.base.icons import icns, ico
from olark_inbox.ui.kit.app_icon import pictures


def _sizes(content, kind):
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind)
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        picture = reader.read()
        assert not picture.isNull()
        assert picture.pixelColor(picture.width() // 2, 4 * picture.height() // 5).alpha() == 255
        sizes.append(picture.size())
    return sizes


def test_an_icon_for_windows_holds_every_size_it_knows(qapp):
    drawn = pictures((16, 48, 256, 512))
    assert _sizes(ico(drawn), b"ico") == [QSize(n, n) for n in (16, 48, 256)]


def test_an_icon_for_macos_holds_every_size_it_knows(qapp):
    drawn = pictures((16, 24, 32, 128, 512))
    found = {size.width() for size in _sizes(icns(drawn), b"icns")}
    assert {128, 512} <= found
