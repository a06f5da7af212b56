"""What was told, as the store keeps it from one start to the next: ids and kinds, and no words.

Words may be erased; who and what is read again from the conversations that are still there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from olark_inbox.alerts.rules import TROUBLE, Alert, AlertKind, Told, waits
from olark_inbox.alerts.teller import Memory, Waiting
from olark_inbox.alerts.trouble import Troubles
from olark_inbox.store.rows import Row

_MOST = 1_000
"""So many of the newest ratings, words and reminders are remembered as told."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A memory, and up to where it heard of changes."""

    memory: Memory = field(default_factory=Memory)
    number: int | None = None
    """The change number; None: nothing was ever told."""
    asked_ms: int = 0


def to_state(remembered: Remembered) -> dict[str, Any]:
    """Write it as a state of the store."""
    memory = remembered.memory
    told, trouble = memory.told, memory.troubles
    return {
        "number": remembered.number,
        "asked_ms": remembered.asked_ms,
        "ratings": sorted(told.ratings)[-_MOST:],
        "words": sorted(told.words)[-_MOST:],
        "due": sorted(told.due)[-_MOST:],
        "troubles": [trouble.unreachable, trouble.store, trouble.unreadable],
        "kept": [_written(alert) for alert in (*memory.kept, *memory.burst.held) if _lasts(alert)],
        "waiting": [
            [_written(each.alert), each.again_ms] for each in memory.waiting if _lasts(each.alert)
        ],
    }


def of_state(value: Mapping[str, Any]) -> Remembered:
    """Read it back; what is not understood counts as never told."""
    try:
        told = Told(
            frozenset((int(one), int(stars)) for one, stars in value["ratings"]),
            frozenset((int(one), str(word)) for one, word in value["words"]),
            frozenset((int(one), int(at_ms)) for one, at_ms in value["due"]),
        )
        unreachable, store, unreadable = value["troubles"]
        memory = Memory(
            told,
            Troubles(bool(unreachable), bool(store), unreadable),
            kept=tuple(_read(one) for one in value["kept"]),
            waiting=tuple(Waiting(_read(one), int(at_ms)) for one, at_ms in value["waiting"]),
        )
        return Remembered(memory, int(value["number"]), int(value["asked_ms"]))
    except (LookupError, TypeError, ValueError):
        return Remembered()


def with_words(memory: Memory, rows: Mapping[int, Row | None]) -> Memory:
    """Give what is still to be told its words again; what was seen meanwhile is forgotten."""
    return replace(
        memory,
        kept=tuple(_spoken(memory.kept, rows)),
        waiting=tuple(
            replace(each, alert=alert)
            for each in memory.waiting
            for alert in _spoken((each.alert,), rows)
        ),
    )


def _lasts(alert: Alert) -> bool:
    """Whether it is about a conversation; a trouble is looked at anew after a start."""
    return alert.kind not in TROUBLE and alert.conversation is not None


def _written(alert: Alert) -> list[Any]:
    kinds = [kind.value for kind, _ in alert.kinds]
    return [alert.conversation, kinds, alert.sound, alert.again_min, alert.found]


def _read(written: Any) -> Alert:
    conversation, kinds, sound, again_min, found = written
    return Alert(
        (int(conversation),),
        tuple((AlertKind(kind), 1) for kind in kinds),
        bool(sound),
        again_min=int(again_min),
        found=str(found),
    )


def _spoken(alerts: Iterable[Alert], rows: Mapping[int, Row | None]) -> Iterable[Alert]:
    for alert in alerts:
        row = rows.get(alert.conversations[0])
        if row is not None and waits(alert, row):
            yield replace(
                alert, who=row.name, agents=row.agents, words=row.preview, rating=row.rating or 0
            )
