"""The menu bar and its keys."""

import collections

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from olark_inbox.ui.frame.menus import Menus, shown_keys


@pytest.fixture
def menus(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Menus(window)
    made.window = window
    return made


def _keys(menus):
    return [keys.toString() for action in menus.actions.values() for keys in action.shortcuts()]


def test_no_two_actions_share_a_key(menus):
    for single in (False, True):
        menus.set_single_keys(single)
        twice = [keys for keys, n in collections.Counter(_keys(menus)).items() if n > 1]
        assert not twice


def test_single_letters_do_nothing_until_they_are_switched_on(menus):
    assert not [keys for keys in _keys(menus) if len(keys) == 1]
    menus.set_single_keys(True)
    assert {"J", "K", "E", "U", "S"} <= set(_keys(menus))
    menus.set_single_keys(False)
    assert not [keys for keys in _keys(menus) if len(keys) == 1]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("search", "Ctrl+K"), ("done", "Ctrl+D"), ("undo", "Ctrl+Z"), ("settings", "Ctrl+,"),
        ("view_inbox", "Ctrl+1"), ("view_done", "Ctrl+7"), ("help", "F1"), ("keys", "Shift+F1"),
        ("pane", "F6"), ("quit", "Ctrl+Q"),
    ],
)  # fmt: skip
def test_the_known_keys_work(menus, name, keys):
    assert QKeySequence(keys) in menus.actions[name].shortcuts()


def test_an_action_does_what_it_was_given(menus):
    done = []
    menus.connect({"undo": lambda: done.append(1)})
    menus.actions["undo"].trigger()
    menus.enable(("undo",), on=False)
    menus.actions["undo"].trigger()
    assert done == [1]


def test_keys_a_pane_listens_to_itself_are_shown_and_not_taken(menus):
    assert menus.actions["find"].shortcuts() == []
    assert shown_keys(menus.entries["find"]) in menus.actions["find"].text()
