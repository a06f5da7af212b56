"""What a transcript shows, one under the other, decided without a widget.

`lay_out` turns the lines of a conversation into blocks: day lines, gaps, the name over a group,
the words themselves, and the grey lines around them. It knows no colours, fonts or languages.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from olark_inbox.olark.model import Conversation, Kind, Message, Side

GAP_MS = 5 * 60 * 1000
"""A silence from here on is worth a line of its own, and ends a group."""


class What(StrEnum):
    """The kinds of blocks a transcript is made of."""

    DAY = "day"
    STARTED = "started"
    SENT_OFFLINE = "sent_offline"
    NAME = "name"
    SAID = "said"
    MORE = "more"
    """The end of a folded message: shows the rest of it."""
    SYSTEM = "system"
    GAP = "gap"
    NEW = "new"
    NOBODY = "nobody"
    RATED = "rated"
    NOT_SHOWN = "not_shown"
    SO_FAR = "so_far"
    LIVE = "live"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a transcript. Only the fields its kind needs are filled."""

    what: What
    message: int = -1
    """Index of the line it shows or belongs to, -1 where it belongs to none."""
    ours: bool = False
    """Said by the shop: stands on the other side."""
    name: str = ""
    automatic: bool = False
    at_ms: int | None = None
    span_ms: int | None = None
    text: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What the transcript must know beside the lines themselves."""

    seen_lines: int = 0
    """How many lines the owner had seen before; 0 for a conversation he never opened."""
    live: bool = False
    continued: bool = False
    """The words so far came from a running chat, and no end of it ever arrived."""
    sent_ms: int | None = None
    """When the words so far arrived, for a chat an agent sent before its end."""


def lay_out(
    conversation: Conversation,
    day_of: Callable[[int], Hashable],
    standpoint: Standpoint = Standpoint(),
) -> tuple[Block, ...]:
    """Return the blocks of a transcript in the order they stand. `day_of` knows the time zone."""
    lines = tuple(_lines(conversation, day_of, standpoint.seen_lines))
    return (*lines, *_ending(conversation, standpoint))


def _opening(conversation: Conversation) -> Iterator[Block]:
    if conversation.kind is Kind.OFFLINE:
        yield Block(What.SENT_OFFLINE)
    elif conversation.visitor.page:
        yield Block(What.STARTED, text=conversation.visitor.page)


def _lines(
    conversation: Conversation, day_of: Callable[[int], Hashable], seen: int
) -> Iterator[Block]:
    day: Hashable = None
    last_ms: int | None = None
    group: tuple[bool, str, bool] | None = None
    opening = list(_opening(conversation))
    for index, message in enumerate(conversation.messages):
        at_ms = message.at_ms
        today = day_of(at_ms) if at_ms is not None else None
        apart = list(_between(last_ms, at_ms, same_day=today == day))
        if at_ms is not None:
            last_ms, day = at_ms, today
        yield from apart
        yield from opening
        is_new = 0 < seen == index
        if is_new:
            yield Block(What.NEW, message=index)
        if apart or opening or is_new:
            group = None
        opening = []
        if message.side is Side.SYSTEM:
            group = None
            yield Block(What.SYSTEM, message=index, text=message.text, at_ms=at_ms)
            continue
        speaker = (message.side is Side.AGENT, message.name, message.automatic)
        if speaker != group:
            group = speaker
            yield _name(index, message)
        yield Block(What.SAID, message=index, ours=speaker[0], at_ms=at_ms)
    yield from opening


def _name(index: int, message: Message) -> Block:
    return Block(
        What.NAME,
        message=index,
        ours=message.side is Side.AGENT,
        name=message.name,
        automatic=message.automatic,
        at_ms=message.at_ms,
    )


def _between(last_ms: int | None, at_ms: int | None, *, same_day: bool) -> Iterator[Block]:
    """Yield the day line or the gap that stands before a line, where its clock calls for one."""
    if at_ms is None:
        return
    if last_ms is None or not same_day:
        yield Block(What.DAY, at_ms=at_ms)
    elif at_ms - last_ms >= GAP_MS:
        yield Block(What.GAP, span_ms=at_ms - last_ms)


def _ending(conversation: Conversation, standpoint: Standpoint) -> Iterator[Block]:
    if conversation.not_shown:
        yield Block(What.NOT_SHOWN, count=conversation.not_shown)
    if standpoint.sent_ms is not None and conversation.messages:
        yield Block(What.SO_FAR, at_ms=standpoint.sent_ms)
    if standpoint.live:
        if conversation.messages:
            yield Block(What.LIVE, name=_who_answers(conversation))
        return
    if standpoint.continued:
        yield Block(What.CONTINUED)
    elif conversation.unanswered and conversation.messages:
        yield Block(What.NOBODY, span_ms=_length(conversation))
    if conversation.rating is not None and conversation.rating.overall is not None:
        yield Block(What.RATED, name=conversation.name, count=conversation.rating.overall)


def _length(conversation: Conversation) -> int | None:
    clocks = [m.at_ms for m in conversation.messages if m.at_ms is not None]
    return max(clocks) - min(clocks) if len(clocks) > 1 else None


def _who_answers(conversation: Conversation) -> str:
    for message in reversed(conversation.messages):
        if message.side is Side.AGENT and not message.automatic and message.name:
            return message.name
    return ""
