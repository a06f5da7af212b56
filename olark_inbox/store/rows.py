"""The frozen values that travel between the store's threads and whoever shows them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from olark_inbox.olark.body import Cause
from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.store.notices import Notice


class View(StrEnum):
    """A place of the sidebar; which rows belong to it is decided in `views.py` alone."""

    INBOX = "inbox"
    NEEDS_REPLY = "needs_reply"
    OFFLINE = "offline"
    UNANSWERED = "unanswered"
    REMINDERS = "reminders"
    """Conversations the owner wanted to be reminded of, when the time has come."""
    LIVE = "live"
    MISSING = "missing"
    """Chats that began and whose transcript never arrived."""
    STARRED = "starred"
    DONE = "done"
    BIN = "bin"
    ALL = "all"
    """Everything but the bin: what a search looks through."""
    TAG = "tag"
    GROUP = "group"
    OWN = "own"
    """Conversations with a tag of the owner's own."""


class Order(StrEnum):
    """How a list is sorted; a search knows only the first two."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WAITING = "waiting"
    RATING = "rating"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Query:
    """Which conversations a list shows, and in which order."""

    view: View = View.INBOX
    label: str = ""
    """The tag or group of View.TAG, View.OWN and View.GROUP."""
    words: str = ""
    """What the owner typed in the search field, as typed."""
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class Row:
    """One conversation as the list shows it. `id` is stable for ever; `arrival` is the place."""

    id: int
    key: str
    arrival: int
    received_ms: int
    """When the delivery that last changed it was received."""
    started_ms: int
    """When its first delivery was received."""
    kind: Kind
    unanswered: bool
    automatic: bool
    live_until_ms: int | None
    """It counts as live until then unless a finished transcript comes (see olark/standing.py)."""
    manual: bool
    name: str
    anonymous: bool
    email: str
    phone: str
    visitor_id: str
    preview: str
    agents: tuple[str, ...]
    """Names of who answered, or of who was present where nobody did."""
    lines: int
    tags: tuple[str, ...]
    """Olark's tags, read-only."""
    own_tags: tuple[str, ...]
    groups: tuple[str, ...]
    rating: int | None
    unread: bool
    starred: bool
    done: bool
    binned_ms: int | None
    sample: bool
    remind_ms: int | None = None
    """When the owner wants to be reminded of it, or was."""
    due: bool = False
    """The reminder's time has come."""
    snippet: str = ""
    """In a search: the piece of text around the first hit, else ""."""
    marks: tuple[tuple[int, int], ...] = ()
    """Hits in `snippet` as (start, end) in characters."""
    name_marks: tuple[tuple[int, int], ...] = ()


class Brief(NamedTuple):
    """What is looked at of a conversation by who walks through a whole list."""

    id: int
    arrival: int
    received_ms: int
    sample: bool
    is_empty: bool
    """It only began: there is not a line."""


@dataclass(frozen=True, slots=True)
class Opened:
    """All there is about one conversation, for the detail panes."""

    row: Row
    conversation: Conversation
    seen_lines: int
    """How many lines the owner had seen when he opened it last."""
    note: str = ""
    hits: tuple[tuple[int, int, int], ...] = ()
    """With search words: (message index, start, end) in characters, in reading order."""
    earlier: tuple[Row, ...] = ()
    """Other conversations of the same visitor id, newest first."""


class Found(NamedTuple):
    """A slice of a list: rows `offset … offset+len(rows)` of `total`."""

    rows: tuple[Row, ...]
    offset: int
    total: int
    total_exact: bool = True
    """False while only the first 1,001 hits of a search were counted."""
    number: int = 0
    """The change number this slice was read at."""
    notices: tuple[Notice, ...] = ()
    """Where a search was understood otherwise than it was typed."""


class Change(NamedTuple):
    """What happened to one conversation since a number."""

    number: int
    conversation: int
    what: str
    """"new", "lines" (new lines), "due" (its reminder's time has come), "rated" (no new line,
    but a rating), "update" (anything else from Olark), "mark", "gone"."""
    old_arrival: int | None
    """Its place before, None where it is new."""
    row: Row | None
    """As it is now; None where it is gone."""


class Changes(NamedTuple):
    """The answer to "what changed since number N?". `reset`: too much, read the list again."""

    number: int
    changes: tuple[Change, ...] = ()
    reset: bool = False
    state_changed: bool = False
    deliveries_changed: bool = False


class OwnTag(NamedTuple):
    """One of the owner's tags."""

    id: int
    name: str
    colour: int
    """Which of the theme's tag colours."""
    total: int = 0
    """How many conversations carry it, without the bin."""


class Counts(NamedTuple):
    """The figures of the sidebar at one change number."""

    number: int = 0
    total: int = 0
    """Everything but the bin."""
    inbox: int = 0
    unread: int = 0
    needs_reply: int = 0
    offline: int = 0
    unanswered: int = 0
    reminders: int = 0
    live: int = 0
    missing: int = 0
    starred: int = 0
    done: int = 0
    bin: int = 0
    samples: int = 0
    unreadable: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    own_tags: tuple[OwnTag, ...] = ()


class Outcome(StrEnum):
    """What became of one body."""

    STORED = "stored"
    TEST = "test"
    EVENT = "event"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    """From a sender outside the owner's list: kept, not read; `reason` is the sender's address."""
    FOREIGN = "foreign"
    """Not Olark's at all: counted, not kept."""
    FULL = "full"
    """Unreadable, and the quota of unreadable ones is full: not kept."""


class Receipt(NamedTuple):
    """What the inbox says about a body it was given, after the commit."""

    outcome: Outcome
    reason: str = ""
    """One plain sentence where it could not be read."""
    delivery: int | None = None
    conversations: tuple[int, ...] = ()
    changed: bool = False
    cause: Cause | None = None
    """What kind of trouble it was, where it could not be read."""
    listed: bool = False
    """The conversations stood in a list."""


class Delivery(NamedTuple):
    """One line of "What arrived from Olark"."""

    id: int
    received_ms: int
    outcome: Outcome
    kind: str
    summary: str
    """What it changed, as plain words: "2 new lines, rating 5"."""
    conversations: tuple[int, ...]
    names: tuple[str, ...]
    size: int
    repaired: bool
    sample: bool
    reason: str = ""
    settled: bool = False
    """An unreadable one that no longer counts: a whole copy came, or the owner discarded it."""


@dataclass(frozen=True, slots=True)
class Soundness:
    """What `check` found."""

    sound: bool
    conversations: int = 0
    deliveries: int = 0
    unreadable: int = 0
    problems: tuple[str, ...] = field(default_factory=tuple)
