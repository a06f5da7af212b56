"""The places every inbox has, in their order, and how each of them is drawn."""

from dataclasses import dataclass

from olark_inbox.store.rows import View


@dataclass(frozen=True, slots=True)
class Kind:
    """How one place is drawn."""

    view: View
    icon: str
    figure: str
    """The field of Counts that it shows."""
    style: str = "plain"
    """plain: grey figure; strong: bold; accent: filled pill; live: green pill with a dot."""
    below: bool = False
    only_if_any: bool = False


KINDS = (
    Kind(View.INBOX, "inbox", "unread", "strong"),
    Kind(View.NEEDS_REPLY, "reply", "needs_reply", "accent"),
    Kind(View.OFFLINE, "mail", "offline", below=True),
    Kind(View.UNANSWERED, "message-circle-warning", "unanswered", below=True),
    Kind(View.REMINDERS, "alarm-clock", "reminders", below=True),
    Kind(View.LIVE, "radio", "live", "live"),
    Kind(View.MISSING, "history", "missing", only_if_any=True),
    Kind(View.STARRED, "star", "starred"),
    Kind(View.DONE, "circle-check", "done"),
    Kind(View.BIN, "trash-2", "bin"),
)
