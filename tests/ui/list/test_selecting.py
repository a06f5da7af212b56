"""Selections as ranges."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from olark_inbox.store.rows import Query
from olark_inbox.ui.list.selecting import count, loaded_ids, selected_spans, spans
from tests.ui.list.makers import chat, post


def test_ranges_are_told_from_top_to_bottom_and_give_their_conversations(run, inbox, model, view):
    ids = list(reversed(post(inbox, *[chat() for _ in range(6)])))

    async def story():
        model.set_query(Query())
        await model.settle()

    run(story())
    flags = QItemSelectionModel.SelectionFlag.Select
    for first, last in ((4, 5), (0, 1)):
        span = QItemSelection(model.index(first, 0), model.index(last, 0))
        view.selectionModel().select(span, flags)
    selected = selected_spans(view.selectionModel())
    assert selected == [(0, 1), (4, 5)]
    assert count(selected) == 4
    assert loaded_ids(model, selected) == [ids[0], ids[1], ids[4], ids[5]]


def test_nothing_selected_has_no_ranges(qapp):
    assert spans(QItemSelection()) == []
