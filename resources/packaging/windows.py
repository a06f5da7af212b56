"""The installer for Windows, made by Inno Setup."""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def installer(folder: Path, to: Path, version: str) -> Path:
    """Build the installer; returns the file. Raises FileNotFoundError without Inno Setup."""
    (folder / "installed").write_text("by the installer\n", "utf-8")
    command = [
        _compiler(), "/Qp", f"/DVersion={version}", f"/DFolder={folder}", f"/DIcon={_icon(folder)}",
        f"/O{to}", f"/FOlark-Inbox-{version}-setup", str(HERE / "olark-inbox.iss"),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    return to / f"Olark-Inbox-{version}-setup.exe"


def _icon(folder: Path) -> Path:
    return folder.with_name("olark-inbox.ico")


def _compiler() -> str:
    found = shutil.which("iscc")
    if found:
        return found
    for variable in ("ProgramFiles(x86)", "ProgramFiles", "LocalAppData"):
        for program in Path(os.environ.get(variable, "")).glob("**/Inno Setup*/ISCC.exe"):
            return str(program)
    raise FileNotFoundError("Install Inno Setup 6 first: its compiler (iscc) makes the installer.")
