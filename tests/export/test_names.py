import re
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.export.names import LONGEST, TakenNames, file_name, free_name, safe_name

RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
parts = st.one_of(
    st.text(),
    st.sampled_from(["con", "NUL.txt", "..", "../../etc/passwd", "C:\\x", "a\u202etxt.exe", " . "]),
    st.text(st.sampled_from("😀é漢 ./\\"), max_size=300),
)


def test_a_name_comes_from_the_pattern() -> None:
    fields = {"date": "2026-11-22", "name": "Bob Doe"}
    assert file_name("{date} {name}", fields, ".pdf") == "2026-11-22 Bob Doe.pdf"


def test_a_field_nobody_knows_stays_as_typed() -> None:
    assert file_name("{name} {shoe}", {"name": "Bob"}, ".pdf") == "Bob {shoe}.pdf"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "-..-etc-passwd.pdf"),
        ("a\u202etxt.exe", "atxt.exe.pdf"),
        ("Bob.. ", "Bob.pdf"),
        ("con", "_con.pdf"),
        ("LPT1.old", "_LPT1.old.pdf"),
        ("", "Conversation.pdf"),
        ("...", "Conversation.pdf"),
        ("Ana\n\tMaria", "Ana--Maria.pdf"),
        ("田中 美咲", "田中 美咲.pdf"),
    ],
)
def test_awkward_names_become_plain_ones(text: str, name: str) -> None:
    assert safe_name(text, ".pdf") == name


@given(parts, parts)
def test_every_name_is_valid_on_windows_and_elsewhere(before: str, after: str) -> None:
    name = safe_name(before + after, ".pdf")
    assert 5 <= len(name) <= LONGEST
    assert len(name.encode()) <= 250
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert PureWindowsPath(name).name == name
    assert name[0] not in " ."
    assert not name.removesuffix(".pdf").endswith((" ", "."))
    assert name.split(".")[0].rstrip().upper() not in RESERVED
    assert not any(unicodedata.bidirectional(c) in {"RLO", "LRO", "RLI", "PDI"} for c in name)


@given(st.lists(parts, min_size=2, max_size=8))
def test_no_two_conversations_get_the_same_file(names: list[str]) -> None:
    taken = TakenNames(Path("/nowhere at all"))
    given_out = [taken.take(safe_name(name, ".pdf")) for name in names]
    assert len({name.casefold() for name in given_out}) == len(names)
    assert all(len(name) <= LONGEST for name in given_out)


def test_the_same_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Bob.pdf").touch()
    taken = TakenNames(tmp_path)
    names = ["Bob.pdf", "bob (2).pdf", "Bob.pdf"]
    assert [taken.take(n) for n in names] == ["Bob (2).pdf", "bob (2) (2).pdf", "Bob (3).pdf"]


def test_a_name_that_has_a_number_gets_the_next_one() -> None:
    there = {"Bob.pdf", "Bob (2).pdf", "(3).pdf"}
    assert free_name("Bob (2).pdf", there.__contains__) == "Bob (3).pdf"
    assert free_name("Bob (7).pdf", there.__contains__) == "Bob (7).pdf"
    assert free_name("(3).pdf", there.__contains__) == "(3) (2).pdf"


def test_a_long_name_keeps_its_number_and_ending() -> None:
    name = free_name("x" * 116 + ".pdf", lambda candidate: "(2)" not in candidate)
    assert len(name) == LONGEST
    assert name.endswith("x (2).pdf")


def test_a_cut_does_not_tear_an_accent_from_its_letter() -> None:
    name = safe_name("x" * 115 + "q\u0301", ".pdf")
    assert name == "x" * 115 + ".pdf"
