import json

from olark_inbox.store import plain
from tests.store.makers import chat, post, row, start


def said(found):
    """What they say, whatever kind of list or word it is kept in."""
    return json.loads(json.dumps(list(found)))


def test_the_same_is_said_as_of_a_conversation_read_whole(inbox):
    post(inbox, start("a"))
    post(inbox, chat("b"))
    post(inbox, chat("b", visitor={"kind": "Visitor", "emailAddress": "bob@example.com"}))
    a, b = (row(inbox, key).id for key in "ab")
    inbox.mark([b], starred=True, done=True).result(20)
    inbox.tags.put_on([b], inbox.tags.create("vip").result(20)).result(20)
    inbox.notes.write(b, "Call back").result(20)
    found = list(inbox.archiving.plain_each([b, 999, a]))
    opened = list(inbox.archiving.opened_each([b, a]))
    assert said(found) == said([plain.plain_of(one) for one in opened])
    assert [one.id for one in found] == [b, a]
    assert (found[0].note, found[0].own_tags) == ("Call back", ("vip",))


def test_a_text_that_cannot_be_read_is_put_together_from_its_bodies(inbox, connection, expect_log):
    expect_log("put together from its bodies")
    post(inbox, chat())
    [sound] = inbox.archiving.plain_each([row(inbox).id])
    with connection:
        connection.execute("update document set body = x'00'")
    assert said(inbox.archiving.plain_each([row(inbox).id])) == said([sound])
