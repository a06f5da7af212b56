"""How one row of the list is to be painted now: selected, under the pointer, with the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from olark_inbox.ui.list.rowpaint import RowState

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView


def state_of(view: "ConversationView", place: int, option: QStyleOptionViewItem) -> RowState:
    """Return the state of the row at a place."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    under = view.pointer.under
    here, below = place == under, place + 1
    focused = view.hasFocus()
    return RowState(
        selected="" if not selected else "sel" if focused else "sel_idle",
        hovered=here and not selected,
        ring=focused and view.ring.shown and view.currentIndex().row() == place,
        line_below=not selected and not here and below != under and not view.is_selected(below),
        checked=selected and view.selected_count > 1,
        open=selected and view.selected_count == 1,
        compact=view.compact,
        mirrored=view.isRightToLeft(),
        actions=view.actions_shown() if here else (),
        hot=view.pointer.hot if here else -1,
    )
