"""What was typed is cut into words, phrases and filters, and can be completed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store.grammar import Completion, Piece, as_value, complete, pieces


def cut(typed: str) -> list[Piece]:
    return list(pieces(typed, lambda text: text in ("last week", "march", "march 2025", "today")))


def said(typed: str) -> list[tuple[str, str]]:
    return [(("-" if p.negative else "") + p.filter, p.text) for p in cut(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("blue  bike", [("", "blue"), ("", "bike")]),
        ('"blue bike" x', [("", "blue bike"), ("", "x")]),
        ("“blue bike”", [("", "blue bike")]),
        ("-bike", [("-", "bike")]),
        ('-"blue bike"', [("-", "blue bike")]),
        ("- bike", [("", "-"), ("", "bike")]),
        ("e-mail", [("", "e-mail")]),
        ("TAG:vip", [("tag", "vip")]),
        ('-tag:"Big Spender" x', [("-tag", "Big Spender"), ("", "x")]),
        ("on:last week bike", [("on", "last week"), ("", "bike")]),
        ("on: march 2025", [("on", "march 2025")]),
        ("on:march bike", [("on", "march"), ("", "bike")]),
        ("on:nonsense bike", [("on", "nonsense"), ("", "bike")]),
        ("http://shop.com", [("", "http://shop.com")]),
        ('26" wheel', [("", '26"'), ("", "wheel")]),
        ('"not closed', [("", "not closed")]),
        ("tag:", [("tag", "")]),
        ("東京\u3000タワー", [("", "東京"), ("", "タワー")]),
    ],
)
def test_typed_text_is_cut(typed: str, expected: list[tuple[str, str]]) -> None:
    assert said(typed) == expected


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("bike", True), ("bike ", False), ('"bike"', False), ('"bike', True), ("on:last week", True)],
)
def test_only_what_stands_at_the_very_end_has_just_begun(typed: str, begun: bool) -> None:  # noqa: FBT001 - a case
    assert cut(typed)[-1].begun is begun


@given(st.text(st.sampled_from('ab :-"“”tag:OR on:\n') | st.characters(), max_size=60))
def test_pieces_stand_in_order_and_leave_only_blanks_out(typed: str) -> None:
    at = 0
    for piece in cut(typed):
        assert typed[at : piece.start].strip() == ""
        assert at <= piece.start < piece.end
        at = piece.end
    assert typed[at:].strip() == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tag:vi|", Completion("tag", "vi", 4, 6)),
        ("tag:v|ip bike", Completion("tag", "v", 4, 7)),
        ("bike -agent:|", Completion("agent", "", 12, 12, 6)),
        ('group:"Big S|', Completion("group", "Big S", 6, 12)),
        ('group:"Big S|pender" x', Completion("group", "Big S", 6, 19)),
        ("bike ta|", Completion("filter", "ta", 5, 7, 5)),
        ("is:un|", Completion("is", "un", 3, 5)),
        ("bike|", None),
        ("tag:vip |", None),
        ('group:"Big Spender" |', None),
        ("|", None),
    ],
)
def test_what_is_being_typed_can_be_completed(typed: str, expected: Completion | None) -> None:
    cursor = typed.index("|")
    assert complete(typed.replace("|", ""), cursor) == expected


@given(st.text(max_size=40), st.integers(-5, 50))
def test_completing_never_raises(typed: str, cursor: int) -> None:
    found = complete(typed, cursor)
    assert found is None or 0 <= found.start <= found.end <= len(typed)


@given(st.text(min_size=1, max_size=20).filter(lambda name: name.strip() == name))
def test_a_chosen_name_is_read_back_as_one_value(name: str) -> None:
    value = as_value(name)
    read = cut(f"tag:{value} next")
    if value.strip('"'):
        assert read[0].filter == "tag"
        assert read[-1].text == "next"
        assert len(read) == 2
