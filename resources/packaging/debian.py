"""The package for Debian and Ubuntu."""

import gzip
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from olark_inbox.base.start_menu import Pictures, entry_lines, hicolor

NAME = "olark-inbox"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MIME = "application/x-olark-inbox-archive"

# What the program takes from the system it runs on, so that it fits its drivers, fonts and themes.
NEEDS = (
    "libstdc++6", "libgcc-s1", "zlib1g", "libzstd1", "libegl1", "libgl1", "libglib2.0-0",
    "libfontconfig1", "libfreetype6", "libdbus-1-3", "libx11-6", "libx11-xcb1", "libxkbcommon0",
    "libxkbcommon-x11-0", "libxcb1", "libxcb-randr0", "libxcb-render0", "libxcb-shape0",
    "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "ca-certificates",
)  # fmt: skip
BETTER_WITH = (
    "libwayland-client0", "libwayland-cursor0", "libcups2", "desktop-file-utils",
    "shared-mime-info", "hicolor-icon-theme", "fonts-noto-core",
)  # fmt: skip
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The makers of Olark Inbox <olark-inbox@localhost>
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc}), {needs}
Recommends: {better_with}
Section: net
Priority: optional
Description: desktop inbox for a small shop's Olark chats
 Receives the transcripts, offline messages and chat starts that Olark sends,
 keeps them, finds them, and shows who still waits for an answer.
 .
 It is not made by Olark.
"""
COPYRIGHT = """\
Olark Inbox is under the MIT licence, below. Every library it brings along has its own licence in
/usr/lib/{name}/_internal/licences; Qt and PySide6 are used under the LGPL 3 (its text is in
/usr/share/common-licenses/LGPL-3) as libraries of their own that can be replaced.

"""


def package(frozen: Path, to: Path, version: str, pictures: Pictures, packing: str = "xz") -> Path:
    """Build the package; returns the file."""
    architecture = _output("dpkg", "--print-architecture")
    result = to / f"{NAME}_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=to) as scratch:
        tree = Path(scratch) / "tree"
        _fill(tree, frozen, version, pictures)
        _control(tree, version, architecture)
        _allow_reading(tree)
        command = ["dpkg-deb", "--root-owner-group", f"-Z{packing}", "--build", tree, result]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return result


def _fill(tree: Path, frozen: Path, version: str, pictures: Pictures) -> None:
    lies = tree / "usr/lib" / NAME
    shutil.copytree(frozen, lies, symlinks=True)
    (lies / "installed").write_text("by the system's packages\n", "utf-8")
    (lies / f"{NAME}-window").symlink_to(NAME)
    for name in (NAME, f"{NAME}-window"):
        _folder(tree, "usr/bin").joinpath(name).symlink_to(f"../lib/{NAME}/{name}")
    share = tree / "usr/share"
    for file, content in hicolor(pictures, share / "icons").items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    entry = _folder(share, "applications") / f"{NAME}.desktop"
    head = f"[Desktop Entry]\nType=Application\nExec={NAME}-window --bring-back %f\n"
    entry.write_text(head + entry_lines(more=f"MimeType={MIME};\n"), "utf-8")
    shutil.copy(HERE / f"{NAME}.xml", _folder(share, "mime/packages"))
    documents = _folder(share, f"doc/{NAME}")
    mit = (ROOT / "LICENSE").read_text("utf-8")
    (documents / "copyright").write_text(COPYRIGHT.format(name=NAME) + mit, "utf-8")
    changes = (ROOT / "README.md").read_text("utf-8").split("## Changelog", 1)[1].lstrip()
    _pack(documents / "NEWS.gz", changes)
    page = (HERE / f"{NAME}.1").read_text("utf-8").replace("@VERSION@", version)
    _pack(_folder(share, "man/man1") / f"{NAME}.1.gz", page)
    (share / f"man/man1/{NAME}-window.1.gz").symlink_to(f"{NAME}.1.gz")


def _control(tree: Path, version: str, architecture: str) -> None:
    size = sum(p.stat().st_size for p in tree.rglob("*") if p.is_file() and not p.is_symlink())
    text = CONTROL.format(
        name=NAME,
        version=version,
        architecture=architecture,
        kilobytes=size // 1024,
        glibc=os.confstr("CS_GNU_LIBC_VERSION").split()[-1],
        needs=", ".join(NEEDS),
        better_with=", ".join(BETTER_WITH),
    )
    (_folder(tree, "DEBIAN") / "control").write_text(text, "utf-8")
    shutil.copy(HERE / "prerm.sh", tree / "DEBIAN/prerm")


def _folder(tree: Path, path: str) -> Path:
    folder = tree / path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _pack(file: Path, text: str) -> None:
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _allow_reading(tree: Path) -> None:
    """Whatever the builder's own mask: all may read, and start what is to be started."""
    started = {tree / "usr/lib" / NAME / NAME, tree / "DEBIAN/prerm"}
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in started else 0o644)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
