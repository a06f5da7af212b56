import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox import __version__
from olark_inbox.export.archive import Archive, read_archive
from olark_inbox.export.errors import ExportFailed
from olark_inbox.store.archive import Kept, KeptDelivery, KeptMarks, KeptOwner

texts = st.text()
numbers = st.integers(-(2**62), 2**62)
kept_deliveries = st.builds(
    KeptDelivery, id=numbers, received_ms=numbers, times=numbers, size=numbers, outcome=texts,
    content_type=texts, content_encoding=texts, reason=texts, hash=st.binary(),
    raw=st.one_of(st.binary(), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))),
)  # fmt: skip
kept_marks = st.builds(
    KeptMarks, own_tags=st.lists(texts).map(tuple), note=texts, remind_ms=st.none() | numbers
)
pairs = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
kept_owners = st.builds(
    KeptOwner, tags=st.lists(st.tuples(texts, numbers), max_size=2).map(tuple), searches=pairs,
    persons=st.lists(st.lists(texts).map(tuple), max_size=2).map(tuple),
)  # fmt: skip


def written(lines: list[Kept]) -> bytes:
    file = io.BytesIO()
    archive = Archive(file)
    for line in lines:
        archive.add(line)
    archive.finish()
    return file.getvalue()


@given(st.lists(st.one_of(kept_deliveries, kept_marks, kept_owners), max_size=5))
def test_what_is_read_is_what_was_written(lines: list[Kept]) -> None:
    assert list(read_archive(io.BytesIO(written(lines)))) == lines


def test_the_first_line_says_format_version_and_program() -> None:
    head = json.loads(written([]).splitlines()[0])
    assert head == {"format": "olark-inbox-archive", "version": 1, "program": __version__}


def test_an_archive_of_a_newer_program_is_refused_with_a_sentence() -> None:
    newer = written([]).replace(b'"version":1', b'"version":2')
    with pytest.raises(ExportFailed, match="newer version of Olark Inbox"):
        list(read_archive(io.BytesIO(newer)))


@pytest.mark.parametrize("content", [b"", b"\n", b"[]", b"{}", b"\xff\xfe", b'{"format":"x"}\n'])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(ExportFailed, match="no archive"):
        list(read_archive(io.BytesIO(content)))


@pytest.mark.parametrize(
    "broken", [b"{", b"[1]\n", b'{"delivery":{}}\n', b'{"delivery":7}\n', b'{"owner":{}}\n']
)
def test_a_damaged_line_is_named(broken: bytes) -> None:
    head = written([]).splitlines(keepends=True)[0]
    with pytest.raises(ExportFailed, match="damaged in line 2"):
        list(read_archive(io.BytesIO(head + broken)))


@given(st.lists(kept_marks, min_size=1, max_size=3), st.data())
def test_a_cut_archive_is_known_as_such(lines: list[Kept], data: st.DataObject) -> None:
    whole = written(lines)
    end = data.draw(st.integers(0, len(whole) - 2))
    with pytest.raises(ExportFailed):
        list(read_archive(io.BytesIO(whole[:end])))


def test_a_missing_line_in_the_middle_is_noticed() -> None:
    marks = KeptMarks(
        "a", 1, 1, 1, None, unread=True, starred=False, done=False, binned_ms=None, seen_lines=0
    )
    lines = written([marks, marks]).splitlines(keepends=True)
    with pytest.raises(ExportFailed, match="lines are missing"):
        list(read_archive(io.BytesIO(b"".join(lines[:1] + lines[2:]))))
