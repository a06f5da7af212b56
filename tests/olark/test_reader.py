import hashlib
import json

import pytest
from hypothesis import given

from olark_inbox.olark.model import Kind, Side
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.values import parse
from tests.olark import strategies


def test_the_first_case_is_read_to_the_last_field(case):
    chat = case("01_")
    assert [m.at_ms for m in chat.messages] == [1307116657100, 1307116661250]
    assert chat.visitor.custom == (("myInternalCustomerId", "12341234"), ("favoriteColor", "blue"))
    assert (chat.visitor.email, chat.visitor.phone) == ("bob@example.com", "(555) 555-5555")
    assert chat.visitor.page == "http://www.example.com/path"
    assert chat.groups == ("My Sales Group",)
    assert chat.rating is not None
    assert (chat.rating.overall, chat.rating.comments) == (5, "Very helpful, thanks")
    assert (chat.more, chat.visitor.more) == ((), ())
    assert not chat.anonymous


@pytest.mark.parametrize("event", ["start", "START", " Start "])
def test_a_start_is_a_start_in_any_case_and_shows_what_it_carries(read, line, event):
    start = read(eventType=event, items=[line("hi")], visitor={"fullName": "Dana"})
    assert start.kind is Kind.START
    assert (start.name, start.preview) == ("Dana", "hi")


def test_an_unknown_event_without_lines_is_no_conversation(read, line):
    assert read(eventType="transfer").kind is Kind.EVENT
    assert read(eventType="transfer", items=[line()]).kind is Kind.TRANSCRIPT
    assert read(eventType="transfer", items=[line(kind="OfflineMessage")]).kind is Kind.OFFLINE


def test_one_offline_line_makes_an_offline_message(read, line):
    chat = read(items=[line(kind="MessageToVisitor"), line(kind="offlinemessage")])
    assert chat.kind is Kind.OFFLINE


def test_the_test_is_known_by_its_id_or_its_visitor(read):
    assert read(id="NOTAREALTRANSCRIPT1", eventType="start").kind is Kind.TEST
    assert read(visitor={"id": "NOTAREALVISITORIDS9"}).kind is Kind.TEST


@pytest.mark.parametrize("sent", ["true", '"true"', "1", '"True"'])
def test_sent_by_an_agent_is_understood_in_each_form(sent):
    value, _ = parse(f'{{"id": "c1", "items": [], "manuallySubmitted": {sent}}}'.encode())
    assert read_conversation(value).manually_submitted


@pytest.mark.parametrize("sent", ["false", "null", '""', "0", "[]", '"no"'])
def test_what_is_not_yes_is_no(sent):
    value, _ = parse(f'{{"id": "c1", "items": [], "manuallySubmitted": {sent}}}'.encode())
    assert not read_conversation(value).manually_submitted


@pytest.mark.parametrize(
    ("sent", "own_id"),
    [
        ('"abc"', "abc"), ("1234567890123456", "1234567890123456"), ("1.50", "1.50"),
        ("9007199254740993.0", "9007199254740993.0"), ("0", "0"), ("true", "true"),
        ('"' + "x" * 65_536 + '"', "x" * 65_536), ("7" * 5_000, "7" * 5_000),
        ('"\\ud800"', "\ufffd"),
    ],
)  # fmt: skip
def test_ids_are_text_of_any_length(sent, own_id):
    value, _ = parse(f'{{"id": {sent}, "items": []}}'.encode())
    assert read_conversation(value).id == own_id
    assert read_conversation(value).key == own_id


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_without_an_id_the_content_is_the_key(blank):
    def key(**fields):
        value, _ = parse(json.dumps({"id": blank, "items": [{"body": "a"}]} | fields).encode())
        chat = read_conversation(value)
        assert chat.id == ""
        return chat.key

    assert key() == key()
    assert key() != key(items=[{"body": "b"}])
    assert key(tags=["x"], groups=[]) == key(groups=[], tags=["x"])


def test_unknown_fields_are_kept_under_more(case):
    assert dict(case("51_").more) == {
        "channel": "whatsapp",
        "summary": '{"ai": "..."}',
        "line 1: automated": "true",
        "line 1: translation": '{"es": "hola"}',
    }


def test_an_offline_message_is_from_the_visitor(case):
    (line,) = case("02_seed_offline_valid").messages
    assert (line.side, line.name) == (Side.OFFLINE, "John Doe")
    assert case("08_").messages[0].text.startswith("name: Priya Test\nemail:")


def test_objects_a_relay_wrote_as_text_are_read(read, line):
    sent = {
        "items": json.dumps([line(), line(kind="MessageToVisitor")]),
        "tags": '["a", "b"]',
        "visitor": '{"fullName": "Ann [x]"}',
        "operators": '{"1": {"nickname": "Maya"}}',
    }
    chat = read(**sent)
    assert (len(chat.messages), chat.tags, chat.name) == (2, ("a", "b"), "Ann [x]")
    assert [agent.nickname for agent in chat.agents if agent.id] == ["Maya"]
    assert read(tags="[not a list").tags == ("[not a list",)


def test_the_test_is_known_with_blanks_around_its_id(read):
    assert read(id=" NOTAREALTRANSCRIPT5LGcbVTa3hKBRB ").kind is Kind.TEST


def test_a_name_said_only_in_the_chat_is_used(case, read, line):
    assert (case("30_").name, case("30_").anonymous) == ("Dana", False)
    assert read(visitorNickname="Dana R", items=[line(nickname="D")]).name == "Dana R"
    assert (case("11_").name, case("11_").anonymous) == ("Visitor from Coventry, RI", True)
    assert case("11_").messages[0].name == "Visitor from Coventry, RI"


def test_every_character_of_every_script_survives(case):
    chat = case("52_")
    assert chat.tags == ("客户", "عميل", "😀")
    assert chat.messages[4].text == "file \u202egpj.exe\u202c ok"
    assert chat.messages[11].text.endswith("\U0010ffff")


def test_html_stays_the_text_it_is(case):
    assert case("56_").messages[0].text == "<script>alert(1)</script>"
    assert case("56_").name == "<h1>Eve</h1>"


@given(strategies.values)
def test_the_key_of_a_chat_without_an_id_is_the_print_of_its_json(value):
    sent = json.loads(json.dumps({"items": [value]}))
    written = json.dumps(sent, sort_keys=True, separators=(",", ":")).encode()
    assert read_conversation(sent).key == f"no-id:{hashlib.sha256(written).hexdigest()}"
