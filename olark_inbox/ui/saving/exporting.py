"""The savings of a window: its jobs, its dialogs, and what is said when one ends unseen."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.frame.toast import Toast
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.saving.export_choices import Choices, Selection, last_choices, last_folder
from olark_inbox.ui.saving.export_dialog import ExportDialog
from olark_inbox.ui.saving.export_form import ExportForm
from olark_inbox.ui.saving.export_jobs import ExportJobs, Job, Stage
from olark_inbox.ui.saving.export_progress import (
    ended_words,
    left_out_words,
    open_file,
    show_in_folder,
)

Actions = tuple[tuple[str, Callable[[], None]], ...]
"""What can be done about something: its words, and what it does."""
Tell = Callable[[str, Actions], None]
"""Shows a sentence with one or two things to press."""


class Exporting(QObject):
    """Belongs to a window: its jobs, its dialogs, and what is said when a job ends unseen."""

    def __init__(self, window: QWidget, inbox: Inbox, settings: Settings) -> None:
        super().__init__(window)
        self.jobs = ExportJobs(inbox, self)
        self._window = window
        self._settings = settings
        self._dialogs: list[ExportDialog] = []
        self.tell: Tell = self._toast
        self.outside: Tell = lambda _sentence, _actions: None
        """Tells it where another window is looked at."""
        self.jobs.ended.connect(self._on_ended)

    def ask(self, selection: Selection, choices: Choices | None = None) -> ExportDialog:
        """Open the dialog."""
        dialog = ExportDialog(self._window, self.jobs, self._settings, selection, choices)
        self._dialogs.append(dialog)
        dialog.finished.connect(lambda: self._dialogs.remove(dialog))
        dialog.open()
        return dialog

    def again(self, selection: Selection) -> Job:
        """Save another choice as the last one was saved, without asking."""
        kept, folder = last_choices(self._settings), last_folder(self._settings)
        form = ExportForm(selection, kept, folder, self.jobs.is_taken)
        wanted = form.choices.wanted(form.chosen(), form.target(), self._settings)
        form.deleteLater()
        return self.jobs.start(wanted)

    def close(self) -> None:
        """Stop what is under way; call it before the inbox closes."""
        self.jobs.close()

    def _on_ended(self, job: Job) -> None:
        if any(dialog.job is job for dialog in self._dialogs) or job.stage is Stage.STOPPED:
            return
        saved, target = job.saved, job.wanted.target
        if saved is None:
            again = (translate("ExportDialog", "Try again"), lambda: self._ask_again(job))
            self.say(job.sentence, (again,))
            return
        words = ". ".join(part for part in (ended_words(job), left_out_words(saved)) if part)
        self.say(
            words,
            (
                (translate("ExportDialog", "Show in folder"), lambda: show_in_folder(target)),
                (translate("ExportDialog", "Open"), lambda: open_file(target)),
            ),
        )

    def say(self, sentence: str, actions: Actions) -> None:
        """Tell it in the window, and outside where that is not looked at."""
        self.tell(sentence, actions)
        if not self._window.isActiveWindow():
            self.outside(sentence, actions)

    def _ask_again(self, job: Job) -> None:
        """Open the questions as they were answered, under the sentence that says what failed."""
        chosen = job.wanted.chosen
        selection = Selection(chosen.ids or (), chosen.query, about=chosen.about)
        self._window.show()
        self._window.raise_()
        dialog = self.ask(selection)
        dialog.form.show_chosen(chosen)
        dialog.form.show_target(job.wanted.target)
        dialog.say(job.sentence)

    def _toast(self, sentence: str, actions: Actions) -> None:
        toast = self._window.findChild(Toast)
        if toast is not None:
            (words, action), *also = actions
            second = also[0] if also else None
            toast.say(sentence, action, action_words=words, icon="save", also=second)


def exporting(window: QWidget, inbox: Inbox, settings: Settings) -> Exporting:
    """Return the savings of a window, made when first asked for."""
    found = window.findChild(Exporting)
    return found if found is not None else Exporting(window, inbox, settings)


def open_export_dialog(
    parent: QWidget, inbox: Inbox, settings: Settings, selection: Selection
) -> ExportDialog:
    """Ask how to save what is selected or shown."""
    return exporting(parent, inbox, settings).ask(selection)
