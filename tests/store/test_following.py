from olark_inbox.inbox import Inbox
from olark_inbox.store import schema
from olark_inbox.store.connection import open_writer
from olark_inbox.store.following import TABLES
from olark_inbox.store.rows import Order, View
from tests.store.makers import Ticking, keys

_OLD = """
insert into conversation (id, arrival, received_ms, started_ms, kind, unanswered, automatic, manual,
    waiting, anonymous, lines, rating, sample, key_print, name, email, phone, visitor_id, agents,
    tags, own_tags, groups, preview, key)
values (1, 10, 1, 1, 'transcript', 0, 0, 0, 0, 0, 1, 5, 0, 1, 'Émile', '', '', '', '', '',
        '["vip", "bike"]', '', '', 'a'),
    (2, 20, 1, 1, 'offline', 0, 0, 0, 1, 0, 1, null, 0, 2, 'Zoë', '', '', '', '', '',
        '["vip"]', '', '', 'b'),
    (3, 30, 1, 1, 'transcript', 0, 0, 0, 0, 0, 1, 2, 0, 3, 'ann', '', '', '', '', '',
        '', '', '', 'c')
"""


def test_a_store_of_before_keeps_its_tags_and_gets_its_orders(folders):
    connection = open_writer(folders.store)
    for number in range(schema.MIGRATIONS.index(TABLES)):
        connection.execute(schema.MIGRATIONS[number])
        connection.pragma("user_version", number + 1)
    connection.execute(_OLD)
    connection.close()
    inbox = Inbox.open(folders, Ticking())
    assert keys(inbox, View.OWN, label="vip") == ["b", "a"]
    assert [(tag.name, tag.total) for tag in inbox.tags.every().result()] == [
        ("bike", 1),
        ("vip", 2),
    ]
    assert keys(inbox, order=Order.NAME) == ["c", "a", "b"]
    assert keys(inbox, order=Order.RATING) == ["c", "a", "b"]
    assert keys(inbox, View.NEEDS_REPLY) == ["b"]
    assert inbox.row(1).result().own_tags == ("bike", "vip")
    inbox.close()
