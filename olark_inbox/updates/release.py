"""What an announcement says: ours in three words, or GitHub's about the latest release."""

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from olark_inbox import __version__
from olark_inbox.base.web import is_safe

_LONGEST = 20_000
_LONGEST_VERSION = 40
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Release:
    """A version somebody published. `changes` is only ever text."""

    version: str
    changes: str = ""
    page: str = ""
    """Where to get it, an https address or ""."""

    def written(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def read(raw: bytes) -> Release | None:
    """Return what was announced; None where it is no announcement.

    Ours: {"version": …, "changes": …, "page": …}; GitHub's has other names for the same.
    """
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return from_values(said) if isinstance(said, dict) else None


def from_values(said: dict[str, Any]) -> Release | None:
    """Return the release these values speak of."""
    version = said.get("version") or said.get("tag_name")
    if not isinstance(version, str) or len(version) > _LONGEST_VERSION or order(version) is None:
        return None
    changes, page = (_text(said, *names) for names in (("changes", "body"), ("page", "html_url")))
    page = page.strip()
    version = version.strip().removeprefix("v")
    return Release(version, _plain(changes), page if is_safe(page) else "")


def is_newer(release: Release, than: str = __version__) -> bool:
    """Whether it is newer than what runs here; a trial version of something newer is not."""
    theirs, ours = order(release.version), order(than)
    if theirs is None or ours is None or theirs.is_prerelease:
        return False
    return bool(theirs > ours)


def order(version: str) -> Any:
    """Return what versions are compared by; None for what is no version."""
    # Some 10 ms of loading, and needed once a day.
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415

    try:
        return Version(version)
    except InvalidVersion:
        return None


def _text(said: dict[str, Any], *names: str) -> str:
    found = (said.get(name) for name in names)
    return next((value for value in found if isinstance(value, str)), "")


def _plain(text: str) -> str:
    lines = _HIDDEN.sub("", text.replace("\r\n", "\n").encode("utf-8", "replace").decode())
    if len(lines) > _LONGEST:
        lines = f"{lines[:_LONGEST].rstrip()}\n\u2026"
    return lines.strip()
