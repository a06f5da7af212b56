import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.text import Number
from olark_inbox.olark.times import milliseconds


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1307116657.1", 1307116657100),
        ("1307116661.25", 1307116661250),
        ("1700000000.000001", 1700000000000),
        ("1700000002", 1700000002000),
        (Number("1700000003"), 1700000003000),
        (Number("1.7e9"), 1700000000000),
        ("1700000005123", 1700000005123),
        ("1700000005123456", 1700000005123),
        ("1700000008,5", 1700000008500),
        (" 1700000009.5 ", 1700000009500),
        ("4260000000.5", 4260000000500),
        ("2023-11-14T22:13:27Z", 1700000007000),
        ("2023-11-14T23:13:27.5+01:00", 1700000007500),
        ("2023-11-14 22:13:27", 1700000007000),
    ],
)
def test_a_time_is_read_in_each_form_it_comes_in(value, expected):
    assert milliseconds(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "", "abc", None, "-5", "1e400", "99999999999999999999", "0", True, False, ["1700000010"],
        {}, 1700000003, 1.5, "NaN", Number("NaN"), Number("Infinity"), "1" * 5_000, "0001-01-01",
        "9999-12-31T23:59:60", "1969-12-31", "12", "\u0661\u0667", ".", "1.", "١٧٠٠٠٠٠٠٠٠",
    ],
)  # fmt: skip
def test_what_is_no_time_gives_none_and_never_1970(value):
    assert milliseconds(value) is None


@given(st.one_of(st.text(), st.datetimes().map(str), st.decimals().map(str), st.floats().map(str)))
def test_no_text_raises(text):
    found = milliseconds(text)
    assert found is None or found >= 100_000_000_000


@given(st.integers(100_000_000_000, 9_999_999_999_999))
def test_seconds_with_decimals_keep_each_millisecond(moment):
    assert milliseconds(f"{moment // 1000}.{moment % 1000:03}000") == moment


def test_all_times_of_the_collected_case_are_read_or_left_out(case):
    times = [message.at_ms for message in case("34_").messages]
    known = [0, 1, 2, 3, 7, 8, 9, 12, 13]
    assert [place for place, at_ms in enumerate(times) if at_ms is not None] == known
