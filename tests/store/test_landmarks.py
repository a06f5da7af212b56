"""A jump by landmarks shows what counting from the top would show, whatever happened before."""

import random

import apsw
import pytest

from olark_inbox.store import landmarks, marks, orders
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import chat, offline, post, rows, start

QUERIES = [
    Query(view, label, order=order)
    for view, label in (
        (View.ALL, ""),
        (View.INBOX, ""),
        (View.NEEDS_REPLY, ""),
        (View.STARRED, ""),
        (View.BIN, ""),
        (View.TAG, "sale"),
        (View.GROUP, "Sales"),
        (View.OWN, "vip"),
    )
    for order in Order
]


@pytest.fixture(autouse=True)
def near_one_another(monkeypatch):
    """Set landmarks so close that a few rows have several."""
    monkeypatch.setattr(landmarks, "STEP", 3)
    monkeypatch.setattr(landmarks, "SORTED", 0)
    monkeypatch.setattr(landmarks, "KEPT", len(QUERIES))
    monkeypatch.setattr(orders, "SORTED", 0)


class Shop:
    """What happens in an inbox, by chance."""

    def __init__(self, inbox, seed):
        self.inbox = inbox
        self.chance = random.Random(seed)  # noqa: S311 - made-up chats need no secrecy
        self.tag = inbox.tags.create("vip").result()
        self.lines = {}

    def some(self, most):
        every = [one.id for view in (View.ALL, View.BIN) for one in rows(self.inbox, view)]
        return self.chance.sample(every, min(len(every), self.chance.randint(1, most)))

    def arrives(self):
        key = f"c{self.chance.randint(0, 60)}"
        self.lines[key] = self.lines.get(key, 0) + self.chance.randint(0, 2)
        visitor = {"id": key, "fullName": self.chance.choice(["Ann", "bob", "Émile", "李", "Zoë"])}
        score = self.chance.choice([None, 1, 3, 5])
        visitor |= {"chat_feedback": {"overall_chat": score}} if score else {}
        sale = self.chance.random() < 0.6
        more = {"tags": ["sale"], "groups": [{"name": "Sales"}]} if sale else {}
        if self.chance.random() < 0.2:
            post(self.inbox, start(key))
        elif self.chance.random() < 0.3:
            post(self.inbox, offline(f"o{key}", visitor=visitor, **more))
        else:
            post(self.inbox, chat(key, ["Hello"] * (self.lines[key] + 1), visitor=visitor, **more))

    def marked(self):
        name = self.chance.choice(["unread", "starred", "done", "binned"])
        self.inbox.mark(self.some(8), **{name: self.chance.random() < 0.6}).result()

    def undone(self):
        undo = self.inbox.mark(self.some(8), binned=True).result()
        self.arrives()
        self.inbox.undo(undo).result()

    def tagged(self):
        wear = self.chance.choice([self.inbox.tags.put_on, self.inbox.tags.take_off])
        wear(self.some(8), self.tag).result()

    def tag_made_anew(self):
        self.inbox.tags.delete(self.tag).result()
        self.tag = self.inbox.tags.create("vip").result()

    def something(self):
        often = [self.arrives, self.marked, self.tagged]
        self.chance.choice([*often * 4, self.undone, self.tag_made_anew])()


def check(inbox, queries):
    for query in queries:
        plain = inbox.find(query, 0, 1_000).result().rows
        for offset in range(3, len(plain) + 4, 2):
            assert inbox.find(query, offset, 4).result().rows == plain[offset : offset + 4], query
        for at in range(0, len(plain), 3):
            assert inbox.position(query, plain[at].id).result() == at, query


@pytest.mark.parametrize("seed", range(3))
def test_every_list_is_the_same_with_landmarks_whatever_happens(inbox, seed):
    shop = Shop(inbox, seed)
    for _ in range(40):
        shop.arrives()
    check(inbox, QUERIES)
    for _ in range(12):
        for _ in range(shop.chance.randint(1, 6)):
            shop.something()
        check(inbox, shop.chance.sample(QUERIES, 12))
    check(inbox, QUERIES)


def fill(inbox, count, first=0):
    for number in range(first, first + count):
        post(inbox, chat(f"n{number}", visitor={"fullName": f"Name {number * 7 % 10}"}))


def test_more_changes_than_are_told_one_by_one_are_seen_too(inbox, monkeypatch):
    fill(inbox, 30)
    inbox.find(Query(), 25, 2).result()
    monkeypatch.setattr(marks, "TOLD", 5)
    inbox.mark([one.id for one in rows(inbox)][:20:2], done=True).result()
    check(inbox, [Query()])


def passed_over(monkeypatch):
    """Note how many rows each walk passes over."""
    passed = []
    walk = orders.Way.walk

    def noting(self, connection, columns, span, behind=None):
        passed.append(span[0])
        return walk(self, connection, columns, span, behind)

    monkeypatch.setattr(orders.Way, "walk", noting)
    return passed


@pytest.mark.parametrize("order", Order)
def test_a_jump_passes_over_few_rows_once_the_list_is_known(inbox, monkeypatch, order):
    fill(inbox, 40)
    query = Query(order=order)
    while inbox.survey(query).result():
        pass
    passed = passed_over(monkeypatch)
    for offset in range(4, 40, 5):
        inbox.find(query, offset, 2).result()
    assert max(passed) < landmarks.STEP
    assert len(passed) == 8  # one walk each: no landmark had to be set


def kept_in_memory(inbox):
    look = apsw.SQLITE_DBSTATUS_CACHE_USED
    return inbox._list.call(lambda c: c.status(look)[0]).result()


def test_what_was_walked_through_is_not_kept_in_memory(inbox):
    fill(inbox, 40)
    while inbox.survey(Query()).result():
        walked = kept_in_memory(inbox)
    assert kept_in_memory(inbox) < walked / 2


def test_looking_at_a_list_that_is_known_keeps_what_was_read_of_it(inbox):
    fill(inbox, 40)
    while inbox.survey(Query()).result():
        pass
    inbox.find(Query(), 20, 10).result()
    read = kept_in_memory(inbox)
    assert inbox.survey(Query()).result() is False
    assert kept_in_memory(inbox) >= read


def test_what_arrives_on_top_lengthens_no_jump_for_good(inbox, monkeypatch):
    query = Query()
    fill(inbox, 20)
    inbox.find(query, 15, 2).result()
    fill(inbox, 60, first=100)
    inbox.find(query, 15, 2).result()
    passed = passed_over(monkeypatch)
    plain = inbox.find(query, 0, 100).result().rows
    assert inbox.find(query, 50, 2).result().rows == plain[50:52]
    assert max(passed) <= 2 * landmarks.STEP


def test_a_short_list_needs_no_landmarks(inbox, monkeypatch):
    monkeypatch.setattr(landmarks, "SORTED", 50)
    fill(inbox, 20)
    assert inbox.survey(Query()).result() is False
    passed = passed_over(monkeypatch)
    inbox.find(Query(), 15, 2).result()
    assert passed == [15]


def test_only_the_lists_looked_at_last_are_kept(inbox, monkeypatch):
    monkeypatch.setattr(landmarks, "KEPT", 1)
    fill(inbox, 20)
    inbox.find(Query(), 15, 2).result()
    inbox.find(Query(order=Order.OLDEST), 15, 2).result()
    passed = passed_over(monkeypatch)
    inbox.find(Query(), 15, 2).result()
    assert len(passed) > 1
