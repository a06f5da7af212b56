import pytest
from PySide6.QtCore import Qt

from olark_inbox.export.wall import WallClock
from olark_inbox.ui.saving.export_choices import Choices
from olark_inbox.ui.saving.export_names import NamesButton
from tests.export.conftest import NOON, make_priya

DAY = WallClock().day(NOON)
"""The day of her chat where the test runs."""


@pytest.fixture
def button(qtbot):
    made = NamesButton()
    qtbot.addWidget(made)
    made.show_pattern(Choices(), make_priya())
    made.show()
    return made


def test_each_way_is_shown_as_it_would_look(button):
    assert button.text() == "Name of the file"
    menu = button.offered()
    texts = [action.text() for action in menu.actions() if action.isCheckable()]
    assert texts[:2] == [f"{DAY} Priya Raman.pdf", f"Priya Raman {DAY}.pdf"]
    assert [action.isChecked() for action in menu.actions()][:2] == [True, False]
    heard = []
    button.chosen.connect(heard.append)
    menu.actions()[1].trigger()
    assert heard == ["{name} {date}"]
    menu.deleteLater()


def test_without_a_conversation_an_example_shows_it(button):
    button.show_pattern(Choices(separate=True, pattern="{name}"), None)
    assert button.text() == "Named like “Bob Doe.pdf”"


def test_an_ampersand_in_a_name_is_no_key_to_press(button):
    button.show_pattern(Choices(separate=True, pattern="{name} &Co"), None)
    assert button.text() == "Named like “Bob Doe &Co.pdf”"
    assert button.shortcut().isEmpty()


def test_the_owners_own_way_is_offered_too(button):
    button.show_pattern(Choices(pattern="Chat with {name}"), make_priya())
    menu = button.offered()
    (own,) = [action for action in menu.actions() if action.text().startswith("Chat with")]
    assert own.isChecked()
    menu.deleteLater()


def test_a_pattern_is_written_and_seen_as_it_is_typed(button, qtbot):
    dialog = button.ask()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.field.line.selectAll()
    dialog.parts["agent"].click()
    assert dialog.field.line.text() == "{date} {name} {agent}"
    dialog.field.line.clear()
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.field.line, "Chat/")
    dialog.parts["name"].click()
    dialog.parts["email"].click()
    assert dialog.field.line.text() == "Chat/ {name} {email}"
    assert dialog.shown.text() == "Chat- Priya Raman priya@example.co.uk.pdf"
    with qtbot.waitSignal(button.chosen) as heard:
        qtbot.keyClick(dialog.field.line, Qt.Key.Key_Return)
    assert heard.args == ["Chat/ {name} {email}"]
