"""The portable folder for Linux: unpack it anywhere, start the program in it."""

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

NAME = "olark-inbox"
READ_ME = """\
Start olark-inbox-window (olark-inbox for commands). Nothing is installed: Help, Add to the start
menu, puts the program into your menu, and Remove from the start menu takes it out again. Your
conversations are not in this folder: Help, About says where they are.
"""


def folder(frozen: Path, to: Path, version: str) -> Path:
    """Pack the folder; returns the file."""
    name = f"{NAME}-{version}-linux-{platform.machine()}"
    result = to / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory(dir=to) as scratch:
        copy = Path(scratch) / name
        shutil.copytree(frozen, copy, symlinks=True)
        (copy / f"{NAME}-window").symlink_to(NAME)
        (copy / "README.txt").write_text(READ_ME, "utf-8")
        command = [
            "tar",
            "--owner=0",
            "--group=0",
            "-I",
            "xz -6 -T0",
            "-cf",
            result,
            "-C",
            scratch,
            name,
        ]
        subprocess.run(command, check=True)
    return result
