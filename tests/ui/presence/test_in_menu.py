"""Adding the program to the menu, from Help and from the guide, and taking it out again."""

import pytest

from olark_inbox.base.autostart import DesktopEntry, own_command
from olark_inbox.base.start_menu import DesktopEntries
from olark_inbox.ui.presence.in_menu import InMenu, MenuLines, MenuPlaces
from olark_inbox.ui.presence.start_lines import StartLines
from tests.window import story_runner, window_on


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


class Home:
    """A home of its own: its menu, and what starts with the computer."""

    def __init__(self, folder):
        self.folder = folder
        environment = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}
        self.menu, self.starts = DesktopEntries(environment), DesktopEntry(environment)
        self.places = MenuPlaces(folder, self.menu, self.starts)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def test_the_guide_adds_it_everywhere_and_removes_it_everywhere(qtbot, home):
    start = StartLines(home.folder, tray=True, place=home.starts)
    lines = MenuLines(home.places, start)
    qtbot.addWidget(lines)
    assert lines.button.text() == "Add to the start menu"
    lines.button.click()
    assert home.menu.command() == own_command(home.folder, hidden=False)
    assert home.starts.command() == own_command(home.folder)
    assert start.tick.isChecked()
    assert "start menu now" in lines.said.text()
    assert lines.button.text() == "Remove from the start menu"
    start.tick.click()
    assert home.menu.command() is not None
    lines.button.click()
    assert (home.menu.command(), home.starts.command()) == (None, None)
    assert not start.tick.isChecked()


def test_help_offers_it_says_what_it_did_and_takes_it_back(play, home):
    async def story():
        async with window_on(home.folder / "data") as scene:
            window = scene.house.window
            entry = window.menus.actions["in_menu"]
            InMenu(window, home.places)
            entry.triggered.disconnect()
            ours = InMenu(window, home.places)
            assert entry.text() == "Add to the start menu"
            entry.trigger()
            assert home.menu.command() is not None
            assert entry.text() == "Remove from the start menu"
            window.toast.button.click()
            assert home.menu.command() is None
            home.menu.write(["/elsewhere"])
            ours.show_words()
            assert entry.text() == "Remove from the start menu"

    play(story())


def test_a_system_that_refuses_is_said(qtbot, home, expect_log):
    expect_log("the start menu could not be changed: ")
    (home.folder / ".local").write_text("in the way", "utf-8")
    said, done = home.places.change()
    assert (bool(said), done) == (True, False)


def test_where_an_installer_did_it_only_the_tick_is_offered(qtbot, home, monkeypatch):
    monkeypatch.setattr("olark_inbox.ui.presence.in_menu.start_menu", lambda _folder: None)
    places = MenuPlaces(home.folder, None, home.starts)
    lines = MenuLines(places, StartLines(home.folder, tray=True, place=home.starts))
    qtbot.addWidget(lines)
    assert not lines.button.isVisibleTo(lines)
    assert places.change() == ("", True)
