"""From what was typed in the search field to what SQLite is asked.

Blanks mean "and", OR binds closer than a blank, "-" means "not". Whatever is not understood is
searched as words and said so. Typed text reaches MATCH only as words the tokenizer gave back.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import tzinfo
from typing import NamedTuple

from olark_inbox.store import filters
from olark_inbox.store.filters import Item, Surroundings, Values, expression, read_filter
from olark_inbox.store.folding import fold_name, is_phone_part, phone_searches, tokens
from olark_inbox.store.grammar import Completion, Piece, as_value, complete, pieces
from olark_inbox.store.notices import About, Notice
from olark_inbox.store.words import Term

__all__ = ["Chip", "Completion", "SearchPlan", "as_value", "complete", "plan"]

LONGEST = 2_000
"""Characters of a search that are read; more can only have been pasted by mistake."""
MOST = 64
"""Words, phrases and filters of one search; each is a walk of its own through the index."""


class Chip(NamedTuple):
    """A filter that was understood: typed from `start` to `end`. "-tag" for one turned round."""

    kind: str
    text: str
    start: int
    end: int


class SearchPlan(NamedTuple):
    """What to ask SQLite. Every condition of `where` must hold, and `match` where there is one.

    The conditions speak of the table `conversation`, and need the SQL function `folded` that
    `folding.register` gives a connection. Their "?" take `parameters` in order.
    """

    match: str | None = None
    where: tuple[str, ...] = ()
    parameters: Values = ()
    terms: tuple[Term, ...] = ()
    """What to mark in any text."""
    name_terms: tuple[Term, ...] = ()
    """What to mark in the visitor's name and address: `terms` and what stood after from:."""
    notices: tuple[Notice, ...] = ()
    chips: tuple[Chip, ...] = ()
    places: bool = False
    """It says itself where to look (in:bin): leave out the view's own condition."""
    few: tuple[str, ...] = ()
    """SQL of places among which all hits are, each of them: worth it where those are few."""


def plan(
    typed: str,
    now_ms: int,
    zone: tzinfo | None = None,
    *,
    own_tags: Collection[str] = (),
    noted: Callable[[str], bool] = filters.nowhere,
) -> SearchPlan:
    """Understand what was typed; never raises, whatever it is.

    `zone` None is the zone of this computer. `own_tags` are the names of the tags the owner made:
    they are not in the index, and plain words find them too. `noted` says whether any note of the
    owner's fits an expression; notes have an index of their own.
    """
    around = Surroundings(now_ms, zone, filters.own_tags(own_tags), noted)
    return _Reading(typed, around).planned()


class _Reading:
    """One search being understood."""

    def __init__(self, typed: str, around: Surroundings) -> None:
        self._around = around
        self._notices: dict[Notice, None] = {}
        self._chips: list[Chip] = []
        if len(typed) > LONGEST:
            self._notice(About.LONG, most=LONGEST)
        shown = typed[:LONGEST]
        found = list(pieces(shown, lambda text: around.period(text) is not None))
        if len(found) > MOST:
            self._notice(About.MANY, most=MOST)
        self._groups = _phones(self._read(found[:MOST]))

    def _notice(self, about: About, text: str = "", *, most: int = 0) -> None:
        self._notices[Notice(about, text, most)] = None

    def _read(self, found: Sequence[Piece]) -> list[list[Item]]:
        """Return what is asked for: all of the groups, of each group any."""
        groups: list[list[Item]] = []
        joined = False
        for at, piece in enumerate(found):
            if _is_or(piece) and self._joins(found, at, joined=joined):
                joined = True
                continue
            item = self._item(piece)
            if item is not None and joined and groups:
                groups[-1].append(item)
            elif item is not None:
                groups.append([item])
            joined = False
        return groups

    def _joins(self, found: Sequence[Piece], at: int, *, joined: bool) -> bool:
        """Say whether the OR at `at` has something on both sides; else it is the word "or"."""
        if 0 < at < len(found) - 1 and not joined:
            return True
        self._notice(About.LONELY_OR)
        return False

    def _item(self, piece: Piece) -> Item | None:
        if piece.filter:
            item = read_filter(piece, self._around)
            if item is not None:
                kind = f"-{piece.filter}" if piece.negative else piece.filter
                self._chips.append(Chip(kind, piece.text, piece.start, piece.end))
                if item.notice:
                    self._notices[item.notice] = None
                return item
            whole = f"{piece.named}:{piece.text}"
            if piece.begun and not piece.text.strip():
                # Its value is still to be typed: until then it asks for nothing.
                self._notice(About.NO_VALUE, whole)
                return None
            about = _MEANINGS.get(piece.filter, About.NO_FILTER)
            self._notice(about if piece.text.strip() else About.NO_VALUE, _short(whole))
            piece = piece._replace(text=whole, filter="")
        return self._words(piece)

    def _words(self, piece: Piece) -> Item | None:
        words = tokens(piece.text)
        if not words:
            if piece.text.strip("- "):
                self._notice(About.NO_LETTERS, _short(piece.text))
            return None
        prefix = filters.begun(piece)
        wanted = expression(words, prefix=prefix)
        own, values = self._own_tags(piece.text, prefix=prefix)
        if self._around.noted(wanted):
            own, values = f"{own} or {_NOTED}" if own else _NOTED, (*values, wanted)
        return Item(
            wanted,
            own=own,
            values=values,
            negative=piece.negative,
            terms=(Term(words, prefix),),
            phone=piece.text if not piece.quoted and is_phone_part(piece.text) else "",
        )

    def _own_tags(self, text: str, *, prefix: bool) -> tuple[str, Values]:
        """Return the condition that a tag of the owner's is called so, "" where none is."""
        name = fold_name(text)
        fitting = sorted(
            tag
            for tag in self._around.own_tags
            if any(
                part.startswith(name) if prefix else part == name for part in (tag, *tag.split())
            )
        )
        if not fitting or not name:
            return "", ()
        marks = ", ".join("?" * len(fitting))
        which = f"kind = 'own' and folded(name) in ({marks})"
        return filters.among(which), tuple(fitting)

    def planned(self) -> SearchPlan:
        """Sort what is asked for into what the index answers and what the rows answer."""
        wanted: list[str] = []
        unwanted: list[str] = []
        where: list[str] = []
        parameters: list[str | int] = []
        for group in self._groups:
            if _in_index(group):
                wanted.append(" OR ".join(item.expression for item in group))
                where += [item.condition for item in group if item.condition]
                parameters += [value for item in group for value in item.values]
            elif len(group) == 1 and group[0].negative and _only_words(group[0]):
                unwanted.append(group[0].expression)
            else:
                condition, values = _as_condition(group)
                where.append(condition)
                parameters += values
        match = " AND ".join(f"({each})" for each in wanted) or None
        if match and unwanted:
            match = f"({match}) NOT ({' OR '.join(unwanted)})"
        elif unwanted:
            where.append(f"not ({_FOUND})")
            parameters.append(" OR ".join(unwanted))
        return self._plan(match, tuple(where), tuple(parameters))

    def _plan(self, match: str | None, where: tuple[str, ...], parameters: Values) -> SearchPlan:
        items = [item for group in self._groups for item in group]
        positive = [item for item in items if not item.negative]
        terms = _once(term for item in positive for term in item.terms)
        names = _once(term for item in positive for term in (*item.terms, *item.name_terms))
        return SearchPlan(
            match=match,
            where=where,
            parameters=parameters,
            terms=terms,
            name_terms=names,
            notices=tuple(self._notices),
            chips=tuple(self._chips),
            places=any(item.place for item in items),
            few=tuple(group[0].few for group in self._groups if _narrows(group)),
        )


_NOTED = "conversation.id in (select rowid from note_words where note_words match ?)"
_FOUND = "conversation.arrival in (select rowid from words where words match ?)"


def _is_or(piece: Piece) -> bool:
    return piece.text == "OR" and not (piece.quoted or piece.filter or piece.negative)


def _only_words(item: Item) -> bool:
    return bool(item.expression) and not item.condition and not item.own


def _narrows(group: Sequence[Item]) -> bool:
    return len(group) == 1 and bool(group[0].few) and not group[0].negative


def _in_index(group: Sequence[Item]) -> bool:
    """Say whether the index alone finds what a group asks for, in list order, stopping early."""
    if len(group) == 1:
        item = group[0]
        return bool(item.expression) and not item.own and not item.negative
    return all(_only_words(item) and not item.negative for item in group)


def _as_condition(group: Sequence[Item]) -> tuple[str, Values]:
    parts: list[str] = []
    values: list[str | int] = []
    for item in group:
        both = [part for part in (_FOUND if item.expression else "", item.condition) if part]
        text = " and ".join(both)
        if item.own:
            text = f"({text}) or {item.own}"
        parts.append(f"not ({text})" if item.negative else f"({text})")
        values += ([item.expression] if item.expression else []) + list(item.values)
    return " or ".join(parts), tuple(values)


def _phones(groups: list[list[Item]]) -> list[list[Item]]:
    """Join words in a row that make a phone number: it is also looked for without its blanks."""
    joined: list[list[Item]] = []
    run: list[Item] = []
    for group in groups:
        if len(group) == 1 and group[0].phone and not group[0].negative:
            run.append(group[0])
            continue
        joined += _phone(run)
        run = []
        joined.append(group)
    return joined + _phone(run)


def _phone(run: list[Item]) -> list[list[Item]]:
    searches = phone_searches("".join(item.phone for item in run))
    if not searches or any(item.own for item in run):
        return [[item] for item in run]
    prefix = run[-1].terms[0].prefix
    as_typed = " AND ".join(item.expression for item in run)
    in_one = [expression((digits,), prefix=prefix) for digits in searches]
    terms = tuple(term for item in run for term in item.terms)
    found = tuple(Term((digits,), prefix) for digits in searches)
    return [[Item(" OR ".join([f"({as_typed})", *in_one]), terms=terms + found)]]


def _once(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(terms))


_MEANINGS = {
    "before": About.NO_DATE,
    "after": About.NO_DATE,
    "on": About.NO_DATE,
    "rating": About.NO_RATING,
}


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
