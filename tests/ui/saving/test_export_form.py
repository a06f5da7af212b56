import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from olark_inbox.export.save import Format
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.saving.export_choices import Choices, Selection
from olark_inbox.ui.saving.export_form import ExportForm
from tests.export.conftest import NOON, make_priya

DAY = WallClock().day(NOON)
"""The day of her chat where the test runs."""


@pytest.fixture
def form(qtbot, tmp_path):
    selection = Selection((3, 1), Query(View.INBOX), 128, "Inbox")
    made = ExportForm(selection, Choices(), tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_selected_comes_first_in_its_order(form):
    assert form.chosen().ids == (3, 1)
    assert form.target().suffix == ".pdf"


def test_without_a_selection_it_is_what_is_shown(qtbot, tmp_path):
    form = ExportForm(Selection((), Query(View.INBOX), 128, "Inbox"), Choices(), tmp_path)
    qtbot.addWidget(form)
    assert form.chosen().query == Query(View.INBOX)
    assert form.chosen().about == "Inbox"


def test_everything_is_more_than_what_is_shown(form):
    form.scopes.chosen.emit("all")
    assert form.chosen().everything


def test_dates_are_picked_where_they_are_what_is_saved(form, qtbot):
    assert not form.days.isVisible()
    form.scopes.chosen.emit("dates")
    assert form.days.isVisible()
    chosen = form.chosen()
    assert (chosen.since_ms, chosen.until_ms) == form.days.span_ms()
    assert chosen.about == form.days.words()
    assert not chosen.everything
    with qtbot.waitSignal(form.changed):
        form.days.first.show_day(form.days.last.day)
        form.days.first.picked.emit()
    assert form.chosen().since_ms > chosen.since_ms


def test_only_what_belongs_to_the_kind_of_file_is_shown(form):
    assert form.ticks["separate"].isVisible()
    assert not form.table.isVisible()
    form.cards[Format.CONVERSATIONS].click()
    assert form.table.isVisible()
    assert form.columns.isVisible()
    assert form.target().suffix == ".csv"
    form.cards[Format.ARCHIVE].click()
    assert not form.ticks["hide_contact"].isVisible()
    assert form.target().suffix == ".jsonl"


def test_every_tick_and_choice_is_heard(form, qtbot):
    for name, tick in form.ticks.items():
        with qtbot.waitSignal(form.changed):
            tick.setChecked(True)
        assert getattr(form.choices, name) is True
    form.separators.chosen.emit(";")
    form.times.chosen.emit("local")
    assert (form.choices.separator, form.choices.times) == (";", "local")


def test_columns_are_chosen_and_all_means_all(form):
    form.cards[Format.MESSAGES].click()
    menu, actions = columns_of(form)
    actions["email"].trigger()
    assert "email" not in form.choices.columns
    assert form.columns.text() == "9 columns"
    assert not menu.actions()[0].isChecked()
    actions["email"].trigger()
    assert form.choices.columns == ()
    assert form.columns.text() == "All columns"
    assert menu.actions()[0].isChecked()
    menu.hide()


def columns_of(form):
    form._on_columns()
    menu = form.findChildren(QMenu)[-1]
    return menu, {action.data(): action for action in menu.actions()}


def test_a_few_columns_are_ticked_after_all_were_unticked(form, qtbot):
    form.cards[Format.CONVERSATIONS].click()
    menu, actions = columns_of(form)
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert not any(action.isChecked() for action in menu.actions())
    for name in ("email", "visitor"):
        menu.setActiveAction(actions[name])
        qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert form.choices.columns == ("visitor", "email")
    assert form.columns.text() == "2 columns"
    menu.hide()


def test_columns_that_the_other_table_lacks_do_not_count(form):
    form.set_choices(Choices(format="csv", columns=("rating", "email")))
    assert form.columns.text() == "2 columns"
    form.cards[Format.MESSAGES].click()
    assert form.columns.text() == "1 column"
    form.set_choices(Choices(format="csv-messages", columns=("rating",)))
    assert form.columns.text() == "All columns"
    menu, _ = columns_of(form)
    assert all(action.isChecked() for action in menu.actions() if action.isCheckable())
    menu.hide()


def test_a_preset_changes_everything_at_once(form):
    form.set_choices(Choices(format="csv", hide_contact=True, separator="\t"))
    assert form.cards[Format.CONVERSATIONS].isChecked()
    assert form.ticks["hide_contact"].isChecked()


def test_a_file_that_is_there_gets_company_not_a_successor(form):
    form.target().touch()
    assert form.target().name.endswith("conversations (2).pdf")


def test_one_conversation_is_called_after_it_in_the_way_the_owner_chose(qtbot, tmp_path):
    selection = Selection((3,), Query(View.INBOX), 128, "Inbox", make_priya())
    form = ExportForm(selection, Choices(), tmp_path)
    qtbot.addWidget(form)
    form.show()
    assert form.target().name == f"{DAY} Priya Raman.pdf"
    form.names.chosen.emit("{name}, {agent}")
    assert form.choices.pattern == "{name}, {agent}"
    assert form.target().name.startswith("Priya Raman")
    assert form.names.isVisible()
    form.scopes.chosen.emit("all")
    assert not form.names.isVisible()
    form.ticks["separate"].setChecked(True)
    assert form.names.isVisible()
