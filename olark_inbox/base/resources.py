"""Where the files beside the program are: icons, fonts, colours, sounds."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a resource, the same installed, editable or frozen."""
    return _root().joinpath(*parts)
