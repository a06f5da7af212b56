"""The licence texts of all that goes along in a built program."""

import re
import shutil
import sysconfig
from importlib import metadata
from pathlib import Path

_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def distributions(name: str = "olark-inbox") -> dict[str, metadata.Distribution]:
    """Return a distribution and all it needs on this system, by name."""
    found: dict[str, metadata.Distribution] = {}
    left = [name]
    while left:
        wanted = left.pop()
        if wanted in found:
            continue
        try:
            found[wanted] = metadata.distribution(wanted)
        except metadata.PackageNotFoundError:
            continue  # of another system, or an extra that nobody asked for
        needs = (
            _NAME.match(line) for line in found[wanted].requires or () if "extra ==" not in line
        )
        left += [need[0].lower().replace("_", "-") for need in needs if need]
    return found


def gather(to: Path) -> None:
    """Copy every licence text into a folder for each distribution."""
    for name, distribution in distributions().items():
        folder = to / f"{name}-{distribution.version}"
        for file in distribution.files or ():
            if ".dist-info" in file.parts[0] and _TEXT.search(file.name):
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), folder / "-".join(file.parts[1:]))
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.exists():
        shutil.copy(python, to / "Python.txt")
