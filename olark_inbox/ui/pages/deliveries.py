"""The window "What arrived from Olark": each delivery, what it changed, and as it was sent."""

import asyncio
import logging
from concurrent.futures import CancelledError
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Delivery, Outcome
from olark_inbox.ui.kit import theme, times, words
from olark_inbox.ui.kit.browser import open_help
from olark_inbox.ui.kit.controls import GhostButton, Hairline, LinkButton, OutlineButton
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.pages.change_words import said
from olark_inbox.ui.pages.delivery_rows import PAGE, DeliveryDelegate, DeliveryModel

_SHOWN_BYTES = 256 * 1024
_log = logging.getLogger(__name__)


class DeliveriesWindow(QWidget):
    """Lists what Olark sent; the chosen one is shown as sent."""

    allow_wanted = Signal(str)
    """The address of a sender whose deliveries were refused and are to be taken."""
    open_wanted = Signal(int)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, inbox: Inbox) -> None:
        super().__init__()
        self._inbox = inbox
        self._loading = tasks.Latest("deliveries")
        self._showing = tasks.Latest("delivery as sent")
        self._chosen: Delivery | None = None
        self._stop = False
        self._reading: asyncio.Task[None] | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setWindowTitle(translate("Deliveries", "What arrived from Olark"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = DeliveryModel(self)
        self.view = QListView()
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(translate("Deliveries", "What arrived"))
        self.view.setItemDelegate(DeliveryDelegate(self.view))
        self.view.setModel(self.model)
        self.raw = QPlainTextEdit()
        self.raw.setReadOnly(True)
        self.raw.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.raw.setAccessibleName(translate("Deliveries", "As sent"))
        self._title = Text("", 13, 600)
        self._note = Text("", 12, 400, "t2").wrapped()
        self.open_button = LinkButton(translate("Deliveries", "Open the conversation"))
        self.again_button = OutlineButton(translate("Deliveries", "Read again"), "rotate-cw")
        self.allow_button = OutlineButton(translate("Deliveries", "Allow this sender"), "check")
        self.save_button = OutlineButton(translate("Deliveries", "Save as file"), "save")
        self.discard_button = GhostButton(
            "trash-2", translate("Deliveries", "Discard"), text=translate("Deliveries", "Discard")
        )
        self.all_button = LinkButton(translate("Deliveries", "Read all again"))
        self.stop_button = LinkButton(translate("Deliveries", "Stop"))
        self.progress = Text("", 12, 400, "t2")
        self.foreign = Text("", 12, 400, "t3")
        self._lay_out()
        self.resize(980, 620)
        self._show_chosen(None)
        self._show_progress("")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        for widget in (self.all_button, self.progress, self.stop_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.foreign)
        left = QVBoxLayout()
        left.setContentsMargins(0, 8, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        left.addWidget(Hairline())
        left.addLayout(foot)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (
            self.allow_button, self.again_button, self.save_button, self.discard_button
        ):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 12)
        right.setSpacing(6)
        right.addWidget(self._title)
        right.addWidget(self._note)
        right.addSpacing(4)
        right.addLayout(buttons)
        right.addSpacing(8)
        self._as_sent = Text(translate("Deliveries", "As sent"), 11, 600, "t3")
        right.addWidget(self._as_sent)
        right.addWidget(self.raw, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 2)
        row.addWidget(Hairline(vertical=True))
        row.addLayout(right, 3)

    def _wire(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.model.older_wanted.connect(self._on_older)
        self.open_button.clicked.connect(self._on_open)
        self.allow_button.clicked.connect(self._on_allow)
        self.again_button.clicked.connect(self._on_again)
        self.save_button.clicked.connect(self._on_save)
        self.discard_button.clicked.connect(self._on_discard)
        self.all_button.clicked.connect(self._on_all_again)
        self.stop_button.clicked.connect(self._on_stop)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        keys.activated.connect(lambda: open_help("unreadable"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for nothing more: what would show it goes away."""
        self._loading.cancel()
        self._showing.cancel()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Look again what arrived."""
        self._loading.start(self._load())

    async def _load(self) -> None:
        newest = await asyncio.wrap_future(self._inbox.deliveries(limit=PAGE))
        state = await asyncio.wrap_future(self._inbox.state())
        foreign = state.get("foreign")
        self.foreign.setText(_foreign_words(0 if foreign is None else foreign.value["count"]))
        self.model.show_first(newest)
        if self._chosen is None and newest:
            self.view.setCurrentIndex(self.model.index(0))

    def show_conversation(self, conversation: int) -> None:
        """Choose the newest delivery about a conversation, loading older ones until it is there."""
        self._loading.start(self._find(conversation))

    async def _find(self, conversation: int) -> None:
        await self._load()
        place = self.model.place_of(conversation)
        while place is None and self.model.canFetchMore(QModelIndex()):
            await self._load_older()
            place = self.model.place_of(conversation)
        if place is not None:
            self.view.setCurrentIndex(self.model.index(place))

    def _on_older(self) -> None:
        tasks.start(self._load_older(), name="older deliveries")

    async def _load_older(self) -> None:
        last = self.model.last()
        older = await asyncio.wrap_future(self._inbox.deliveries(before=last, limit=PAGE))
        self.model.add_older(older)

    def _on_current(self, index: QModelIndex) -> None:
        delivery = self.model.delivery(index)
        self._show_chosen(delivery)
        if delivery is not None:
            self._showing.start(self._show_raw(delivery))

    def _show_chosen(self, delivery: Delivery | None) -> None:
        self._chosen = delivery
        there = delivery is not None
        for widget in (self.again_button, self.save_button, self._as_sent, self.raw):
            widget.setVisible(there)
        bad = delivery is not None and delivery.outcome is Outcome.UNREADABLE
        self.discard_button.setVisible(delivery is not None and bad and not delivery.settled)
        self.open_button.setVisible(delivery is not None and bool(delivery.conversations))
        refused = delivery is not None and delivery.outcome is Outcome.REFUSED
        self.allow_button.setVisible(refused)
        self.again_button.setVisible(there and not refused)
        self.raw.clear()
        if delivery is None:
            self._title.setText(translate("Deliveries", "Nothing has arrived yet"))
            self._note.setText("")
            return
        when = times.full_time(delivery.received_ms)
        self._title.setText(f"{words.delivery(delivery)}, {when}")
        note = said(delivery.reason or delivery.summary)
        if refused:
            note = translate("Deliveries", "It came from {0}.").format(delivery.reason)
        if delivery.repaired:
            repaired = translate("Deliveries", "It had a comma too many and was read without it.")
            note = f"{note} {repaired}".strip()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    async def _show_raw(self, delivery: Delivery) -> None:
        raw = await asyncio.wrap_future(self._inbox.raw(delivery.id))
        text = raw[:_SHOWN_BYTES].decode("utf-8", "replace").replace("\0", "\ufffd")
        if len(raw) > _SHOWN_BYTES:
            more = translate("Deliveries", "Only the beginning is shown. Save as file has it all.")
            text = f"{text}\n\n{more}"
        self.raw.setFont(theme.font(12))
        self.raw.setPlainText(text)

    def _on_open(self) -> None:
        if self._chosen is not None and self._chosen.conversations:
            self.open_wanted.emit(self._chosen.conversations[0])

    def _on_allow(self) -> None:
        if self._chosen is not None:
            self.allow_wanted.emit(self._chosen.reason)

    def _on_again(self) -> None:
        if self._chosen is not None:
            self._begin_reading([self._chosen.id])

    def _on_all_again(self) -> None:
        self._begin_reading(None)

    def _begin_reading(self, which: list[int] | None) -> None:
        if self._reading is None or self._reading.done():
            self._stop = False
            self._reading = tasks.start(self._read_again(which), name="read again")

    async def _read_again(self, which: list[int] | None) -> None:
        loop = asyncio.get_running_loop()

        def say(done: int, total: int, _name: str) -> None:
            if self._stop:
                raise CancelledError
            loop.call_soon_threadsafe(self._show_count, done, total)

        self._show_progress(translate("Deliveries", "Reading again"))
        try:
            changed = await asyncio.wrap_future(self._inbox.read_again(which, say))
        except (CancelledError, asyncio.CancelledError):
            self._show_progress("")
            self.progress.setText(translate("Deliveries", "Stopped"))
            return
        self._show_progress("")
        self.progress.setText(_changed_words(changed))
        self.refresh()
        self.changed.emit()

    def _show_count(self, done: int, total: int) -> None:
        if self._reading is not None and not self._reading.done():
            self._show_progress(
                translate("Deliveries", "{0} of {1}").format(
                    words.number(done), words.number(total)
                )
            )

    def _show_progress(self, text: str) -> None:
        self.progress.setText(text)
        self.all_button.setVisible(not text)
        self.stop_button.setVisible(bool(text))

    def _on_stop(self) -> None:
        self._stop = True

    def _on_save(self) -> None:
        delivery = self._chosen
        if delivery is None:
            return
        stamp = datetime.fromtimestamp(delivery.received_ms / 1000, UTC).strftime("%Y-%m-%d %H%M%S")
        dialog = QFileDialog(self, translate("Deliveries", "Save as file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"Olark {stamp}.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(delivery.id, Path(name)))
        dialog.open()

    def save_to(self, delivery: int, path: Path) -> None:
        """Write a delivery to a file exactly as it was sent."""
        tasks.start(self._save(delivery, path), name="save a delivery")

    async def _save(self, delivery: int, path: Path) -> None:
        raw = await asyncio.wrap_future(self._inbox.raw(delivery))
        self._write(path, raw)

    def _write(self, path: Path, raw: bytes) -> None:
        try:
            path.write_bytes(raw)
        except OSError as error:
            self.failed.emit(error)
        else:
            self.progress.setText(translate("Deliveries", "Saved as {0}").format(path.name))

    def _on_discard(self) -> None:
        if self._chosen is not None:
            tasks.start(self._discard(self._chosen.id), name="discard a delivery")

    async def _discard(self, delivery: int) -> None:
        await asyncio.wrap_future(self._inbox.discard(delivery))
        newest = await asyncio.wrap_future(self._inbox.deliveries(limit=PAGE))
        self.model.restart(newest)
        self._show_chosen(None)
        if newest:
            self.view.setCurrentIndex(self.model.index(0))
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()


def _foreign_words(count: int) -> str:
    """Say how much came to the address that was not from Olark; "" for nothing."""
    if count == 0:
        return ""
    return translate("Deliveries", "%Ln not from Olark, not kept", "", count)


def _changed_words(changed: int) -> str:
    if changed == 0:
        return translate("Deliveries", "Read again, nothing changed")
    if changed == 1:
        return translate("Deliveries", "Read again, 1 conversation changed")
    return translate("Deliveries", "Read again, %Ln conversations changed", "", changed)
