from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Wanted
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.frame.toast import Toast
from olark_inbox.ui.saving.export_choices import Selection
from olark_inbox.ui.saving.export_jobs import Stage
from olark_inbox.ui.saving.exporting import exporting, open_export_dialog

SELECTION = Selection((), Query(View.ALL), 1, "All")


@pytest.fixture
def window(inbox, settings, qtbot):
    made = QWidget()
    made.toast = Toast(made)
    qtbot.addWidget(made)
    made.show()
    yield made
    exporting(made, inbox, settings).close()


def test_a_job_whose_dialog_was_closed_ends_in_a_toast(window, inbox, settings, qtbot, tmp_path):
    dialog = open_export_dialog(window, inbox, settings, SELECTION)
    dialog.save()
    dialog.close()
    qtbot.waitUntil(lambda: window.toast.text() != "")
    assert window.toast.text() == "Saved 1 conversation"
    toast = window.toast
    assert [toast.button.text(), toast.second.text()] == ["Show in folder", "Open"]
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_same_again_asks_nothing(window, inbox, settings, qtbot, tmp_path):
    some = exporting(window, inbox, settings)
    for _ in range(2):
        with qtbot.waitSignal(some.jobs.ended) as ended:
            some.again(SELECTION)
        assert ended.args[0].stage is Stage.SAVED
    first, second = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert first.endswith("conversations (2).csv")
    assert second.endswith("conversations.csv")


def test_the_same_again_and_again_gets_a_file_each_time(window, inbox, settings, qtbot, tmp_path):
    some = exporting(window, inbox, settings)
    ended = []
    some.jobs.ended.connect(ended.append)
    jobs = [some.again(SELECTION) for _ in range(3)]
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert [job.stage for job in jobs] == [Stage.SAVED] * 3
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_failure_unseen_is_told(window, inbox, settings, qtbot, tmp_path):
    some = exporting(window, inbox, settings)
    told = []
    some.tell = lambda *what: told.append(what)
    inbox.close()
    with qtbot.waitSignal(some.jobs.ended):
        some.again(replace(SELECTION, ids=(1,)))
    ((sentence, actions),) = told
    assert sentence == "The program is ending."
    assert [words for words, _ in actions] == ["Try again"]


def test_after_a_failure_the_questions_come_again_as_they_were(
    window, inbox, settings, qtbot, tmp_path
):
    some = exporting(window, inbox, settings)
    told = []
    some.tell = lambda *what: told.append(what)
    chosen = Chosen(since_ms=0, until_ms=86_400_000)
    with qtbot.waitSignal(some.jobs.ended):
        some.jobs.start(Wanted(chosen, Format.CONVERSATIONS, tmp_path / "gone" / "a.csv"))
    ((_, ((_, try_again),)),) = told
    try_again()
    dialog = some._dialogs[-1]
    assert "is not there any more" in dialog.trouble.text()
    assert dialog.form.scope == "dates"
    assert dialog.form.target().name == "a.csv"
    dialog.reject()


def test_where_another_window_is_looked_at_it_is_told_outside_too(window, inbox, settings, qtbot):
    some = exporting(window, inbox, settings)
    outside = []
    some.outside = lambda *what: outside.append(what)
    window.hide()
    with qtbot.waitSignal(some.jobs.ended):
        some.again(SELECTION)
    ((sentence, actions),) = outside
    assert sentence == "Saved 1 conversation"
    assert [words for words, _ in actions] == ["Show in folder", "Open"]


def test_a_window_has_one_of_them(window, inbox, settings):
    assert exporting(window, inbox, settings) is exporting(window, inbox, settings)
