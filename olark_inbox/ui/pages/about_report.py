"""The longer report of Help, About: versions, this system, how things stand, how much there is.

Nothing of a customer is in it, no name of a tag or a group, and no address; the folder is left out
too, because it has the owner's name in it.
"""

import asyncio
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from olark_inbox.base import places
from olark_inbox.base.report import head
from olark_inbox.inbox import Inbox, StateEntry
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Counts
from olark_inbox.tunnel.standing import STATE, Standing
from olark_inbox.ui.kit import theme

_MIB = 1024 * 1024
_CHOICES = (
    "theme", "text_size", "closing", "way", "proof_minutes", "done_after_days", "single_keys",
    "update_look",
)  # fmt: skip
"""Settings that say nothing of a person."""


async def about_report(inbox: Inbox, settings: Settings, folder: Path, *, tray: bool) -> str:
    """Return the report as plain lines."""
    state, counts, sound = await asyncio.gather(
        asyncio.wrap_future(inbox.state()),
        asyncio.wrap_future(inbox.counts()),
        asyncio.wrap_future(inbox.check()),
    )
    figures = f"{sound.deliveries} deliveries, {sound.unreadable} unreadable"
    lines = (
        *head(),
        *_system(tray=tray),
        _chosen(settings),
        *_standing(state, inbox.trouble()),
        f"Store: {'sound' if sound.sound else 'damaged'}, {_size(folder)}, {figures}",
        f"Backups: {len(inbox.keeping.backups())}, {_backup(state, settings)}",
        _counted(counts),
        "",
    )
    return "\n".join(lines)


def _system(*, tray: bool) -> tuple[str, ...]:
    screens = ", ".join(
        f"{s.size().width()}x{s.size().height()} at {s.devicePixelRatio():g}"
        for s in QGuiApplication.screens()
    )
    shown = f"Qt {qVersion()} on {QGuiApplication.platformName()}, screens {screens}"
    return (
        f"{shown}, tray {'yes' if tray else 'no'}",
        f"{platform.machine()}, language {QLocale().name()}, colours {theme.current().name}",
    )


def _chosen(settings: Settings) -> str:
    return "Settings: " + ", ".join(f"{name} {getattr(settings, name)}" for name in _CHOICES)


def _standing(state: Mapping[str, StateEntry], trouble: str) -> tuple[str, str]:
    said = state.get("receiver")
    value: Mapping[str, Any] = {} if said is None else said.value
    reach = Standing.read(state[STATE].value if STATE in state else None)
    receiving = f"Receiving: {value.get('status', 'nothing said')}, port {value.get('port', '-')}"
    public = f"Public address: {reach.status}, fault {reach.fault or 'none'}"
    return f"{receiving}{', storing fails' if trouble else ''}", public


def _size(folder: Path) -> str:
    size = sum(path.stat().st_size for path in folder.glob("inbox.sqlite*"))
    free = places.free_bytes(folder)
    return f"{size / _MIB:.1f} MB, {'?' if free is None else free // _MIB} MB free"


def _backup(state: Mapping[str, StateEntry], settings: Settings) -> str:
    said = state.get("backup")
    failed = said is not None and bool(said.value.get("trouble"))
    second = "second place" if settings.backup_place else "no second place"
    return f"{'the last failed' if failed else 'no trouble'}, {second}"


def _counted(counts: Counts) -> str:
    """Return the figures alone: tags and groups are words of the shop."""
    plain = [name for name in Counts._fields if isinstance(getattr(counts, name), int)]
    figures = (f"{name} {getattr(counts, name)}" for name in plain if name != "number")
    words = f"tags {len(counts.tags)}, groups {len(counts.groups)}, own {len(counts.own_tags)}"
    return f"Conversations: {', '.join(figures)}, {words}"
