from PySide6.QtWidgets import QLabel

from olark_inbox.store.persons import Hint, Joined, Person
from olark_inbox.ui.detail.person_box import PersonBox
from olark_inbox.ui.kit.controls import LinkButton


def test_hints_are_accepted_and_joins_taken_back(qtbot):
    person = Person((Hint("v:2", "Bob D.", "bob@example.com", 3, 7),), (Joined("v:3", "B. Doe"),))
    box = PersonBox(person)
    qtbot.addWidget(box)
    words = [label.text() for label in box.findChildren(QLabel)]
    assert any("Bob D." in text and "3" in text for text in words)
    join, separate = box.findChildren(LinkButton)
    with qtbot.waitSignal(box.join_wanted) as heard:
        join.click()
    assert heard.args == ["v:2"]
    with qtbot.waitSignal(box.part_wanted) as heard:
        separate.click()
    assert heard.args == ["v:3"]
    assert "Bob D." in join.accessibleName()
