"""Every small window there is, and how each of them is opened."""

import asyncio
import inspect

from PySide6.QtCore import QPoint

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.reach.setup_facts import Step

_BY_MENU = (
    "settings", "keys", "help", "about", "deliveries", "backups", "save_pdf", "save_table",
    "save_search", "note", "tag", "remind", "quit",
)  # fmt: skip


def _fly_out(scene) -> None:
    scene.window.sidebar.fit(narrow=True, wide=False)
    scene.window.sidebar.fly_out.click()


def _tag_menu(scene) -> None:
    place = Place(View.TAG, scene.flow.counts.tags[0][0])
    scene.window.sidebar.menu_wanted.emit(place, QPoint(50, 50))


async def _erase(scene) -> None:
    one = scene.flow.open_id
    await asyncio.wrap_future(scene.inbox.mark([one], binned=True))
    scene.window.show_place(Place(View.BIN))
    await scene.caught_up()
    scene.list.view.select(one)
    await scene.caught_up()
    scene.house.follow.erase()


async def _print(scene):
    scene.window.menus.actions["print"].trigger()
    saving = scene.house.saving
    await scene.until(lambda: saving.printing and saving.printing.dialog, "the pages")
    await scene.until(lambda: saving.printing.dialog.laying.done, "all pages")


async def _file_name(scene):
    scene.window.menus.actions["save_pdf"].trigger()
    saving = scene.house.saving
    await scene.until(lambda: saving.exporting._dialogs, "the dialog")
    saving.exporting._dialogs[0].form.names.ask()


def _newer(scene) -> None:
    scene.settings.update_found = {"version": "99.0", "page": "https://127.0.0.1:8443/"}
    scene.house.newer.show_page()


_BY_HAND = {
    "newer": _newer,
    "licences": lambda scene: scene.house.pages.licences(),
    "closing": lambda scene: scene.window.close_wanted.emit(),
    "timeline": lambda scene: scene.house.follow_open.show_timeline(),
    "remind on a day": lambda scene: scene.house.follow._remind_day(),
    "new tag": lambda scene: scene.house.follow_tags._new_tag(),
    "paste": lambda scene: scene.house.reaching.open_paste(),
    "order": lambda scene: scene.list.order_button.click(),
    "filters": lambda scene: scene.house.searching.show_filters(),
    "row": lambda scene: scene.list.view.menu_requested.emit(scene.flow.open_id, QPoint(50, 50)),
    "fly-out": _fly_out,
    "colour": _tag_menu,
    "erase": _erase,
    "print": _print,
    "name of a file": _file_name,
} | {
    f"setup {step + 1}": lambda scene, step=step: scene.house.reaching.open_guide(step)
    for step in Step
}

SMALL_WINDOWS = (*_BY_MENU, *_BY_HAND)


async def open_small_window(scene, name: str) -> None:
    """Open one over the window; the conversation it is about is open."""
    if name in _BY_MENU:
        scene.window.menus.actions[name].trigger()
    else:
        done = _BY_HAND[name](scene)
        if inspect.isawaitable(done):
            await done
    await scene.caught_up()
