"""The columns of both tables: their names, their order, and what a conversation puts in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from olark_inbox.export.facts import AGENT, VISITOR, Line, agent_written, first_answer_s, nameless
from olark_inbox.export.text import words
from olark_inbox.export.wall import WallClock
from olark_inbox.store.plain import Plain


class Times(StrEnum):
    """How a table writes a time."""

    ISO = "iso"
    """With the zone, so that a program reads it right anywhere."""
    LOCAL = "local"
    """As the clock on the wall, which a spreadsheet sorts and counts with."""


CONVERSATION_COLUMNS = (
    "conversation_id", "kind", "received", "started", "ended", "length_seconds",
    "first_answer_seconds", "visitor", "email", "phone", "organization", "city", "region",
    "country", "country_code", "page", "referrer", "visitor_id", "ip", "browser",
    "operating_system", "agents", "answered_by", "groups", "tags", "own_tags", "rating",
    "rating_friendliness", "rating_knowledge", "rating_responsiveness", "rating_comments",
    "lines", "visitor_lines", "agent_lines", "unanswered", "sent_by_command", "unread", "starred",
    "done", "in_bin", "sample", "note", "words", "more",
)  # fmt: skip

MESSAGE_COLUMNS = (
    "conversation_id", "kind", "line", "time", "side", "who", "words", "visitor", "email", "sample",
)  # fmt: skip

TECHNICAL_COLUMNS = frozenset({"visitor_id", "ip", "browser", "operating_system", "more"})
CONTACT_COLUMNS = frozenset({"email", "phone"})
NOTE_COLUMNS = frozenset({"note"})

Write = Callable[[int | None], str]
"""Writes a time."""


def write_times(times: Times, wall: WallClock) -> Write:
    """Return what writes the times of a table."""
    return wall.iso if times is Times.ISO else wall.local


def conversation_cells(plain: Plain, write: Write, wall: WallClock) -> list[str]:
    """Return what a conversation puts under CONVERSATION_COLUMNS, unguarded."""
    written = plain.written
    name, visitor, lines = written["name"], written["visitor"], written["messages"]
    return [
        written["id"] or written["key"], written["kind"], write(plain.received_ms),
        *_course(lines, plain.started_ms, write), name, *_said_of(visitor, _VISITOR),
        *_people(written["agents"]), ", ".join(written["groups"]), ", ".join(written["tags"]),
        ", ".join(plain.own_tags), *_scores(written["rating"]), *_sides(lines),
        _YES[plain.unanswered],
        _YES[written["manually_submitted"]], _YES[plain.unread], _YES[plain.starred],
        _YES[plain.done], _YES[plain.binned_ms is not None], _YES[plain.sample], plain.note,
        words(lines, name, wall), _more(written["more"], visitor.get("more", ())),
    ]  # fmt: skip


def message_cells(plain: Plain, write: Write) -> Iterator[list[str]]:
    """Return a row a message under MESSAGE_COLUMNS; one without words where there is none."""
    written = plain.written
    kind, name = written["kind"], written["name"]
    key = written["id"] or written["key"]
    after = (name, written["visitor"].get("email", ""), _YES[plain.sample])
    if not written["messages"]:
        yield [key, kind, "", write(plain.started_ms), "", "", "", *after]
    for number, line in enumerate(written["messages"], 1):
        side, text, at_ms, who, _, _, automatic = line
        who = who or nameless(side, name, automatic=automatic)
        yield [key, kind, str(number), write(at_ms), side, who, text, *after]


_YES = {False: "no", True: "yes"}
_VISITOR = (
    "email", "phone", "organization", "city", "region", "country", "country_code", "page",
    "referrer", "id", "ip", "browser", "operating_system",
)  # fmt: skip
_SCORES = ("overall", "friendliness", "knowledge", "responsiveness")
_NO_SCORES = ("",) * (len(_SCORES) + 1)


def _course(lines: Sequence[Line], started_ms: int, write: Write) -> tuple[str, str, str, str]:
    """Return when it began and ended, how long it took, and how long till the first answer."""
    times = [line[2] for line in lines if line[2] is not None]
    if not times:
        return write(started_ms), "", "", ""
    first, last = times[0], times[-1]
    answer = first_answer_s(lines)
    length = max(0, last - first) // 1000
    return write(first), write(last), str(length), "" if answer is None else str(answer)


def _sides(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Return how many lines there are, of the visitor and of agents."""
    visitors = agents = 0
    for line in lines:
        if line[0] in VISITOR:
            visitors += 1
        elif line[0] == AGENT:
            agents += 1
    return str(len(lines)), str(visitors), str(agents)


def _said_of(values: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [values.get(name, "") for name in names]


def _people(agents: Iterable[Sequence[Any]]) -> tuple[str, str]:
    """Return who was there, and who answered."""
    there, answered = [], []
    for agent in agents:
        name = agent_written(agent)
        there.append(name)
        if agent[4]:
            answered.append(name)
    return ", ".join(there), ", ".join(answered)


def _scores(rating: Mapping[str, Any] | None) -> Iterable[str]:
    if rating is None:
        return _NO_SCORES
    return (*map(str, _said_of(rating, _SCORES)), rating.get("comments", ""))


def _more(*pairs: Iterable[Sequence[str]]) -> str:
    return "\n".join([f"{name}: {value}" for some in pairs for name, value in some])
