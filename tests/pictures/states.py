"""The states of the window that are pictured: how each of them comes about, by real parts."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from olark_inbox.export.pdf.paper import A4
from olark_inbox.export.save import Saved
from olark_inbox.inbox import Body
from olark_inbox.store.rows import View
from olark_inbox.tunnel.standing import STATE, Standing, Status
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.presence.tray import Tray, TrayWords
from olark_inbox.ui.reach.setup_facts import Step
from olark_inbox.ui.saving.export_dialog import ExportDialog
from olark_inbox.ui.saving.export_jobs import Job, Stage
from tests.pictures import shop

BASE = "https://spoke-chain-pine.ngrok-free.dev"
ADDRESS_END = "k7Qm2x9LwT4vAbCdEfGhIjK"
_ALERTS = ("offline", "unanswered", "transcript", "start", "reminder", "rating")
_MINUTE = 60_000


@dataclass(frozen=True)
class State:
    """What is done with a fresh window, and how large it is."""

    story: Callable[..., Awaitable[None]]
    size: tuple[int, int] = (1280, 800)
    whole: bool = True
    """Otherwise only what is open over the window is kept."""
    menu: Callable[..., None] | None = None
    """Opens a menu over it; a menu is made anew for each look."""


STATES: dict[str, State] = {}


def state(size: tuple[int, int] = (1280, 800), *, whole: bool = True):
    def keep(story):
        name = story.__name__.strip("_").replace("_", "-")
        STATES[name] = State(story, size, whole)
        return story

    return keep


# What most of them begin with


def quiet(scene) -> None:
    for kind in _ALERTS:
        # An alert tells of what arrived when it likes, in front of what is compared here.
        setattr(scene.settings, f"alerts_{kind}", False)
    # Else each tag has the colour that is free when it comes, and they come in no order.
    tags = ("repair", "order", "wheels", "e-bike", "kids")
    scene.settings.tag_colours = dict(zip(tags, (0, 2, 3, 4, 5), strict=True))


async def listening(scene) -> None:
    said = {"status": "listening", "port": 8765, "since_ms": shop.at("08:01"), "sentence": ""}
    await asyncio.wrap_future(scene.inbox.set_state("receiver", said))


async def stand(scene, **more) -> None:
    """Say how the public address stands, as whoever keeps it does."""
    checked = scene.flow.clock() - 3 * _MINUTE
    values = {"way": "ngrok", "address": BASE, "proven_ms": checked, "took_ms": 310, **more}
    standing = Standing(values.pop("status", Status.PROVEN), **values)
    await asyncio.wrap_future(scene.inbox.set_state(STATE, standing.written()))
    await scene.caught_up()


async def fill(scene) -> None:
    quiet(scene)
    await listening(scene)
    await stand(scene)
    for received_ms, raw in shop.conversations():
        body = Body(raw, "application/json", received_ms=received_ms)
        await asyncio.wrap_future(scene.inbox.accept(body))
    await scene.caught_up()


async def follow_up(scene) -> None:
    """Tag, note, star, remind and save searches as the owner of a shop does."""
    await fill(scene)
    inbox = scene.inbox
    tags = [await asyncio.wrap_future(inbox.tags.create(n)) for n in ("Call back", "Regular")]
    ids = [scene.row(place).id for place in range(5)]
    note = "Ring her about the wheel on Friday.\nShe wants the blue one."
    for wish in (
        inbox.tags.put_on(ids[1:4], tags[1]),
        inbox.tags.put_on(ids[1:2], tags[0]),
        inbox.notes.write(ids[1], note),
        inbox.mark(ids[1:2], starred=True),
        inbox.reminders.remind([ids[1]], scene.flow.clock() + 66 * 3_600_000),
        inbox.searches.save("Wheel truing", "wheel"),
        inbox.searches.save("Rated 3 stars or less", "rating:<=3"),
    ):
        await asyncio.wrap_future(wish)
    await scene.caught_up()
    await scene.house.searching._counted()


async def open_name(scene, name: str) -> None:
    view, model = scene.list.view, scene.list.model
    place = next(n for n in range(model.total) if name in model.row_at(n).name)
    view.select_place(place)
    wanted = model.row_at(place).id
    await scene.until(lambda: scene.detail.conversation_id == wanted, name)
    await scene.caught_up()


async def trigger(scene, name: str) -> None:
    scene.window.menus.actions[name].trigger()
    await scene.caught_up()


# The window


@state()
async def first(scene):
    quiet(scene)


@state()
async def first_public(scene):
    quiet(scene)
    await listening(scene)
    await stand(scene)


@state()
async def main(scene, who="Priya"):
    await fill(scene)
    await open_name(scene, who)


@state()
async def follow(scene):
    await follow_up(scene)
    await open_name(scene, "Priya")


@state()
async def search(scene):
    await follow_up(scene)
    scene.list.search.line.setText("tag:Regular has:email wheel")
    await scene.caught_up()
    scene.list.view.select_place(0)
    await scene.until(lambda: scene.detail.conversation_id, "an open conversation")


@state()
async def search_nothing(scene):
    await fill(scene)
    scene.list.search.line.setText("unicycle")


@state()
async def bulk(scene):
    await follow_up(scene)
    flags = QItemSelectionModel.SelectionFlag
    for place in range(1, 5):
        index = scene.list.model.index(place, 0)
        scene.list.view.selectionModel().select(index, flags.Select | flags.Rows)
    scene.list.view.setFocus()


@state()
async def live(scene, who="Helena"):
    await fill(scene)
    scene.window.show_place(Place(View.LIVE))
    await scene.caught_up()
    await open_name(scene, who)


for _name, _story, _who in (
    ("start", live, "Visitor"),
    ("offline", main, "Marcus"),
    ("unanswered", main, "Owen"),
    ("arabic", main, "ليلى"),
):
    STATES[_name] = State(partial(_story, who=_who))


@state()
async def broken(scene):
    await main(scene)
    now = scene.flow.clock()
    await stand(
        scene, status=Status.UNREACHABLE, fault="behind", proven_ms=now - 17 * _MINUTE,
        since_ms=now - 17 * _MINUTE, noticed_ms=now - 2 * _MINUTE,
    )  # fmt: skip


@state()
async def changed(scene):
    await main(scene)
    await stand(scene, changed=True)


@state()
async def gap(scene):
    await main(scene)
    reach, now = scene.inbox.reach, scene.flow.clock()
    await asyncio.wrap_future(reach.begin_gap(now - 19 * 60 * _MINUTE, now, "asleep"))
    await asyncio.wrap_future(reach.end_gap(now - 6 * 60 * _MINUTE))
    await scene.house.reaching._read()


@state()
async def compact(scene):
    await follow_up(scene)
    await trigger(scene, "compact")
    await open_name(scene, "Priya")


@state()
async def hover(scene):
    await main(scene)
    view = scene.list.view
    at = QPointF(view.visualRect(scene.list.model.index(4, 0)).center())
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    moved = QMouseEvent(
        kind, at, view.viewport().mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), moved)


@state()
async def focus(scene):
    await main(scene)
    scene.window.activateWindow()
    await scene.until(scene.window.isActiveWindow, "the window in front")
    scene.list.view.setFocus()
    QTest.keyClick(scene.list.view, Qt.Key.Key_Down)
    QTest.keyClick(scene.list.view, Qt.Key.Key_Up)
    await scene.caught_up()


@state()
async def toast(scene):
    await main(scene)
    scene.flow.mark("starred", [scene.flow.open_id], on=True)
    await scene.caught_up()


@state()
async def zero(scene):
    await fill(scene)
    scene.flow.mark("done", [scene.row(n).id for n in range(scene.list.model.total)], on=True)
    await scene.caught_up()
    scene.window.toast.dismiss()
    scene.flow.close()
    scene.list.view.clearSelection()
    scene.window.show_place(Place(View.NEEDS_REPLY))


@state()
async def find(scene):
    await main(scene)
    scene.detail.start_find()
    QTest.keyClicks(scene.detail.find_bar.field, "wheel")


@state()
async def news(scene):
    await fill(scene)
    await open_name(scene, "Marcus")
    for one in shop.later():
        await asyncio.wrap_future(scene.inbox.accept(Body(one, "application/json")))
    await scene.caught_up()


for _name, _size in (
    ("small", (1092, 535)),
    ("least", (880, 500)),
    ("large", (1600, 1000)),
):
    STATES[_name] = State(follow, _size)


# What opens over it


def _bar_menu(number: int):
    def pop(scene):
        bar = scene.window.menuBar()
        action = bar.actions()[number]
        action.menu().popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))

    return pop


def _row_menu(scene):
    view = scene.list.view
    view.menu_requested.emit(scene.flow.open_id, view.mapToGlobal(QPoint(120, 150)))


def _own_tag_menu(scene):
    place = next(one for one in scene.window.sidebar.buttons() if one.view is View.OWN)
    scene.window.sidebar.menu_wanted.emit(place, scene.window.mapToGlobal(QPoint(120, 400)))


def _tray_menu(scene):
    scene.tray = Tray(scene.window)  # a screen without a tray has none
    words = TrayWords(scene.desk.board.state, scene.flow.counts, last_alert="Marcus Bell wrote")
    scene.tray.show_words(words)
    scene.tray.menu.popup(scene.window.mapToGlobal(QPoint(800, 300)))


async def _narrow(scene):
    scene.window.resize(880, 800)
    await follow(scene)


_MENUS = {
    "fly-out": (_narrow, lambda scene: scene.window.sidebar.fly_out.click()),
    "save": (main, lambda scene: scene.detail.toolbar.save.click()),
    "remind": (follow, lambda scene: scene.detail.toolbar.remind.click()),
    "tag": (follow, lambda scene: scene.detail.toolbar.tag.click()),
    "own-tag": (follow, _own_tag_menu),
    "row": (main, _row_menu),
    "tray": (main, _tray_menu),
    "order": (main, lambda scene: scene.list.order_button.click()),
} | {
    name: (main, _bar_menu(number))
    for number, name in enumerate(("file", "edit", "view", "conversation", "help"))
}
for _name, (_story, _pop) in _MENUS.items():
    STATES[f"menu-{_name}"] = State(_story, whole=False, menu=_pop)


def _page(name: str):
    async def opened(scene):
        await main(scene)
        await trigger(scene, name)
        if name == "about":
            # Where the test lies is another place each time.
            where = "/home/maya/.local/share/Olark Inbox"
            scene.house.pages.page(name).where.setText(where)

    return opened


for _name in (
    "settings",
    "keys",
    "about",
    "help",
    "deliveries",
    "backups",
    "save_pdf",
    "save_table",
):
    STATES[_name.replace("_", "-")] = State(_page(_name), whole=False)


@state(whole=False)
async def print_(scene):
    await main(scene)
    await trigger(scene, "print")
    saving = scene.house.saving
    await scene.until(lambda: saving.printing and saving.printing.dialog, "the pages")
    dialog = saving.printing.dialog
    dialog._paper = A4  # whatever a printer of this computer is set to
    dialog._lay()
    await scene.until(lambda: dialog.laying.done, "all pages")


def _job(stage: Stage):
    async def shown(scene):
        await main(scene)
        scene.list.view.selectAll()
        await trigger(scene, "save_pdf")
        dialog = next(one for one in scene.window.findChildren(ExportDialog) if one.isVisible())
        await scene.until(dialog._number, "the number")
        target = Path("/home/maya/Documents/2026-11-20 Inbox.pdf")
        wanted = dialog.form.choices.wanted(dialog.form.chosen(), target, scene.settings)
        # A job that nobody carries out stands still while it is looked at.
        job = Job(wanted, stage, done=4, total=dialog._number(), name="Helena Kovač")
        job.began_s = time.monotonic() - 4 * _MINUTE / 1000
        if stage is Stage.SAVED:
            job.saved = Saved(dialog._number(), (target,), starts_left_out=2)
        dialog._show_job(job)

    return shown


for _stage in (Stage.WRITING, Stage.SAVED):
    STATES[f"save-{_stage}"] = State(_job(_stage), whole=False)


def _scrolled(name: str, screens: int):
    async def opened(scene):
        await main(scene)
        await trigger(scene, name)
        page = scene.house.pages.page(name)
        for area in page.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + screens * bar.pageStep())

    return opened


for _number in range(1, 5):
    STATES[f"settings-{_number + 1}"] = State(_scrolled("settings", _number), whole=False)


def _setup(step: Step):
    async def opened(scene):
        quiet(scene)
        await listening(scene)
        if step > Step.ADDRESS:
            await stand(scene)
        scene.house.reaching.open_guide(step)
        await scene.caught_up()

    return opened


for _step in Step:
    STATES[f"setup-{_step + 1}"] = State(_setup(_step), whole=False)


@state(whole=False)
async def timeline(scene):
    await main(scene)
    await trigger(scene, "timeline")


@state(whole=False)
async def erase(scene):
    await main(scene)
    await trigger(scene, "bin")
    scene.window.show_place(Place(View.BIN))
    await scene.caught_up()
    await open_name(scene, "Priya")
    await trigger(scene, "erase")


@state(whole=False)
async def closing(scene):
    await main(scene)
    scene.window.close_wanted.emit()


@state(whole=False)
async def quitting(scene):
    await main(scene)
    await trigger(scene, "quit")


@state(whole=False)
async def remind_day(scene):
    await main(scene)
    scene.house.follow._remind_day()


@state(whole=False)
async def new_tag(scene):
    await main(scene)
    scene.house.follow_tags._new_tag()


@state(whole=False)
async def paste(scene):
    await main(scene)
    scene.house.reaching.open_paste()
