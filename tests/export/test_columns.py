from collections.abc import Callable
from datetime import UTC

from olark_inbox.export.columns import (
    CONTACT_COLUMNS,
    CONVERSATION_COLUMNS,
    MESSAGE_COLUMNS,
    NOTE_COLUMNS,
    TECHNICAL_COLUMNS,
    Times,
    conversation_cells,
    message_cells,
    write_times,
)
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind
from olark_inbox.store.plain import plain_of
from olark_inbox.store.rows import Opened

WALL = WallClock(UTC)
ISO = write_times(Times.ISO, WALL)


def test_every_column_gets_a_cell(priya: Opened, opened: Callable[..., Opened]) -> None:
    for conversation in (priya, opened(), opened(kind=Kind.START)):
        plain = plain_of(conversation)
        assert len(conversation_cells(plain, ISO, WALL)) == len(CONVERSATION_COLUMNS)
        for cells in message_cells(plain, ISO):
            assert len(cells) == len(MESSAGE_COLUMNS)


def test_hidden_columns_exist() -> None:
    hidden = TECHNICAL_COLUMNS | CONTACT_COLUMNS | NOTE_COLUMNS
    assert hidden <= set(CONVERSATION_COLUMNS)


def test_a_chat_in_the_bin_says_so(opened: Callable[..., Opened]) -> None:
    cells = conversation_cells(plain_of(opened(binned_ms=5)), ISO, WALL)
    assert dict(zip(CONVERSATION_COLUMNS, cells, strict=True))["in_bin"] == "yes"
