"""A conversation as Olark sent it, read into plain frozen values.

Everything may be missing in what Olark sends; here a missing text is "", a missing number None,
a missing list (). All text is valid Unicode: lone surrogates and NUL were replaced by U+FFFD.
Times are milliseconds since 1970 in UTC.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a delivery is about; reader.py decides it."""

    START = "start"
    TRANSCRIPT = "transcript"
    OFFLINE = "offline"
    TEST = "test"
    EVENT = "event"
    """An event type nobody knows yet, without lines: logged, and no conversation."""


class Side(StrEnum):
    """Who said a line."""

    VISITOR = "visitor"
    AGENT = "agent"
    OFFLINE = "offline"
    """The visitor, in an offline message."""
    SYSTEM = "system"
    """A kind of line Olark did not document: shown grey, spoken by nobody."""


VISITOR, AGENT, OFFLINE, SYSTEM = Side
"""The same for whoever looks at every line: ten times as quick as `Side.AGENT` on Python 3.11."""


class Message(NamedTuple):
    """One line of a transcript. A tuple: most of reading a chat is making these."""

    side: Side
    text: str
    at_ms: int | None = None
    name: str = ""
    """Who said it, as shown: resolved from nickname and agents; "" where nobody knows."""
    agent_id: str = ""
    kind: str = ""
    """The kind as sent, only for Side.SYSTEM."""
    automatic: bool = False
    """From the shop, but from no person: neither nickname nor agent id."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody of the shop who was present; `answered` says whether he wrote a line."""

    id: str
    nickname: str = ""
    username: str = ""
    email: str = ""
    answered: bool = False
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rating:
    """Scores 1 to 5, each None where the visitor gave none."""

    overall: int | None = None
    friendliness: int | None = None
    knowledge: int | None = None
    responsiveness: int | None = None
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """The customer. `custom` is what the shop's website passed along; `more` what is unknown."""

    id: str = ""
    full_name: str = ""
    nickname: str = ""
    email: str = ""
    phone: str = ""
    organization: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    country_code: str = ""
    ip: str = ""
    browser: str = ""
    operating_system: str = ""
    page: str = ""
    referrer: str = ""
    custom: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation: read from one delivery, or merged from several of the same id."""

    id: str
    """Olark's id as text, or "" where there was none."""
    key: str
    """What makes it one row: the id, or a hash of the content where there is no id."""
    kind: Kind
    event_type: str = ""
    manually_submitted: bool = False
    """An agent typed !lead, !case or !webhook: the chat may go on."""
    messages: tuple[Message, ...] = ()
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    agents: tuple[Agent, ...] = ()
    visitor: Visitor = field(default_factory=Visitor)
    rating: Rating | None = None
    more: tuple[tuple[str, str], ...] = ()
    """Top-level fields that are not known, as readable text."""
    not_shown: int = 0
    """Entries of the list of lines that could not be shown; the raw body keeps them."""

    name: str = "Visitor"
    """The visitor as shown: the best name there is, chosen in names.py."""
    anonymous: bool = True
    """True where `name` is not a name the visitor gave."""
    preview: str = ""
    """The words the list shows: the last line, or the Message part of an offline form."""

    @property
    def unanswered(self) -> bool:
        """A transcript without a single line from the shop."""
        return self.kind is Kind.TRANSCRIPT and not any(m.side is AGENT for m in self.messages)

    @property
    def only_automatic(self) -> bool:
        """Lines from the shop exist, but none was written by a person and none by the visitor."""
        ours = [m for m in self.messages if m.side is AGENT]
        return (
            bool(ours)
            and all(m.automatic for m in ours)
            and not any(m.side is VISITOR for m in self.messages)
        )
