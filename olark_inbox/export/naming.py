"""What the file of one conversation is called: the owner's pattern, filled with what is known."""

from olark_inbox.export.facts import began_ms
from olark_inbox.export.hidden import Hidden, without_hidden
from olark_inbox.export.names import PATTERN, file_name
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened

PARTS = ("date", "time", "name", "email", "agent", "number")
"""What a pattern may name, each between braces."""
PATTERNS = (PATTERN, "{name} {date}", "{date} {time} {name}", "{date} {name} {email}")
"""Those that are offered; the owner may write another."""

EXAMPLE = {
    "date": "2026-11-22",
    "time": "14.31",
    "name": "Bob Doe",
    "email": "bob@example.com",
    "agent": "Maya",
    "number": "001",
}
"""What stands in a name for as long as no conversation is known to show it by."""


def fields_of(opened: Opened, hidden: Hidden, wall: WallClock, number: int = 1) -> dict[str, str]:
    """Return what a pattern's parts stand for; what stays out of the file stays out of its name."""
    shown = without_hidden(opened, hidden)
    began = began_ms(shown)
    return {
        "date": wall.day(began),
        "time": wall.time(began).replace(":", "."),
        "name": shown.row.name,
        "email": shown.row.email,
        "agent": ", ".join(shown.row.agents),
        "number": f"{number:03}",
    }


def named(
    pattern: str, opened: Opened, hidden: Hidden, wall: WallClock, ending: str, number: int = 1
) -> str:  # fmt: skip
    """Return what the file of a conversation is called."""
    return file_name(pattern, fields_of(opened, hidden, wall, number), ending)
