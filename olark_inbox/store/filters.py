"""What each filter of the search field asks of a conversation."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import NamedTuple

from olark_inbox.olark.standing import LIVE_MS
from olark_inbox.store.columns import NO_RATING
from olark_inbox.store.dates import Period, period
from olark_inbox.store.folding import PAGE, fold_name, grows, tokens
from olark_inbox.store.grammar import Piece
from olark_inbox.store.language import spoken
from olark_inbox.store.notices import About, Notice
from olark_inbox.store.place import place_of
from olark_inbox.store.words import Term

Values = tuple[str | int, ...]


def nowhere(_expression: str) -> bool:
    """Say that no note has it."""
    return False


class Surroundings(NamedTuple):
    """What reading a search depends on beside the typed text."""

    now_ms: int
    zone: tzinfo | None = None
    own_tags: frozenset[str] = frozenset()
    """Folded names of the tags the owner made."""
    noted: Callable[[str], bool] = nowhere
    """Whether any note of the owner's fits an expression."""

    def period(self, text: str) -> Period | None:
        return period(text, self.now_ms, self.zone, spoken())


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for: `expression` in the index and `condition` in SQL, or else `own` in SQL.

    The values of `condition` come first in `values`, then those of `own`.
    """

    expression: str = ""
    condition: str = ""
    own: str = ""
    values: Values = ()
    negative: bool = False
    terms: tuple[Term, ...] = ()
    """What to mark in any text."""
    name_terms: tuple[Term, ...] = ()
    """What to mark in the visitor's name and address alone."""
    place: bool = False
    """It says itself where to look: in the bin, in Done."""
    few: str = ""
    """SQL of the places of all `condition` can be true of, where an index holds just those."""
    notice: Notice | None = None
    phone: str = field(default="", compare=False)
    """The word as typed where it can be part of a phone number."""


def expression(words: tuple[str, ...], *, prefix: bool, column: str = "") -> str:
    """Return the FTS5 expression for words in a row, which the tokenizer gave back itself."""
    begun = " *" if prefix else ""
    phrase = f'"{" ".join(words)}"{begun}'
    return f"{{{column}}} : {phrase}" if column else phrase


def read_filter(piece: Piece, around: Surroundings) -> Item | None:
    """Return what a filter asks, None where its value says nothing to it."""
    item = _READERS[piece.filter](piece, around)
    return None if item is None else replace(item, negative=piece.negative)


def begun(piece: Piece) -> bool:
    """Say whether the last word of a piece may go on: it stands at the end and has no blank yet."""
    return piece.begun and grows(piece.text)


def _from(piece: Piece, _around: Surroundings) -> Item | None:
    words = tokens(piece.text)
    if not words:
        return None
    prefix = begun(piece)
    return Item(
        expression(words, prefix=prefix, column="visitor"), name_terms=(Term(words, prefix),)
    )


def _page(piece: Piece, _around: Surroundings) -> Item | None:
    words = tokens(piece.text)
    if not words:
        return None
    marked = tuple(part for word in words for part in (PAGE, word))
    return Item(expression(marked, prefix=begun(piece), column="other"))


_LABELLED = "labelled.label in (select id from label where {names})"
_STANDS = (
    "exists (select 1 from labelled where {which} and labelled.hidden in (0, 1)"
    " and labelled.arrival = conversation.arrival)"
)
_AMONG = "conversation.arrival in (select labelled.arrival from labelled where {which})"


def among(names: str) -> str:
    """Return the condition that a label stands on the conversation, read from the label's list."""
    return _AMONG.format(which=_LABELLED.format(names=names))


def _label(kinds: str, column: str, *, any_word: bool = False) -> "_Reader":
    """Make the reader of a filter by labels.

    The index narrows down where it can, in list order and stopping early; the label decides. Tags
    the owner made are not in the index: where one fits, the label's own list is read instead.
    """

    def read(piece: Piece, around: Surroundings) -> Item | None:
        name = fold_name(piece.text)
        if not name:
            return None
        prefix = (any_word or begun(piece)) and not piece.quoted
        names, values = _names(name, prefix=prefix, any_word=any_word and not piece.quoted)
        which = _LABELLED.format(names=f"kind in ({kinds}) and {names}")
        words = tokens(piece.text)
        if any_word and name.isdecimal():
            # An agent's id: in the index, and no name of a label.
            return Item(expression(words, prefix=begun(piece), column=column))
        own = "'own'" in kinds and any(
            tag.startswith(name) if prefix else tag == name for tag in around.own_tags
        )
        if own or not words:
            return Item(condition=among(f"kind in ({kinds}) and {names}"), values=values)
        return Item(
            expression(words, prefix=prefix and grows(piece.text), column=column),
            _STANDS.format(which=which),
            values=values,
        )

    return read


def _names(name: str, *, prefix: bool, any_word: bool) -> tuple[str, Values]:
    if any_word:
        return "instr(' ' || folded(name), ' ' || ?) > 0", (name,)
    if prefix:
        return "substr(folded(name), 1, ?) = ?", (len(name), name)
    return "folded(name) = ?", (name,)


_OPEN = "(conversation.done = 0 and conversation.binned_ms is null)"
_IS = {
    "unread": "conversation.unread = 1",
    "read": "conversation.unread = 0",
    "starred": "conversation.starred = 1",
    "done": "conversation.done = 1",
    "offline": "conversation.kind = 'offline'",
    "unanswered": "conversation.unanswered = 1",
    "rated": "conversation.rating is not null",
    # Who is live arrived within the last three hours: the bound keeps the walk short.
    "live": (
        "(conversation.live_until_ms is not null and conversation.live_until_ms > ?"
        " and conversation.arrival >= ?)"
    ),
}
_HAS = {
    "email": "conversation.email <> ''",
    "phone": "conversation.phone <> ''",
    "rating": "conversation.rating is not null",
    "note": "conversation.id in (select conversation from note)",
    "reminder": "conversation.remind_ms is not null",
}
_IN = {
    "inbox": _OPEN,
    "done": "(conversation.done = 1 and conversation.binned_ms is null)",
    "bin": "conversation.binned_ms is not null",
}


_WAITING = "select arrival from conversation where waiting = 1"
_STARRED = (
    "select arrival from conversation where starred = 1 and binned_ms is null"
    " union all select arrival from conversation where binned_ms is not null"
)
_RATED = f"select arrival from conversation where sort_rating < {NO_RATING}"  # noqa: S608 - a figure
_FEW = {"offline": _WAITING, "unanswered": _WAITING, "starred": _STARRED, "rated": _RATED}


def _value(piece: Piece, known: Collection[str]) -> str:
    """Return a value as English calls it, if it is typed so or in the owner's language."""
    value = piece.text.casefold()
    return value if value in known else spoken().value(value)


def _is(piece: Piece, around: Surroundings) -> Item | None:
    value = _value(piece, _IS)
    if value not in _IS:
        return None
    live = (around.now_ms, place_of(around.now_ms - LIVE_MS)) if value == "live" else ()
    return Item(condition=_IS[value], values=live, few=_FEW.get(value, ""))


def _has(piece: Piece, _around: Surroundings) -> Item | None:
    value = _value(piece, _HAS).replace("-", "")
    if value not in _HAS:
        return None
    return Item(condition=_HAS[value], few=_RATED if value == "rating" else "")


def _in(piece: Piece, _around: Surroundings) -> Item | None:
    value = _value(piece, _IN)
    return Item(condition=_IN[value], place=True) if value in _IN else None


_RATING = re.compile(r"(<=|>=|<|>|=|≤|≥)?\s*([0-9])")
_SIGNS = {"≤": "<=", "≥": ">=", "": "="}


def _rating(piece: Piece, _around: Surroundings) -> Item | None:
    match = _RATING.fullmatch(piece.text.strip())
    if match is None:
        return None
    sign = _SIGNS.get(match[1] or "", match[1])
    score = int(match[2])
    return Item(
        condition=f"(conversation.rating is not null and conversation.rating {sign} ?)",
        values=(score,),
        few=f"{_RATED} and sort_rating {sign} {score}",
    )


def _date(piece: Piece, around: Surroundings) -> Item | None:
    found = around.period(piece.text)
    if found is None:
        return None
    condition, values = _DATES[piece.filter](found)
    notice = Notice(About.DAY, piece.text, day=found.first) if found.unsure else None
    return Item(condition=condition, values=values, notice=notice)


# Nothing arrives before it is received: the bound on arrival ends the walk down the list early.
_SINCE = "conversation.received_ms >= ? and conversation.arrival >= ?"
_DATES: dict[str, Callable[[Period], tuple[str, Values]]] = {
    "before": lambda found: ("conversation.received_ms < ?", (found.start_ms,)),
    "after": lambda found: (f"({_SINCE})", (found.end_ms, place_of(found.end_ms))),
    "on": lambda found: (
        f"({_SINCE} and conversation.received_ms < ?)",
        (found.start_ms, place_of(found.start_ms), found.end_ms),
    ),
}

_Reader = Callable[[Piece, Surroundings], Item | None]
_READERS: dict[str, _Reader] = {
    "from": _from,
    "agent": _label("'agent'", "agents", any_word=True),
    "group": _label("'group'", "labels"),
    "tag": _label("'tag', 'own'", "labels"),
    "page": _page,
    "is": _is,
    "rating": _rating,
    "before": _date,
    "after": _date,
    "on": _date,
    "has": _has,
    "in": _in,
}


def own_tags(names: Collection[str]) -> frozenset[str]:
    """Fold the names of the owner's tags for `Surroundings`."""
    return frozenset(folded for folded in map(fold_name, names) if folded)
