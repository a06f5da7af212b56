"""Copies that are made by themselves, and the part of the settings that is about them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.export.copies import Made, Schedule
from olark_inbox.export.copying import STATE, Copying
from olark_inbox.export.save import Format
from olark_inbox.inbox import Inbox, StateEntry
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.forms import Field, Segments, Text
from olark_inbox.ui.kit.times import full_time
from olark_inbox.ui.kit.words import told_in, translate
from olark_inbox.ui.saving.export_choices import last_choices, usual_separator
from olark_inbox.ui.saving.export_progress import conversations


class Copies(QObject):
    """The owner's choice, and how far the copies have come, whichever process makes them."""

    changed = Signal()
    failed = Signal(str)
    """A copy could not be made, for this reason; said once, until one succeeds."""

    def __init__(
        self,
        inbox: Inbox,
        settings: Settings,
        clock: Clock = now_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._copying = Copying(inbox, settings, clock)
        self._made = Made()
        self._trouble = ""
        self._began_ms = clock()
        self._heard = False

    @property
    def schedule(self) -> Schedule:
        return Schedule.read(self._settings.copies)

    @property
    def made(self) -> Made:
        """Return how far the chosen copies have come."""
        return self._made.of(self.schedule)

    @property
    def trouble(self) -> str:
        """Return why the last copy failed, "" where it did not or none is wanted any more."""
        return self._trouble if self.schedule.every and self.made.sentence else ""

    def start(self) -> None:
        """Begin to look whether one is due."""
        self._copying.start()

    def close(self) -> None:
        """Stop what is under way; nothing half-written is left."""
        self._copying.close()

    def choose(self, schedule: Schedule) -> None:
        """Take the owner's choice; a new folder or kind of file begins from the beginning."""
        separator = last_choices(self._settings).separator or usual_separator()
        self._settings.copies = replace(schedule, separator=separator).written()
        self.changed.emit()
        self._copying.look()

    def show_state(self, state: Mapping[str, StateEntry]) -> None:
        """Take over how the store says that they stand; what failed long ago is not said again."""
        entry = state.get(STATE)
        heard, self._heard = self._heard, True
        if entry is None:
            return
        before, self._made = self.trouble, Made.read(entry.value)
        self._trouble = told_in(entry.value)
        self.changed.emit()
        if self.trouble and not before and (heard or entry.at_ms >= self._began_ms):
            self.failed.emit(self.trouble)


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
        copies.changed.connect(self.show_copies)
        self.show_copies()

    def show_copies(self) -> None:
        """Show how it stands."""
        schedule, trouble = self._copies.schedule, self._copies.trouble
        self.every.choose(schedule.every)
        self.kind.choose(schedule.format)
        self.where.line.setText(schedule.folder or translate("Copies", "No folder chosen yet"))
        self.last.set_shade("alert" if trouble else "t3")
        self.last.setText(last_words(schedule, self._copies.made, trouble))
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


def last_words(schedule: Schedule, made: Made, trouble: str = "") -> str:
    """Say when the last copy was made, and why there is none since."""
    return " ".join(part for part in (trouble, _last_success(schedule, made)) if part)


def _last_success(schedule: Schedule, made: Made) -> str:
    if not made.at_ms:
        return translate("Copies", "No copy was made yet.") if schedule.every else ""
    when = full_time(made.at_ms)
    if not made.conversations:
        return translate("Copies", "Last looked {0}: nothing new.").format(when)
    return translate("Copies", "Last copy {0}: {1}.").format(
        when, conversations(made.conversations)
    )
