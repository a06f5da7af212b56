"""Writes the licences of all that goes along to resources/licences/all.txt.

Run from the project's folder: `uv run python -m tests.manual.make_licences`. What this system has
installed is read from its metadata; what only Windows or macOS needs is fetched by uv, metadata and
all, into a folder that is thrown away. tests/ui/test_licences.py says when it is to be run again.
"""

import re
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "licences"
ALL = FOLDER / "all.txt"
OURS = "olark-inbox"
SYSTEMS = {"windows": "win32", "macos": "darwin"}
RULE = "=" * 78
_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_CLASSIFIER = "License :: OSI Approved :: "
_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
WITHOUT_TEXT = {"pyside6-essentials": _QT, "shiboken6": _QT}
"""Packages that bring no text of their own: which of ours they are under."""


def named(name: str) -> str:
    """Return the name of a package as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str, path: list[str] | None = None, platform: str = sys.platform) -> list[str]:
    """Return the packages that go along on a system, as far as their metadata can be read."""
    found: list[str] = []
    left = [name]
    around = {"sys_platform": platform, "extra": ""}
    if platform != sys.platform:
        systems = {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}
        around["platform_system"] = systems[platform]
    while left:
        one = named(left.pop())
        if one in found:
            continue
        found.append(one)
        distribution = read(one, path)
        for line in (distribution.requires if distribution else None) or ():
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate(around):
                left.append(need.name)
    return sorted(set(found) - {named(OURS)})


def read(name: str, path: list[str] | None = None) -> metadata.Distribution | None:
    """Return what is installed of a package."""
    places = [{"path": path}] if path else []
    for where in (*places, {}):
        found = metadata.distributions(name=name, **where)
        if (one := next(iter(found), None)) is not None:
            return one
    return None


def licence(distribution: metadata.Distribution) -> str:
    """Return the name of a package's licence, as it says itself."""
    says = distribution.metadata
    short = says.get("License-Expression") or says.get("License") or ""
    if short and "\n" not in short.strip():
        return short.strip()
    kinds = (says.get_all("Classifier") or ()) if says else ()
    return ", ".join(kind.removeprefix(_CLASSIFIER) for kind in kinds if _CLASSIFIER in kind)


def texts(distribution: metadata.Distribution) -> list[str]:
    """Return the texts of a package's licence."""
    name = named(distribution.metadata["Name"])
    if name in WITHOUT_TEXT:
        return [(FOLDER / file).read_text("utf-8") for file in WITHOUT_TEXT[name]]
    return [
        Path(str(file.locate())).read_text("utf-8", "replace")
        for file in sorted(distribution.files or (), key=str)
        if ".dist-info" in file.parts[0] and _TEXT.search("/".join(file.parts[1:]))
    ]


def squeezed(text: str) -> str:
    """Return a text by which two that only differ in their line ends are the same."""
    return " ".join(text.split())


class Writer:
    """Puts the parts one below the other, a text that was there already only by its name."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._seen: dict[str, str] = {}

    def add(self, title: str, licence_: str, several: list[str]) -> None:
        """Add a part with its licence."""
        if not licence_ or not several:
            raise SystemExit(f"{title} does not say its licence: {licence_!r}")
        lines = [RULE, title, f"Licence: {licence_}", RULE, ""]
        for text in several:
            key = squeezed(text)
            if key in self._seen:
                lines += [f"The text is the same as of {self._seen[key]}.", ""]
            else:
                self._seen[key] = title
                lines += [line.rstrip() for line in text.strip().splitlines()] + [""]
        self.parts.append("\n".join(lines))


def main() -> None:
    """Write the file."""
    writer = Writer()
    fonts, icons = (ROOT / "resources" / each for each in ("fonts", "icons"))
    writer.add("Inter (the letters)", "OFL-1.1", [(fonts / "LICENSE.txt").read_text("utf-8")])
    icon_text = (icons / "LICENSE").read_text("utf-8")
    writer.add("Lucide (the icons)", "ISC AND MIT", [icon_text])
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt").read_text("utf-8")
    writer.add("Python", "PSF-2.0", [python])
    with TemporaryDirectory() as folder:
        for name, path in everywhere(Path(folder)):
            one = read(name, path)
            if one is None:
                raise SystemExit(f"{name} is not there")
            writer.add(f"{one.metadata['Name']} {one.version}", licence(one), texts(one))
    writer.parts.append((FOLDER / "parts.txt").read_text("utf-8"))
    ALL.write_text("\n".join(writer.parts), "utf-8")
    sys.stdout.write(f"{len(writer.parts)} parts, {ALL.stat().st_size // 1024} kB\n")


def everywhere(folder: Path) -> list[tuple[str, list[str] | None]]:
    """Return every package that goes along on any system, and where its metadata can be read."""
    found: dict[str, list[str] | None] = dict.fromkeys(needed(OURS))
    for system, platform in SYSTEMS.items():
        path = [str(folder / system)]
        while missing := [n for n in needed(OURS, path, platform) if read(n, path) is None]:
            line = ["uv", "pip", "install", "-q", "--no-deps", "--only-binary", ":all:"]
            line += ["--target", path[0], "--python-platform", system, *missing]
            subprocess.run(line, check=True)
        found |= {n: path for n in needed(OURS, path, platform) if n not in found}
    return sorted(found.items())


if __name__ == "__main__":
    main()
