"""Bringing an archive back: which file, how far it is, what came of it."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from olark_inbox.base import turns
from olark_inbox.export.bring_back import BroughtBack, bring_back
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.saving.export_parts import Bar
from olark_inbox.ui.saving.export_progress import conversations


class ImportDialog(Dialog):
    """Brings one archive back on a thread of its own; closing it stops, and loses nothing."""

    help_page = "saving"

    ended = Signal()
    _went_on = Signal(int)
    _finished = Signal(str)

    def __init__(self, parent: QWidget | None, inbox: Inbox, archive: Path) -> None:
        super().__init__(parent, translate("ImportDialog", "Bring back an archive"))
        self._inbox = inbox
        self._archive = archive
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="import", daemon=True)
        self._build()
        self._wire()
        self._thread.start()

    def _build(self) -> None:
        self.words = Text(translate("ImportDialog", "Reading {0}").format(self._archive.name))
        self.bar = Bar(translate("ImportDialog", "Progress"))
        hint = translate(
            "ImportDialog", "What is here already stays as it is. Nothing is brought back twice."
        )
        self.hint = Text(hint, 12, 400, "t3")
        for part in (self.words.wrapped(), self.bar, self.hint.wrapped()):
            self.column.addWidget(part)
            self.column.addSpacing(10)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.button = OutlineButton(translate("ImportDialog", "Stop"))
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.setMinimumWidth(theme.px(440))

    def _wire(self) -> None:
        self.button.clicked.connect(self._on_button)
        self._went_on.connect(lambda percent: self.bar.show_share(percent / 100))
        self._finished.connect(self._show_end)
        self.finished.connect(lambda _: self.stop())

    def stop(self) -> None:
        """End what is under way; what was brought back stays."""
        self._stop.set()
        self._thread.join()

    @turns.short()
    def _work(self) -> None:
        told = 0

        def progress(done: int, total: int, _name: str) -> None:
            nonlocal told
            percent = 100 * done // max(1, total)
            if percent != told:
                told = percent
                self._went_on.emit(percent)

        try:
            back = bring_back(self._inbox, self._archive, progress, self._stop)
            sentence = back_words(back)
        except (ExportFailed, StoreError) as error:
            sentence = words.sentence(error)
        except Stopped:
            sentence = translate("ImportDialog", "Stopped. What was brought back stays.")
        self._finished.emit(sentence)

    def _show_end(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.bar.hide()
        self.hint.hide()
        self.button.setText(translate("ImportDialog", "Close"))
        self.button.setAccessibleName(self.button.text())
        self.button.updateGeometry()
        self.adjustSize()
        self.ended.emit()

    def _on_button(self) -> None:
        if self.bar.isVisibleTo(self):
            self._stop.set()
        else:
            self.accept()


def back_words(back: BroughtBack) -> str:
    """Say what the inbox has now that it did not have before."""
    if not back.conversations and not back.deliveries:
        return translate("ImportDialog", "Everything in this archive is here already.")
    if not back.conversations:
        return translate("ImportDialog", "No new conversation, but more of what is here.")
    text = translate("ImportDialog", "Brought back {0}.")
    return text.format(conversations(back.conversations))


def ask_for_archive(parent: QWidget, inbox: Inbox) -> QFileDialog:
    """Ask which archive, then bring it back."""
    title = translate("ImportDialog", "Bring back an archive")
    kinds = translate("ImportDialog", "Archives") + " (*.jsonl)"
    asked = QFileDialog(parent, title, str(Path.home()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda file: ImportDialog(parent, inbox, Path(file)).open())
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked
