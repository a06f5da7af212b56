"""What is marked in a text is what the full-text index found in it."""

import sys
import time
import unicodedata
from collections.abc import Iterable

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from olark_inbox.store.folding import TOKENIZE, index_text, tokens
from olark_inbox.store.words import Term, _joins, marks, snippet


def marked(text: str, *terms: Term) -> list[str]:
    return [text[start:end] for start, end in marks(text, terms)]


def term(typed: str, *, prefix: bool = False) -> Term:
    return Term(tokens(typed), prefix)


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("The blue bike, the Bike.", "bike", ["bike", "Bike"]),
        ("résumé re\u0301sume\u0301 resumes", "resume", ["résumé", "re\u0301sume\u0301"]),
        ("die Straße", "STRASSE", ["Straße"]),
        ("x ﬁne y", "fine", ["ﬁne"]),
        ("私は東京都に住む", "東京", ["東京"]),
        ("ﾊﾞｲｸが好き", "バイク", ["ﾊﾞｲｸ"]),
        ("서울에서 왔어요", "서울", ["서울"]),
        ("น้ำตาล", "น้ำ", ["น้ำ"]),
        ("so 👍🏽 good", "👍", ["👍"]),
        ("write to bob@shop.com now", "bob@shop", ["bob@shop"]),
        ("Kauf\u00adhaus", "kaufhaus", ["Kauf\u00adhaus"]),
        ("a\0b \ud800 c", "c", ["c"]),
        ("nothing here", "bike", []),
    ],
)
def test_hits_are_marked_in_the_text_as_written(text: str, typed: str, hits: list[str]) -> None:
    assert marked(text, term(typed)) == hits


def test_the_last_word_may_be_a_beginning() -> None:
    assert marked("blue bikes, bluebird", term("blue bik", prefix=True)) == ["blue bikes"]
    assert marked("blue bikes", term("blue bik")) == []


def test_hits_of_several_words_that_touch_are_one_mark() -> None:
    assert marks("blue bike shop", [term("blue bike"), term("bike shop")]) == ((0, 14),)


def test_no_words_mark_nothing() -> None:
    assert marks("text", []) == ()
    assert marks("text", [Term(())]) == ()


def test_normalising_joins_only_what_is_known_to_join() -> None:
    """Each character that normalising may change together with the one before it is known."""
    seconds = set()
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and not parts[0].startswith("<"):
            seconds |= {chr(int(part, 16)) for part in parts[1:]}
        if unicodedata.combining(chr(code)):
            seconds.add(chr(code))
    assert [hex(ord(char)) for char in seconds if not _joins(char)] == []


WORDS = (
    "bike",
    "Bikes",
    "BIKE",
    "bík\u0065",
    "e\u0301t\u0301",
    "été",
    "東京",
    "京都",
    "น้ำ",
    "ß",
    "ﬁ",
    "ñ",
    "👍",
)
TEXTS = st.lists(
    st.sampled_from([*WORDS, " ", ",", "-", "\u00ad", "\u3099", "\u0301", "ﾊ", "ﾞ", "ㄱ", "ㅏ", "İ"])
    # A mark ends where a whole character ends, so "¼", two words to SQLite, is left out here.
    | st.characters(exclude_categories=("Cs",), exclude_characters="\0<>").filter(
        lambda char: len(unicodedata.normalize("NFKC", char)) == 1
    ),
    max_size=12,
).map("".join)


@given(text=TEXTS, typed=st.sampled_from(WORDS), prefix=st.booleans())
@example(text="東京都 京都", typed="京都", prefix=False)
@example(text="ŉ été", typed="été", prefix=True)
def test_marks_agree_with_what_sqlite_highlights(text: str, typed: str, prefix: bool) -> None:  # noqa: FBT001 - a case
    connection = apsw.Connection(":memory:")
    connection.execute(f'create virtual table t using fts5 (text, tokenize = "{TOKENIZE}")')
    folded = index_text(text)
    connection.execute("insert into t values (?)", (folded,))
    wanted = Term(tokens(typed), prefix)
    match = f'"{" ".join(wanted.tokens)}"{"*" if prefix else ""}'
    found = connection.execute(
        "select highlight(t, 0, '<', '>') from t where t match ?", (match,)
    ).fetchall()
    connection.close()
    theirs = [piece.split(">")[0] for piece in found[0][0].split("<")[1:]] if found else []
    assert _letters(text[start:end] for start, end in marks(text, [wanted])) == _letters(theirs)


def _letters(pieces: Iterable[str]) -> list[str]:
    """The words in pieces of text, without the marks: ours end where a whole character ends."""
    return [word for piece in pieces for word in tokens(piece) if not _is_mark(word)]


def _is_mark(word: str) -> bool:
    return all(unicodedata.category(char)[0] == "M" for char in word)


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.text(max_size=3))
def test_marks_lie_in_the_text_in_order(text: str, typed: str) -> None:
    words = tokens(typed)
    last = -1
    for start, end in marks(text, [Term(words, prefix=True), Term(("a",), prefix=True)]):
        assert last < start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "text", ["a" * 600_000, "é" * 600_000, "あ" * 600_000, "e\u0301" * 300_000]
)
def test_a_word_of_600_kb_is_marked_in_a_moment(text: str) -> None:
    started = time.process_time()
    marks(text, [Term(("a",), prefix=True), Term(("e",), prefix=True), Term(("あ",))])
    assert time.process_time() - started < 10


def test_the_piece_around_the_first_hit_is_cut_at_words() -> None:
    text = "word " * 100 + "the blue\nbike " + "more " * 100
    piece, found = snippet(["nothing", text], [term("bike")], 60)
    assert piece.startswith("…word")
    assert piece.endswith("more…")
    assert len(piece) <= 62
    assert [piece[start:end] for start, end in found] == ["bike"]
    assert "\n" not in piece


def test_a_short_text_is_its_own_piece() -> None:
    assert snippet(["a bike"], [term("bike")]) == ("a bike", ((2, 6),))
    assert snippet(["a bike"], [term("car")]) == ("", ())


@given(TEXTS, st.integers(4, 80), st.text("ab é", max_size=100))
def test_the_piece_always_shows_the_first_hit(text: str, width: int, before: str) -> None:
    whole = f"{before} bike {text}"
    piece, found = snippet([whole], [term("bike")], width)
    assert found
    assert piece[found[0][0] : found[0][1]] != ""
    assert all(0 <= start < end <= len(piece) for start, end in found)
