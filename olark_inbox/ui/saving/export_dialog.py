"""Saving conversations: the questions, the progress, the end, in one small window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QMenu, QWidget

from olark_inbox.export.chosen import Chosen, Picked
from olark_inbox.export.names import safe_name
from olark_inbox.export.save import Format
from olark_inbox.export.table import EXCEL_ROWS
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, PrimaryButton, dress_menu
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Text, Tick
from olark_inbox.ui.kit.quiet_scroll import WholeScroll
from olark_inbox.ui.kit.words import number, sentence, translate
from olark_inbox.ui.saving.export_choices import (
    Choices,
    Selection,
    free_target,
    keep_preset,
    last_choices,
    last_folder,
    presets,
    remember,
)
from olark_inbox.ui.saving.export_form import ExportForm
from olark_inbox.ui.saving.export_jobs import ExportJobs, Job, Stage
from olark_inbox.ui.saving.export_progress import (
    ExportProgress,
    conversations,
    ended_words,
    open_file,
    show_in_folder,
    spreadsheet_words,
)


class ExportDialog(Dialog):
    """Asks, starts a job and shows it. Closing it leaves the job running."""

    help_page = "saving"

    def __init__(
        self,
        parent: QWidget | None,
        jobs: ExportJobs,
        settings: Settings,
        selection: Selection,
        choices: Choices | None = None,
    ) -> None:
        super().__init__(parent, translate("ExportDialog", "Save conversations"))
        self._jobs = jobs
        self._settings = settings
        self.job: Job | None = None
        self._picked: Picked | None = None
        self._asked: Chosen | None = None
        self._replace = False
        self.form = ExportForm(
            selection, choices or last_choices(settings), last_folder(settings), jobs.is_taken
        )
        self._build()
        self._wire()
        self._count()

    def _build(self) -> None:
        intro = translate(
            "ExportDialog", "Only what you choose here is saved. Nothing is removed from the inbox."
        )
        self.intro = Text(intro, 13, 400, "t2").wrapped()
        self.progress = ExportProgress()
        self.trouble = Text("", 13, 400, "alert").wrapped()
        self.questions = WholeScroll(self.form)
        for part in (self.intro, self.questions, self.progress, self.trouble):
            self.column.addWidget(part)
            self.column.addSpacing(10)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.note = Text("", 12, 400, "t3").wrapped()
        self.presets = GhostButton(
            "bookmark",
            translate("ExportDialog", "Kept choices"),
            text=translate("ExportDialog", "Kept choices"),
            menu_arrow=True,
        )
        self.show_when_ready = Tick(translate("ExportDialog", "Show the file when it is ready"))
        self.second = OutlineButton()
        self.third = OutlineButton()
        self.first = self.usual = PrimaryButton()
        row.addWidget(self.presets)
        row.addWidget(self.show_when_ready)
        row.addWidget(self.note, 1)
        for button in (self.third, self.second, self.first):
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addStrut(theme.px(504))  # at least; longer languages need more
        self._show_form()

    def _wire(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.change_folder.connect(self._on_change_folder)
        self.first.clicked.connect(self._on_first)
        self.second.clicked.connect(self._on_second)
        self.third.clicked.connect(self._on_third)
        self.presets.clicked.connect(self._on_presets)
        self._jobs.counted.connect(self._on_counted)
        self._jobs.progressed.connect(self._on_job)
        self._jobs.ended.connect(self._on_job)

    # The questions

    def _show_form(self) -> None:
        self._show_part(form=True)
        self.heading.setText(translate("ExportDialog", "Save conversations"))
        self.second.setText(translate("ExportDialog", "Cancel"))
        self._show_save()

    def _show_part(self, *, form: bool) -> None:
        asked: tuple[QWidget, ...] = (self.intro, self.questions, self.presets)
        shown: tuple[QWidget, ...] = (self.progress, self.show_when_ready)
        for part in asked:
            part.setVisible(form)
        for part in shown:
            part.setVisible(not form)
        self.third.hide()
        self.note.setText("")
        self.trouble.setText("")
        self.trouble.hide()
        self.fit()

    def _show_save(self) -> None:
        """Name the button by what it will do: "Save 12 as PDF"."""
        kind = self.form.choices.kind
        names = {
            Format.PDF: translate("ExportDialog", "PDF"),
            Format.ARCHIVE: translate("ExportDialog", "archive"),
        }
        what = names.get(kind, translate("ExportDialog", "table"))
        count = self._number()
        if count is None:
            text = translate("ExportDialog", "Save as {0}").format(what)
        else:
            text = translate("ExportDialog", "Save {0} as {1}").format(number(count), what)
        self.first.setText(text)
        self.first.updateGeometry()
        self.first.setEnabled(count != 0)
        self.note.setText(self._left_out())

    def _number(self) -> int | None:
        if self._picked is None:
            return None
        pdf = self.form.choices.kind is Format.PDF
        return len(self._picked.ids) - (self._picked.starts if pdf else 0)

    def _left_out(self) -> str:
        picked = self._picked
        if picked is not None and self.form.choices.kind is Format.CONVERSATIONS:
            return spreadsheet_words() if len(picked.ids) >= EXCEL_ROWS else ""
        if picked is None or self.form.choices.kind is not Format.PDF or not picked.starts:
            return ""
        if picked.starts == 1:
            return translate("ExportDialog", "1 chat that only began has no words yet.")
        return translate(
            "ExportDialog", "%Ln chats that only began have no words yet.", "", picked.starts
        )

    def _count(self) -> None:
        self._asked = self._chosen()
        self._picked = None
        self._jobs.count(self._asked)

    def _chosen(self) -> Chosen:
        choices = self.form.choices
        return choices.wanted(self.form.chosen(), Path(), self._settings).chosen

    def _on_counted(self, chosen: Chosen, picked: Picked) -> None:
        if chosen is self._asked and self.job is None:
            self._picked = picked
            self._show_save()

    def _on_changed(self) -> None:
        self._replace = False
        self.third.hide()
        self.trouble.hide()
        if self._asked != self._chosen():
            self._count()
        self._show_save()
        self.questions.updateGeometry()  # what is asked now is heard of later
        self.fit()

    def _on_change_folder(self) -> None:
        target = self.form.target()
        dialog = QFileDialog(self, translate("ExportDialog", "Where"), str(target.parent))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        if self.form.choices.separate and self.form.choices.kind is Format.PDF:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(target.name)
        dialog.fileSelected.connect(self.take_target)
        dialog.open()

    def take_target(self, file: str) -> None:
        """Save there and not elsewhere; the ending is put right."""
        path = Path(file)
        choices = self.form.choices
        if choices.separate and choices.kind is Format.PDF:
            self.form.folder, self.form.name = path.parent, path.name
        else:
            ending = choices.kind.ending
            stem = path.name.removesuffix(ending)
            self.form.folder, self.form.name = path.parent, safe_name(stem, ending)
        self.form.refit()
        self._on_changed()

    def _on_presets(self) -> None:
        menu = dress_menu(QMenu(self))
        kept = presets(self._settings)
        again = menu.addAction(translate("ExportDialog", "As last time"))
        again.triggered.connect(lambda: self.form.set_choices(last_choices(self._settings)))
        for name, choices in kept.items():
            menu.addAction(name).triggered.connect(
                lambda _=False, one=choices: self.form.set_choices(one)
            )
        menu.addSeparator()
        menu.addAction(translate("ExportDialog", "Keep these choices")).triggered.connect(
            self._ask_name
        )
        for name in kept:
            text = translate("ExportDialog", "Forget “{0}”").format(name)
            menu.addAction(text).triggered.connect(
                lambda _=False, one=name: self.keep_as(one, None)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.presets.mapToGlobal(self.presets.rect().topLeft()))

    def _ask_name(self) -> None:
        asked = QInputDialog(self)
        asked.setWindowTitle(translate("ExportDialog", "Keep these choices"))
        asked.setLabelText(translate("ExportDialog", "Name"))
        asked.textValueSelected.connect(lambda name: self.keep_as(name, self.form.choices))
        asked.open()

    def keep_as(self, name: str, choices: Choices | None) -> None:
        """Give the choices a name, or forget it."""
        if not name.strip():
            return
        try:
            keep_preset(self._settings, name.strip(), choices)
        except SettingsNotSaved as error:
            self.say(sentence(error))

    # Saving

    def save(self) -> None:
        """Start, unless a file is in the way: then ask."""
        target = self.form.target()
        if self._jobs.is_taken(target) and not self._replace and not target.is_dir():
            self._ask_to_replace(target)
            return
        try:
            remember(self._settings, self.form.choices, target.parent)
        except SettingsNotSaved as error:
            self.say(sentence(error))
        wanted = self.form.choices.wanted(self.form.chosen(), target, self._settings)
        if self._replace:
            wanted = wanted.replacing()
        self.job = self._jobs.start(wanted)
        self._show_job(self.job)

    def _ask_to_replace(self, target: Path) -> None:
        self.say(translate("ExportDialog", "“{0}” is there already.").format(target.name))
        free = free_target(target.parent, target.name, self._jobs.is_taken).name
        self.first.setText(translate("ExportDialog", "Save as “{0}”").format(free))
        self.first.updateGeometry()
        self.form.name = free
        self.third.setText(translate("ExportDialog", "Replace"))
        self.third.updateGeometry()
        self.third.setProperty("name", target.name)
        self.third.show()
        self.form.refit()

    def say(self, sentence: str) -> None:
        """Say what is in the way, under the questions."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _show_job(self, job: Job) -> None:
        self._show_part(form=False)
        self.progress.show_job(job)
        if job.under_way:
            count = self._number()
            what = conversations(count) if count is not None else ""
            self.heading.setText(translate("ExportDialog", "Saving {0}").format(what).strip())
            self.first.setText(translate("ExportDialog", "Continue in background"))
            self.second.setText(translate("ExportDialog", "Stop"))
        else:
            self.show_when_ready.hide()
            self.heading.setText(ended_words(job))
            self.progress.who.hide()
            self.first.setText(translate("ExportDialog", "Open"))
            self.second.setText(translate("ExportDialog", "Show in folder"))
            self.third.setText(translate("ExportDialog", "Close"))
            self.third.show()
        self.first.setEnabled(True)
        for button in (self.first, self.second, self.third):
            button.setAccessibleName(button.text())
            button.updateGeometry()

    def _on_job(self, job: Job) -> None:
        if job is not self.job:
            return
        if job.under_way:
            self.progress.show_job(job)
        elif job.stage is Stage.SAVED:
            if self.show_when_ready.isChecked():
                show_in_folder(job.wanted.target)
            self._show_job(job)
        else:
            self.job = None
            self._replace = False
            self._show_form()
            self.say(ended_words(job))

    def _on_first(self) -> None:
        if self.job is None:
            self.save()
        elif self.job.under_way:
            self.accept()
        else:
            open_file(self.job.wanted.target)
            self.accept()

    def _on_second(self) -> None:
        if self.job is None:
            self.reject()
        elif self.job.under_way:
            self._jobs.stop(self.job)
        else:
            show_in_folder(self.job.wanted.target)
            self.accept()

    def _on_third(self) -> None:
        if self.job is not None:
            self.accept()
            return
        self.form.name = str(self.third.property("name"))
        self._replace = True
        self.save()
