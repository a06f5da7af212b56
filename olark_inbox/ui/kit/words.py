"""Exceptions and states as plain sentences: the only place that turns one into the other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from olark_inbox.base.said import Said, from_parts
from olark_inbox.olark.model import Kind
from olark_inbox.store.errors import Busy
from olark_inbox.store.rows import Delivery, Outcome, Row, View
from olark_inbox.ui.kit.inline import isolated

translate = QCoreApplication.translate
_look_up = translate
"""For a sentence that is known only when it is said: the tool that collects them passes it by."""

_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PLAIN_BRACKETS = str.maketrans({"<": "\u2039", ">": "\u203a"})


class Tone(StrEnum):
    """The colours a state is shown in: quiet is grey, the others are tokens of the theme."""

    QUIET = "quiet"
    LIVE = "live"
    OFFLINE = "offline"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class StateWords:
    """What the strip and the tray say about receiving."""

    pill: str
    tone: Tone
    sentence: str
    """One line more, for a tooltip or a banner."""


def number(value: int) -> str:
    """Return a count the way the owner's country writes it."""
    return QLocale().toString(value)


def told(text: str) -> str:
    """Return a sentence of the floors below in the owner's language."""
    if not isinstance(text, Said):
        return text
    return _look_up("Below", text.pattern).format(*map(told, text.values))


def told_in(state: Mapping[str, Any] | None) -> str:
    """Return the sentence another part of the program, or another process, left in its state."""
    if not state:
        return ""
    return told(from_parts(state.get("said"))) or str(state.get("sentence", ""))


def sentence(error: BaseException) -> str:
    """Return what went wrong as one plain sentence; never a traceback, never a customer's words."""
    if isinstance(error, Busy):
        return translate("words", "More arrived at once than can be written down; it is slow now.")
    if error.args and isinstance(error.args[0], Said):
        return told(error.args[0])
    if isinstance(error, PermissionError):
        return translate("words", "This computer does not allow it.")
    if isinstance(error, OSError):
        reason = error.strerror or ""
        return translate("words", "The computer reports a problem with the disk: {0}.").format(
            reason or type(error).__name__
        )
    return translate("words", "Something went wrong inside the program. The log says where.")


def receiving(state: Mapping[str, Any] | None, *, here: bool) -> StateWords:
    """Say how receiving stands. `here`: this window receives, not another process.

    Listening on this computer proves nothing about Olark: it is never green.
    """
    if state is None:
        return StateWords(translate("words", "Starting"), Tone.QUIET, "")
    status = state.get("status")
    if status == "listening" and here:
        return StateWords(
            translate("words", "Listening on this computer"),
            Tone.QUIET,
            translate("words", "Olark needs a public address to reach this computer."),
        )
    if status == "listening":
        return StateWords(
            translate("words", "Receiving in the background"),
            Tone.QUIET,
            translate("words", "Another Olark Inbox on this computer receives the chats."),
        )
    if status == "port_taken":
        return StateWords(
            translate("words", "Not receiving"),
            Tone.ALERT,
            translate("words", "Another program on this computer uses port {0}.").format(
                state.get("port", "")
            ),
        )
    return StateWords(translate("words", "Not receiving"), Tone.ALERT, told_in(state))


def place(view: View, label: str = "") -> str:
    """Return the name of a place of the sidebar."""
    names = {
        View.INBOX: translate("words", "Inbox"),
        View.NEEDS_REPLY: translate("words", "Needs reply"),
        View.OFFLINE: translate("words", "Offline messages"),
        View.UNANSWERED: translate("words", "Unanswered"),
        View.REMINDERS: translate("words", "Reminders"),
        View.LIVE: translate("words", "Live now"),
        View.MISSING: translate("words", "No transcript arrived"),
        View.STARRED: translate("words", "Starred"),
        View.DONE: translate("words", "Done"),
        View.BIN: translate("words", "Bin"),
        View.ALL: translate("words", "All conversations"),
    }
    return names.get(view, label)


def nothing_here(view: View) -> tuple[str, str]:
    """Return title and sentence of an empty list; it claims no more than is known."""
    words = {
        View.INBOX: (
            translate("words", "Nothing in the inbox"),
            translate("words", "New chats and offline messages show up here."),
        ),
        View.NEEDS_REPLY: (
            translate("words", "Nothing waits for you"),
            translate("words", "Offline messages and unanswered chats show up here."),
        ),
        View.OFFLINE: (
            translate("words", "No offline message waits"),
            translate("words", "What visitors write while nobody is there shows up here."),
        ),
        View.UNANSWERED: (
            translate("words", "No unanswered chat"),
            translate("words", "Chats that ended without an answer show up here."),
        ),
        View.LIVE: (
            translate("words", "No live chat is known"),
            translate("words", "The words of a chat arrive when it ends."),
        ),
        View.STARRED: (
            translate("words", "Nothing starred"),
            translate("words", "Star a conversation to find it here again."),
        ),
        View.DONE: (
            translate("words", "Nothing done yet"),
            translate("words", "Conversations you mark as done are kept here."),
        ),
        View.REMINDERS: (
            translate("words", "No reminder is due"),
            translate("words", "A conversation you want to be reminded of comes back here."),
        ),
        View.BIN: (
            translate("words", "The bin is empty"),
            translate("words", "What you put here is kept for 30 days, then erased."),
        ),
    }
    return words.get(view, (translate("words", "No conversations here"), ""))


def plain(text: str) -> str:
    """Return a customer's text as one line without direction marks and angle brackets."""
    return " ".join(_DIRECTION_MARKS.sub("", text).translate(_PLAIN_BRACKETS).split())


def shortened(text: str, length: int) -> str:
    """Cut at `length` characters, the last one being an ellipsis."""
    if len(text) <= length:
        return text
    kept = text[: max(length - 1, 0)].rstrip()
    # A name that is cut within its marks of direction must not turn what follows it.
    return f"{kept}\u2026" + "\u2069" * (kept.count("\u2068") - kept.count("\u2069"))


def last_arrival(row: Row | None, when: str) -> str:
    """Say when something arrived last, and what; None: it is not known any more, or never was."""
    if row is None:
        return translate("words", "Last arrival {0}").format(when)
    if row.kind is Kind.START:
        return translate("words", "Chat started {0}").format(when)
    who = isolated(plain(row.name), 40)
    if row.kind is Kind.OFFLINE:
        return translate("words", "Offline message {0}, {1}").format(when, who)
    return translate("words", "Last chat {0}, {1}").format(when, who)


def offer(what: str, *, on: bool) -> str:
    """Return the words of an action that sets a mark, or takes it back where it is `on`."""
    names = {
        ("binned", False): translate("words", "Move to the bin"),
        ("binned", True): translate("words", "Take out of the bin"),
        ("done", False): translate("words", "Done"),
        ("done", True): translate("words", "Back to the inbox"),
        ("starred", False): translate("words", "Star"),
        ("starred", True): translate("words", "Remove the star"),
        ("unread", False): translate("words", "Mark as unread"),
        ("unread", True): translate("words", "Mark as read"),
    }
    return names[what, on]


def marked(what: str, name: str, count: int) -> str:
    """Say what was just done to one conversation (with its name) or to several."""
    phrases = {
        "binned": translate("words", "In the bin for 30 days: {0}"),
        "not binned": translate("words", "Taken out of the bin: {0}"),
        "done": translate("words", "Marked as done: {0}"),
        "not done": translate("words", "Back in the inbox: {0}"),
        "starred": translate("words", "Starred: {0}"),
        "not starred": translate("words", "Star removed: {0}"),
        "unread": translate("words", "Marked as unread: {0}"),
        "not unread": translate("words", "Marked as read: {0}"),
    }
    if count == 1:
        about = isolated(plain(name), 40) or translate("words", "1 conversation")
    else:
        about = translate("words", "%Ln conversations", "", count)
    return phrases[what].format(about)


def delivery(entry: Delivery) -> str:
    """Say what one delivery was."""
    if entry.outcome is Outcome.UNREADABLE:
        if entry.settled:
            return translate("words", "Could not be read, settled")
        return translate("words", "Could not be read")
    if entry.outcome is Outcome.REFUSED:
        return translate("words", "Refused: the sender is not in your list")
    if entry.outcome is Outcome.TEST:
        return translate("words", "Test from Olark")
    if entry.outcome is Outcome.EVENT:
        return translate("words", "A message without a conversation")
    kinds = {
        "start": translate("words", "Chat started"),
        "transcript": translate("words", "Chat"),
        "offline": translate("words", "Offline message"),
    }
    return kinds.get(entry.kind, translate("words", "Conversation"))


def names(several: Iterable[str], limit: int = 3) -> str:
    """Join a few names; the rest is counted."""
    all_names = [isolated(plain(name)) for name in several if name]
    shown = ", ".join(all_names[:limit])
    rest = len(all_names) - limit
    if rest > 0:
        return translate("words", "{0} and %Ln more", "", rest).format(shown)
    return shown
