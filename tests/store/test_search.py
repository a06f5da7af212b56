"""What was typed finds what it says, checked on the real tables and against plain Python."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store import folding, schema
from olark_inbox.store.folding import index_text, page_forms, phone_forms, tokens
from olark_inbox.store.notices import About, Notice
from olark_inbox.store.search import LONGEST, MOST, Chip, SearchPlan, plan

DAY = 86_400_000
NOW = round(datetime(2026, 11, 18, 12, tzinfo=UTC).timestamp() * 1000)
OWN_TAGS = ("VIP gold", "lead")


@dataclass(frozen=True)
class Chat:
    """One conversation as far as a search sees it."""

    visitor: str = ""
    lines: str = ""
    agents: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    page: str = ""
    other: str = ""
    phone: str = ""
    kind: str = "transcript"
    received_ms: int = NOW - DAY
    live_until_ms: int | None = None
    rating: int | None = None
    flags: frozenset[str] = field(default_factory=frozenset)
    """Of: unread, starred, done, binned, unanswered, email."""

    def columns(self) -> tuple[str, ...]:
        return (
            f"{index_text(self.visitor)}\n{phone_forms(self.phone)}",
            index_text(self.lines),
            index_text("\n".join(self.agents)),
            index_text("\n".join(self.tags + self.groups)),
            f"{index_text(self.other)}\n{page_forms(self.page)}",
        )

    def labels(self) -> Iterator[tuple[str, str]]:
        yield from (("agent", name) for name in self.agents)
        yield from (("tag", name) for name in self.tags)
        yield from (("own", name) for name in self.own)
        yield from (("group", name) for name in self.groups)


class Shop:
    """A few conversations in the real tables."""

    def __init__(self, *chats: Chat) -> None:
        self.connection = apsw.Connection(":memory:")
        folding.register(self.connection)
        schema.migrate(self.connection)
        for number, chat in enumerate(chats, start=1):
            self._add(number, chat)

    def _add(self, number: int, chat: Chat) -> None:
        run = self.connection.execute
        values = {
            "id": number, "arrival": chat.received_ms + number, "received_ms": chat.received_ms,
            "started_ms": chat.received_ms, "kind": chat.kind, "automatic": 0, "manual": 0,
            "waiting": 0, "anonymous": 0, "lines": 1, "sample": 0, "key_print": number,
            "unanswered": "unanswered" in chat.flags, "unread": "unread" in chat.flags,
            "starred": "starred" in chat.flags, "done": "done" in chat.flags,
            "binned_ms": 1 if "binned" in chat.flags else None, "rating": chat.rating,
            "live_until_ms": chat.live_until_ms, "name": chat.visitor, "phone": chat.phone,
            "email": "a@b.c" if "email" in chat.flags else "", "visitor_id": "", "agents": "",
            "tags": "", "groups": "", "preview": "", "key": str(number),
        }  # fmt: skip
        names = ", ".join(values)
        run(f"insert into conversation ({names}) values ({', '.join('?' * len(values))})",  # noqa: S608
            tuple(values.values()))  # fmt: skip
        run("insert into words (rowid, visitor, lines, agents, labels, other)"
            " values (?, ?, ?, ?, ?, ?)", (chat.received_ms + number, *chat.columns()))  # fmt: skip
        for label in chat.labels():
            run("insert or ignore into label (kind, name) values (?, ?)", label)
            run("insert or ignore into labelled select id, ?, ?, ? from label"
                " where kind = ? and name = ?",
                (int("binned" in chat.flags), chat.received_ms + number, number, *label),
            )  # fmt: skip

    def ask(self, planned: SearchPlan) -> list[int]:
        source, where, values = "conversation", [], []
        if planned.match is not None:
            source = "words cross join conversation on conversation.arrival = words.rowid"
            where.append("words match ?")
            values.append(planned.match)
        where += [f"({part})" for part in planned.where]
        if not planned.places:
            where.append("conversation.binned_ms is null")
        found = self.connection.execute(
            f"select conversation.id from {source} where {' and '.join(where) or '1'}",  # noqa: S608
            (*values, *planned.parameters),
        )
        return sorted(identity for (identity,) in found.fetchall())

    def find(self, typed: str) -> list[int]:
        return self.ask(plan(typed, NOW, UTC, own_tags=OWN_TAGS))


CHATS = (
    Chat("Bob Doe bob@shop.com", "My blue bike has a flat tire", ("Maya Lopez",), ("repair",),
         page="https://shop.com/wheels/700c", phone="+1 (401) 555-0123", rating=5,
         flags=frozenset({"unread", "email"})),
    Chat("Zoë Bär", "Where is the red bike? I want a refund", ("Tom",), ("refund", "VIP"),
         own=("lead",), groups=("Sales Team",), rating=1, other="wheels",
         flags=frozenset({"starred"})),
    Chat("佐藤", "新宿三丁目の自転車店で青い自転車を探しています", ("Maya Lopez", "Tom"),
         received_ms=NOW - 8 * DAY, flags=frozenset({"done"})),
    Chat("USA visitor", "Name: Bob\nblue paint", kind="offline", own=("VIP gold",),
         received_ms=NOW - 300 * DAY, phone="020 7946 0018"),
    Chat("Ann", "refund please", kind="start", received_ms=NOW - 60_000, live_until_ms=NOW + DAY,
         flags=frozenset({"unanswered", "unread"})),
    Chat("Binned Bob", "blue refund", ("Tom",), ("VIP",), flags=frozenset({"binned"}), rating=3),
)  # fmt: skip


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    made = Shop(*CHATS)
    yield made
    made.connection.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("bike", [1, 2]),
        ("BIK", [1, 2]),
        ("bik ", []),
        ("blue bike", [1]),
        ("blue OR red", [1, 2, 4]),
        ("bob blue OR red", [1, 4]),
        ('"blue bike"', [1]),
        ('"bike blue"', []),
        ("bike -refund", [1]),
        ("-refund", [1, 3, 4]),
        ("-refund -blue", [3]),
        ('-"blue bike"', [2, 3, 4, 5]),
        ("red OR -bike", [2, 3, 4, 5]),
        ("zoe bar", [2]),
        ("自転車", [3]),
        ("青い 自転車", [3]),
        ("転自", []),
        ("bob@shop", [1]),
        ("4015550123", [1]),
        ("(401) 555 0123", [1]),
        ("555-0123", [1]),
        ("+44 20 7946 0018", [4]),
        ("from:bob", [1]),
        ("from:Bob blue", [1]),
        ("agent:maya", [1, 3]),
        ("agent:lopez", [1, 3]),
        ('agent:"maya" ', []),
        ('agent:"Maya Lopez"', [1, 3]),
        ("-agent:tom", [1, 4, 5]),
        ("tag:refund ", [2]),
        ("tag:vip ", [2]),
        ("tag:vip", [2, 4]),
        ('tag:"vip gold"', [4]),
        ("tag:lead", [2]),
        ("gold", [4]),
        ("lead refund", [2]),
        ("-lead", [1, 3, 4, 5]),
        ("tag:lead OR tire", [1, 2]),
        ("group:sales", [2]),
        ('group:"sales team"', [2]),
        ("page:wheels", [1]),
        ("page:/wheels/70", [1]),
        ("wheels", [1, 2]),
        ("is:unread", [1, 5]),
        ("is:read", [2, 3, 4]),
        ("is:starred OR is:done", [2, 3]),
        ("is:live", [5]),
        ("-is:live", [1, 2, 3, 4]),
        ("is:offline", [4]),
        ("is:unanswered", [5]),
        ("is:rated", [1, 2]),
        ("rating:<=2", [2]),
        ("rating:5", [1]),
        ("rating:>1", [1]),
        ("rating:≥1", [1, 2]),
        ("-rating:5", [2, 3, 4, 5]),
        ("on:today", [5]),
        ("on:yesterday", [1, 2]),
        ("before:yesterday", [3, 4]),
        ("after:yesterday", [5]),
        ("after:last week", [1, 2, 5]),
        ("on:last week", [3]),
        ("before:2026 OR on:today", [5]),
        ("on:2026-11-17 bike", [1, 2]),
        ("has:email", [1]),
        ("has:phone", [1, 4]),
        ("has:rating", [1, 2]),
        ("has:note", []),
        ("in:inbox", [1, 2, 4, 5]),
        ("in:done", [3]),
        ("in:bin", [6]),
        ("in:bin refund", [6]),
        ("in:bin tag:vip", [6]),
        ("in:bin is:unread", []),
        ("-in:bin refund", [2, 5]),
        ("NEAR(blue bike)", []),
        ("lines:blue", []),
        ("!!!", [1, 2, 3, 4, 5]),
    ],
)
def test_a_search_finds_what_it_says(shop: Shop, typed: str, found: list[int]) -> None:
    assert shop.find(typed) == found


@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ("on:nonsense bike", Notice(About.NO_DATE, "on:nonsense")),
        ("rating:9x", Notice(About.NO_RATING, "rating:9x")),
        ("is:blue", Notice(About.NO_FILTER, "is:blue")),
        ("tag:", Notice(About.NO_VALUE, "tag:")),
        ("Portland OR", Notice(About.LONELY_OR)),
        ("!!! bike", Notice(About.NO_LETTERS, "!!!")),
        ("on:3/4/2025", Notice(About.DAY, "3/4/2025", day=date(2025, 4, 3))),
        ("x" * (LONGEST + 1), Notice(About.LONG, most=LONGEST)),
        ("x " * (MOST + 1), Notice(About.MANY, most=MOST)),
        ("bike", None),
        ('"blue bi', None),
    ],
)
def test_what_was_understood_otherwise_is_told(typed: str, notice: Notice | None) -> None:
    assert plan(typed, NOW, UTC).notices == ((notice,) if notice else ())


def test_a_value_that_is_no_filter_is_searched_as_words(shop: Shop) -> None:
    assert shop.find("is:blue bike") == []
    assert shop.find("is:nonsense OR tire ") == [1]


def test_filters_that_were_understood_become_chips() -> None:
    planned = plan('bike -tag:"Big S" on:last week is:nonsense', NOW, UTC)
    assert planned.chips == (Chip("-tag", "Big S", 5, 17), Chip("on", "last week", 18, 30))


def test_terms_to_mark_are_the_words_that_were_wanted() -> None:
    planned = plan('blue -red "flat tire" from:bob bik', NOW, UTC)
    assert [(term.tokens, term.prefix) for term in planned.terms] == [
        (("blue",), False),
        (("flat", "tire"), False),
        (("bik",), True),
    ]
    assert ("bob",) in [term.tokens for term in planned.name_terms]


# Against plain Python: searches are made from parts whose meaning is known beforehand.

WORDS = ("blue", "bike", "refund", "été", "自転車", "bob", "vip", "lead", "tire")
_SPACED = [word for word in WORDS if word != "自転車"]


@dataclass(frozen=True)
class Asked:
    """A part of a search; `kind` is word, phrase or a filter."""

    kind: str
    value: str
    negative: bool = False

    def typed(self) -> str:
        text = {"word": self.value, "phrase": f'"{self.value}"'}.get(
            self.kind, f'{self.kind}:"{self.value}"'
        )
        return f"-{text}" if self.negative else text

    def holds(self, chat: Chat, *, begun: bool) -> bool:
        return self._holds(chat, begun=begun) is not self.negative

    def _holds(self, chat: Chat, *, begun: bool) -> bool:
        own = {name.casefold() for name in chat.own}
        if self.kind in ("word", "phrase"):
            return _says(chat, self.value, begun=begun) or _own(own, self.value, begun=begun)
        day = datetime.fromtimestamp(chat.received_ms / 1000, tz=UTC).date().isoformat()
        rated = chat.rating is not None
        return {
            "tag": lambda: self.value in own | {name.casefold() for name in chat.tags},
            "agent": lambda: self.value in {name.casefold() for name in chat.agents},
            "is": lambda: self.value in chat.flags,
            "rating": lambda: rated and chat.rating <= int(self.value[-1]),
            "in": lambda: "binned" in chat.flags,
            "on": lambda: day == self.value,
            "before": lambda: day < self.value,
            "after": lambda: day > self.value,
        }[self.kind]()


def _says(chat: Chat, value: str, *, begun: bool) -> bool:
    wanted = " ".join(tokens(value))
    ending = "" if begun and value != "自転車" else " "
    texts = (" ".join(tokens(column)) for column in chat.columns())
    return any(f" {wanted}{ending}" in f" {text} " for text in texts)


def _own(names: set[str], value: str, *, begun: bool) -> bool:
    parts = [part for name in names for part in (name, *name.split())]
    return any(part.startswith(value) if begun else part == value for part in parts)


def _asked() -> st.SearchStrategy[Asked]:
    words = st.builds(Asked, st.just("word"), st.sampled_from([*WORDS, "bi", "re"]))
    phrases = st.builds(
        Asked, st.just("phrase"),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join),
    )  # fmt: skip
    filters = st.sampled_from(
        [("tag", "vip"), ("tag", "lead"), ("agent", "tom"), ("is", "unread"), ("is", "starred"),
         ("rating", "<=3"), ("on", "2026-11-17"), ("before", "2026-11-17"), ("in", "bin"),
         ("after", "2026-11-16")]
    ).map(lambda pair: Asked(*pair))  # fmt: skip
    parts = st.one_of(words, phrases, filters)
    return st.builds(lambda part, negative: replace(part, negative=negative), parts, st.booleans())


SEARCHES = st.lists(st.lists(_asked(), min_size=1, max_size=3), min_size=1, max_size=4)
_TEXT = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
_SOME = st.lists(
    st.builds(
        Chat,
        visitor=_TEXT,
        lines=_TEXT,
        other=_TEXT,
        agents=st.sampled_from([(), ("Tom",), ("Maya", "Tom")]),
        tags=st.sampled_from([(), ("VIP",), ("lead", "x"), ("bike",)]),
        own=st.sampled_from([(), ("lead",), ("VIP gold",)]),
        received_ms=st.sampled_from([NOW, NOW - DAY, NOW - 2 * DAY]),
        rating=st.sampled_from([None, 1, 3, 5]),
        flags=st.frozensets(st.sampled_from(["unread", "starred", "done", "binned"])),
    ),
    min_size=1,
    max_size=6,
)


@given(chats=_SOME, search=SEARCHES, blank=st.booleans())
def test_searches_find_what_plain_python_finds(
    chats: list[Chat],
    search: list[list[Asked]],
    blank: bool,  # noqa: FBT001 - hypothesis names it
) -> None:
    typed = " ".join(" OR ".join(part.typed() for part in group) for group in search)
    typed += " " if blank else ""
    last = search[-1][-1]
    binned_too = any(part.kind == "in" for group in search for part in group)
    expected = []
    for number, chat in enumerate(chats, start=1):
        if "binned" in chat.flags and not binned_too:
            continue
        if all(
            any(
                part.holds(chat, begun=part is last and part.kind == "word" and not blank)
                for part in group
            )
            for group in search
        ):
            expected.append(number)
    shop = Shop(*chats)
    assert shop.find(typed) == expected
    shop.connection.close()


NASTY = st.text(
    st.sampled_from('ab"*^:(){}+-~|&<>,;\'`\\?%_[]=!\0\ud800\u202e東é👍“”\n\t 0123')
    | st.characters(exclude_categories=()),
    max_size=80,
) | st.lists(
    st.sampled_from(["OR", "AND", "NOT", "NEAR(a b, 2)", "tag:", "-", '"', "on:", "rating:<", "is:",
                     "a*", "^a", "lines:a", "{a b}:c", "bike", "-x", "from:", "\ue000", "in:bin"]),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(NASTY)
def test_any_typed_text_is_safe(typed: str) -> None:
    shop = _SAFE
    planned = plan(typed, NOW, UTC, own_tags=OWN_TAGS)
    shop.ask(planned)
    assert all(typed[chip.start : chip.end].strip() for chip in planned.chips)


_SAFE = Shop(*CHATS[:2])


@pytest.mark.parametrize(
    "typed",
    ["bike " * 400, "bike OR " * 200 + "x", "-bike " * 400, '"' + "bike " * 390 + '"', "東" * 2000,
     "1" * 2000, "1 " * 900, "-" * 1999 + "a", 'tag:"' + "a" * 1500, "x" * 600_000],
)  # fmt: skip
def test_very_long_searches_are_answered(shop: Shop, typed: str) -> None:
    assert shop.find(typed) is not None
