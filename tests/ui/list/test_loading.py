"""Whatever happens, in whatever order, the list ends up as the store has it."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.store import landmarks
from olark_inbox.store.rows import Order, Query, View
from olark_inbox.ui.list import loading
from olark_inbox.ui.list.model import ConversationModel
from tests.ui.list.makers import Clock, chat, offline, post

QUERIES = st.sampled_from([
    Query(),
    Query(View.ALL),
    Query(View.DONE),
    Query(View.STARRED),
    Query(View.NEEDS_REPLY),
    Query(View.TAG, label="wheels"),
    Query(View.ALL, words="wheel"),
    Query(order=Order.OLDEST),
    Query(order=Order.NAME),
])  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["new", "offline", "more", "done", "undone", "star", "bin", "look", "tell"]
        ),
        st.integers(0, 40),
    ),
    max_size=25,
)


class Shop:
    """A small inbox and what was done in it."""

    def __init__(self, folder: str) -> None:
        self.clock = Clock()
        self.inbox = Inbox.open(open_folders(Path(folder)), self.clock)
        self.payloads: list[dict] = []
        self.ids: list[int] = []

    def post(self, payload) -> None:
        self.clock.minutes(1)
        (number,) = post(self.inbox, payload)
        if number not in self.ids:
            self.ids.append(number)
            self.payloads.append(payload)

    def do(self, what: str, which: int) -> None:
        if what in ("new", "offline"):
            make = chat if what == "new" else offline
            self.post(
                make(f"wheel {which}" if which % 2 else "saddle", tags=["wheels"] * (which % 3))
            )
            return
        place = which % len(self.ids)
        if what == "more":
            line = {"kind": "MessageToOperator", "body": f"more {which}", "timestamp": "1763639900"}
            self.payloads[place] |= {"items": [*self.payloads[place]["items"], line]}
            self.post(self.payloads[place])
            return
        marks = {"done": {"done": True}, "undone": {"done": False}, "star": {"starred": True},
                 "bin": {"binned": which % 2 == 0}}  # fmt: skip
        self.inbox.mark([self.ids[place]], **marks[what]).result(120)


@settings(max_examples=60)
@given(query=QUERIES, steps=STEPS, known=st.integers(1, 12))
def test_the_list_is_what_the_store_says_after_any_history(run, query, steps, known):
    with TemporaryDirectory() as folder:
        shop = Shop(folder)
        for number in range(known):
            shop.do("new", number)
        model = ConversationModel(shop.inbox, clock=shop.clock)
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )

        async def tell():
            changes = await asyncio.wrap_future(shop.inbox.changes_since(model.heard))
            model.refresh(changes)

        async def story():
            model.set_query(query)
            await model.settle()
            model.heard = model.number
            for what, which in steps:
                if what == "tell":
                    await tell()
                elif what == "look":
                    model.show(which % 10, which % 10 + 3)
                else:
                    shop.do(what, which)
            await tell()
            await model.settle()
            model.show(0, max(0, model.total - 1))
            await model.settle()
            found = await asyncio.wrap_future(shop.inbox.find(query, 0, 200))
            rows = [model.row_at(place) for place in range(model.total)]
            assert [row and row.id for row in rows] == [row.id for row in found.rows]
            if not query.words:
                assert rows == list(found.rows)

        try:
            run(story())
        finally:
            model.close()
            del tester
            shop.inbox.close()


def test_a_long_list_is_got_to_know_before_anybody_jumps(run, model, inbox, monkeypatch):
    for module, name, value in (
        (loading, "LONG", 5), (landmarks, "SORTED", 0), (landmarks, "STEP", 3),
        (landmarks, "PIECE", 1),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    for _ in range(10):
        post(inbox, chat())

    async def story():
        model.set_query(Query())
        await model.settle()
        await model._loader._survey._task
        assert inbox.survey(Query()).result() is False
        model.set_query(Query(words="hello"))
        await model.settle()
        assert model._loader._survey._task is None

    run(story())
