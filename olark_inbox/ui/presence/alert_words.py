"""What an alert says: who, what, the first words, at most 100 characters, never markup."""

from olark_inbox.alerts.quiet import Quiet, Why
from olark_inbox.alerts.rules import TROUBLE, Alert, AlertKind
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.inline import isolated, talking
from olark_inbox.ui.kit.words import plain, shortened, translate

_LENGTH = 100


def title(alert: Alert, *, hide: bool = False) -> str:
    """Return the first line: who and what. `hide`: without anything a customer wrote."""
    if alert.kind in TROUBLE:
        return _trouble(alert)
    if alert.conversation is None:
        counted = ", ".join(several(kind, count) for kind, count in alert.kinds)
        if alert.summary:
            counted = translate("AlertWords", "Meanwhile: {0}").format(counted)
        return shortened(counted, _LENGTH)
    if hide:
        return ", ".join(several(kind, 1) for kind in _told(alert))
    who = isolated(plain(alert.who)) or translate("AlertWords", "Visitor")
    templates = {
        AlertKind.OFFLINE: translate("AlertWords", "Offline message from {0}"),
        AlertKind.UNANSWERED: translate("AlertWords", "Nobody answered {0}"),
        AlertKind.TRANSCRIPT: translate("AlertWords", "Chat with {0}"),
        AlertKind.START: translate("AlertWords", "A chat has started"),
        AlertKind.REMINDER: translate("AlertWords", "Reminder: {0}"),
        AlertKind.RATING: translate("AlertWords", "Rated {1} of 5 by {0}"),
        AlertKind.WORD: translate("AlertWords", "\u201c{2}\u201d, written by {0}"),
    }
    found = shortened(plain(alert.found), 16)
    return shortened(templates[alert.kind].format(who, alert.rating, found), _LENGTH // 2)


def body(alert: Alert, *, hide: bool = False) -> str:
    """Return the second line: the first words, at most 100 characters with the title.

    Angle brackets are replaced: some notification programs would read them as markup.
    """
    left = _LENGTH - len(title(alert, hide=hide))
    if alert.kind in TROUBLE:
        return shortened(_trouble_body(alert), left)
    if alert.conversation is None:
        return shortened(translate("AlertWords", "Open Olark Inbox to see them."), left)
    if alert.kind is AlertKind.START:
        return shortened(_started(() if hide else alert.agents), left)
    if hide:
        return shortened(translate("AlertWords", "Open Olark Inbox to read it."), left)
    said = plain(alert.words)
    for kind in _told(alert)[1:]:
        said = f"{_also(kind)} {said}"
    return shortened(said, left)


def _told(alert: Alert) -> tuple[AlertKind, ...]:
    """Return what there is to tell of one conversation: a reminder is a thing of its own.

    All other reasons are about the same words, and the most urgent one says enough.
    """
    kinds = [kind for kind, _ in alert.kinds]
    if AlertKind.REMINDER not in kinds:
        return (kinds[0],)
    others = [kind for kind in kinds if kind is not AlertKind.REMINDER]
    return tuple(kind for kind in kinds if kind in (AlertKind.REMINDER, *others[:1]))


def _also(kind: AlertKind) -> str:
    if kind is AlertKind.REMINDER:
        return translate("AlertWords", "Also a reminder.")
    return translate("AlertWords", "And new words:")


def _started(agents: tuple[str, ...]) -> str:
    who = shortened(talking(shortened(plain(name), 24) for name in agents), 48)
    if who:
        says = translate("AlertWords", "{0} is in the chat. The words arrive when it ends.")
        return says.format(who)
    return translate("AlertWords", "The words arrive when it ends.")


def _trouble(alert: Alert) -> str:
    titles = {
        AlertKind.STORE: translate("AlertWords", "Chats cannot be stored or read"),
        AlertKind.UNREACHABLE: translate("AlertWords", "New chats can't reach you"),
        AlertKind.REACHABLE: translate("AlertWords", "New chats can reach you again"),
        AlertKind.UNREADABLE: several(AlertKind.UNREADABLE, alert.kinds[0][1]),
    }
    return titles[alert.kind]


def _trouble_body(alert: Alert) -> str:
    if alert.kind is AlertKind.UNREADABLE:
        return translate("AlertWords", "It is kept as sent: see What arrived from Olark.")
    if alert.kind is AlertKind.REACHABLE:
        return translate("AlertWords", "Open Olark Inbox to see if any is missing.")
    return plain(alert.words)


def several(kind: AlertKind, count: int) -> str:
    """Return how many of a kind: "5 new chats"."""
    one = {
        AlertKind.OFFLINE: translate("AlertWords", "1 offline message"),
        AlertKind.UNANSWERED: translate("AlertWords", "1 unanswered chat"),
        AlertKind.TRANSCRIPT: translate("AlertWords", "1 new chat"),
        AlertKind.START: translate("AlertWords", "1 chat started"),
        AlertKind.REMINDER: translate("AlertWords", "1 reminder"),
        AlertKind.RATING: translate("AlertWords", "1 low rating"),
        AlertKind.WORD: translate("AlertWords", "1 chat with your words"),
        AlertKind.UNREADABLE: translate("AlertWords", "1 arrival could not be read"),
    }
    many = {
        AlertKind.OFFLINE: translate("AlertWords", "%Ln offline messages", "", count),
        AlertKind.UNANSWERED: translate("AlertWords", "%Ln unanswered chats", "", count),
        AlertKind.TRANSCRIPT: translate("AlertWords", "%Ln new chats", "", count),
        AlertKind.START: translate("AlertWords", "%Ln chats started", "", count),
        AlertKind.REMINDER: translate("AlertWords", "%Ln reminders", "", count),
        AlertKind.RATING: translate("AlertWords", "%Ln low ratings", "", count),
        AlertKind.WORD: translate("AlertWords", "%Ln chats with your words", "", count),
        AlertKind.UNREADABLE: translate("AlertWords", "%Ln arrivals could not be read", "", count),
    }
    return one[kind] if count == 1 else many[kind]


def name(kind: AlertKind) -> str:
    """Return the name of a kind, as the settings show it."""
    names = {
        AlertKind.OFFLINE: translate("AlertWords", "Offline messages"),
        AlertKind.UNANSWERED: translate("AlertWords", "Unanswered chats"),
        AlertKind.TRANSCRIPT: translate("AlertWords", "Finished chats"),
        AlertKind.START: translate("AlertWords", "Chats that begin"),
        AlertKind.RATING: translate("AlertWords", "Ratings of 1 or 2"),
        AlertKind.WORD: translate("AlertWords", "Words you choose"),
        AlertKind.REMINDER: translate("AlertWords", "Reminders"),
        AlertKind.UNREACHABLE: translate("AlertWords", "Not reachable, and reachable again"),
        AlertKind.UNREADABLE: translate("AlertWords", "Arrivals that cannot be read"),
        AlertKind.STORE: translate("AlertWords", "Trouble with the disk"),
    }
    return names[kind]


def hush(quiet: Quiet, now_ms: int) -> str:
    """Say that alerts are quiet, why, and until when."""
    until = times.short_time(quiet.until_ms, now_ms) if quiet.until_ms else ""
    if until and not _same_day(quiet.until_ms, now_ms):
        until = times.full_time(quiet.until_ms)
    says = {
        Why.PAUSED: translate("AlertWords", "Alerts are paused until {0}"),
        Why.HOURS: translate("AlertWords", "Quiet hours until {0}"),
        Why.SYSTEM: translate("AlertWords", "Quiet: this computer is set to not disturb"),
    }
    return says[quiet.why].format(until)


def _same_day(one_ms: int, other_ms: int) -> bool:
    return times.day_line(one_ms) == times.day_line(other_ms)
