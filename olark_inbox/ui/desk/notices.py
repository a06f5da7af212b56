"""Which notice the banner shows: a pure choice among what is known, the most urgent first."""

from dataclasses import dataclass, replace

from olark_inbox.ui.desk import safe_notices
from olark_inbox.ui.desk.safe_notices import Safety
from olark_inbox.ui.frame.banner import Notice
from olark_inbox.ui.kit.words import Tone, translate

TROUBLE = "trouble"
PORT = "port"
PORT_KEPT = "port kept"
NOT_RECEIVING = "not receiving"
SETTINGS = "settings"
FAULT = "fault"
FULL = "full"
BACKGROUND = "background"
UNREACHABLE = "unreachable"
CHANGED = "changed"
PORT_MOVED = "port moved"
SAMPLES = "samples"
FALLEN = "fallen"
NEWER = "newer"
REPLACED = "replaced"

HELP = {
    TROUBLE: "disk", PORT: "port", PORT_KEPT: "port", NOT_RECEIVING: "states", FAULT: "open",
    FALLEN: "open", NEWER: "newer", REPLACED: "newer", FULL: "unreadable", BACKGROUND: "states",
    UNREACHABLE: "red", CHANGED: "address", SAMPLES: "start",
    safe_notices.STORING: "disk", safe_notices.SPACE: "disk", safe_notices.MENDED: "damaged",
    safe_notices.MOVED: "computer", safe_notices.BACKUP: "backups", safe_notices.PLACE: "backups",
    safe_notices.FORMER: "privacy",
}  # fmt: skip
"""Which page of the Help is about which notice."""


@dataclass(frozen=True, slots=True)
class ReachKnown:
    """What has to be said about the public address."""

    key: str
    """UNREACHABLE, CHANGED or PORT_MOVED."""
    text: str = ""
    """Why it is not reached, or its new host."""
    former_port: int = 0
    """The port to which the address still leads."""


@dataclass(frozen=True, slots=True)
class Known:
    """All the banner's choice depends on."""

    trouble: str = ""
    """Why the store cannot be used now."""
    status: str = ""
    """The receiver's status, "" while nothing is known."""
    port: int = 0
    free_port: int = 0
    """A port nobody uses, to offer; 0: none was found."""
    sentence: str = ""
    background: bool = False
    settings: str = ""
    fault: str = ""
    report: str = ""
    """What to send about the fault."""
    samples: int = 0
    unreadable: int = 0
    full: str = ""
    """When something was refused last because too much that cannot be read is kept."""
    full_ms: int = 0
    reach: ReachKnown | None = None
    safety: Safety | None = None
    fallen: bool = False
    """The program was not ended properly the last time, and a report of it can be copied."""
    newer: str = ""
    """A newer version there is; "": none is known, or the owner has put it away."""
    version: str = ""
    """The one that runs."""
    replaced: bool = False
    """A newer program was installed over the one that runs."""
    put_away: frozenset[str] = frozenset()
    """What the owner has read and put away."""


def notice(known: Known) -> Notice | None:
    """Return what the banner says."""
    candidates = (
        _trouble(known),
        None if known.safety is None else safe_notices.urgent(known.safety),
        _receiver(known),
        _reach(known),
        _quiet(known),
    )
    for found in candidates:
        if found is not None:
            return replace(found, help=HELP.get(found.key, ""))
    return None


def _trouble(known: Known) -> Notice | None:
    if not known.trouble:
        return None
    title = translate("Notices", "The conversations cannot be read")
    return Notice(TROUBLE, Tone.ALERT, title, known.trouble)


def _receiver(known: Known) -> Notice | None:
    title = translate("Notices", "New chats can't reach you")
    if known.status == "port_taken":
        text = translate("Notices", "Another program on this computer uses port {0}.")
        do = ""
        if known.free_port:
            do = translate("Notices", "Use port {0}").format(known.free_port)
        return Notice(PORT, Tone.ALERT, title, text.format(known.port), do=do)
    if known.status in ("failed", "stopped"):
        text = known.sentence or translate("Notices", "Receiving has stopped.")
        return Notice(NOT_RECEIVING, Tone.ALERT, title, text)
    return None


def _reach(known: Known) -> Notice | None:
    if known.reach is None:
        return None
    if known.reach.key == PORT_MOVED:
        return _port_moved(known.port, known.reach.former_port)
    if known.reach.key == CHANGED:
        text = translate(
            "Notices", "Paste {0} in Olark: until then chats go to the former address."
        ).format(known.reach.text)
        return Notice(
            CHANGED,
            Tone.OFFLINE,
            translate("Notices", "Your address has changed"),
            text,
            do=translate("Notices", "Copy the new address"),
            link=translate("Notices", "Open Olark's page"),
        )
    return Notice(
        UNREACHABLE,
        Tone.ALERT,
        translate("Notices", "New chats can't reach you"),
        known.reach.text,
        do=translate("Notices", "Connect again"),
        link=translate("Notices", "What happened?"),
    )


def _port_moved(port: int, former: int) -> Notice:
    text = translate(
        "Notices",
        "Let it lead to port {0}, where Olark Inbox listens now. Until then both work, and this "
        "goes away by itself.",
    )
    return Notice(
        PORT_MOVED,
        Tone.OFFLINE,
        translate("Notices", "Your address still leads to port {0}").format(former),
        text.format(port),
        do=translate("Notices", "How to change that"),
    )


def _full(when: str, close: str) -> Notice:
    text = translate(
        "Notices",
        "Too much that could not be read is kept already, and more was refused at {0}. "
        "Discard some of it.",
    )
    return Notice(
        FULL,
        Tone.ALERT,
        translate("Notices", "Something from Olark could not be kept"),
        text.format(when),
        do=translate("Notices", "Show what arrived"),
        link=close,
    )


def _quiet(known: Known) -> Notice | None:
    close = translate("Notices", "Close")
    found: list[Notice] = []
    if known.full and known.unreadable:
        found.append(_full(known.full, close))
    found += _failures(known, close)
    if known.status == "listening" and known.sentence:
        title = translate("Notices", "Still on port {0}").format(known.port)
        found.append(Notice(PORT_KEPT, Tone.QUIET, title, known.sentence, link=close))
    if known.safety is not None:
        found += safe_notices.quiet(known.safety)
    if known.settings:
        title = translate("Notices", "Settings")
        found.append(Notice(SETTINGS, Tone.QUIET, title, known.settings, link=close))
    if known.samples:
        found.append(_samples(known.samples))
    if known.background:
        found.append(_background(close))
    if known.newer:
        found.append(_newer(known, close))
    found = [_replaced(close), *found] if known.replaced else found
    return next((each for each in found if each.key not in known.put_away), None)


def _samples(count: int) -> Notice:
    title = (
        translate("Notices", "1 sample is shown")
        if count == 1
        else translate("Notices", "%Ln samples are shown", "", count)
    )
    do = translate("Notices", "Remove the samples")
    return Notice(SAMPLES, Tone.QUIET, title, do=do)


def _failures(known: Known, close: str) -> list[Notice]:
    """Return what failed now, and that the program fell the last time."""
    copy = translate("Notices", "Copy report")
    found: list[Notice] = []
    if known.fault:
        title = translate("Notices", "Something went wrong")
        do = copy if known.report else ""
        found.append(Notice(FAULT, Tone.QUIET, title, known.fault, do=do, link=close))
    if known.fallen:
        title = translate("Notices", "Olark Inbox ended unexpectedly the last time")
        text = translate("Notices", "What was received until then is safe.")
        found.append(Notice(FALLEN, Tone.QUIET, title, text, do=copy, link=close))
    return found


def _background(close: str) -> Notice:
    title = translate("Notices", "Receiving in the background")
    text = translate("Notices", "Another Olark Inbox on this computer receives the chats.")
    return Notice(BACKGROUND, Tone.QUIET, title, text, link=close)


def _replaced(close: str) -> Notice:
    title = translate("Notices", "A newer Olark Inbox is installed")
    text = translate("Notices", "This is still the former one; not all of it may work any more.")
    do = translate("Notices", "Start the newer one")
    return Notice(REPLACED, Tone.QUIET, title, text, do=do, link=close)


def _newer(known: Known, close: str) -> Notice:
    title = translate("Newer", "Olark Inbox {0} is there").format(known.newer)
    text = translate("Newer", "You have {0}. Nothing changes by itself.").format(known.version)
    do = translate("Newer", "What has changed")
    return Notice(NEWER, Tone.QUIET, title, text, do=do, link=close)
