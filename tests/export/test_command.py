import json
import os
import signal
import subprocess
import sys
from argparse import ArgumentParser

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export import table
from olark_inbox.export.arguments import add_export_options, add_import_options
from olark_inbox.export.command import _stopped_by_signals, run_export, run_import
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Query, View
from tests.store.makers import Ticking, chat, post


@pytest.fixture
def settings(tmp_path):
    return Settings(open_folders(tmp_path / "store"))


def options(*words):
    parser = ArgumentParser()
    add_export_options(parser)
    return parser.parse_args(words)


def test_an_archive_goes_to_the_output_and_back(inbox, settings, tmp_path, capsysbinary):
    post(inbox, chat("a"))
    run_export(inbox, settings, options("--format", "jsonl", "--to", "-"))
    file = tmp_path / "a.jsonl"
    file.write_bytes(capsysbinary.readouterr().out)
    other = Inbox.open(open_folders(tmp_path / "other"), Ticking())
    parser = ArgumentParser()
    add_import_options(parser)
    run_import(other, parser.parse_args([str(file)]))
    assert [row.key for row in other.rows_of(Query(View.ALL))] == ["a"]
    other.close()
    said = capsysbinary.readouterr().err
    assert said == b"1 new conversation, 1 new delivery.\n"


def test_ids_are_matched_whole_and_an_unknown_one_saves_nothing(inbox, settings, tmp_path):
    post(inbox, chat("abc"))
    target = tmp_path / "a.csv"
    with pytest.raises(ExportFailed, match="no conversation with the id ab"):
        run_export(inbox, settings, options("--format", "csv", "--to", str(target), "--ids", "ab"))
    assert not target.exists()


def test_a_search_saves_what_it_finds(inbox, settings, capsysbinary):
    post(inbox, chat("a", ("wheel", "yes")))
    post(inbox, chat("b", ("saddle", "no")))
    words = ("--format", "csv-messages", "--to", "-", "--search", "wheel", "--separator", "tab")
    run_export(inbox, settings, options(*words))
    content = capsysbinary.readouterr().out
    assert content.count(b"\r\n") == 3
    assert b'"a"\t"transcript"' in content


def test_a_text_that_a_cell_cannot_hold_is_told(inbox, settings, tmp_path, capsys):
    post(inbox, chat("a", ("x" * 40_000, "yes")))
    run_export(inbox, settings, options("--format", "csv", "--to", str(tmp_path / "a.csv")))
    assert "1 text is cut, for a table cell holds no more" in capsys.readouterr().err


def test_rows_that_no_spreadsheet_shows_are_told(inbox, settings, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(table, "EXCEL_ROWS", 4)
    for number in range(2):
        post(inbox, chat(f"c{number}", ("one", "two", "three")))
    words = ("--format", "csv-messages", "--to", str(tmp_path / "a.csv"))
    run_export(inbox, settings, options(*words))
    assert (
        "3 rows are past the 1,048,576 that Excel and LibreOffice show" in capsys.readouterr().err
    )


@pytest.mark.parametrize("words", ["", " ", "tag:", "wheel tag:", "!!!"])
def test_a_search_that_asks_for_nothing_does_not_save_everything(inbox, settings, tmp_path, words):
    post(inbox, chat("a"))
    target = tmp_path / "a.csv"
    asked = options("--format", "csv", "--to", str(target), "--search", words)
    with pytest.raises(ExportFailed, match="does not say what to search for"):
        run_export(inbox, settings, asked)
    assert not target.exists()


@pytest.mark.parametrize("name", [".", "", "none/"])
def test_a_folder_is_no_name_for_a_file(inbox, settings, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    post(inbox, chat("a"))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ExportFailed, match=rf"“{name or '.'}” is a folder"):
        run_export(inbox, settings, options("--format", "csv", "--to", name))
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for files")
@pytest.mark.parametrize("kind", ["csv", "csv-messages", "jsonl", "pdf"])
@pytest.mark.parametrize("there", [False, True])
def test_a_disk_that_is_full_gives_a_sentence_and_no_half_file(inbox, tmp_path, kind, there):
    for number in range(150):
        post(inbox, chat(f"c{number}", ("many words " * 1000, "yes")))
    inbox.close()
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "chats"
    if there:
        target.write_text("before", "utf-8")
    words = ("--data-dir", str(tmp_path / "store"), "export", "--format", kind, "--replace")
    command = (sys.executable, "-c", _NO_ROOM, *words, "--to", str(target))
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "The disk is full. Make room" in ended.stderr
    assert [one.read_text("utf-8") for one in folder.iterdir()] == ["before"] * there


_NO_ROOM = """
import resource, signal, sys
from olark_inbox.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
sys.exit(main(sys.argv[1:]))
"""


def test_a_file_that_is_there_stays_unless_told(inbox, settings, tmp_path):
    post(inbox, chat("a"))
    target = tmp_path / "a.jsonl"
    target.touch()
    words = ("--format", "jsonl", "--to", str(target))
    with pytest.raises(ExportFailed, match="or add --replace"):
        run_export(inbox, settings, options(*words))
    run_export(inbox, settings, options(*words, "--replace"))
    assert json.loads(target.read_text("utf-8").splitlines()[-1]) == {"end": 3}


def test_what_is_to_be_hidden_never_goes_into_an_archive(inbox, settings, tmp_path):
    post(inbox, chat("a"))
    target = tmp_path / "a.jsonl"
    asked = options("--format", "jsonl", "--to", str(target), "--hide", "contact")
    with pytest.raises(ExportFailed, match="nothing of it can be hidden"):
        run_export(inbox, settings, asked)
    assert not target.exists()


def test_a_pdf_goes_to_the_output(inbox, settings, qapp, capsysbinary):
    post(inbox, chat("a"))
    run_export(inbox, settings, options("--format", "pdf", "--to", "-", "--hide", "contact"))
    assert capsysbinary.readouterr().out.startswith(b"%PDF-")


def stopped_by(*numbers):
    """Be ended by signals while something is written."""
    with _stopped_by_signals() as stop:
        for number in numbers:
            signal.raise_signal(number)
        if stop.is_set():
            raise Stopped


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_in_good_order(number):
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as ended:
        stopped_by(number)
    assert ended.value.code == 128 + number
    assert signal.getsignal(number) is before


def test_a_second_signal_waits_for_nothing():
    with pytest.raises(KeyboardInterrupt):
        stopped_by(signal.SIGTERM, signal.SIGTERM)


@pytest.mark.skipif(os.name != "posix", reason="another kind of terminal")
def test_a_pdf_is_not_poured_into_a_terminal(inbox, tmp_path):
    post(inbox, chat("a"))
    inbox.close()
    ours, terminal = os.openpty()
    words = ("--data-dir", str(tmp_path / "store"), "export", "--format", "pdf", "--to", "-")
    ended = subprocess.run(
        (sys.executable, "-m", "olark_inbox", *words),
        stdout=terminal, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(terminal)
    os.close(ours)
    assert ended.returncode == 1
    assert ended.stderr == "olark-inbox: A PDF is nothing to read in a terminal. Choose a file.\n"
