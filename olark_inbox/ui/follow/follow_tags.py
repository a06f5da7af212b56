"""The owner's own tags: put on, taken off, made, renamed, coloured, deleted."""

import asyncio
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.owntags import NameTaken
from olark_inbox.store.rows import Counts, OwnTag, Row, View
from olark_inbox.ui.follow.follow import Follow
from olark_inbox.ui.frame import follow_menus
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit import ask, words
from olark_inbox.ui.kit.tag_colours import TagColours
from olark_inbox.ui.kit.words import translate


class FollowTags(QObject):
    """Joins menus, sidebar and store."""

    def __init__(self, follow: Follow, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._follow, self.desk, self._inbox = follow, follow.desk, inbox
        self.colours = TagColours(settings)
        self._tags: tuple[OwnTag, ...] = ()
        self._about: Row | None = None
        """The one row the menu is about; None: all that is chosen."""
        window, toolbar = self.desk.window, self.desk.window.detail.toolbar
        self.desk.flow.counted.connect(self._on_counts)
        toolbar.tag_clicked.connect(lambda: self.tag(toolbar.tag))
        follow.tag_wanted.connect(self.tag)
        window.list.view.tag_clicked.connect(self.tag_one)
        window.menus.connect({"tag": self.tag})
        window.sidebar.menu_wanted.connect(self._on_place_menu)

    def tag(self, at: QWidget | None = None) -> None:
        """Offer the owner's tags for all that is chosen."""
        self._about = None
        self._offer(self._follow.rows(), at, None)

    def tag_one(self, conversation: int) -> None:
        """Offer them for one row, whatever is selected."""
        model = self.desk.window.list.model
        place = model.place_of(conversation)
        row = None if place is None else model.row_at(place)
        if row is not None:
            self._about = row
            self._offer([row], None, QCursor.pos())

    def _offer(self, rows: list[Row], at: QWidget | None, place: QPoint | None) -> None:
        menu = follow_menus.tag_menu(self.desk.window, self._tags, rows, self._put, self._new_tag)
        self._follow.pop(menu, at, place)

    def _put(self, tag: OwnTag, on: bool) -> None:  # noqa: FBT001 - a menu's answer
        self._wear(tag.id, tag.name, on=on)

    def _wear(self, tag: int, name: str, *, on: bool) -> None:
        phrase = (
            translate("Follow", "Tagged “{0}”: {1}") if on
            else translate("Follow", "Tag “{0}” taken off: {1}")
        )  # fmt: skip
        rows = self._follow.rows() if self._about is None else [self._about]
        self._follow.act(
            lambda about, told: self._inbox.many.tag(about, tag, on=on, progress=told),
            lambda count: phrase.format(words.shortened(name, 30), _counted(rows, count)),
            None if self._about is None else [self._about.id],
        )

    def _new_tag(self) -> None:
        dialog = ask.AskName(
            self.desk.window, translate("Follow", "New tag"), translate("Follow", "Create")
        )
        dialog.answered.connect(
            lambda name: self.desk.flow.start_task(self._create_tag(name), "new tag")
        )
        dialog.open()

    async def _create_tag(self, name: str) -> None:
        try:
            made = await asyncio.wrap_future(self._inbox.tags.create(name))
        except ValueError:
            return  # nothing but quotation marks was typed
        self._wear(made, name.strip(), on=True)

    def _on_place_menu(self, place: Place, at: QPoint) -> None:
        tag = next((one for one in self._tags if one.name == place.label), None)
        if place.view is View.TAG:
            self._follow.pop(self._olarks_menu(place.label), None, at)
        if place.view is not View.OWN or tag is None:
            return
        flow, tags = self.desk.flow, self._inbox.tags
        menu = follow_menus.own_tag_menu(
            self.desk.window,
            tag,
            partial(self._rename_tag, tag),
            lambda number: flow.do(
                tags.recolour(tag.id, number), translate("Follow", "The tag has another colour")
            ),
            lambda: self._delete_tag(tag),
        )
        self._follow.pop(menu, None, at)

    def _olarks_menu(self, name: str) -> QMenu:
        """Only its colour is the owner's."""
        chosen = self.colours.of(name)
        return follow_menus.colour_menu(self.desk.window, chosen, partial(self._recolour, name))

    def _recolour(self, name: str, hue: int) -> None:
        if self.colours.choose(name, hue):
            self._repaint()

    def _rename_tag(self, tag: OwnTag) -> None:
        dialog = ask.AskName(
            self.desk.window, translate("Follow", "Rename the tag"),
            translate("Follow", "Rename"), tag.name,
        )  # fmt: skip
        dialog.answered.connect(
            lambda name: self.desk.flow.start_task(self._renamed(tag, name), "rename a tag")
        )
        dialog.open()

    async def _renamed(self, tag: OwnTag, name: str) -> None:
        try:
            undo = await asyncio.wrap_future(self._inbox.tags.rename(tag.id, name))
        except NameTaken as error:
            self.desk.window.toast.say(words.sentence(error), icon="triangle-alert")
            return
        except ValueError:
            return  # nothing but quotation marks was typed
        self.desk.flow.remember(undo)
        self._follow_tag(tag, name)
        if undo:
            self.desk.flow.did.emit(translate("Follow", "The tag has another name"))

    def _follow_tag(self, tag: OwnTag, name: str) -> None:
        if self.desk.window.list.place == Place(View.OWN, tag.name):
            self.desk.window.show_place(Place(View.OWN, " ".join(name.split())))

    def _delete_tag(self, tag: OwnTag) -> None:
        if self.desk.window.list.place == Place(View.OWN, tag.name):
            self.desk.window.show_place(Place(View.INBOX))
        said = translate("Follow", "Tag deleted: {0}").format(tag.name)
        self.desk.flow.do(self._inbox.tags.delete(tag.id), said)

    def _on_counts(self, counts: Counts) -> None:
        self._tags = counts.own_tags
        if self.colours.learn(counts):
            self._repaint()

    def _repaint(self) -> None:
        self.desk.window.list.view.repaint_all()
        for widget in self.desk.window.findChildren(QWidget):
            widget.update()


def _counted(rows: Sequence[Row], count: int) -> str:
    if count == 1:
        name = words.shortened(words.plain(rows[0].name), 40) if rows else ""
        return name or translate("words", "1 conversation")
    return translate("words", "%Ln conversations", "", count)
