from argparse import ArgumentParser

import pytest

from olark_inbox.export.arguments import FORMATS, TIMES, add_export_options, add_import_options
from olark_inbox.export.columns import Times
from olark_inbox.export.save import Format


def parse(*words, add=add_export_options):
    parser = ArgumentParser()
    add(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize(
    "words",
    [(), ("--format", "doc", "--to", "x"), ("--format", "csv", "--to", "x", "--all", "--ids", "1")],
)
def test_wrong_usage_is_refused(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(*words)
    assert ended.value.code == 2


def test_every_format_can_be_asked_for():
    assert set(FORMATS) == {kind.value for kind in Format}
    assert set(TIMES) == {kind.value for kind in Times}


def test_ids_are_separated_by_spaces():
    assert parse("--format", "csv", "--to", "-", "--ids", "a", "b").ids == ["a", "b"]


def test_what_is_to_be_hidden_adds_up():
    words = ("--format", "csv", "--to", "-")
    assert parse(*words, "--hide", "technical", "--hide", "contact", "notes").hide == [
        "technical", "contact", "notes",
    ]  # fmt: skip
    assert parse(*words).hide == []


def test_import_takes_a_file():
    assert parse("a.jsonl", add=add_import_options).file.name == "a.jsonl"
