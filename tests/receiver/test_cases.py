"""Every shape Olark is known to send, posted over HTTP into a real store, in every order."""

import itertools
import json
import urllib.parse
from pathlib import Path

import pytest

from olark_inbox.store.rows import Query, View

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
MANIFEST = json.loads((SAMPLES / "manifest.json").read_text("utf-8"))
CASES = {case["file"]: case for case in MANIFEST["cases"]}
LISTED = ("transcript", "offline", "start")
NOT_KEPT = "foreign"
ORDERS = [
    (order, sequence["rows"])
    for sequence in MANIFEST["sequences"]
    for order in itertools.permutations(sequence["files"])
]


def body_of(case):
    raw = (SAMPLES / case["file"]).read_bytes()
    return b"data=" + urllib.parse.quote_plus(raw).encode() if case["encode"] else raw


def send(shop, case):
    kind = case["content_type"]
    headers = [("Content-Type", kind)] if kind else [("X-Nothing", "said")]
    path = shop.path if case["right_address"] else "/"
    with shop.sender() as sender:
        return sender.post(path, body_of(case), *headers)


def rows(shop):
    return list(shop.inbox.rows_of(Query(view=View.ALL)))


def brief(row):
    return {
        "kind": row.kind.value,
        "name": row.name,
        "lines": row.lines,
        "tags": list(row.tags),
        "rating": row.rating,
        "unanswered": row.unanswered,
    }


def expected(conversation):
    wanted = ("kind", "name", "lines", "tags", "rating", "unanswered")
    return {name: conversation[name] for name in wanted}


@pytest.mark.parametrize("file", CASES)
def test_a_case_is_answered_listed_and_kept_as_it_should_be(shop, file):
    case = CASES[file]
    reply = send(shop, case)
    assert reply.status == case["status"], reply.body
    listed = case["conversations"] if case["outcome"] in LISTED else []
    assert [brief(row) for row in rows(shop)] == [expected(one) for one in reversed(listed)]
    deliveries = shop.inbox.deliveries().result(120)
    if case["outcome"] == NOT_KEPT:
        assert deliveries == ()
    else:
        (kept,) = deliveries
        assert shop.inbox.raw(kept.id).result(120) == body_of(case)
        assert kept.repaired == case["repaired"]
    again = send(shop, case)
    assert again.status == case["status"]
    assert [brief(row) for row in rows(shop)] == [expected(one) for one in reversed(listed)]


@pytest.mark.parametrize(("order", "end"), ORDERS, ids=lambda v: v if isinstance(v, str) else None)
def test_a_sequence_ends_the_same_in_every_order(shop, order, end):
    for file in order:
        assert send(shop, CASES[file]).status == CASES[file]["status"]
    assert [brief(row) for row in rows(shop)] == [expected(one) for one in end]
    # A torn copy is settled by the whole one that comes after it; after it, it may be news.
    torn_last = CASES[order[-1]]["status"] != 200
    assert shop.inbox.check().result(120).unreadable == torn_last
