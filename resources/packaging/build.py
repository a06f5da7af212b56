"""Builds what the people of this system install: `uv run --group build python -m …build`.

Linux: a package for Debian and Ubuntu, and a portable folder. Windows: an installer. macOS: a disk
image. What is built runs on this system and on newer ones.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from olark_inbox import __version__
from olark_inbox.base.icons import icns, ico
from resources.packaging import debian, icu, licences, macos, portable, windows

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


def pictures() -> dict[int, bytes]:
    """Draw the program's sign at every size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from olark_inbox.ui.kit.app_icon import pictures as draw

    app = QGuiApplication.instance() or QGuiApplication([])
    drawn = draw()
    del app
    return drawn


def freeze(work: Path) -> Path:
    """Put the program, its Python and its libraries into one folder; returns it."""
    drawn = pictures()
    icon = work / ("olark-inbox.icns" if sys.platform == "darwin" else "olark-inbox.ico")
    icon.write_bytes(icns(drawn) if sys.platform == "darwin" else ico(drawn))
    texts = work / "licences"
    licences.gather(texts)
    environment = {
        "OLARK_INBOX_ROOT": str(ROOT),
        "OLARK_INBOX_ICON": str(icon),
        "OLARK_INBOX_VERSION": __version__,
        "OLARK_INBOX_LICENCES": str(texts),
    }
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
        "--workpath", str(work / "pyinstaller"), "--distpath", str(work),
        str(HERE / "olark-inbox.spec"),
    ]  # fmt: skip
    subprocess.run(command, env=os.environ | environment, check=True, cwd=work)
    frozen = work / "olark-inbox"
    for library in frozen.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
        try:
            icu.slim(library)
        except icu.Unknown as why:
            print(f"ICU's data goes along whole: {why}", file=sys.stderr)
    return frozen


def main() -> int:
    """Build for the system this runs on, and say what came of it."""
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="put the results there")
    to: Path = parser.parse_args().to.resolve()
    to.mkdir(parents=True, exist_ok=True)
    work = to / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    begun = time.monotonic()
    folder = freeze(work)
    print(f"{_megabytes(folder):6.1f} MB  {folder}  ({time.monotonic() - begun:.0f} s)")
    for result in _packed(folder, to):
        print(f"{_megabytes(result):6.1f} MB  {result}  ({time.monotonic() - begun:.0f} s)")
    return 0


def _packed(folder: Path, to: Path) -> list[Path]:
    if sys.platform == "win32":
        return [windows.installer(folder, to, __version__)]
    if sys.platform == "darwin":
        return [macos.disk_image(folder.with_name("Olark Inbox.app"), to, __version__)]
    results = [portable.folder(folder, to, __version__)]
    if shutil.which("dpkg-deb"):
        results.append(debian.package(folder, to, __version__, pictures()))
    else:
        print("No dpkg-deb here: only the portable folder was built.", file=sys.stderr)
    return results


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(p.stat().st_size for p in files if not p.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
