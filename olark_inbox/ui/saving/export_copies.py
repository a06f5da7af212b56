"""Copies that are made by themselves, and the part of the settings that is about them."""

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.export.copies import Schedule, copy_new
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.save import Format
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.forms import Field, Segments, Text
from olark_inbox.ui.kit.times import full_time
from olark_inbox.ui.kit.words import sentence, translate
from olark_inbox.ui.saving.export_progress import conversations

_LOOK_MS = 10 * 60 * 1000
_AGAIN_MS = 60 * 60 * 1000
"""After a failure it is tried again, but not every moment."""


class Copies(QObject):
    """Looks now and then whether a copy is due, and makes it on a thread of its own."""

    changed = Signal(object)
    """The Schedule as it is now."""
    failed = Signal(str)
    """A copy could not be made, for this reason; said once, until one succeeds."""
    _made = Signal(object)

    def __init__(
        self,
        inbox: Inbox,
        settings: Settings,
        clock: Clock = now_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._settings = settings
        self._clock = clock
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._failed_ms = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._made.connect(self._on_made)

    @property
    def schedule(self) -> Schedule:
        return Schedule.read(self._settings.copies)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()
        self.look()

    def close(self) -> None:
        """Stop what is under way; nothing half-written is left."""
        self._timer.stop()
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def choose(self, schedule: Schedule) -> None:
        """Take the owner's choice; a new folder or kind of file begins from the beginning."""
        old = self.schedule
        if (schedule.folder, schedule.format) != (old.folder, old.format):
            schedule = replace(schedule, until_ms=0, at_ms=0, conversations=0, trouble="")
        self._settings.copies = schedule.written()
        self._failed_ms = 0
        self.changed.emit(schedule)
        self.look()

    def look(self) -> None:
        """Make a copy if it is time."""
        schedule, now = self.schedule, self._clock()
        waits = now - self._failed_ms < _AGAIN_MS
        if self._thread is not None or waits or not schedule.due(now):
            return
        self._thread = threading.Thread(
            target=self._make, args=(schedule, now), name="export-copy", daemon=True
        )
        self._thread.start()

    def _make(self, schedule: Schedule, now: int) -> None:
        try:
            made = copy_new(self._inbox, schedule, now, self._stop)
        except (ExportFailed, StoreError) as error:
            made = replace(schedule, trouble=sentence(error))
        except Stopped:
            return
        if not self._stop.is_set():
            self._made.emit(made)

    def _on_made(self, made: Schedule) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        now = self.schedule
        if (made.folder, made.format) != (now.folder, now.format):
            self.look()  # the owner chose otherwise in the meantime
            return
        self._failed_ms = self._clock() if made.trouble else 0
        made = replace(made, every=now.every)
        self._settings.copies = made.written()
        self.changed.emit(made)
        if made.trouble and not now.trouble:
            self.failed.emit(made.trouble)


class CopiesSection(QWidget):
    """How often, as what, where, and when it last worked."""

    def __init__(self, copies: Copies) -> None:
        super().__init__()
        self._copies = copies
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(section(translate("Copies", "A copy of what is new")))
        self.every = Segments(
            (("", translate("Copies", "Never")), ("day", translate("Copies", "Each day")),
             ("week", translate("Copies", "Each week"))),
            translate("Copies", "How often"),
        )  # fmt: skip
        self.kind = Segments(
            ((Format.ARCHIVE.value, translate("Copies", "Archive")),
             (Format.CONVERSATIONS.value, translate("Copies", "Table for Excel (CSV)"))),
            translate("Copies", "As"),
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self.every)
        row.addWidget(self.kind)
        row.addStretch(1)
        column.addLayout(row)
        row = QHBoxLayout()
        self.where = Field("folder-open", translate("Copies", "Folder"), height=36)
        self.where.line.setReadOnly(True)
        self.change = OutlineButton(translate("Copies", "Change"))
        row.addWidget(self.where, 1)
        row.addWidget(self.change)
        column.addLayout(row)
        self.last = Text("", 12, 400, "t3").wrapped()
        column.addWidget(self.last)
        self.every.chosen.connect(self._on_every)
        self.kind.chosen.connect(lambda kind: self._choose(format=kind))
        self.change.clicked.connect(self._ask_folder)
        copies.changed.connect(self.show_schedule)
        self.show_schedule(copies.schedule)

    def show_schedule(self, schedule: Schedule) -> None:
        """Show how it stands."""
        self.every.choose(schedule.every)
        self.kind.choose(schedule.format)
        self.where.line.setText(schedule.folder or translate("Copies", "No folder chosen yet"))
        self.last.set_shade("alert" if schedule.trouble else "t3")
        self.last.setText(last_words(schedule))
        self.last.setVisible(bool(self.last.text()))

    def take_folder(self, folder: str) -> None:
        """Copy into this folder from now on."""
        self._choose(folder=folder)

    def _on_every(self, every: str) -> None:
        self._choose(every=every)
        if every and not self._copies.schedule.folder:
            self._ask_folder()

    def _choose(self, **what: str) -> None:
        schedule = Schedule.read(self._copies.schedule.written() | what)
        self._copies.choose(schedule)

    def _ask_folder(self) -> None:
        start = self._copies.schedule.folder or str(Path.home())
        dialog = QFileDialog(self, translate("Copies", "Folder"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()


def last_words(schedule: Schedule) -> str:
    """Say when the last copy was made, and why there is none since."""
    return " ".join(part for part in (schedule.trouble, _last_success(schedule)) if part)


def _last_success(schedule: Schedule) -> str:
    if not schedule.at_ms:
        return translate("Copies", "No copy was made yet.") if schedule.every else ""
    when = full_time(schedule.at_ms)
    if not schedule.conversations:
        return translate("Copies", "Last looked {0}: nothing new.").format(when)
    return translate("Copies", "Last copy {0}: {1}.").format(
        when, conversations(schedule.conversations)
    )
