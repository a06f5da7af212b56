"""Painting rows that are about to come, one after another between the turns of the loop.

A screen of new rows painted in one go holds the window up longer than anything else it does.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from olark_inbox.store.rows import Changes, Order, Row
from olark_inbox.ui.list.belonging import belongs
from olark_inbox.ui.list.rowpaint import RowState

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView

_log = logging.getLogger(__name__)
_TURN_S = 0.002
"""So long it goes on before others have their turn."""


async def paint_coming(view: "ConversationView", changes: Changes) -> None:
    """Paint what these changes will bring to the top of the list, where more than one row comes."""
    query = view.conversations.query
    if query.order is not Order.NEWEST:
        return
    rows = [c.row for c in changes.changes if c.row is not None and belongs(c.row, query)]
    if len(rows) > 1:  # a lone one is painted when it is shown
        await paint_ahead(view, sorted(rows, key=lambda row: -row.arrival))


async def paint_ahead(view: "ConversationView", rows: Sequence[Row]) -> None:
    """Paint as many of these rows as will be seen once they are the first of the list."""
    if not view.isVisible() or view.window().isMinimized() or view.holding.is_held:
        return
    state = RowState(compact=view.compact, mirrored=view.isRightToLeft())
    size = QSize(view.viewport().width(), view.verticalHeader().defaultSectionSize())
    first, last = view.seen_places()
    began = time.perf_counter()
    for row in rows[: last - first + 1]:
        if time.perf_counter() - began > _TURN_S:
            await asyncio.sleep(0)
            began = time.perf_counter()
        try:
            view.painted.paint_ahead(row, size, state, view.viewport().devicePixelRatioF())
        except Exception:  # noqa: BLE001 - whatever it is: news must not be lost for it
            _log.exception("a row could not be painted ahead")
    await asyncio.sleep(0)
