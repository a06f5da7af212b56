"""Which changes are worth an alert: pure functions of (changes, wishes, moment).

Nothing here knows a tray, a bubble or a clock of its own; the window shows what these answer.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from olark_inbox.olark.model import Kind
from olark_inbox.olark.pasted import is_pasted
from olark_inbox.store.rows import Change, Row

LOW_RATING = 2
"""Of five; so many or fewer are worth a call."""

_NEWS = frozenset({"new", "lines"})
"""What Olark sent and nobody has seen; an exact repeat, an older version, a mark are not."""
_RATED = frozenset({"new", "lines", "rated"})
_NO_SPACES = 0x0E00
"""From Thai on, many scripts put no space between words."""


class AlertKind(StrEnum):
    """What an alert is about, the most urgent first; the owner switches each on or off."""

    STORE = "store"
    UNREACHABLE = "unreachable"
    REACHABLE = "reachable"
    UNREADABLE = "unreadable"
    WORD = "word"
    RATING = "rating"
    REMINDER = "reminder"
    OFFLINE = "offline"
    UNANSWERED = "unanswered"
    TRANSCRIPT = "transcript"
    START = "start"


TROUBLE = frozenset(
    {AlertKind.STORE, AlertKind.UNREACHABLE, AlertKind.REACHABLE, AlertKind.UNREADABLE}
)
"""About the program, not about a conversation."""
_RINGS = frozenset({"due", "new", "lines"})
"""Where a reminder may have rung; the others weigh less than its ringing and do not cover it."""
LASTING = frozenset({AlertKind.WORD, AlertKind.RATING, AlertKind.REMINDER})
"""Reasons that what follows about the same conversation does not replace."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner wants of one kind of alert. `again_min`: told again so often, 0: once."""

    on: bool = True
    sound: bool = True
    again_min: int = 0


@dataclass(frozen=True, slots=True)
class Wishes:
    """All the owner's choices about alerts. A chat that starts is shown without sound.

    `hours` are the quiet ones, by the weekday they begin on: (from, to) in minutes of the day,
    past midnight where `to` is not later than `from`.
    """

    kinds: Mapping[AlertKind, Wish] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    hours: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    paused_until_ms: int = 0
    heed_system: bool = True
    """Be quiet while the desktop is told not to disturb."""

    def of(self, kind: AlertKind) -> Wish:
        found = self.kinds.get(_CHOSEN_AS.get(kind, kind))
        return found or (Wish(sound=False) if kind in _SILENT else Wish())


_CHOSEN_AS = {AlertKind.REACHABLE: AlertKind.UNREACHABLE}
_SILENT = frozenset({AlertKind.START, AlertKind.UNREADABLE})


@dataclass(frozen=True, slots=True)
class Moment:
    """When the question is asked, and what the owner is looking at."""

    now_ms: int
    reading: int | None = None
    """The conversation that is open in the active window."""
    weekday: int = 0
    """Of this place; Monday is 0."""
    minute: int = 720
    """Of the day, of this place."""
    system_quiet: bool = False
    """The desktop is told not to disturb."""
    awake_ms: int = 0
    """Since when the program runs and the computer is awake."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to tell.

    Of one conversation, `kinds` are all the reasons for it; where several were joined, they count
    conversations by the most urgent reason of each.
    """

    conversations: tuple[int, ...]
    kinds: tuple[tuple[AlertKind, int], ...]
    sound: bool
    who: str = ""
    agents: tuple[str, ...] = ()
    """Who may be in the chat."""
    words: str = ""
    """The first words; of a trouble, the sentence."""
    found: str = ""
    """The owner's word that was in it."""
    rating: int = 0
    again_min: int = 0
    summary: bool = False
    """It tells what came while alerts were quiet."""

    @property
    def kind(self) -> AlertKind:
        """The most urgent kind in it."""
        return self.kinds[0][0]

    @property
    def conversation(self) -> int | None:
        """The one it is about; None where several were joined, or none."""
        return self.conversations[0] if len(self.conversations) == 1 else None


@dataclass(frozen=True, slots=True)
class News:
    """What is new, and where the owner chose words, what visitors wrote that he has not seen."""

    changes: Sequence[Change] = ()
    texts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What must not be told a second time: ratings, words and reminders of a conversation."""

    ratings: frozenset[tuple[int, int]] = frozenset()
    words: frozenset[tuple[int, str]] = frozenset()
    due: frozenset[tuple[int, int]] = frozenset()


def kind_of(row: Row) -> AlertKind | None:
    """Say what an alert about this row would be; None for what is never a row."""
    if row.kind is Kind.START:
        return AlertKind.START
    if row.kind is Kind.OFFLINE:
        return AlertKind.OFFLINE
    if row.kind is Kind.TRANSCRIPT:
        return AlertKind.UNANSWERED if row.unanswered else AlertKind.TRANSCRIPT
    return None


def alerts_for(
    news: News, wishes: Wishes, moment: Moment, told: Told = Told()
) -> tuple[tuple[Alert, ...], Told]:
    """Return the alerts of one refresh, at most one a conversation, in the order they came."""
    alerts: dict[int, Alert] = {}
    telling = _Telling(told)
    for change in news.changes:
        row = change.row
        if row is None or row.binned_ms is not None:
            continue
        words = found_words(news.texts.get(row.id, ""), wishes.words) if wishes.words else ()
        kinds = _kinds(change, row, words, telling)
        telling.remember(row, words)
        alert = _alert(row, kinds, words, wishes) if row.id != moment.reading else None
        if alert is not None:
            alerts.pop(row.id, None)
            alerts[row.id] = alert
    return tuple(alerts.values()), telling.told()


class _Telling:
    """What was told before, and beside it what one refresh adds: in a flood both are many."""

    def __init__(self, before: Told) -> None:
        self._before = before
        self._ratings: set[tuple[int, int]] = set()
        self._words: set[tuple[int, str]] = set()
        self._due: set[tuple[int, int]] = set()

    def remember(self, row: Row, words: Sequence[str]) -> None:
        if row.due:
            self._due.add(_reminder(row))
        if row.rating is not None and row.rating <= LOW_RATING:
            self._ratings.add((row.id, row.rating))
        if words:
            self._words.update([(row.id, word) for word in words])

    def is_new_rating(self, one: tuple[int, int]) -> bool:
        return one not in self._before.ratings and one not in self._ratings

    def is_new_word(self, one: tuple[int, str]) -> bool:
        return one not in self._before.words and one not in self._words

    def is_new_reminder(self, one: tuple[int, int]) -> bool:
        return one not in self._before.due and one not in self._due

    def told(self) -> Told:
        """Return both together."""
        before = self._before
        if not (self._ratings or self._words or self._due):
            return before
        return Told(
            before.ratings | self._ratings, before.words | self._words, before.due | self._due
        )


def _kinds(change: Change, row: Row, words: Sequence[str], telling: _Telling) -> list[AlertKind]:
    """Return all this change is about, the most urgent first."""
    # Who pasted it need not be told of it.
    fresh = change.what in _NEWS and row.unread and not is_pasted(row.key)
    kinds = []
    if fresh and words and any(telling.is_new_word((row.id, word)) for word in words):
        kinds.append(AlertKind.WORD)
    low = row.rating is not None and row.rating <= LOW_RATING
    if low and change.what in _RATED and telling.is_new_rating((row.id, row.rating or 0)):
        kinds.append(AlertKind.RATING)
    if change.what in _RINGS and row.due and telling.is_new_reminder(_reminder(row)):
        kinds.append(AlertKind.REMINDER)
    usual = kind_of(row)
    if fresh and usual is not None:
        kinds.append(usual)
    return kinds


def _reminder(row: Row) -> tuple[int, int]:
    return row.id, row.remind_ms or 0


def _alert(
    row: Row, kinds: Sequence[AlertKind], words: Sequence[str], wishes: Wishes
) -> Alert | None:
    wanted = [(kind, wish) for kind in kinds if (wish := wishes.of(kind)).on]
    if not wanted:
        return None
    again = [wish.again_min for _, wish in wanted if wish.again_min]
    return Alert(
        conversations=(row.id,),
        kinds=tuple([(kind, 1) for kind, _ in wanted]),
        sound=any(wish.sound for _, wish in wanted),
        who=row.name,
        agents=row.agents,
        words=row.preview,
        found=words[0] if words else "",
        rating=row.rating or 0,
        again_min=min(again, default=0),
    )


def waits(alert: Alert, row: Row | None) -> bool:
    """Whether the owner has not yet seen, or settled, what this alert about a row told."""
    if row is None or row.done or row.binned_ms is not None:
        return False
    kinds = {kind for kind, _ in alert.kinds}
    unread = row.unread and kinds != {AlertKind.REMINDER}
    return unread or AlertKind.RATING in kinds or (AlertKind.REMINDER in kinds and row.due)


def found_words(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return which of the owner's words are in a text, as whole words, accents and case aside."""
    folded = _folded(text)
    return tuple(word for word in words if _pattern(_folded(word)).search(folded))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _pattern(word: str) -> re.Pattern[str]:
    inside = r"\s+".join(re.escape(part) for part in word.split())
    if not inside:
        return re.compile(r"(?!)")
    begin = r"(?<!\w)" if ord(word.strip()[0]) < _NO_SPACES else ""
    end = r"(?!\w)" if ord(word.strip()[-1]) < _NO_SPACES else ""
    return re.compile(begin + inside + end)
