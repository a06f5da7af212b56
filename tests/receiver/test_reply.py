"""The link for the agent: nothing, a conversation in this program, or the owner's own address."""

import gzip
import json
from urllib.parse import urlsplit

from olark_inbox.receiver.reply import open_link, opens

SECRET = "Aa0-_" * 5


def test_a_link_to_this_program_opens_its_conversation_and_no_other():
    path = urlsplit(open_link(8765, SECRET, 7)).path
    assert opens(path, (SECRET,)) == 7
    assert opens(path, ("other" * 5, SECRET)) == 7
    assert opens(path, ("other" * 5,)) is None
    for wrong in (path.replace("/7-", "/8-"), path + "x", path[:-1], "/open/7", "/open/7-", "/7"):
        assert opens(wrong, (SECRET,)) is None


def shown(answer):
    assert answer.status == 200
    if not answer.body:
        return None
    assert answer.header("Content-Type") == "application/json"
    (item,) = json.loads(answer.body).items()
    assert item[0] == "integrationUrl"
    return item[1]


def get(shop, path, host, *more):
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", *more, "", ""]
    return shop.say("\r\n".join(lines).encode())


def test_unless_the_owner_chose_one_there_is_no_link(shop, make):
    assert shown(shop.post(make.form(make.chat("N1")))) is None


def test_a_click_on_the_link_asks_the_window_for_that_conversation(shop, make):
    shop.settings.reply = "open"
    body = make.form(make.chat("O1"))
    link = shown(shop.post(body))
    assert shown(shop.post(body)) == link
    parts = urlsplit(link)
    assert parts.netloc == f"127.0.0.1:{shop.port}"
    answer = get(shop, parts.path, parts.netloc)
    assert answer.status == 200
    assert b"O1" not in answer.body
    (asked,) = shop.inbox.take_requests("window").result(120)
    row = shop.inbox.by_key("O1").result(120)
    assert (asked.what, asked.detail) == ("open", str(row.id))


def test_the_link_opens_nothing_for_somebody_from_elsewhere(shop, make):
    shop.settings.reply = "open"
    path = urlsplit(shown(shop.post(make.form(make.chat("O2"))))).path
    nothing = get(shop, "/", "x")
    assert nothing.status == 404
    assert get(shop, path, "shop.example") == nothing
    assert get(shop, path, "127.0.0.1.shop.example") == nothing
    assert get(shop, path, "127.0.0.1", "X-Forwarded-For: 127.0.0.1") == nothing
    assert get(shop, path[:-1], "127.0.0.1") == nothing
    assert shop.say(f"POST {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()) == nothing
    assert shop.inbox.take_requests("window").result(120) == ()
    assert get(shop, path, "localhost:1").status == 200


def test_an_own_link_speaks_of_the_visitor(shop, make):
    shop.settings.reply = "template"
    shop.settings.reply_template = "https://crm.example/?mail={email}&id={id}"
    visitor = {"fullName": "Ann", "emailAddress": "ann@example.com"}
    link = shown(shop.post(make.form(make.chat("T1", visitor=visitor))))
    assert link == "https://crm.example/?mail=ann%40example.com&id=T1"
    start = {"kind": "Conversation", "id": "T2", "eventType": "start", "items": []}
    assert shown(shop.post(make.form(start))) == "https://crm.example/?mail=&id=T2"
    shop.settings.reply_template = "https://crm.example/?mail={email}"
    assert shown(shop.post(make.form(start))) is None


def test_tests_unknown_events_and_lists_get_no_link(shop, make):
    shop.settings.reply = "open"
    test_id = "NOTAREALTRANSCRIPT5LGcbVTa3hKBRB"
    event = {"kind": "Conversation", "id": "E1", "eventType": "typing", "items": []}
    assert shown(shop.post(make.form(make.chat(test_id)))) is None
    assert shown(shop.post(make.form(event))) is None
    assert shown(shop.post(make.form([make.chat("L1"), make.chat("L2")]))) is None
    assert shown(shop.post(make.form([make.chat("L3")]))) is None
    assert shown(shop.post(json.dumps([make.chat("L4")]).encode())) is None
    packed = gzip.compress(json.dumps([make.chat("L5")]).encode())
    assert shown(shop.post(packed, ("Content-Encoding", "gzip"))) is None
    assert shop.has("L5")
