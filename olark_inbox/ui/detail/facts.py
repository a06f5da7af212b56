"""Figures of a conversation, computed from its lines: only where clocks say so."""

from dataclasses import dataclass

from olark_inbox.olark.model import Conversation, Side

_VISITOR = (Side.VISITOR, Side.OFFLINE)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is worth knowing; None where it cannot be known."""

    first_ms: int | None = None
    last_ms: int | None = None
    answer_ms: int | None = None
    """How long the visitor waited for the first words of a person."""
    lines: int = 0
    answered_by: tuple[str, ...] = ()

    @property
    def length_ms(self) -> int | None:
        """How long it took, None with fewer than two clocks."""
        if self.first_ms is None or self.last_ms is None or self.first_ms == self.last_ms:
            return None
        return self.last_ms - self.first_ms


def figures(conversation: Conversation) -> Figures:
    """Return the figures of a conversation."""
    clocks = [m.at_ms for m in conversation.messages if m.at_ms is not None]
    answered = (
        m.name for m in conversation.messages if m.side is Side.AGENT and not m.automatic and m.name
    )
    return Figures(
        first_ms=min(clocks, default=None),
        last_ms=max(clocks, default=None),
        answer_ms=_first_answer(conversation),
        lines=len(conversation.messages),
        answered_by=tuple(dict.fromkeys(answered)),
    )


def _first_answer(conversation: Conversation) -> int | None:
    """Return the time from the visitor's first line to the first line of a person after it."""
    asked: int | None = None
    for message in conversation.messages:
        if message.side in _VISITOR and asked is None:
            asked = message.at_ms
            if asked is None:
                return None
        elif message.side is Side.AGENT and not message.automatic and asked is not None:
            if message.at_ms is None or message.at_ms < asked:
                return None
            return message.at_ms - asked
    return None
