import os
from pathlib import Path

import pytest

from olark_inbox.export.errors import AlreadyThere, ExportFailed
from olark_inbox.export.files import part_file


def write(target: Path, content: bytes, *, replace: bool = False, meanwhile=lambda _: None) -> None:
    with part_file(target, replace=replace) as (_, file):
        file.write(content)
        meanwhile(file)


def fail(_: object) -> None:
    raise ZeroDivisionError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_whole_under_its_name(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with part_file(target, replace=False) as (part, file):
        file.write(b"words")
        assert part.name == "a.csv.part"
        assert not target.exists()
    assert target.read_bytes() == b"words"
    assert names(tmp_path) == ["a.csv"]


def test_whatever_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "a", b"half", meanwhile=fail)
    assert names(tmp_path) == []


def test_a_failure_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write(target, b"new", replace=True, meanwhile=fail)
    assert target.read_bytes() == b"old"


def test_nothing_is_replaced_without_asking(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(AlreadyThere, match=r"“a\.csv” is there already"):
        write(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("replace", [False, True])
def test_a_link_that_leads_to_itself_is_refused_in_plain_words(
    tmp_path: Path, *, replace: bool
) -> None:
    link = tmp_path / "a.csv"
    try:
        link.symlink_to(link)
    except OSError:
        pytest.skip("this disk knows no links")
    with pytest.raises(ExportFailed, match=r"“a\.csv” is no file"):
        write(link, b"new", replace=replace)
    assert names(tmp_path) == ["a.csv"]


def test_a_folder_and_a_device_are_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportFailed, match="“folder” is a folder"):
        write(tmp_path / "folder", b"new", replace=True)
    device = Path(os.devnull)
    with pytest.raises(ExportFailed, match="is no file"):
        write(device, b"new", replace=True)
    assert not device.is_file()
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")
def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write(tmp_path / "link", b"new", replace=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_appeared_meanwhile_is_not_replaced_either(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with pytest.raises(AlreadyThere):
        write(target, b"new", meanwhile=lambda _: target.write_bytes(b"somebody else's"))
    assert target.read_bytes() == b"somebody else's"
    assert names(tmp_path) == ["a.csv"]


def test_the_owner_may_replace_it(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    write(target, b"new", replace=True)
    assert target.read_bytes() == b"new"


def test_two_at_once_do_not_write_into_each_other(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with pytest.raises(AlreadyThere):
        write(target, b"one", meanwhile=lambda _: write(target, b"two"))
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == ["a.csv"]


def test_a_folder_that_is_gone_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="is not there any more"):
        write(tmp_path / "gone" / "a", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    def fill(file) -> None:
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, file.fileno())
        os.close(full)

    with pytest.raises(ExportFailed, match="The disk is full"):
        write(tmp_path / "a", b"words", meanwhile=fill)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="names are longer elsewhere")
def test_a_name_too_long_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="shorter or plainer"):
        write(tmp_path / ("x" * 300), b"")
