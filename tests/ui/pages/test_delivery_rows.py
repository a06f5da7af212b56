"""The rows of what arrived."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from olark_inbox.store.rows import Delivery, Outcome
from olark_inbox.ui.pages.delivery_rows import PAGE, DeliveryDelegate, DeliveryModel, lines, size

_FIRST = Delivery(
    1, 1_763_640_000_000, Outcome.STORED, "transcript", "chat, 2 lines", (7,), ("Priya",), 2_300,
    repaired=False, sample=False,
)  # fmt: skip


def made(identity, **only):
    return _FIRST._replace(id=identity, **only)


@pytest.fixture
def model(qapp):
    built = DeliveryModel()
    tester = QAbstractItemModelTester(built, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield built
    tester.deleteLater()


def ids(model):
    return [model.delivery(model.index(n)).id for n in range(model.rowCount())]


def test_new_ones_come_on_top_and_the_rest_keeps_its_place(model):
    model.show_first([made(2), made(1)])
    model.show_first([made(3), made(2, settled=True), made(1)])
    assert ids(model) == [3, 2, 1]
    assert model.delivery(model.index(1)).settled


def test_more_new_ones_than_a_page_begin_the_list_anew(model):
    model.show_first([made(1)])
    model.show_first([made(n) for n in range(500, 500 - PAGE, -1)])
    assert len(ids(model)) == PAGE
    assert ids(model)[0] == 500


def test_older_ones_are_asked_for_once_and_added_at_the_end(qapp, qtbot):
    model = DeliveryModel()  # the tester of the others would fetch by itself
    model.show_first([made(n) for n in range(200, 100, -1)])
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.older_wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    model.add_older([made(n) for n in range(100, 50, -1)])
    assert model.last() == 51
    assert not model.canFetchMore(QModelIndex())


def test_the_newest_about_a_conversation_is_found(model):
    model.show_first([made(3, conversations=(8,)), made(2), made(1)])
    assert model.place_of(7) == 1
    assert model.place_of(99) is None


def test_a_row_says_what_who_and_what_it_changed():
    assert lines(made(1)) == ("Chat, Priya", "Chat, 2 lines")
    assert lines(made(1, summary=""))[1] == "Nothing changed"
    bad = made(1, outcome=Outcome.UNREADABLE, names=(), reason="It was cut off on the way.")
    assert lines(bad) == ("Could not be read", "It was cut off on the way.")
    assert "sample" in lines(made(1, sample=True))[0]
    assert size(made(1)) == "2.3 kB"


def test_a_screen_reader_hears_all_of_a_row(model):
    model.show_first([made(1)])
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Chat, Priya" in heard
    assert "2 lines" in heard


def test_rows_are_painted_at_one_height(model, qtbot):
    view = QListView()
    qtbot.addWidget(view)
    view.setItemDelegate(DeliveryDelegate(view))
    view.setModel(model)
    model.show_first([made(2, outcome=Outcome.TEST), made(1, names=("ليلى",))])
    view.resize(400, 300)
    assert view.sizeHintForRow(0) == view.sizeHintForRow(1) == 56
    picture = view.grab().toImage()
    assert len({picture.pixel(x, 20) for x in range(400)}) > 3
