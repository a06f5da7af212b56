"""What things cost beside each other: a guard against slowness that creeps in.

Only ratios of work done in the same minute on the same machine, each the least of several rounds,
with wide bands: they fail for a slip of several times, not for a busy machine. The figures
themselves come from `python -m tests.bench`.
"""

import json
import sys
import time
import urllib.parse
from collections.abc import Callable

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export.save import Format
from olark_inbox.inbox import Body, Inbox
from olark_inbox.olark.body import read_body
from olark_inbox.store.rows import Query, View
from tests.bench.export import pages_of, save
from tests.bench.floors import plain_csv, plain_pdf
from tests.bench.payloads import chat, form

if sys.platform != "win32":
    from tests.bench.window import start_ratio

FORM = "application/x-www-form-urlencoded"
pytestmark = pytest.mark.slow


def least(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the processor time of the quickest round, whatever else this machine does."""
    took = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def test_reading_a_chat_costs_little_more_than_its_form_and_json():
    bodies = [form(chat(number)) for number in range(200)]

    def ours():
        for body in bodies:
            assert read_body(body, FORM).conversations

    def plainly():
        for body in bodies:
            json.loads(urllib.parse.parse_qs(body.decode())["data"][0])

    # Usually 1.2.
    assert least(ours) / least(plainly) < 3


@pytest.fixture
def inboxes(tmp_path):
    small, large = (Inbox.open(open_folders(tmp_path / name)) for name in ("small", "large"))
    fill(small, 0, 300)
    fill(large, 0, 6_000)
    yield small, large
    small.close()
    large.close()


def fill(inbox, first, last):
    for at in range(first, last, 500):
        numbers = range(at, min(last, at + 500))
        for waiting in [inbox.accept(Body(form(chat(number)), FORM)) for number in numbers]:
            waiting.result()


def test_a_delivery_a_search_and_the_list_cost_the_same_in_a_larger_store(inboxes):
    small, large = inboxes
    numbers = iter(range(100_000, 900_000, 200))

    def deliver(inbox):
        first = next(numbers)
        fill(inbox, first, first + 200)

    def look(inbox):
        inbox.find(Query(View.INBOX)).result()
        inbox.counts().result()

    def search(inbox):
        for words in ("wheel", "brake pads", "maya", "w"):
            inbox.find(Query(View.ALL, words=words)).result()

    for work in (deliver, look, search):
        ratio = least(lambda work=work: work(large)) / least(lambda work=work: work(small))
        # Usually 1.0 to 1.3 at twenty times as many.
        assert ratio < 4, work.__name__


def test_deliveries_that_come_together_share_a_commit(inboxes):
    inbox, _ = inboxes
    numbers = iter(range(1_000_000, 9_000_000, 64))

    def together():
        first = next(numbers)
        fill(inbox, first, first + 64)

    def apart():
        first = next(numbers)
        for number in range(first, first + 64):
            inbox.accept(Body(form(chat(number)), FORM)).result()

    # Usually 3 to 5; on a disk that syncs in no time it is less.
    assert least(apart) / least(together) > 1.3


@pytest.fixture
def shop(tmp_path):
    inbox = Inbox.open(open_folders(tmp_path / "shop"))
    fill(inbox, 0, 200)
    yield inbox
    inbox.close()


def test_a_table_costs_a_few_times_its_cells_out_of_a_ready_table(shop, tmp_path):
    target, cells = tmp_path / "ours.csv", tmp_path / "cells.sqlite"
    save(shop, Format.CONVERSATIONS, target)
    plain_csv.prepare(target, cells)
    ours = least(lambda: save(shop, Format.CONVERSATIONS, target), 3)
    # Usually 3; 8 where all that is known of each chat is made for it.
    assert ours / least(lambda: plain_csv.write(tmp_path / "plain.csv", cells), 3) < 12


def test_pages_are_written_at_a_fair_part_of_the_plainest_pace(shop, tmp_path, qapp):
    pages = pages_of(shop, tmp_path / "ours.pdf")
    ours = least(lambda: save(shop, Format.PDF, tmp_path / "ours.pdf"), 3)
    # Usually 2 to 3.
    assert ours / least(lambda: plain_pdf.write(tmp_path / "plain.pdf", pages), 3) < 7


@pytest.mark.skipif(sys.platform == "win32", reason="it does not tell a child's processor time")
def test_the_window_shows_for_little_more_than_an_empty_one_costs(tmp_path):
    # Usually 1.5 in processor time; 5 and more where all of the program is loaded before.
    start_ratio(tmp_path, 1)  # Python writes down what it compiled
    assert start_ratio(tmp_path, 4) < 2.5
