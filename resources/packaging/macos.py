"""The disk image for macOS: the app, and the folder to drag it to."""

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path


def disk_image(app: Path, to: Path, version: str) -> Path:
    """Pack the app into a disk image; returns the file."""
    result = to / f"Olark-Inbox-{version}-{platform.machine()}.dmg"
    with tempfile.TemporaryDirectory(dir=to) as scratch:
        folder = Path(scratch) / "Olark Inbox"
        shutil.copytree(app, folder / app.name, symlinks=True)
        (folder / "Applications").symlink_to("/Applications")
        command = [
            "hdiutil", "create", "-volname", "Olark Inbox", "-srcfolder", str(folder),
            "-fs", "HFS+", "-format", "UDZO", "-ov", str(result),
        ]  # fmt: skip
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return result
