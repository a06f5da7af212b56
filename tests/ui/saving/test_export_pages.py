import pytest
from PySide6.QtCore import Qt

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.paper import A4
from olark_inbox.export.pdf.press import laid_out
from olark_inbox.export.wall import WallClock
from olark_inbox.ui.saving.export_pages import PagesView
from tests.export.conftest import make_priya


@pytest.fixture
def view(qtbot):
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(600, 500)
    book = Book(A4, PdfOptions(), WallClock(), letterhead=True)
    made.show_sheets(book, [s for some in laid_out(book, [make_priya()] * 12) for s in some])
    made.show()
    return made


def is_white(view, x, y):
    return view.viewport().grab().toImage().pixelColor(x, y) == Qt.GlobalColor.white


def test_a_page_is_as_wide_as_there_is_room_and_as_high_as_its_paper(view):
    size = view.page_size()
    assert view.viewport().width() - size.width() < 40
    assert abs(size.height() / size.width() - 297 / 210) < 0.01
    assert is_white(view, view.viewport().width() // 2, 30)
    assert not is_white(view, 3, 3)


def test_whole_pages_fit_the_height_and_stay_at_the_page_looked_at(view):
    view.verticalScrollBar().setValue(view._step() * 5)
    assert view.at == 6
    view.show_whole(on=True)
    assert view.at == 6
    assert view.page_size().height() < view.viewport().height()


def test_only_what_is_looked_at_is_painted(view):
    view.grab()
    assert 0 < len(view._painted) <= 2
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 200):
        bar.setValue(value)
        view.grab()
    assert len(view._painted) <= 8


def test_it_says_when_another_page_is_looked_at(view, qtbot):
    with qtbot.waitSignal(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.at == 12


def test_the_page_looked_at_stays_when_the_window_is_resized(view):
    bar = view.verticalScrollBar()
    bar.setValue(view._step() * 5)
    before = bar.value()
    for width, height in ((200, 800), (320, 300), (900, 640), (250, 900)):
        view.resize(width, height)
        assert view.at == 6
    view.resize(600, 500)
    assert bar.value() == before


def test_the_beginning_stays_the_beginning_when_the_window_is_resized(view):
    for width, height in ((200, 800), (900, 640), (600, 500)):
        view.resize(width, height)
        assert view.verticalScrollBar().value() == 0


def test_home_and_end_lead_to_the_first_and_the_last_page(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.at == 12
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_without_pages_there_is_nothing_to_look_at(view):
    view.show_sheets(None, ())
    assert view.at == 0
    view.grab()
