import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from olark_inbox.export.guard import CELL_LIMIT, CUT, cell, guard, joined, unguard

DANGEROUS = "=+-@\t\r\n\0＝＋－＠"
texts = st.text(st.characters(exclude_categories=["Cs"]))
nasty = st.builds(
    str.__add__,
    st.text(st.sampled_from("' \t\n\u200b\ufeff\u202e\u00a0" + DANGEROUS), max_size=6),
    texts,
)


@pytest.mark.parametrize("sign", list(DANGEROUS))
def test_a_formula_becomes_text(sign: str) -> None:
    assert guard(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("text", [" =1", "\u200b=1", "\ufeff@SUM(A1)", "\u00a0-1", "'=1", "''+1"])
def test_a_formula_behind_blanks_or_apostrophes_becomes_text(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "hello", "'quoted'", "a=b", "5-3", "(c)", "日本", "'tis"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert guard(text) == text


def test_a_phone_number_stays_readable() -> None:
    assert guard("+44 7700 900123") == "'+44 7700 900123"


@given(nasty)
def test_every_text_is_found_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(nasty)
def test_no_guarded_cell_begins_with_what_runs(text: str) -> None:
    assert guard(text)[:1] not in set(DANGEROUS)
    assert guard(text).lstrip()[:1] not in set(DANGEROUS)


@given(nasty)
def test_a_cell_survives_the_way_through_a_file(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerow([cell(text)])
    file.seek(0)
    [[back]] = list(csv.reader(file))
    wanted = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    assert unguard(back) == wanted


@given(st.lists(nasty, min_size=1, max_size=8))
@example(["\0", "=1"])
@example(["a", "x" * CELL_LIMIT * 2, "\n"])
@example(["", "\u200b", "=1"])
def test_a_row_looked_at_together_is_the_same_as_cell_by_cell(texts: list[str]) -> None:
    assert joined(texts).split("\0") == [cell(text) for text in texts]


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(letter: str) -> None:
    cut = cell(letter * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cut.endswith(CUT)
    assert cut.startswith(letter * 10_000)


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert cell("x" * CELL_LIMIT) == "x" * CELL_LIMIT
