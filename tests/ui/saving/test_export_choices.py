import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from olark_inbox.base.folders import open_folders
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format
from olark_inbox.export.wall import WallClock
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_choices import (
    Choices,
    Selection,
    file_name_for,
    free_target,
    keep_preset,
    last_choices,
    last_folder,
    presets,
    remember,
    usual_separator,
)
from tests.export.conftest import NOON, make_priya

DAY = WallClock().day(NOON)
"""The day of her chat where the test runs."""


@pytest.fixture
def settings(tmp_path):
    return Settings(open_folders(tmp_path / "data"))


def test_choices_are_remembered(settings, tmp_path):
    choices = Choices(format="csv", hide_contact=True, columns=("words",), separator=";")
    remember(settings, choices, tmp_path)
    again = Settings(open_folders(tmp_path / "data"))
    assert last_choices(again) == choices
    assert last_folder(again) == tmp_path


def test_a_folder_that_is_gone_is_not_offered(settings, tmp_path):
    remember(settings, Choices(), tmp_path / "gone")
    assert last_folder(settings).is_dir()


def test_presets_are_kept_and_forgotten(settings):
    keep_preset(settings, "For the lawyer", Choices(hide_technical=True))
    keep_preset(settings, "Numbers", Choices(format="csv"))
    assert presets(settings)["For the lawyer"].hide_technical
    keep_preset(settings, "For the lawyer", None)
    assert list(presets(settings)) == ["Numbers"]


json = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)


@given(st.dictionaries(st.sampled_from([*Choices().written()]), json))
def test_whatever_stands_in_the_file_gives_choices_that_work(kept):
    choices = Choices.read(kept)
    assert choices.kind in Format
    assert Choices.read(choices.written()) == choices


def test_what_is_done_is_what_was_chosen(settings, tmp_path):
    settings.shop_name = "Spoke & Chain"
    choices = Choices(format="csv-messages", columns=("words", "nonsense"), hide_contact=True)
    wanted = choices.wanted(Chosen(ids=(1,)), tmp_path / "a.csv", settings)
    assert wanted.table.columns == ("words",)
    assert wanted.table.hidden.contact
    assert wanted.pdf.shop == "Spoke & Chain"
    # Who selects a sample wants it.
    assert wanted.chosen.samples


def test_the_separator_is_what_spreadsheets_expect_here():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    assert usual_separator() == ";"
    QLocale.setDefault(QLocale("en_US"))
    assert usual_separator() == ","
    QLocale.setDefault(before)


def test_files_are_called_by_day_and_what_they_hold(tmp_path):
    priya, day = make_priya(), "2026-11-30"
    assert file_name_for(Choices(), day, "chats", priya) == f"{DAY} Priya Raman.pdf"
    assert file_name_for(Choices(format="csv"), day, "chats") == "2026-11-30 chats.csv"
    assert file_name_for(Choices(separate=True), day, "chats", priya) == "2026-11-30 chats"
    other = Choices(pattern="{name}, {email}", hide_contact=True)
    assert file_name_for(other, day, "chats", priya) == "Priya Raman,.pdf"
    (tmp_path / "a.pdf").touch()
    assert free_target(tmp_path, "a.pdf") == tmp_path / "a (2).pdf"


def test_nothing_selected_is_a_selection_too():
    assert Selection().ids == ()
