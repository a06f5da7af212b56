"""What an announcement may say, and which version is the newer one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.updates.release import Release, from_values, is_newer, read


def announced(**values):
    return read(json.dumps(values).encode())


def test_our_three_words_are_read():
    page = "https://example.org/get"
    found = announced(version="0.3.0", changes="- Finds faster", page=page)
    assert found == Release("0.3.0", "- Finds faster", page)


def test_githubs_word_about_the_latest_release_is_read():
    found = announced(tag_name="v1.2.0", body="New:\r\n* all", html_url="https://github.com/a/b")
    assert found == Release("1.2.0", "New:\n* all", "https://github.com/a/b")


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"<html>", b"[]", b"null", b"[" * 100_000, b'{"version": 3}', b'{"version": ""}',
        b'{"version": "newest"}', b'{"message": "Not Found"}', b"\xff\xfe", b'{"version": null}',
        json.dumps({"version": "1." * 400 + "0"}).encode(),
    ],
)  # fmt: skip
def test_what_is_no_announcement_is_none(raw):
    assert read(raw) is None


@given(st.binary(max_size=200) | st.dictionaries(st.text(), st.text() | st.none()).map(
    lambda values: json.dumps(values).encode()
))  # fmt: skip
def test_nothing_that_may_come_raises(raw):
    assert read(raw) is None or isinstance(read(raw), Release)


def test_what_changed_is_only_text_without_hidden_signs():
    found = announced(version="1", changes="a\u202eb\x00c\x1b[31m\nd", page="http://example.org/")
    assert found.changes == "abc[31m\nd"
    assert found.page == "", "an address that is not safe is not offered"


def test_a_novel_is_cut():
    found = announced(version="1", changes="long " * 10_000)
    assert len(found.changes) < 20_010
    assert found.changes.endswith("\u2026")


@pytest.mark.parametrize(
    ("theirs", "ours", "newer"),
    [
        ("0.10.0", "0.9.9", True), ("1.0", "1.0.0", False), ("v2", "1.9", True),
        ("0.1.0", "0.2.0", False), ("2.0rc1", "1.0", False), ("1.0.post1", "1.0", True),
        ("1.0", "1.0.dev3", True), ("what", "1.0", False),
    ],
)  # fmt: skip
def test_newer_is_by_the_numbers_and_trials_are_not_offered(theirs, ours, newer):
    assert is_newer(Release(theirs), ours) is newer


def test_it_can_be_written_down_and_read_again():
    one = Release("1.2", "All new", "https://example.org/")
    assert from_values(one.written()) == one
