"""Out of the inbox and back, from a terminal, while the receiver writes the same store."""

import csv
import io
import json

import pytest

from olark_inbox.olark.samples import sample_payloads


@pytest.fixture
def filled(program):
    receiving = program.start("receive", "--port", "0")
    receiving.listening_port()
    address = program.address()
    for number in range(3):
        payload = sample_payloads(1_750_000_000_000 + number)[1]
        assert program.post(address, json.dumps(payload)) == 200
    return program


def test_a_table_on_the_output_can_be_read_by_a_program(filled):
    done = filled.run("export", "--format", "csv", "--to", "-", "--all")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff"), newline="")))
    assert len(rows) == 3
    assert {row["kind"] for row in rows} == {"transcript"}
    assert "Saved 3 conversations." in done.stderr


def test_an_archive_moves_everything_to_another_folder(filled, tmp_path):
    file = tmp_path / "all.jsonl"
    assert filled.run("export", "--format", "jsonl", "--to", str(file)).returncode == 0
    other = str(tmp_path / "other")
    back = filled.run("import", str(file), "--data-dir", other)
    assert (back.returncode, back.stderr) == (0, "3 new conversations, 3 new deliveries.\n")
    ours = filled.run("list", "--json").stdout
    assert filled.run("list", "--json", "--data-dir", other).stdout == ours


def test_a_pdf_is_made_without_a_display(filled, tmp_path):
    file = tmp_path / "all.pdf"
    done = filled.run("export", "--format", "pdf", "--to", str(file))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--format", "csv", "--to", "{gone}/a.csv"), 1, "is not there any more"),
        (("--format", "csv", "--to", "{there}"), 1, "is there already"),
        (("--format", "csv", "--to", "-", "--ids", "nobody"), 1, "no conversation with the id"),
        (("--format", "doc", "--to", "-"), 2, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(filled, tmp_path, words, code, sentence):
    there = tmp_path / "there.csv"
    there.write_text("old")
    words = [word.format(gone=tmp_path / "gone", there=there) for word in words]
    done = filled.run("export", *words)
    assert done.returncode == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert there.read_text() == "old"


def test_another_file_is_no_archive(filled, tmp_path):
    file = tmp_path / "x.txt"
    file.write_text("hello\n")
    done = filled.run("import", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "olark-inbox: This file is no archive of Olark Inbox.\n"
