"""What has to be said about the safety of the data: a pure choice, the most urgent first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from olark_inbox.ui.frame.banner import Notice
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.times import full_time
from olark_inbox.ui.kit.words import Tone, translate

STORING = "storing"
SPACE = "space"
MENDED = "mended"
MOVED = "moved"
BACKUP = "backup"
PLACE = "place"
FORMER = "former address"
KEYS = frozenset({STORING, SPACE, MENDED, MOVED, BACKUP, PLACE, FORMER})

MIB = 1024 * 1024
LITTLE = 200 * MIB
"""With less room than this on the disk the owner is warned."""


@dataclass(frozen=True, slots=True)
class Safety:
    """All this choice depends on."""

    storing: str = ""
    """Why storing fails now."""
    free: int | None = None
    """Bytes left on the disk."""
    mended: Mapping[str, Any] | None = None
    """What the last repair came to: the fields of the store's `Mended`."""
    moved: bool = False
    backup_trouble: str = ""
    synced_by: str = ""
    on_network: bool = False
    former_secret: bool = False


def urgent(known: Safety) -> Notice | None:
    """Return what cannot wait."""
    if known.storing:
        title = translate("Safety", "New chats cannot be stored")
        text = translate(
            "Safety", "{0} Olark is told to send them again, and storing is tried all the time."
        ).format(known.storing)
        return Notice(STORING, Tone.ALERT, title, text)
    if known.moved:
        return Notice(
            MOVED,
            Tone.ALERT,
            translate("Safety", "This inbox has moved"),
            translate("Safety", "Another computer receives the chats now; this one does not."),
            do=translate("Safety", "Receive here again"),
        )
    if known.free is not None and known.free < LITTLE:
        title = translate("Safety", "The disk is almost full")
        text = translate("Safety", "{0} MB are left. Without room new chats cannot be stored.")
        return Notice(SPACE, Tone.ALERT, title, text.format(words.number(known.free // MIB)))
    return _mended(known.mended) if known.mended else None


def _mended(mended: Mapping[str, Any]) -> Notice:
    title = translate("Safety", "Your data was damaged and has been mended")
    since = mended.get("backup_ms")
    at = full_time(int(mended.get("at_ms", 0)))
    if mended.get("whole"):
        text = translate("Safety", "All of it could be read: nothing is missing.")
    elif since is None:
        text = translate(
            "Safety", "There was no backup. Chats from before {0} may be missing."
        ).format(at)
    else:
        text = translate(
            "Safety", "Chats received between {0} and {1} may be missing: compare with Olark."
        ).format(full_time(int(since)), at)
    kept = translate("Safety", "The damaged file is kept in the folder of your data.")
    close = translate("Notices", "Close")
    return Notice(MENDED, Tone.OFFLINE, title, f"{text} {kept}", link=close)


def quiet(known: Safety) -> list[Notice]:
    """Return what can be put away."""
    close = translate("Notices", "Close")
    found = []
    if known.former_secret:
        found.append(
            Notice(
                FORMER,
                Tone.QUIET,
                translate("Safety", "Your former address still works"),
                translate("Safety", "Once Olark has the new one, let go of the former."),
                do=translate("Safety", "Olark has the new one"),
            )
        )
    if known.backup_trouble:
        title = translate("Safety", "The last backup failed")
        found.append(Notice(BACKUP, Tone.QUIET, title, known.backup_trouble, link=close))
    if known.synced_by or known.on_network:
        found.append(Notice(PLACE, Tone.QUIET, *_place(known), link=close))
    return found


def _place(known: Safety) -> tuple[str, str]:
    if known.synced_by:
        title = translate("Safety", "Your data lies in {0}").format(known.synced_by)
        text = translate(
            "Safety",
            "It copies the files while they are written, which can damage them. Keep the data "
            "outside, and let only backups go there.",
        )
        return title, text
    title = translate("Safety", "Your data lies on the network")
    text = translate(
        "Safety",
        "Over a network files can be damaged. Keep the data on this computer, and let only "
        "backups go there.",
    )
    return title, text
