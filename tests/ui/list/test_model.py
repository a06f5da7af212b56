"""The windowed model, over a real inbox."""

import asyncio

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from olark_inbox.store.rows import Order, Query, View
from olark_inbox.ui.list.places import KEPT
from tests.ui.list.makers import chat, offline, post, post_many, read, row, shown


@pytest.fixture
def tester(model):
    """Every signal of the model is checked against its rows, in each test here."""
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, mode)


pytestmark = pytest.mark.usefixtures("tester")


async def show(model, query=None):
    model.set_query(query or Query())
    await model.settle()


def test_the_newest_conversation_stands_on_top(run, inbox, model):
    first, second = post(inbox, chat(), chat())

    async def story():
        await show(model)
        assert shown(model) == [second, first]

    run(story())


def test_arrivals_are_inserted_on_top_without_a_reset(run, inbox, model):
    old = post(inbox, chat(), chat())

    async def story():
        await show(model)
        resets = QSignalSpy(model.modelReset)
        inserts = QSignalSpy(model.rowsInserted)
        new = post(inbox, chat(), chat(), chat())
        await read(model, inbox)
        assert shown(model) == [*reversed(new), *reversed(old)]
        assert (resets.count(), inserts.count()) == (0, 1)

    run(story())


def test_what_arrives_for_days_is_not_all_kept_in_memory(run, inbox, model):
    post(inbox, chat())
    new = [row(id=1_000 + number) for number in range(3 * KEPT)]

    async def story():
        await show(model)
        for at in range(0, len(new), 500):
            model.insert(0, new[at : at + 500][::-1])
        assert len(model.places) <= KEPT
        assert shown(model)[:50] == [one.id for one in reversed(new[-50:])]
        assert model.total == len(new) + 1

    run(story())


def test_a_chat_posted_again_with_more_lines_moves_to_the_top(run, inbox, model):
    payload = chat("First words")
    ids = post(inbox, payload, chat(), chat())

    async def story():
        await show(model)
        kept = QPersistentModelIndex(model.index(model.place_of(ids[0]), 0))
        moves = QSignalSpy(model.rowsMoved)
        more = {"kind": "MessageToOperator", "body": "And one more", "timestamp": "1763639900"}
        post(inbox, payload | {"items": [*payload["items"], more]})
        await read(model, inbox)
        assert shown(model) == [ids[0], ids[2], ids[1]]
        assert kept.row() == 0
        assert moves.count() == 1
        assert model.row_at(0).preview == "And one more"

    run(story())


def test_a_conversation_marked_done_leaves_the_inbox_and_comes_back_by_undo(run, inbox, model):
    ids = post(inbox, chat(), chat(), chat())

    async def story():
        await show(model)
        undo = await asyncio.wrap_future(inbox.mark([ids[1]], done=True))
        await read(model, inbox)
        assert shown(model) == [ids[2], ids[0]]
        await asyncio.wrap_future(inbox.undo(undo))
        await read(model, inbox)
        assert shown(model) == [ids[2], ids[1], ids[0]]

    run(story())


def test_reading_changes_the_row_in_its_place(run, inbox, model):
    ids = post(inbox, chat(), chat())

    async def story():
        await show(model)
        changed = QSignalSpy(model.dataChanged)
        await asyncio.wrap_future(inbox.seen(ids[0]))
        await read(model, inbox)
        assert [model.row_at(place).unread for place in range(2)] == [True, False]
        assert changed.count() == 1
        assert changed.at(0)[0].row() == 1

    run(story())


def test_an_offline_list_takes_only_offline_messages(run, inbox, model):
    post(inbox, chat())

    async def story():
        await show(model, Query(View.OFFLINE))
        assert model.total == 0
        (wanted, _) = post(inbox, offline("Call me"), chat())
        await read(model, inbox)
        assert shown(model) == [wanted]

    run(story())


def test_a_search_takes_in_new_hits_and_loses_old_ones(run, inbox, model):
    ids = post(inbox, chat("my wheel"), chat("my saddle"), chat("a wheel again"))

    async def story():
        await show(model, Query(View.ALL, words="wheel"))
        assert shown(model) == [ids[2], ids[0]]
        resets = QSignalSpy(model.modelReset)
        (third,) = post(inbox, chat("one more wheel"))
        await asyncio.wrap_future(inbox.mark([ids[2]], binned=True))
        await read(model, inbox)
        assert shown(model) == [third, ids[0]]
        assert resets.count() == 0

    run(story())


@pytest.mark.parametrize("order", [Order.OLDEST, Order.NAME, Order.WAITING])
def test_every_order_shows_what_the_store_says_after_arrivals(run, inbox, model, order):
    post(inbox, chat(name="Berta"), offline("x", name="Dora"))

    async def story():
        await show(model, Query(order=order))
        post(inbox, chat(name="Anna"), offline("y", name="Cleo"))
        await read(model, inbox)
        expected = await asyncio.wrap_future(inbox.find(Query(order=order), 0, 50))
        assert shown(model) == [row.id for row in expected.rows]

    run(story())


def test_a_far_place_is_loaded_when_it_is_shown(run, inbox, model):
    post_many(inbox, 400, lambda number: chat(f"number {number}"))

    async def story():
        await show(model)
        assert model.total == 400
        assert model.row_at(300) is None
        assert model.data(model.index(300, 0)) is None
        model.show(300, 306)
        await model.settle()
        assert model.row_at(303).preview == "number 96"

    run(story())


def test_arrivals_while_a_page_is_on_its_way_do_not_shift_it(run, inbox, model):
    post_many(inbox, 400, lambda number: chat(f"number {number}"))

    async def story():
        await show(model)
        model.show(200, 206)
        post(inbox, chat(), chat(), chat())
        await model.settle()
        await read(model, inbox)
        expected = await asyncio.wrap_future(inbox.find(Query(), 203, 7))
        assert [model.row_at(place) for place in range(203, 210)] == list(expected.rows)
        assert model.total == 403

    run(story())


def test_far_down_a_search_keeps_its_rows_while_hits_arrive(run, inbox, model):
    post_many(inbox, 500, lambda number: chat(f"wheel {number}"))

    async def story():
        query = Query(View.ALL, words="wheel")
        await show(model, query)
        model.show(300, 306)
        await model.settle()
        kept = QPersistentModelIndex(model.index(303, 0))
        seen = model.row_at(303).id
        post(inbox, chat("wheel"), chat("wheel"))
        await read(model, inbox)
        assert kept.row() == 305
        assert model.row_at(305).id == seen

    run(story())


def test_a_conversation_is_found_wherever_it_stands(run, inbox, model):
    first = post(inbox, chat("the very first"))
    post_many(inbox, 300, lambda number: chat())

    async def story():
        await show(model)
        assert model.place_of(first[0]) is None
        assert await model.locate(first[0]) == 300
        assert await model.locate(10**9) is None

    run(story())


def test_a_newer_query_wins_over_one_on_its_way(run, inbox, model):
    ids = post(inbox, chat("wheel"), offline("saddle"))

    async def story():
        model.set_query(Query(View.ALL, words="wheel"))
        model.set_query(Query(View.OFFLINE))
        await model.settle()
        assert shown(model) == [ids[1]]

    run(story())


def test_too_many_changes_are_read_again(run, inbox, model):
    ids = post(inbox, chat(), chat())

    async def story():
        await show(model)
        more = await asyncio.to_thread(post, inbox, chat())
        changes = await asyncio.wrap_future(inbox.changes_since(model.number))
        model.refresh(type(changes)(number=changes.number, reset=True))
        await model.settle()
        assert shown(model) == [*more, *reversed(ids)]

    run(story())


def test_a_row_reads_as_one_sentence(run, inbox, model):
    post(
        inbox,
        chat("Perfect, thank you", name="Bob Doe", visitor={"chat_feedback": {"overall_chat": 5}}),
    )

    async def story():
        await show(model)
        words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert words == "Bob Doe, chat, unread, just now, rated 5, Perfect, thank you"

    run(story())


@pytest.mark.slow
def test_a_search_with_very_many_hits_is_counted_to_the_end(run, inbox, model):
    post_many(inbox, 1_300, lambda number: chat(f"wheel {number}"))

    async def story():
        exact = QSignalSpy(model.found_changed)
        model.set_query(Query(View.ALL, words="wheel"))
        await model.settle()
        assert exact.count() > 0
        assert (model.total, model.total_exact) == (1_300, True)
        model.show(1_280, 1_299)
        await model.settle()
        assert model.row_at(1_299).preview == "wheel 0"
        post(inbox, chat("one more wheel"))
        await read(model, inbox)
        assert (model.total, model.total_exact) == (1_301, True)

    run(story())


def test_a_page_and_a_comparison_of_a_search_do_not_cut_each_other_off(run, inbox, model):
    post_many(inbox, 300, lambda number: chat(f"wheel {number}"))

    async def story():
        await show(model, Query(View.ALL, words="wheel"))
        model.show(150, 156)
        model.read_again()
        model.show(200, 206)
        await model.settle()
        assert all(model.row_at(place) is not None for place in range(200, 207))

    run(story())
