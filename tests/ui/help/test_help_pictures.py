"""Pictures in the Help: as sharp as the screen, as wide as the column. They are painted anew by the
tests in tests/pictures.
"""

import pytest
from PySide6.QtGui import QTextDocument

from olark_inbox.ui.help.help_pictures import fit_pictures, picture
from olark_inbox.ui.kit import theme


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.set_text_size(qapp, 100)
    theme.apply(qapp, "light")


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_it_is_never_wider_than_its_column_and_sharp_on_every_screen(dpr):
    shown = picture("window", 400, dpr)
    assert shown.deviceIndependentSize().width() == pytest.approx(400, abs=1)
    assert shown.width() == round(400 * dpr)


def test_a_small_one_stays_small_until_the_text_grows(qapp):
    small = picture("gap", 900, 1.0).width()
    theme.set_text_size(qapp, 150)
    assert picture("gap", 900, 1.0).width() == round(small * 1.5)
    theme.set_text_size(qapp, 100)


def test_each_theme_has_its_own(qapp):
    light = picture("red", 300, 1.0).toImage()
    theme.apply(qapp, "dark")
    assert picture("red", 300, 1.0).toImage() != light
    theme.apply(qapp, "light")


def test_the_pictures_of_a_page_follow_its_width(qapp):
    document = QTextDocument()
    document.setMarkdown("Before\n\n![The window](window)\n\nAfter")
    for width in (500, 300):
        fit_pictures(document, width, 1.0)
        block = document.begin().next()
        assert block.begin().fragment().charFormat().toImageFormat().width() == width


def test_an_incomplete_installation_still_shows_the_words(qapp):
    assert picture("nothing of this name", 300, 1.0).isNull()
