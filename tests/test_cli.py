"""The commands in this process: usage, options, errors. Whole stories stand in journeys/."""

import json
import threading

import pytest

from olark_inbox import __version__
from olark_inbox.base.clock import now_ms
from olark_inbox.base.folders import open_folders
from olark_inbox.cli import main
from olark_inbox.inbox import Body, Inbox
from olark_inbox.settings import Settings


def store(root, *payloads):
    inbox = Inbox.open(open_folders(root))
    try:
        for payload in payloads:
            inbox.accept(Body(json.dumps(payload).encode())).result(120)
    finally:
        inbox.close()


def chat(chat_id, **fields):
    return {"kind": "Conversation", "id": chat_id, "items": [], **fields}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", "{}", "list", "--json"],
        ["list", "--data-dir", "{}", "--json"],
        ["list", "--json", "--data-dir", "{}"],
        ["list", "--json", "--data-dir={}", "--port", "0", "--hidden"],
        ["--hidden", "--port", "1", "--data-dir={}", "list", "--json"],
    ],
)
def test_options_work_before_and_after_the_command(tmp_path, capsys, arguments):
    store(tmp_path / "elsewhere", chat("E1"))
    assert main([a.format(tmp_path / "elsewhere") for a in arguments]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "E1"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["list", "--nonsense"],
        ["--port", "x", "address"],
        ["--port", "-1", "address"],
        ["--port", "65536", "address"],
        ["--port", "٣", "address"],
        ["--port"],
        ["address", "--data"],
        ["check", "words"],
    ],
)
def test_wrong_usage_is_exit_two_without_a_traceback(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert "usage: olark-inbox" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_help_names_every_command_and_option(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    for word in ("receive", "address", "list", "check", "--data-dir", "--port", "--hidden"):
        assert word in text


def test_the_version_is_said(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"olark-inbox {__version__}\n"


def test_a_folder_that_cannot_be_used_is_one_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("not a folder")
    for command in ("list", "check", "address", "receive"):
        assert main([command, "--data-dir", str(tmp_path / "file")]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("olark-inbox: The data folder ")
        assert said.err.count("\n") == 1


def test_a_store_that_is_none_is_one_sentence(tmp_path, capsys, expect_log):
    folders = open_folders(tmp_path / "data")
    folders.store.mkdir()
    assert main(["list"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_fault_of_the_program_is_one_sentence_and_its_place_is_in_the_log(
    capsys, monkeypatch, expect_log
):
    expect_log("a command failed")

    def fail(inbox):
        raise KeyError("Jane Doe")

    monkeypatch.setattr(Inbox, "check", fail)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (
        "olark-inbox: Something went wrong here; the log file in the data folder says where.\n"
    )
    logged = open_folders(None).log.read_text("utf-8")
    assert "KeyError at" in logged
    assert "Jane" not in logged


def test_a_thread_that_fails_is_logged_and_shows_no_traceback(capsys, expect_log, monkeypatch):
    expect_log("a thread failed")
    check, hook = Inbox.check, threading.excepthook

    def check_beside_a_failing_thread(inbox):
        thread = threading.Thread(target=lambda: {}["gone"])
        thread.start()
        thread.join()
        return check(inbox)

    monkeypatch.setattr(Inbox, "check", check_beside_a_failing_thread)
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""
    assert threading.excepthook is hook


def test_a_broken_settings_file_is_said_and_the_command_goes_on(tmp_path, capsys, expect_log):
    expect_log("the settings file was broken")
    folders = open_folders(None)
    folders.settings.write_text("{")
    assert main(["address"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("http://127.0.0.1:8765/olark/")
    assert said.err.startswith("olark-inbox: The settings file was broken.")


def test_the_address_uses_the_chosen_port_when_nobody_receives(capsys):
    settings = Settings(open_folders(None))
    settings.port = 9123
    assert main(["address"]) == 0
    assert capsys.readouterr().out == f"http://127.0.0.1:9123/olark/{settings.secret}\n"
    assert main(["address", "--port", "9124"]) == 0
    assert capsys.readouterr().out == f"http://127.0.0.1:9124/olark/{settings.secret}\n"


def test_an_empty_store_lists_nothing_and_is_sound(capsys):
    assert main(["list"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "sound": True,
        "conversations": 0,
        "deliveries": 0,
        "unreadable": 0,
    }
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The store is sound.",
        "Conversations: 0, deliveries: 0, unreadable: 0",
    ]


def test_every_object_has_the_same_fields_whatever_is_missing(tmp_path, capsys):
    store(tmp_path / "data", chat("N1"), {"kind": "Conversation", "items": None, "visitor": None})
    assert main(["list", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    fields = [
        "id", "kind", "unanswered", "live", "visitor", "received", "messages", "tags", "groups",
        "operators", "rating", "unread", "starred", "done", "sample",
    ]  # fmt: skip
    assert [list(row) for row in rows] == [fields] * 2
    assert all(row["rating"] is None and row["tags"] == [] for row in rows)
    assert all(list(row["visitor"]) == ["name", "email", "phone"] for row in rows)


def test_words_are_looked_for_together(tmp_path, capsys):
    store(
        tmp_path / "data",
        chat("W1", visitor={"fullName": "Ann Lee", "emailAddress": "ann@example.com"}),
        chat("W2", visitor={"fullName": "Ann Doe"}),
    )
    assert main(["list", "--json", "ann", "lee"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["W1"]
    assert main(["list", '"', "AND", "(*"]) == 0


def test_a_name_cannot_command_the_terminal(tmp_path, capsys):
    name = "\x1b]0;owned\x07 Bob\r\n\u202eevil"
    store(tmp_path / "data", chat("T1", visitor={"fullName": name}))
    assert main(["list"]) == 0
    listed = capsys.readouterr().out
    assert listed.count("\n") == 1
    assert not any(c in listed for c in "\x1b\x07\r\u202e")


def test_a_name_with_every_line_end_stays_on_one_line_of_json(tmp_path, capsys):
    name = "a\u2028b\u2029c\x85d\x0be\x1cf"
    store(tmp_path / "data", chat("L1", visitor={"fullName": name}))
    assert main(["list", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["visitor"]["name"] == name


def test_a_chat_is_live_for_three_hours_and_no_longer(tmp_path, capsys):
    inbox = Inbox.open(open_folders(tmp_path))
    hours = {"S0": 0, "S4": 4}
    for chat_id, ago in hours.items():
        raw = json.dumps(chat(chat_id, eventType="start")).encode()
        inbox.accept(Body(raw, received_ms=now_ms() - ago * 3_600_000)).result(120)
    inbox.close()
    assert main(["--data-dir", str(tmp_path), "list", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["id"]: row["live"] for row in rows} == {"S0": True, "S4": False}


def test_a_list_gives_long_names_whole(tmp_path, capsys):
    visitor = {"fullName": "N" * 1_000, "emailAddress": "e" * 2_000, "phoneNumber": "5" * 301}
    store(tmp_path, chat("L1", visitor=visitor))
    assert main(["--data-dir", str(tmp_path), "list", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["visitor"]
    assert list(shown.values()) == list(visitor.values())
