"""What is kept and what is searched are folded the same way."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store.folding import (
    fold_name,
    grows,
    index_text,
    page_forms,
    phone_forms,
    phone_searches,
    tokens,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def test_plain_english_goes_in_as_it_is() -> None:
    text = "I'd like the blue bike, please.\n10:30 is fine."
    assert index_text(text) is text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "café"),
        ("STRASSE", "Straße"),
        ("Łódź", "lodz"),
        ("Søren", "SOREN"),
        ("ΚΑΛΗΜΕΡΑ", "Καλημέρα"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ёлка", "ЕЛКА"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "FINE"),
        ("ｉＰｈｏｎｅ", "iphone"),
        ("Kauf\u00adhaus", "Kaufhaus"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("ﾊﾞｲｸ", "バイク"),
        ("❤️", "❤"),
        ("a\u202eb", "ab"),
    ],
)
def test_forms_of_one_word_are_the_same_to_a_search(one: str, other: str) -> None:
    assert tokens(one) == tokens(other) != ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("東京タワー", ("東", "京", "タ", "ワ", "ー")),
        ("iPhone用", ("iphone", "用")),
        ("서울에서", ("서", "울", "에", "서")),
        ("हिन्दी भाषा", ("हिन्दी", "भाषा")),
        ("bob@shop.com", ("bob", "shop", "com")),
        ("\ud800a\0b", ("a", "b")),
        ("👍🏽", ("u1f44d", "u1f3fd")),
        ("!?", ()),
    ],
)
def test_text_is_cut_into_words(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


def test_thai_is_found_in_the_middle_of_a_sentence() -> None:
    sentence, word = tokens("ผมอยากซื้อจักรยานสีฟ้า"), tokens("จักรยาน")
    assert any(sentence[at : at + len(word)] == word for at in range(len(sentence)))


def test_folding_once_is_enough_for_every_character_there_is() -> None:
    odd = []
    for first in range(0, sys.maxunicode + 1, 4096):
        chars = [chr(code) for code in range(first, first + 4096)]
        chars = [char for char in chars if unicodedata.category(char) not in ("Cn", "Co")]
        folded = [index_text(char) for char in chars]
        words = tokens("\n".join(chars))
        low = "\n".join(piece.lower() if piece.isascii() else piece for piece in folded)
        if tokens("\n".join(words)) != words or not all(word in low for word in words):
            odd.append(hex(first))
    assert odd == []


def test_every_letter_and_figure_can_be_searched() -> None:
    lost = [
        chr(code)
        for code in range(0x10000)
        if unicodedata.category(chr(code))[0] in "LN"
        and any(unicodedata.category(part)[0] in "LN" for part in _parts(chr(code)))
        and not tokens(chr(code))
    ]
    # The stretching line of Arabic is no letter by itself, nor with nothing but vowels on it.
    assert all("\u0640" in _parts(char) for char in lost)


def _parts(char: str) -> str:
    return unicodedata.normalize("NFKD", char)


@given(ANY_TEXT)
def test_any_text_folds_to_valid_text_without_nul(text: str) -> None:
    folded = index_text(text)
    folded.encode()
    assert "\0" not in folded


@given(ANY_TEXT)
def test_names_fold_to_the_same_name_again(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


def test_names_that_differ_in_signs_stay_apart() -> None:
    assert fold_name("C++") != fold_name("C")
    assert fold_name("  VIP  Gold ") == fold_name("vip gold")


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("(401) 555-0123", "4015550123"),
        ("+1 (401) 555-0123", "401 555 0123"),
        ("+1 (401) 555-0123", "+1-401-555-0123"),
        ("+44 (0)20 7946 0018", "020 7946 0018"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+44 20 7946 0018", "+44 (0)20 7946 0018"),
        ("020 7946 0018", "+44 20 7946 0018"),
        ("0049 151 2345678", "+491512345678"),
        ("0151 2345678", "0049 151 2345678"),
        ("401.555.0123", "5550123"),
    ],
)
def test_a_phone_number_is_found_however_it_is_written(kept: str, typed: str) -> None:
    assert set(phone_searches(typed)) & set(phone_forms(kept).split())


def test_the_last_four_digits_of_a_phone_number_are_kept() -> None:
    assert "0123" in phone_forms("(401) 555-0123").split()


def test_short_numbers_are_no_phone_numbers() -> None:
    assert phone_searches("2025 11") == ()


def test_a_page_is_kept_as_words_and_as_a_page() -> None:
    assert tokens(page_forms("/Wheels/700c")) == (
        "wheels", "700c", "\ue000", "wheels", "\ue000", "700c",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "may"), [("bik", True), ("bike!", False), ("東", False), ("é", True), ("", False)]
)
def test_only_words_of_spaced_scripts_may_go_on(typed: str, may: bool) -> None:  # noqa: FBT001 - a case
    assert grows(typed) is may
