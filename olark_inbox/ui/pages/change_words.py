"""What a delivery changed, in the owner's language; it is kept in plain English words."""

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_COUNTED = re.compile(r"(?:came )?(\d+) (new lines?|lines?|times)|rating (\d+)")


def said(kept: str) -> str:
    """Return kept words in the owner's language; what is not known stays as it is."""
    whole = _whole().get(kept)
    if whole is not None:
        return whole
    return "; ".join(
        ", ".join(_part(part) for part in several.split(", ")) for several in kept.split("; ")
    )


def _whole() -> dict[str, str]:
    return {
        "It could not be read.": translate("changes", "It could not be read."),
        "It was cut off on the way.": translate("changes", "It was cut off on the way."),
        "Its text is damaged.": translate("changes", "Its text is damaged."),
        "nothing new": translate("changes", "nothing new"),
        "chat started": translate("changes", "chat started"),
        "offline message": translate("changes", "offline message"),
        "chat": translate("changes", "chat"),
        "transcript arrived": translate("changes", "transcript arrived"),
        "details changed": translate("changes", "details changed"),
        "tags changed": translate("changes", "tags changed"),
        "agents changed": translate("changes", "agents changed"),
        "visitor's details changed": translate("changes", "visitor's details changed"),
    }


def _part(part: str) -> str:
    match = _COUNTED.fullmatch(part)
    if match is None:
        return _whole().get(part, part)
    if match[3]:
        return translate("changes", "rating {0}").format(match[3])
    number = int(match[1])
    return _COUNTS[match[2]](number)


_COUNTS: dict[str, Callable[[int], str]] = {
    "new line": lambda _one: translate("changes", "1 new line"),
    "new lines": lambda number: translate("changes", "%Ln new lines", "", number),
    "line": lambda _one: translate("changes", "1 line"),
    "lines": lambda number: translate("changes", "%Ln lines", "", number),
    "times": lambda number: translate("changes", "came %Ln times", "", number),
}
