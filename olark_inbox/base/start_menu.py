"""The program in the owner's menu: written only where he wants it, and taken away again.

Linux: a desktop entry with its icons, and one on the desktop. Windows: shortcuts in the Start menu
and on the desktop. macOS: an app in the owner's Applications that starts the program.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from olark_inbox.base.autostart import Autostart, DesktopEntry
from olark_inbox.base.icons import icns, ico

NAME = "olark-inbox"
SHOWN = "Olark Inbox"
SAYS = "Keeps the chats of your shop, finds them, and shows who waits for an answer"
_KEY = r"Software\Olark Inbox"
_VALUE = "Start menu"
_MANAGED = "installed"
_DESKTOP_DIR = re.compile(r'^XDG_DESKTOP_DIR="(.*)"', re.MULTILINE)

Pictures = Mapping[int, bytes]
"""The program's sign as PNG, by its size in pixels; 0 is the drawing itself (SVG)."""


class StartMenu(Autostart, Protocol):
    """Where a system keeps what its menu shows; `write` needs the icons to be drawn before."""

    def draw(self, pictures: Pictures) -> None:
        """Keep the icons where the menu finds them. Raises OSError."""


def entry_lines(*, more: str = "") -> str:
    """Return what a desktop entry says of the program, but for what it starts."""
    return (
        f"Name={SHOWN}\nGenericName=Chat inbox\nComment={SAYS}\nIcon={NAME}\nTerminal=false\n"
        "Categories=Network;InstantMessaging;\nKeywords=chat;olark;message;transcript;\n"
        f"StartupNotify=true\nStartupWMClass=OlarkInbox\n{more}"
    )


def hicolor(pictures: Pictures, icons: Path) -> dict[Path, bytes]:
    """Return the icon files of the freedesktop theme that every other one falls back to."""
    theme, name = icons / "hicolor", f"{NAME}.png"
    files = {theme / f"{size}x{size}/apps" / name: png for size, png in pictures.items() if size}
    return files | {theme / "scalable/apps" / f"{NAME}.svg": pictures[0]}


class DesktopEntries:
    """A freedesktop menu entry and its twin on the desktop."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        home = Path(environment.get("HOME") or Path.home())
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
        config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        self._icons = data / "icons"
        self._desktop = _desktop(home, config)
        self._menu = DesktopEntry(environment, data / f"applications/{NAME}.desktop")

    def command(self) -> list[str] | None:
        return self._menu.command()

    def draw(self, pictures: Pictures) -> None:
        for file, content in hicolor(pictures, self._icons).items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def write(self, command: Sequence[str]) -> None:
        again = self.command() is not None
        self._menu.write(command, entry_lines())
        # Whoever has thrown the one on the desktop away does not want it back.
        if self._desktop.parent.is_dir() and (self._desktop.exists() or not again):
            self._desktop.write_bytes(self._menu.file.read_bytes())
            self._desktop.chmod(0o755)

    def remove(self) -> None:
        drawn = self._icons.glob(f"hicolor/*/apps/{NAME}.*")
        for file in (self._menu.file, self._desktop, *drawn):
            file.unlink(missing_ok=True)


def _desktop(home: Path, config: Path) -> Path:
    """Return where the desktop's own entry belongs: its folder has a name in each language."""
    try:
        named = _DESKTOP_DIR.search((config / "user-dirs.dirs").read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        named = None
    folder = named[1].replace("$HOME", str(home)) if named else str(home / "Desktop")
    return Path(folder) / f"{NAME}.desktop"


class Shortcuts:
    """Shortcuts of Windows, made by its own script host; the registry remembers what they start."""

    # Paths come in by the environment: no quoting could be got wrong.
    _MAKE = (
        "$shell = New-Object -ComObject WScript.Shell; "
        "$places = @('Programs'); if ($env:INBOX_DESKTOP) { $places += 'Desktop' } "
        "foreach ($place in $places) { "
        "$file = Join-Path $shell.SpecialFolders($place) ($env:INBOX_NAME + '.lnk'); "
        "$link = $shell.CreateShortcut($file); "
        "$link.TargetPath = $env:INBOX_TARGET; $link.Arguments = $env:INBOX_ARGUMENTS; "
        "$link.IconLocation = $env:INBOX_ICON; $link.Description = $env:INBOX_SAYS; $link.Save() }"
    )
    _REMOVE = (
        "$shell = New-Object -ComObject WScript.Shell; "
        "foreach ($place in @('Programs', 'Desktop')) { "
        "$file = Join-Path $shell.SpecialFolders($place) ($env:INBOX_NAME + '.lnk'); "
        "if (Test-Path -LiteralPath $file) { Remove-Item -LiteralPath $file } }"
    )

    def __init__(
        self,
        icon: Path,
        registry: Any = None,
        run: Callable[[str, Mapping[str, str]], None] | None = None,
    ) -> None:
        self._icon = icon
        self._registry = registry or import_module("winreg")
        self._run = run or _powershell

    def command(self) -> list[str] | None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _KEY) as key:
                line, _ = registry.QueryValueEx(key, _VALUE)
        except OSError:
            return None
        return str(line).split("\n")

    def draw(self, pictures: Pictures) -> None:
        self._icon.parent.mkdir(parents=True, exist_ok=True)
        self._icon.write_bytes(ico(pictures))

    def write(self, command: Sequence[str]) -> None:
        program, *words = command
        values = {
            "INBOX_NAME": SHOWN,
            "INBOX_TARGET": program,
            "INBOX_ARGUMENTS": subprocess.list2cmdline(words),
            "INBOX_ICON": str(self._icon),
            "INBOX_SAYS": SAYS,
            "INBOX_DESKTOP": "" if self.command() else "1",
        }
        self._run(self._MAKE, values)
        registry = self._registry
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _KEY) as key:
            registry.SetValueEx(key, _VALUE, 0, registry.REG_SZ, "\n".join(command))

    def remove(self) -> None:
        self._run(self._REMOVE, {"INBOX_NAME": SHOWN})
        self._icon.unlink(missing_ok=True)
        registry = self._registry
        with (
            suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, _KEY, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, _VALUE)


def _powershell(script: str, values: Mapping[str, str]) -> None:
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    program = Path(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    try:
        subprocess.run(  # noqa: S603 - a script of ours; what varies comes by the environment
            [str(program), "-NoProfile", "-NonInteractive", "-Command", script],
            env=os.environ | dict(values),
            check=True,
            capture_output=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.CalledProcessError as error:
        raise OSError("Windows did not change its Start menu") from error


class AppBundle:
    """An app in the owner's Applications on macOS that starts the program where it lies."""

    def __init__(self, home: Path | None = None) -> None:
        self.folder = (home or Path.home()) / "Applications" / f"{SHOWN}.app"
        self._script = self.folder / "Contents/MacOS" / NAME
        self._plist = self.folder / "Contents/Info.plist"
        self._icon = self.folder / "Contents/Resources" / f"{NAME}.icns"

    def command(self) -> list[str] | None:
        try:
            last = self._script.read_text("utf-8").splitlines()[-1]
        except (OSError, UnicodeDecodeError, IndexError):
            return None
        return shlex.split(last)[1:-1]

    def draw(self, pictures: Pictures) -> None:
        self._icon.parent.mkdir(parents=True, exist_ok=True)
        self._icon.write_bytes(icns(pictures))

    def write(self, command: Sequence[str]) -> None:
        self._script.parent.mkdir(parents=True, exist_ok=True)
        self._script.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', "utf-8")
        self._script.chmod(0o755)
        values = {
            "CFBundleName": SHOWN,
            "CFBundleDisplayName": SHOWN,
            "CFBundleIdentifier": "com.olark-inbox.start",
            "CFBundleExecutable": NAME,
            "CFBundleIconFile": f"{NAME}.icns",
            "CFBundlePackageType": "APPL",
        }
        import plistlib  # noqa: PLC0415 - it brings all of XML, and only macOS has such files

        self._plist.write_bytes(plistlib.dumps(values))

    def remove(self) -> None:
        for file in (self._script, self._plist, self._icon):
            file.unlink(missing_ok=True)
        for folder in ("MacOS", "Resources", "."):
            with suppress(FileNotFoundError):
                (self.folder / "Contents" / folder).rmdir()
        with suppress(FileNotFoundError):
            self.folder.rmdir()


def start_menu(root: Path, platform: str = sys.platform) -> StartMenu | None:
    """Return where this system keeps it; None where an installer has put the program there."""
    if getattr(sys, "frozen", False) and (
        # On macOS the built program is an app itself.
        platform == "darwin" or Path(sys.executable).with_name(_MANAGED).exists()
    ):
        return None
    if platform == "win32":
        return Shortcuts(root / f"{NAME}.ico")
    return AppBundle() if platform == "darwin" else DesktopEntries()
