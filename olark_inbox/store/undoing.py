"""Taking back what the owner did: every wish of the owner's returns one of these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from olark_inbox.store.batch import Batch

Back = tuple[Callable[[Batch, Any], None], Any]
"""A work item, and what it puts back."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What `Inbox.undo` needs to put everything back. False where nothing was changed."""

    back: tuple[Back, ...] = ()
    count: int = 0
    """How many conversations it was about."""

    def __bool__(self) -> bool:
        return bool(self.back)


def joined(parts: Sequence[Undo]) -> Undo:
    """Return one undo for steps that were done in this order."""
    back = tuple(one for part in reversed(parts) for one in part.back)
    return Undo(back, sum(part.count for part in parts))
