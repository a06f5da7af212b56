"""What an owner can send when something went wrong: where in the program, and on what system.

Never the text of an exception or a value: both may quote a customer or the secret.
"""

import platform
from datetime import UTC, datetime

from olark_inbox import __version__
from olark_inbox.base.log import places

PARTS = ("PySide6-Essentials", "aiohttp", "apsw", "qasync")
"""What is named with its version; a built program holds what was written about them."""


def report(error: BaseException) -> str:
    """Return the report of a failure, as plain lines."""
    return "\n".join((*head(), places(error), ""))


def head() -> tuple[str, ...]:
    """Return the first lines of every report: which program, on what."""
    at = datetime.now(UTC)
    parts = ", ".join(f"{name} {_version(name)}" for name in PARTS)
    return (
        f"Olark Inbox {__version__}, {at:%Y-%m-%d %H:%M:%S} UTC",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        parts,
    )


def _version(name: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - brings csv and email, which no start needs

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"
