"""What the guide knows, and which of its steps that proves. Nothing here is ticked by a click."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from olark_inbox.store.reach import Heard
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach import reach_words

KINDS = ("transcript", "offline", "start")
"""What the three boxes on Olark's page send, in their order there."""


class Step(IntEnum):
    """The five steps."""

    READY = 0
    ADDRESS = 1
    PASTE = 2
    TEST = 3
    KEEP = 4


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known. `address` is the whole one to paste, "" where there is none yet."""

    listening: bool = False
    port: int = 0
    trouble: str = ""
    """Why this computer does not listen, as one sentence."""
    standing: Standing = field(default_factory=Standing)
    address: str = ""
    heard: Mapping[str, Heard] = field(default_factory=dict)
    former_works: bool = False
    """A former address still opens the door."""
    now_ms: int = 0
    starts: bool = False
    """It starts with this computer: that is written where the system looks."""
    stays: bool = False
    """Closing the window leaves it running."""
    former_port: int = 0
    """The port before this one, while an address still leads there; 0: none."""


def heard_ms(facts: Facts) -> int:
    """Return when something came from Olark on this address for the last time; 0: never."""
    if facts.standing.changed or not reach_words.ready(facts.standing):
        return 0
    return max((each.last_ms for each in facts.heard.values()), default=0)


def done(facts: Facts, step: Step) -> bool:
    """Whether a step is proven."""
    if step is Step.READY:
        return facts.listening
    if step is Step.ADDRESS:
        return facts.listening and reach_words.ready(facts.standing)
    if step is Step.KEEP:
        return facts.starts and facts.stays
    return done(facts, Step.ADDRESS) and heard_ms(facts) > 0


def begin_at(facts: Facts) -> Step:
    """Return where to go on: at the first step that nothing proves yet, else at the last.

    Who has not chosen a way yet reads first what he needs.
    """
    if facts.standing.status is Status.OFF and not facts.heard:
        return Step.READY
    return next((step for step in Step if not done(facts, step)), Step.KEEP)


def title(step: Step) -> str:
    """Return the name of a step."""
    return {
        Step.READY: translate("Setup", "Ready on this computer"),
        Step.ADDRESS: translate("Setup", "Public address"),
        Step.PASTE: translate("Setup", "Paste it in Olark"),
        Step.TEST: translate("Setup", "Send a test"),
        Step.KEEP: translate("Setup", "Keep it running"),
    }[step]


def note(facts: Facts, step: Step, current: Step) -> str:
    """Return the line under a step: what proves it, or what is missing."""
    if done(facts, step):
        return _proof(facts, step)
    if step is Step.READY:
        return facts.trouble or translate("Setup", "Starting")
    if step is Step.ADDRESS and facts.standing.fault:
        return translate("Setup", "Not connected yet")
    if step is not current:
        return ""
    return {
        Step.ADDRESS: translate("Setup", "Choose one of four ways"),
        Step.PASTE: translate("Setup", "You do this one"),
        Step.TEST: translate("Setup", "Waiting for the test"),
        Step.KEEP: translate("Setup", "Tick both boxes"),
    }[step]


def _proof(facts: Facts, step: Step) -> str:
    if step is Step.READY:
        return translate("Setup", "Port {0} is open").format(facts.port)
    if step is Step.ADDRESS:
        return translate("Setup", "Checked, answered in {0} s").format(
            f"{max(facts.standing.took_ms, 100) / 1000:.1f}"
        )
    if step is Step.KEEP:
        return translate("Setup", "Starts with this computer")
    when = times.short_time(heard_ms(facts), facts.now_ms)
    return translate("Setup", "Olark reached it {0}").format(when)


def box(kind: str) -> str:
    """Return the words of a box on Olark's page."""
    return {
        "transcript": translate("Setup", "Send all transcripts automatically"),
        "offline": translate("Setup", "Send offline messages"),
        "start": translate("Setup", "Send all events"),
    }[kind]


def seen(facts: Facts, kind: str) -> str:
    """Say whether what a box sends has come yet."""
    heard = facts.heard.get(kind)
    if heard is None:
        return translate("Setup", "not seen yet")
    when = times.short_time(heard.last_ms, facts.now_ms)
    return translate("Setup", "seen {0}").format(when)
