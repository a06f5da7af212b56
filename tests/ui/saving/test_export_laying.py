import pytest

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.paper import A4
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Side
from olark_inbox.ui.saving.export_laying import Laying
from tests.export.conftest import make_opened, make_priya, said


@pytest.fixture
def book(qapp):
    return Book(A4, PdfOptions(), WallClock(), letterhead=True)


@pytest.fixture
def long():
    return make_opened(*(said(Side.VISITOR, "word " * 30) for _ in range(60)))


def test_all_pages_come_a_few_at_a_time(book, long, qtbot):
    laying = Laying(1_000)
    counts = []
    laying.grown.connect(lambda: counts.append(len(laying.sheets)))
    laying.begin(book, [make_priya(), long] * 3)
    assert not laying.done
    qtbot.waitUntil(lambda: laying.done)
    assert len(laying.sheets) > 9
    assert counts == sorted(counts)


def test_more_than_anybody_prints_is_not_laid_out(book, long, qtbot):
    laying = Laying(3)
    laying.begin(book, [long] * 50)
    qtbot.waitUntil(lambda: laying.too_many)
    assert not laying.done
    assert len(laying.sheets) < 20


def test_beginning_anew_forgets_what_was_there(book, long, qtbot):
    laying = Laying(1_000)
    laying.begin(book, [long] * 50)
    laying.begin(book, [make_priya()])
    qtbot.waitUntil(lambda: laying.done)
    assert len(laying.sheets) == 1


def test_it_can_be_stopped(book, long, qtbot):
    laying = Laying(1_000)
    laying.begin(book, [long] * 50)
    laying.stop()
    laying._lay_some()
    assert not laying.done
