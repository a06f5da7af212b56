from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.export.hidden import Hidden
from olark_inbox.export.names import LONGEST
from olark_inbox.export.naming import EXAMPLE, PARTS, PATTERNS, fields_of, named
from olark_inbox.export.wall import WallClock
from tests.export.conftest import make_opened, make_priya

WALL = WallClock(UTC)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{date} {name}", "2026-11-22 Priya Raman.pdf"),
        ("{name} {date}", "Priya Raman 2026-11-22.pdf"),
        ("{date} {time} {name}", "2026-11-22 12.00 Priya Raman.pdf"),
        ("{number} {NAME} <{email}>", "007 Priya Raman -priya@example.co.uk-.pdf"),
        ("{shoe}", "{shoe}.pdf"),
        ("../{name}", "-Priya Raman.pdf"),
    ],
)
def test_a_file_is_called_by_what_the_pattern_names(pattern, name):
    assert named(pattern, make_priya(), Hidden(), WALL, ".pdf", 7) == name


def test_what_stays_out_of_the_file_stays_out_of_its_name():
    chat = make_opened(name="bob@example.com")
    assert "@" not in named("{name} {email}", chat, Hidden(contact=True), WALL, ".pdf")


def test_an_example_has_every_part():
    assert set(EXAMPLE) == set(PARTS) == set(fields_of(make_priya(), Hidden(), WALL))


@given(st.text(max_size=300), st.sampled_from(PATTERNS), st.text())
def test_no_pattern_makes_an_unsafe_name(typed, pattern, visitor):
    name = named(pattern + typed, make_opened(name=visitor), Hidden(), WALL, ".pdf")
    assert len(name) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*\0\n\u202e')
    assert name.strip(" .") == name
