"""What starts with the computer, by each system's documented means."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.base import autostart as module
from olark_inbox.base.autostart import (
    DesktopEntry,
    LaunchAgent,
    RunKey,
    own_command,
    repair,
    spoken_to,
    starts,
)
from olark_inbox.base.folders import usual_root

OLD = ["/old/python", "-m", "olark_inbox", "--hidden"]
NEW = ["/new place/python", "-m", "olark_inbox", "--hidden"]


class Registry:
    """As much of Windows' registry as is used, with its own names."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", 2, 1

    def __init__(self):
        self.values = {}
        self.paths = []

    def OpenKey(self, root, path, _reserved=0, _access=1):  # noqa: N802 - its real name
        assert root == "user"
        self.paths.append(path)
        return self

    CreateKey = OpenKey

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def QueryValueEx(self, _key, name):  # noqa: N802 - its real name
        if name not in self.values:
            raise FileNotFoundError
        return self.values[name], self.REG_SZ

    def SetValueEx(self, _key, name, _reserved, _kind, value):  # noqa: N802 - as above
        self.values[name] = value

    def DeleteValue(self, _key, name):  # noqa: N802 - its real name
        if name not in self.values:
            raise FileNotFoundError
        del self.values[name]


@pytest.fixture(params=["linux", "darwin", "win32"])
def place(request, tmp_path):
    if request.param == "win32":
        return RunKey(Registry())
    if request.param == "darwin":
        return LaunchAgent(tmp_path)
    return DesktopEntry({"XDG_CONFIG_HOME": str(tmp_path)})


def test_nothing_is_started_until_the_owner_wants_it(place):
    assert place.command() is None
    assert not repair(place, NEW)
    assert place.command() is None
    place.write(NEW)
    assert place.command() == NEW
    place.remove()
    place.remove()
    assert place.command() is None


def test_a_program_that_was_moved_is_started_from_where_it_is_now(place):
    place.write(OLD)
    assert repair(place, NEW)
    assert place.command() == NEW
    assert not repair(place, NEW)


def test_the_inbox_of_another_folder_is_left_alone(place):
    other = [*OLD, "--data-dir", "/another shop"]
    place.write(other)
    assert not repair(place, NEW)
    assert place.command() == other
    assert repair(place, [*NEW, "--data-dir", "/another shop"])


def test_only_this_very_program_with_this_very_folder_counts_as_starting(place, tmp_path):
    assert not starts(place, tmp_path)
    place.write(own_command(tmp_path / "another"))
    assert not starts(place, tmp_path)
    place.write(own_command(tmp_path))
    assert starts(place, tmp_path)


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)))
def test_any_path_survives_the_desktop_entry(words):
    line = " ".join(module._quoted(word) for word in words)
    assert module._words(line) == words


def test_the_system_s_own_switch_is_respected(tmp_path):
    place = DesktopEntry({"XDG_CONFIG_HOME": str(tmp_path)})
    place.write(OLD)
    for line in ("Hidden=true", "X-GNOME-Autostart-enabled=false"):
        text = place.file.read_text("utf-8")
        place.file.write_text(f"{text}{line}\n", "utf-8")
        assert place.command() is None
        assert not repair(place, NEW)
        place.file.write_text(text, "utf-8")


def test_a_launch_agent_is_what_launchd_reads(tmp_path):
    place = LaunchAgent(tmp_path)
    place.write(NEW)
    values = plistlib.loads(place.file.read_bytes())
    assert (values["ProgramArguments"], values["RunAtLoad"]) == (NEW, True)
    place.file.write_bytes(b"torn")
    assert place.command() is None


def test_the_run_key_is_the_documented_one():
    registry = Registry()
    RunKey(registry).write(NEW)
    assert registry.paths == [r"Software\Microsoft\Windows\CurrentVersion\Run"]
    assert registry.values["olark-inbox"].startswith('"/new place/python" "-m"')


def test_the_own_command_starts_this_program_hidden(tmp_path):
    command = own_command(tmp_path)
    assert command[-3:] == ["--hidden", "--data-dir", str(tmp_path)]
    assert own_command(usual_root())[-1] == "--hidden"
    asked = [*command[: command.index("--hidden") + 1], "--help"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert "--hidden" in said


def test_a_frozen_program_starts_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "olark-inbox"))
    assert own_command(usual_root()) == [sys.executable, "--hidden"]


@pytest.mark.parametrize(("platform", "kind"), [("linux", DesktopEntry), ("darwin", LaunchAgent)])
def test_each_system_has_its_place(platform, kind):
    assert isinstance(module.autostart(platform), kind)


def test_it_can_be_spoken_to_as_it_was_started(monkeypatch, tmp_path):
    python = tmp_path / "pythonw.exe"
    (tmp_path / "python.exe").touch()
    monkeypatch.setattr(sys, "executable", str(python))
    told = [str(tmp_path / "python.exe"), "-m", "olark_inbox", "--data-dir", "/data"]
    assert spoken_to(Path("/data")) == told
    monkeypatch.setattr(sys, "executable", "/opt/olark-inbox/olark-inbox-window")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert spoken_to(Path("/data"))[0] == str(Path("/opt/olark-inbox/olark-inbox"))
