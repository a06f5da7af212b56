import errno
from pathlib import Path

import pytest

from olark_inbox.export.errors import already_there, failure


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not be written to"),
        (errno.ENOENT, "not there any more"),
        (errno.ENAMETOOLONG, "shorter or plainer"),
        (errno.EISDIR, "is a folder"),
        (errno.EBUSY, "open in another program"),
        (errno.EIO, "could not be saved: broken"),
    ],
)
def test_every_refusal_is_one_sentence_that_says_what_helps(code: int, words: str) -> None:
    sentence = str(failure(OSError(code, "broken"), Path("/docs/a.pdf")))
    assert words in sentence
    assert sentence.endswith(".")


def test_windows_says_in_its_own_way_that_excel_holds_the_file() -> None:
    error = PermissionError(errno.EACCES, "sharing")
    error.winerror = 32  # type: ignore[attr-defined]
    assert "open in another program" in str(failure(error, Path("a.csv")))


def test_a_name_that_is_taken_is_said_by_name() -> None:
    assert "“a.csv”" in str(already_there(Path("/docs/a.csv")))


def test_a_folder_in_which_nothing_can_be_made_is_not_said_to_be_gone(tmp_path: Path) -> None:
    gone = OSError(errno.ENOENT, "gone")
    assert "may not be written to" in str(failure(gone, tmp_path / "a.csv"))
    assert "not there any more" in str(failure(gone, tmp_path / "gone" / "a.csv"))


def test_of_an_endless_name_the_beginning_is_said() -> None:
    sentence = str(failure(OSError(errno.ENAMETOOLONG, "long"), Path("/docs") / ("a" * 300)))
    assert len(sentence) < 140
