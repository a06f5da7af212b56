"""Several deliveries of one conversation become one, in whatever order they come.

The most complete delivery wins and brings lines, tags, rating and agents; what it does not say of
the visitor comes from the next best that does. Each of these is a maximum over the deliveries, so
the result does not depend on their order.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from olark_inbox.olark.model import (
    OFFLINE,
    VISITOR,
    Conversation,
    Kind,
    Message,
    Rating,
    Visitor,
)
from olark_inbox.olark.names import named

Rank = tuple[int, ...]
"""How complete a delivery is; the greater one wins. A list of whole numbers in JSON."""

_FINISHED = frozenset({Kind.TRANSCRIPT, Kind.OFFLINE})
_RECEIVED = 4
_VISITOR_FIELDS = tuple(entry.name for entry in fields(Visitor))


def rank(conversation: Conversation, received_ms: int, sequence: int = 0) -> Rank:
    """Rank one delivery: finished, lines, rated, not sent early, received later."""
    return (
        int(conversation.kind in _FINISHED),
        len(conversation.messages),
        int(conversation.rating is not None),
        int(not conversation.manually_submitted),
        received_ms,
        sequence,
    )


class Fill(NamedTuple):
    """What another delivery knew of the visitor where the winner is silent."""

    field: str
    rank: Rank
    value: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """One conversation from all its deliveries, with what is needed to merge further."""

    winner: Conversation
    """The most complete delivery as it was read."""
    rank: Rank
    fills: tuple[Fill, ...] = ()
    conversation: Conversation = field(init=False)
    """What is shown: the winner with the gaps of its visitor filled."""

    def __post_init__(self) -> None:
        shown = self.winner
        if self.fills:
            gaps = {fill.field: fill.value for fill in self.fills}
            shown = named(self.winner, replace(self.winner.visitor, **gaps))
        object.__setattr__(self, "conversation", shown)

    @property
    def received_ms(self) -> int:
        """When the winner was received."""
        return self.rank[_RECEIVED]


def first(conversation: Conversation, rank: Rank) -> Merged:
    """Begin with a conversation of which there is one delivery."""
    return Merged(conversation, rank)


def merge(old: Merged, new: Conversation, rank: Rank) -> Merged:
    """Add one more delivery of the same conversation."""
    return join(old, Merged(new, rank))


def join(one: Merged, other: Merged) -> Merged:
    """Join two results into one: associative, and the same in both directions."""
    ahead, behind = (one, other) if _place(one) >= _place(other) else (other, one)
    known = {fill.field: [fill] for fill in (*ahead.fills,)}
    for fill in (*behind.fills, *_said(behind)):
        known.setdefault(fill.field, []).append(fill)
    gaps = [name for name in _VISITOR_FIELDS if not getattr(ahead.winner.visitor, name)]
    best = (max(known[name], key=_weight) for name in gaps if name in known)
    return Merged(ahead.winner, ahead.rank, tuple(best))


def _said(merged: Merged) -> Iterable[Fill]:
    for name in _VISITOR_FIELDS:
        if value := getattr(merged.winner.visitor, name):
            yield Fill(name, merged.rank, value)


class _Place:
    """A rank with the content behind it, looked at only where two ranks are the same."""

    __slots__ = ("merged",)

    def __init__(self, merged: Merged) -> None:
        self.merged = merged

    def __ge__(self, other: "_Place") -> bool:
        mine, theirs = self.merged, other.merged
        if mine.rank != theirs.rank:
            return mine.rank > theirs.rank
        return repr(mine.winner) >= repr(theirs.winner)


def _place(merged: Merged) -> _Place:
    return _Place(merged)


def _weight(fill: Fill) -> tuple[Rank, str]:
    return fill.rank, repr(fill.value)


class Difference(NamedTuple):
    """What a delivery changed."""

    new_lines: int = 0
    new_visitor_lines: int = 0
    rating_new: int | None = None
    kind_changed: bool = False
    anything: bool = False
    created: bool = False
    kind: Kind = Kind.TRANSCRIPT
    more: tuple[str, ...] = ()
    """What else changed, as words."""

    def words(self) -> str:
        """Say the change as an owner reads it: "2 new lines, rating 5"."""
        if not self.anything:
            return "nothing new"
        said = [self._kind_words()] if self.created or self.kind_changed else []
        if self.new_lines:
            word = "line" if self.new_lines == 1 else "lines"
            said.append(
                f"{self.new_lines} {word}" if self.created else f"{self.new_lines} new {word}"
            )
        if self.rating_new is not None:
            said.append(f"rating {self.rating_new}")
        said += self.more
        return ", ".join(said) or "details changed"

    def _kind_words(self) -> str:
        if self.kind is Kind.START:
            return "chat started"
        if self.kind is Kind.OFFLINE:
            return "offline message"
        return "chat" if self.created else "transcript arrived"


def difference(old: Merged | None, new: Merged) -> Difference:
    """Tell what is new since `old`; against nothing, everything is."""
    after = new.conversation
    before = old.conversation if old else None
    if before == after:
        return Difference(kind=after.kind)
    fresh = _fresh_lines(before.messages, after.messages) if before else after.messages
    return Difference(
        new_lines=len(fresh),
        new_visitor_lines=_of_visitor(fresh),
        rating_new=_new_score(before.rating if before else None, after.rating),
        kind_changed=before is not None and before.kind is not after.kind,
        anything=True,
        created=before is None,
        kind=after.kind,
        more=_other_changes(before, after) if before else (),
    )


def _of_visitor(messages: Sequence[Message]) -> int:
    return sum(m.side is VISITOR or m.side is OFFLINE for m in messages)


def _fresh_lines(before: tuple[Message, ...], after: tuple[Message, ...]) -> Sequence[Message]:
    """Lines that were not there; each equal line counts as often as it was said."""
    left = Counter((message.side, message.text) for message in before)
    fresh = []
    for message in after:
        if left[message.side, message.text]:
            left[message.side, message.text] -= 1
        else:
            fresh.append(message)
    return fresh


def _new_score(before: Rating | None, after: Rating | None) -> int | None:
    if after is None or after.overall is None:
        return None
    return after.overall if before is None or before.overall != after.overall else None


def _other_changes(before: Conversation, after: Conversation) -> tuple[str, ...]:
    changed = {
        "tags changed": before.tags != after.tags,
        "agents changed": before.agents != after.agents,
        "visitor's details changed": before.visitor != after.visitor,
    }
    return tuple(words for words, is_so in changed.items() if is_so)
