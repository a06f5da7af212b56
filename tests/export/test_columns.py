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
from olark_inbox.olark.model import Kind, Message, Side
from olark_inbox.store.plain import plain_of
from olark_inbox.store.rows import Opened
from tests.export.conftest import said

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


def named(one: Opened) -> dict[str, str]:
    cells = conversation_cells(plain_of(one), ISO, WALL)
    return dict(zip(CONVERSATION_COLUMNS, cells, strict=True))


def test_a_chat_in_the_bin_says_so(opened: Callable[..., Opened]) -> None:
    assert named(opened(binned_ms=5))["in_bin"] == "yes"


def test_a_chat_begins_and_ends_with_the_lines_whose_time_is_known(
    opened: Callable[..., Opened],
) -> None:
    dateless = Message(Side.SYSTEM, "left", at_ms=None)
    first, last = said(Side.VISITOR, "Hi", after_s=60), said(Side.VISITOR, "Bye", after_s=180)
    cells = named(opened(dateless, first, last, dateless))
    assert cells["started"] == "2026-11-22T12:01:00+00:00"
    assert cells["ended"] == "2026-11-22T12:03:00+00:00"
    assert cells["length_seconds"] == "120"
    cells = named(opened(dateless))
    assert (cells["started"], cells["ended"]) == ("2026-11-22T12:00:00+00:00", "")
