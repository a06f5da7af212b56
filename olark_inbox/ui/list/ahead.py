"""Painting rows that are about to come, one after another between the turns of the loop.

A screen of new rows painted in one go holds the window up longer than anything else it does.
"""

import asyncio
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from olark_inbox.store.rows import Changes, Order, Row
from olark_inbox.ui.list.belonging import belongs
from olark_inbox.ui.list.rowpaint import RowState

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView

_TURN_S = 0.002
"""So long it goes on before others have their turn."""


async def paint_ahead(view: "ConversationView", changes: Changes) -> None:
    """Paint what these changes will bring to the screen, where more than one row comes."""
    rows = coming(view, changes)
    if len(rows) < 2:  # noqa: PLR2004 - a lone one is painted when it is shown
        return
    state = RowState(compact=view.compact, mirrored=view.isRightToLeft())
    size = QSize(view.viewport().width(), view.verticalHeader().defaultSectionSize())
    began = time.perf_counter()
    for row in rows:
        if time.perf_counter() - began > _TURN_S:
            await asyncio.sleep(0)
            began = time.perf_counter()
        view.painted.paint_ahead(row, size, state, view.viewport().devicePixelRatioF())
    await asyncio.sleep(0)


def coming(view: "ConversationView", changes: Changes) -> list[Row]:
    """Return the rows that will be seen at the top of the list, the newest first."""
    model, is_seen = view.conversations, view.isVisible() and not view.window().isMinimized()
    if not is_seen or view.holding.is_held or model.query.order is not Order.NEWEST:
        return []
    rows = [c.row for c in changes.changes if c.row is not None and belongs(c.row, model.query)]
    rows.sort(key=lambda row: -row.arrival)
    first, last = view.seen_places()
    return rows[: last - first + 1]
