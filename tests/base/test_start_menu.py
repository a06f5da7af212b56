"""The program in the menu: by each system's means, added, repaired and taken away."""

import os
import plistlib
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from olark_inbox.base import start_menu as module
from olark_inbox.base.autostart import own_command, repair
from olark_inbox.base.start_menu import AppBundle, DesktopEntries, Shortcuts, start_menu
from tests.base.test_autostart import Registry

OLD = ["/old/olark-inbox-window"]
NEW = ["/new place/100%/olark-inbox-window", "--data-dir", "/a shop"]
NEW_SAME_FOLDER = ["/new place/100%/olark-inbox-window"]
PICTURES = {0: b"<svg/>", 16: b"png 16", 128: b"png 128"}


class ScriptHost:
    """What Windows would be asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, script, values):
        self.asked.append((script, dict(values)))


@pytest.fixture(params=["linux", "darwin", "win32"])
def menu(request, tmp_path):
    if request.param == "win32":
        return Shortcuts(tmp_path / "olark-inbox.ico", Registry(), ScriptHost())
    if request.param == "darwin":
        return AppBundle(tmp_path)
    return DesktopEntries({"HOME": str(tmp_path)})


def _left(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_there_when_wanted_repaired_after_a_move_and_gone_without_a_trace(menu, tmp_path):
    assert menu.command() is None
    assert not repair(menu, OLD)
    menu.draw(PICTURES)
    menu.write(OLD)
    assert menu.command() == OLD
    assert repair(menu, NEW_SAME_FOLDER)
    assert menu.command() == NEW_SAME_FOLDER
    assert not repair(menu, NEW_SAME_FOLDER)
    menu.remove()
    menu.remove()
    assert menu.command() is None
    assert _left(tmp_path) == []


def test_the_menu_of_another_shop_s_folder_is_left_alone(menu):
    menu.write(NEW)
    assert not repair(menu, OLD)
    assert menu.command() == NEW


def test_linux_gets_an_entry_its_icons_and_one_on_the_desktop(tmp_path):
    named = tmp_path / "Schreibtisch"
    named.mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/Schreibtisch"\n')
    menu = DesktopEntries({"HOME": str(tmp_path)})
    menu.draw(PICTURES)
    menu.write(NEW)
    entry = tmp_path / ".local/share/applications/olark-inbox.desktop"
    text = entry.read_text("utf-8")
    assert 'Exec="/new place/100%%/olark-inbox-window" "--data-dir" "/a shop"\n' in text
    assert "Icon=olark-inbox\n" in text
    assert "Terminal=false\n" in text
    twin = named / "olark-inbox.desktop"
    assert twin.read_text("utf-8") == text
    icons = tmp_path / ".local/share/icons/hicolor"
    assert (icons / "16x16/apps/olark-inbox.png").read_bytes() == b"png 16"
    assert (icons / "scalable/apps/olark-inbox.svg").read_bytes() == b"<svg/>"
    if os.name == "posix":
        assert twin.stat().st_mode & stat.S_IXUSR


def test_what_was_thrown_off_the_desktop_does_not_come_back(tmp_path):
    (tmp_path / "Desktop").mkdir()
    menu = DesktopEntries({"HOME": str(tmp_path)})
    menu.write(OLD)
    (tmp_path / "Desktop/olark-inbox.desktop").unlink()
    assert repair(menu, NEW_SAME_FOLDER)
    assert not (tmp_path / "Desktop/olark-inbox.desktop").exists()


def test_windows_is_asked_for_shortcuts_and_told_every_path_beside_the_script(tmp_path):
    host = ScriptHost()
    menu = Shortcuts(tmp_path / "olark-inbox.ico", Registry(), host)
    menu.draw(PICTURES)
    menu.write(NEW)
    script, values = host.asked[0]
    assert NEW[0] not in script
    assert values["INBOX_TARGET"] == NEW[0]
    assert values["INBOX_ARGUMENTS"] == '--data-dir "/a shop"'
    assert Path(values["INBOX_ICON"]).read_bytes()[:4] == b"\0\0\1\0"
    assert values["INBOX_DESKTOP"] == "1"
    menu.write(NEW)
    assert host.asked[1][1]["INBOX_DESKTOP"] == ""


@pytest.mark.skipif(sys.platform != "win32", reason="the script host of Windows")
def test_windows_really_makes_and_removes_its_shortcut(tmp_path):
    menu = Shortcuts(tmp_path / "olark-inbox.ico", Registry())
    programs = Path(os.environ["APPDATA"], "Microsoft/Windows/Start Menu/Programs")
    menu.draw(PICTURES)
    menu.write([sys.executable, "-m", "olark_inbox.windowed"])
    assert (programs / "Olark Inbox.lnk").exists()
    menu.remove()
    assert not (programs / "Olark Inbox.lnk").exists()


@pytest.mark.skipif(os.name != "posix", reason="the app is a shell script")
def test_the_app_of_macos_starts_the_program_with_what_it_is_given(tmp_path):
    menu = AppBundle(tmp_path)
    menu.draw(PICTURES)
    menu.write(["/bin/echo", "it's", "$HOME"])
    contents = menu.folder / "Contents"
    values = plistlib.loads((contents / "Info.plist").read_bytes())
    program = contents / "MacOS" / values["CFBundleExecutable"]
    said = subprocess.run([program, "more"], capture_output=True, text=True, check=True).stdout
    assert said == "it's $HOME more\n"
    assert (contents / "Resources" / values["CFBundleIconFile"]).read_bytes()[:4] == b"icns"


@pytest.mark.parametrize(("platform", "kind"), [("linux", DesktopEntries), ("darwin", AppBundle)])
def test_each_system_has_its_menu(platform, kind, tmp_path):
    assert isinstance(start_menu(tmp_path, platform), kind)


def test_what_an_installer_put_into_the_menu_is_not_ours(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "olark-inbox"))
    assert start_menu(tmp_path, "linux") is not None
    assert start_menu(tmp_path, "darwin") is None
    (tmp_path / module._MANAGED).write_text("by the system's packages\n")
    assert start_menu(tmp_path, "linux") is None


def test_the_menu_starts_the_windowed_program_that_lies_beside_this_one(monkeypatch, tmp_path):
    suffix = ".exe" if sys.platform == "win32" else ""
    windowed = tmp_path / f"olark-inbox-window{suffix}"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert own_command(tmp_path, hidden=False)[1:3] == ["-m", "olark_inbox.windowed"]
    windowed.write_text("")
    assert own_command(tmp_path, hidden=False)[0] == str(windowed)
