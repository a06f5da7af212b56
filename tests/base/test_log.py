import logging
import os
import shutil
import stat

import pytest

from olark_inbox.base import log
from olark_inbox.base.folders import open_folders


@pytest.fixture
def folders(tmp_path):
    folders = open_folders(tmp_path)
    log.start_logging(folders, to_stderr=False)
    yield folders
    log.stop_logging()


def test_what_is_logged_stands_in_the_file(folders):
    logging.getLogger("olark_inbox.store").info("delivery %d stored", 7)
    assert "INFO olark_inbox.store: delivery 7 stored" in folders.log.read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_only_the_owner_can_read_the_log(folders):
    logging.getLogger("olark_inbox").info("something")
    assert stat.S_IMODE(folders.log.stat().st_mode) == 0o600


def test_an_exception_is_logged_by_kind_and_place_never_by_its_words(folders, expect_log):
    expect_log("reading failed")
    try:
        int("Jane Doe, jane@example.com")
    except ValueError:
        logging.getLogger("olark_inbox").exception("reading failed")
    text = folders.log.read_text("utf-8")
    assert "ValueError at" in text
    assert "test_log.py" in text
    assert "Jane" not in text


def test_the_file_does_not_grow_for_ever(folders):
    logger = logging.getLogger("olark_inbox")
    for _ in range(60):
        logger.info("x" * 100_000)
    files = list(folders.root.glob("olark-inbox.log*"))
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 4_500_000


def test_the_newest_words_stand_in_the_first_file_and_older_ones_behind(folders):
    logger = logging.getLogger("olark_inbox")
    for number in range(3):
        logger.info("%d%s", number, "x" * 1_000_000)
    first = {path.name: path.read_text("utf-8")[:60] for path in folders.root.glob("*.log*")}
    assert "olark_inbox: 2x" in first["olark-inbox.log"]
    assert "olark_inbox: 1x" in first["olark-inbox.log.1"]
    assert "olark_inbox: 0x" in first["olark-inbox.log.2"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file keeps its folder")
def test_a_log_whose_folder_is_gone_stops_nobody(folders):
    logger = logging.getLogger("olark_inbox")
    logger.info("x" * 1_000_000)
    shutil.rmtree(folders.root)
    logger.info("still alive")
    assert not folders.root.exists()


def test_a_person_at_the_terminal_sees_the_sentence_only(tmp_path, capsys, expect_log):
    expect_log("The port is taken")
    log.start_logging(open_folders(tmp_path), to_stderr=True)
    logging.getLogger("olark_inbox").warning("The port is taken.")
    log.stop_logging()
    assert capsys.readouterr().err == "olark-inbox: The port is taken.\n"


def test_a_log_that_cannot_be_written_does_not_stop_the_program(tmp_path):
    folders = open_folders(tmp_path)
    folders.log.mkdir()
    log.start_logging(folders, to_stderr=False)
    logging.getLogger("olark_inbox").info("still alive")
    log.stop_logging()
    assert folders.log.is_dir()  # it stays as it was
