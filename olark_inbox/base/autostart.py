"""Starting with the computer: written only where the owner wants it, and taken away again.

Linux: a desktop entry in the autostart folder. Windows: a value of the Run key. macOS: a launch
agent. What the owner switched off with the system's own means stays off.
"""

import os
import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from olark_inbox.base.folders import usual_root

NAME = "olark-inbox"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_DATA_DIR = "--data-dir"
_LABEL = "com.olark-inbox.window"
_AT_START = f"Name=Olark Inbox\nIcon={NAME}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
_WORD = re.compile(r'"((?:\\.|[^"\\])*)"|([^\s"]+)')
_ESCAPED = re.compile(r"\\(.)")
_QUOTED = str.maketrans({c: f"\\{c}" for c in '"`$\\'})


class Autostart(Protocol):
    """Where a system keeps what starts with it."""

    def command(self) -> list[str] | None:
        """Return what would be started, None where nothing is."""

    def write(self, command: Sequence[str]) -> None:
        """Have this started. Raises OSError."""

    def remove(self) -> None:
        """Have nothing started. Raises OSError."""


class DesktopEntry:
    """A freedesktop entry; without a file of its own the one in the autostart folder."""

    def __init__(
        self, environment: Mapping[str, str] = os.environ, file: Path | None = None
    ) -> None:
        config = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self.file = file or Path(config) / "autostart" / f"{NAME}.desktop"

    def command(self) -> list[str] | None:
        try:
            lines = self.file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return None
        values = dict(line.split("=", 1) for line in lines if "=" in line)
        if values.get("Hidden") == "true" or values.get("X-GNOME-Autostart-enabled") == "false":
            return None
        return _words(values.get("Exec", ""))

    def write(self, command: Sequence[str], more: str = _AT_START) -> None:
        line = " ".join(_quoted(word) for word in command)
        text = f"[Desktop Entry]\nType=Application\nExec={line}\n{more}"
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(text, "utf-8")

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)


class LaunchAgent:
    """A launch agent of this user on macOS."""

    def __init__(self, home: Path | None = None) -> None:
        self.file = (home or Path.home()) / "Library" / "LaunchAgents" / f"{_LABEL}.plist"

    def command(self) -> list[str] | None:
        import plistlib  # noqa: PLC0415 - it brings all of XML, and only macOS has such files

        try:
            values = plistlib.loads(self.file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ValueError):
            return None
        arguments = values.get("ProgramArguments") if isinstance(values, dict) else None
        return [str(word) for word in arguments] if isinstance(arguments, list) else None

    def write(self, command: Sequence[str]) -> None:
        import plistlib  # noqa: PLC0415 - as above

        values = {
            "Label": _LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_bytes(plistlib.dumps(values))

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)


class RunKey:
    """The Run key of this user on Windows."""

    def __init__(self, registry: Any = None) -> None:
        self._registry = registry or import_module("winreg")

    def command(self) -> list[str] | None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
                line, _ = registry.QueryValueEx(key, NAME)
        except OSError:
            return None
        return [word.strip('"') for word in shlex.split(str(line), posix=False)]

    def write(self, command: Sequence[str]) -> None:
        registry = self._registry
        # A path holds no quotation mark on Windows.
        line = " ".join(f'"{word}"' for word in command)
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            registry.SetValueEx(key, NAME, 0, registry.REG_SZ, line)

    def remove(self) -> None:
        registry = self._registry
        with (
            suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, NAME)


def autostart(platform: str = sys.platform) -> Autostart:
    """Return where this system keeps it."""
    if platform == "win32":
        return RunKey()
    return LaunchAgent() if platform == "darwin" else DesktopEntry()


def own_command(root: Path, *, hidden: bool = True) -> list[str]:
    """Return what starts this very program without a terminal; its data folder if not the usual."""
    suffix = ".exe" if sys.platform == "win32" else ""
    windowed = Path(sys.executable).with_name(f"{NAME}-window{suffix}")
    program = [str(windowed)] if windowed.exists() else _otherwise()
    folder = [] if root == usual_root() else [_DATA_DIR, str(root)]
    return [*program, *(["--hidden"] if hidden else []), *folder]


def _otherwise() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    python = Path(sys.executable)
    silent = python.with_name("pythonw.exe")
    return [str(silent if silent.exists() else python), "-m", "olark_inbox.windowed"]


def spoken_to(root: Path) -> list[str]:
    """Return what starts this very program to be spoken to by its standard input and output."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        program = [str(python.with_name(f"{NAME}{python.suffix}"))]
    else:
        console = python.with_name("python.exe")
        silent = python.name == "pythonw.exe" and console.exists()
        program = [str(console if silent else python), "-m", "olark_inbox"]
    return [*program, _DATA_DIR, str(root)]


def starts(place: Autostart, root: Path) -> bool:
    """Whether this very program starts with the computer, with this data folder."""
    return place.command() == own_command(root)


def repair(place: Autostart, command: Sequence[str]) -> bool:
    """Where something of ours is started, let it be this program; returns whether it was not.

    The program may have been moved or updated since. Nothing is written where nothing was, nor
    where the inbox of another data folder is what is started.
    """
    written = place.command()
    if written is None or written == list(command) or _folder(written) != _folder(command):
        return False
    place.write(command)
    return True


def _folder(command: Sequence[str]) -> str:
    """Return the data folder a command names, "" for the usual one."""
    words = list(command)
    at = words.index(_DATA_DIR) + 1 if _DATA_DIR in words else len(words)
    return words[at] if at < len(words) else ""


def _quoted(word: str) -> str:
    """Quote a word as desktop entries want it; a percent sign would be a field code."""
    inside = word.translate(_QUOTED).replace("%", "%%")
    # The file's own strings know the backslash too.
    return '"' + inside.replace("\\", "\\\\") + '"'


def _words(line: str) -> list[str]:
    parts = _WORD.findall(line.replace("\\\\", "\\"))
    words = [_ESCAPED.sub(r"\1", quoted) if quoted or not bare else bare for quoted, bare in parts]
    return [word.replace("%%", "%") for word in words]
