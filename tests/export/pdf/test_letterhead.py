import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage

from olark_inbox.export.pdf.letterhead import Letterhead, logo_size

WIDTH = 4000.0


@pytest.fixture
def logo(qapp):
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    return image


def boxed(drawn, inked, head):
    return inked(drawn(lambda painter: head.paint(painter, 1000, 1000)))


def test_the_logo_stands_left_and_the_name_right(drawn, inked, logo):
    both = Letterhead("Spoke & Chain", logo, WIDTH)
    left, top, right, bottom = boxed(drawn, inked, both)
    assert left == 100
    assert right in range(495, 501)
    assert top >= 100
    assert bottom <= 100 + both.height / 10


def test_without_a_logo_the_name_stands_left(drawn, inked, qapp):
    left, _, right, _ = boxed(drawn, inked, Letterhead("Spoke & Chain", None, WIDTH))
    assert left in range(100, 104)
    assert right < 300


def test_a_long_name_never_meets_the_logo(drawn, inked, logo):
    long = Letterhead("Spoke & Chain " * 20, logo, WIDTH)
    assert long._name.width + long._size.width() < WIDTH
    assert boxed(drawn, inked, long)[2] <= 500


def test_a_logo_keeps_its_shape(logo):
    assert logo_size(logo, QSizeF(1200, 1000)) == QSizeF(1200, 400)
    assert logo_size(logo, QSizeF(1200, 100)) == QSizeF(300, 100)
