"""What is known of a row when it is painted."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from olark_inbox.store.rows import Query
from olark_inbox.ui.list.rowstate import state_of
from tests.ui.list.makers import chat, post_many


def told(view, place, *, selected=False):
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
    return state_of(view, place, option)


def test_a_row_knows_whether_it_is_open_ticked_or_under_the_pointer(run, inbox, model, view):
    post_many(inbox, 6, lambda number: chat())

    async def story():
        model.set_query(Query())
        await model.settle()
        view.select_place(1)
        alone = told(view, 1, selected=True)
        assert (alone.open, alone.checked, alone.line_below) == (True, False, False)
        assert not told(view, 0).line_below  # the next row is selected
        assert told(view, 3).line_below
        flags = QItemSelectionModel.SelectionFlag
        view.selectionModel().select(model.index(2, 0), flags.Select | flags.Rows)
        assert told(view, 2, selected=True).checked
        view.pointer.moved(view.rect_of(4).center())
        assert told(view, 4).hovered
        assert not told(view, 3).line_below  # the next one is under the pointer

    run(story())
