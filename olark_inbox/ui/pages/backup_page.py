"""The page of backups: when the last was made, going back to one, a second place."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.base import tasks
from olark_inbox.export.errors import ExportFailed
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.store.backup import Backup
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import LinkButton, OutlineButton
from olark_inbox.ui.kit.dialog import Dialog, scrolled, section
from olark_inbox.ui.kit.forms import Text, page_box
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.times import full_time
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.pages.moving_part import MovingPart
from olark_inbox.ui.pages.question import Question


class BackupPage(Dialog):
    """A small window. What takes long happens beside it; it says when it is done."""

    help_page = "backups"

    said = Signal(str)
    """Something was done: a sentence for the toast."""
    failed = Signal(object)
    port_brought = Signal(int)
    """The settings of another computer came, with the port it listened on."""

    def __init__(self, parent: QWidget, inbox: Inbox, settings: Settings, folder: Path) -> None:
        super().__init__(parent, translate("BackupPage", "Backups"))
        self._inbox, self._settings, self._folder = inbox, settings, folder
        self._gone = False
        self.question: Question | None = None
        self._build()
        self._wire()
        self.show_state({})
        self._show_place()

    def _build(self) -> None:
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 12, 0)
        page.setSpacing(8)
        self._build_here(page)
        self._build_second(page)
        page.addSpacing(14)
        self.moving = MovingPart(self._inbox, self._settings, self._folder, self._start, self._ask)
        page.addWidget(self.moving)
        page.addStretch(1)
        self.column.addWidget(scrolled(inside), 1)
        self.resize(theme.px(560), theme.px(600))

    def _build_here(self, page: QVBoxLayout) -> None:
        self.last = Text("", 13).wrapped()
        self.back_up = OutlineButton(translate("BackupPage", "Back up now"))
        row = QHBoxLayout()
        row.addWidget(self.last, 1)
        row.addWidget(self.back_up)
        self.list = QWidget()
        self._rows = page_box(self.list, 4)
        page.addWidget(helped(translate("BackupPage", "On this computer"), "backups"))
        says = translate("BackupPage", "One is made each day; the last seven are kept.")
        page.addWidget(Text(says, 12, 400, "t3").wrapped())
        page.addLayout(row)
        page.addWidget(self.list)

    def _build_second(self, page: QVBoxLayout) -> None:
        page.addSpacing(14)
        page.addWidget(section(translate("BackupPage", "A second place")))
        says = translate(
            "BackupPage",
            "Another disk, a stick or a shared folder: there a copy of each backup survives this "
            "computer.",
        )
        page.addWidget(Text(says, 12, 400, "t3").wrapped())
        self.place = Text("", 13).wrapped()
        self.second = Text("", 12, 400, "t3").wrapped()
        self.choose = OutlineButton(translate("BackupPage", "Choose a folder"))
        self.no_second = LinkButton(translate("BackupPage", "No second place"))
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.no_second)
        row.addWidget(self.choose)
        page.addLayout(row)
        page.addWidget(self.second)

    def _wire(self) -> None:
        self.back_up.clicked.connect(self._on_back_up)
        self.choose.clicked.connect(self._on_choose)
        self.no_second.clicked.connect(lambda: self.use_place(""))
        self.moving.said.connect(self.said)
        self.moving.port_brought.connect(self.port_brought)

    # What is shown

    def show_state(self, backup: Mapping[str, Any]) -> None:
        """Show what the store says of its backups, and those there are."""
        found = self._inbox.keeping.backups()
        if found:
            self.last.setText(
                translate("BackupPage", "Last backup {0}").format(full_time(found[0].at_ms))
            )
        else:
            self.last.setText(translate("BackupPage", "No backup was made yet."))
        if backup.get("trouble"):
            self.last.setText(_trouble(backup, "trouble"))
        self._show_second(backup)
        self._show_list(found)

    def refresh(self) -> None:
        """Ask how the backups stand."""
        tasks.start(self._refresh(), name="how the backups stand")

    async def _refresh(self) -> None:
        said = await self._said()
        if not self._gone:
            self.show_state(said)

    def _show_second(self, backup: Mapping[str, Any]) -> None:
        parts = []
        if backup.get("second_trouble"):
            parts.append(_trouble(backup, "second_trouble"))
        if backup.get("second_at_ms"):
            when = full_time(int(backup["second_at_ms"]))
            parts.append(translate("BackupPage", "Last copy there: {0}").format(when))
        self.second.setText(" ".join(parts))
        self.second.setVisible(bool(parts) and bool(self._settings.backup_place))

    def _show_list(self, found: tuple[Backup, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one in found:
            self._rows.addWidget(self._row(one))

    def _row(self, backup: Backup) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        size = QLocale().formattedDataSize(backup.size)
        words_ = f"{full_time(backup.at_ms)}, {size}{_why(backup)}"
        line.addWidget(Text(words_, 12, 400, "t2"), 1)
        button = LinkButton(translate("BackupPage", "Go back to this one"))
        button.setAccessibleName(f"{button.text()}: {full_time(backup.at_ms)}")
        button.clicked.connect(lambda: self._on_restore(backup))
        line.addWidget(button)
        return row

    def _show_place(self) -> None:
        place = self._settings.backup_place
        self.place.setText(place or translate("BackupPage", "None chosen"))
        self.no_second.setVisible(bool(place))

    # What is done

    def _on_back_up(self) -> None:
        async def run() -> None:
            await asyncio.wrap_future(self._inbox.keeping.back_up())
            self.said.emit(translate("BackupPage", "Backup made"))

        self._start(run())

    def _on_restore(self, backup: Backup) -> None:
        when = full_time(backup.at_ms)
        title = translate("BackupPage", "Go back to {0}?").format(when)
        text = translate(
            "BackupPage",
            "Conversations and your marks become those of that time. What arrived since stays, "
            "and a backup of today is made first.",
        )

        async def run() -> None:
            await asyncio.wrap_future(self._inbox.keeping.restore(backup.path))
            self.said.emit(translate("BackupPage", "Back to {0}").format(when))

        do = translate("BackupPage", "Go back")
        self._ask(title, text, do, lambda: self._start(run()))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, translate("BackupPage", "A second place"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.use_place)
        dialog.open()

    def use_place(self, place: str) -> None:
        """Copy each backup there from now on, the newest at once."""
        try:
            self._settings.backup_place = place
        except SettingsNotSaved as error:
            self.failed.emit(error)
        self._show_place()
        if place:
            self._on_back_up()
        else:
            self.second.hide()

    def _ask(self, title: str, text: str, do: str, then: Callable[[], None]) -> None:
        self.question = Question(self, title, text, do)
        self.question.yes.connect(then)
        self.question.open()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run one thing; the buttons wait for its end."""
        tasks.start(self._run(work), name="backups")

    async def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._let_press(on=False)
        try:
            await work
        except ExportFailed as error:
            self.said.emit(words.sentence(error))
        except (StoreError, SettingsNotSaved, OSError) as error:
            self.failed.emit(error)
        if not self._gone:
            self._let_press(on=True)
            await self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._gone = True
        super().closeEvent(event)

    async def _said(self) -> Mapping[str, Any]:
        try:
            entry = (await asyncio.wrap_future(self._inbox.state())).get("backup")
        except StoreError:
            return {}
        return {} if entry is None else entry.value

    def _let_press(self, *, on: bool) -> None:
        for part in (self.back_up, self.choose, self.list, *self.moving.buttons):
            part.setEnabled(on)


def _why(backup: Backup) -> str:
    why = {
        "asked": translate("BackupPage", "you asked for it"),
        "migration": translate("BackupPage", "before a new version"),
        "restore": translate("BackupPage", "before going back"),
    }.get(backup.why, "")
    return f", {why}" if why else ""


def _trouble(backup: Mapping[str, Any], name: str) -> str:
    return words.told_in({"said": backup.get(f"{name}_said"), "sentence": backup[name]})
