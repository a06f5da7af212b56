"""How the public address stands, and what can be the matter with it, as plain sentences."""

from urllib.parse import urlsplit

from olark_inbox.store.reach import Gap
from olark_inbox.tunnel.faults import Fault
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.tunnel.tokens import TokenTrouble
from olark_inbox.tunnel.ways import is_metered, is_public
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.words import StateWords, Tone, translate

_CLOSE_MS = 60_000
"""Two moments this near are told as one."""
_JUST_MS = 60_000


def host(address: str) -> str:
    """Return what is shown of an address: never its secret part."""
    return urlsplit(address).netloc


def ready(standing: Standing) -> bool:
    """Whether it may be claimed that Olark can reach us."""
    return standing.status is Status.PROVEN and is_public(standing.address)


def state(standing: Standing, now_ms: int) -> StateWords | None:
    """Return pill and sentence; None where there is no public address to speak of."""
    if standing.status is Status.OFF:
        return None
    if standing.status is Status.UNREACHABLE:
        return StateWords(
            translate("Reach", "Not reachable"), Tone.ALERT, unreachable(standing, now_ms)
        )
    if standing.status is Status.STARTING:
        why = fault(standing.fault, standing.detail) if standing.fault else ""
        return StateWords(translate("Reach", "Connecting"), Tone.QUIET, why)
    if not ready(standing):
        return StateWords(
            translate("Reach", "Only in your own network"),
            Tone.QUIET,
            translate("Reach", "Olark cannot reach an address of your own network."),
        )
    if standing.changed:
        return StateWords(
            translate("Reach", "New address"),
            Tone.OFFLINE,
            translate("Reach", "Paste the new address in Olark: chats still go to the former one."),
        )
    return StateWords(translate("Reach", "Ready for chats"), Tone.LIVE, checked(standing, now_ms))


def checked(standing: Standing, now_ms: int) -> str:
    """Say when the address was last seen to lead here."""
    if not standing.proven_ms:
        return ""
    if standing.status is Status.UNREACHABLE:
        when = times.short_time(standing.since_ms or standing.proven_ms, now_ms)
        return translate("Reach", "Last worked {0}").format(when)
    passed = now_ms - standing.proven_ms
    if passed < _JUST_MS:
        return translate("Reach", "Checked just now")
    return translate("Reach", "Checked {0} ago").format(times.duration(passed))


def unreachable(standing: Standing, now_ms: int) -> str:
    """Say since when, as exactly as it is known, and why."""
    since, noticed = standing.since_ms, standing.noticed_ms
    parts = []
    if standing.fault in (Fault.STORE, Fault.SILENT):
        parts.append(
            translate("Reach", "Since {0}.").format(times.short_time(since or noticed, now_ms))
        )
    elif since and noticed - since > _CLOSE_MS:
        parts.append(
            translate("Reach", "The public address stopped answering between {0} and {1}.").format(
                times.short_time(since, now_ms), times.short_time(noticed, now_ms)
            )
        )
    elif since and noticed:
        parts.append(
            translate("Reach", "The public address stopped answering at {0}.").format(
                times.short_time(noticed, now_ms)
            )
        )
    if standing.fault:
        parts.append(fault(standing.fault, standing.detail))
    parts.append(translate("Reach", "Olark tries again only a few times."))
    return " ".join(parts)


def fault(name: str, detail: str = "") -> str:
    """Return what is the matter, and what helps."""
    try:
        known = Fault(name)
    except ValueError:
        return ""
    return {**_on_the_way(), **_who_answers(), **_before(detail)}[known]


def _on_the_way() -> dict[Fault, str]:
    return {
        Fault.NO_NETWORK: translate("Reach", "This computer has no connection to the internet."),
        Fault.UNKNOWN_NAME: translate(
            "Reach", "No such address is known on the internet: is it written correctly?"
        ),
        Fault.REFUSED: translate("Reach", "Nobody answers at the address."),
        Fault.SLOW: translate("Reach", "The address takes too long to answer."),
        Fault.BROKEN: translate("Reach", "The address hangs up before it has answered."),
        Fault.CLOCK: translate(
            "Reach",
            "A safe connection fails. Is this computer's clock right, and does a virus scanner or "
            "company network look into connections?",
        ),
        Fault.CERTIFICATE: translate(
            "Reach", "The address cannot show that it is the one it claims to be."
        ),
    }


def _who_answers() -> dict[Fault, str]:
    return {
        Fault.ELSEWHERE: translate(
            "Reach",
            "Another page answers, such as the login of a guest network. Sign in there, or look "
            "whether the address is complete.",
        ),
        Fault.GUARDED: translate(
            "Reach", "The address asks for a password. Olark has none, so take the password off."
        ),
        Fault.INTERSTITIAL: translate("Reach", "ngrok shows its warning page instead of us."),
        Fault.OFFLINE: translate(
            "Reach", "ngrok knows the address, but nothing is connected to it."
        ),
        Fault.BEHIND: translate(
            "Reach", "The address is there, but it does not lead to this computer now."
        ),
        Fault.LIMIT: translate(
            "Reach",
            "The limit of your ngrok account is used up. It begins anew next month, or with a "
            "larger plan.",
        ),
        Fault.ANOTHER: translate("Reach", "The address leads to another Olark Inbox, not to this."),
        Fault.STRANGER: translate(
            "Reach", "Something else answers at the address, not this inbox."
        ),
        Fault.STORE: translate("Reach", "Your conversations cannot be stored at the moment."),
        Fault.SILENT: translate(
            "Reach", "Nothing could be written down for some minutes. Is the disk full?"
        ),
    }


def _before(detail: str) -> dict[Fault, str]:
    return {
        Fault.NO_ADDRESS: translate("Reach", "This is not a complete address."),
        Fault.NOT_LISTENING: translate("Reach", "This computer is not listening yet."),
        Fault.TOKEN_MISSING: translate("Reach", "The token of your ngrok account is missing."),
        Fault.TOKEN_BAD: translate(
            "Reach",
            "ngrok does not know this token. Copy it again from ngrok's page Your Authtoken; an "
            "API key does not work here.",
        ),
        Fault.UNVERIFIED: translate(
            "Reach", "Confirm your e-mail address with ngrok first: it has sent you a message."
        ),
        Fault.SESSION_LIMIT: translate(
            "Reach",
            "Your ngrok account is already connected from elsewhere, and its plan allows no more. "
            "End ngrok there, or use the ngrok that runs on this computer.",
        ),
        Fault.TAKEN: translate(
            "Reach", "Your ngrok address is already in use, perhaps by ngrok on another computer."
        ),
        Fault.PAID: translate("Reach", "A name of your own needs a paid ngrok plan."),
        Fault.NGROK: (
            translate("Reach", "ngrok says no (its number {0}).").format(detail)
            if detail
            else translate("Reach", "ngrok ended the connection.")
        ),
        Fault.AGENT_MISSING: translate("Reach", "No ngrok is running on this computer."),
        Fault.AGENT_ELSEWHERE: (
            translate("Reach", "ngrok is running here, but leads elsewhere (to port {0}).").format(
                detail
            )
            if detail
            else translate("Reach", "ngrok is running here, but leads nowhere yet.")
        ),
        Fault.UNAVAILABLE: translate(
            "Reach", "ngrok cannot be used from inside the program on this computer."
        ),
    }


def how_soon(way: str, address: str, minutes: int) -> str:
    """Say how soon it is noticed that the address no longer leads here, at the latest."""
    if not is_metered(way, address):
        return translate(
            "Reach",
            "It is checked every minute. When it stops working, you are told within two minutes.",
        )
    if way == "own":
        return translate(
            "Reach",
            "ngrok counts requests, so it is checked every %Ln minutes: so late you may be told "
            "that it stopped working.",
            "",
            minutes,
        )
    return translate(
        "Reach",
        "When ngrok ends or loses its connection, you are told within a minute; of anything else "
        "at the next check, after %Ln minutes at most.",
        "",
        minutes,
    )


def token_trouble(trouble: TokenTrouble) -> str:
    """Say why what was pasted is no token."""
    return {
        TokenTrouble.EMPTY: translate("Reach", "Paste the token first."),
        TokenTrouble.API_KEY: translate(
            "Reach", "This is an API key. The token is on ngrok's page Your Authtoken."
        ),
        TokenTrouble.ANOTHER_ID: translate(
            "Reach", "This is only the name of a token. Copy the token itself: it is longer."
        ),
        TokenTrouble.UNREADABLE: translate(
            "Reach", "This does not look like a token. Copy the whole line from ngrok's page."
        ),
    }[trouble]


def gap(found: Gap, now_ms: int) -> str:
    """Return the time of a gap: "Fri 18:02 – Mon 08:11", "14:17 – 14:32" where both are today."""
    begin = _moment(found.from_ms, now_ms)
    if found.until_ms is None:
        return translate("Reach", "{0} until now").format(begin)
    end = _moment(found.until_ms, now_ms)
    today = times.clock(found.until_ms)
    if end == today and begin != times.clock(found.from_ms):
        end = translate("Reach", "today {0}").format(today)
    return translate("Reach", "{0} \u2013 {1}").format(begin, end)


def _moment(ms: int, now_ms: int) -> str:
    day, clock = times.short_time(ms, now_ms), times.clock(ms)
    return clock if day == clock else f"{day} {clock}"


def gap_reason(found: Gap) -> str:
    """Say why nothing could be heard."""
    reasons = {
        "closed": translate("Reach", "Olark Inbox was closed."),
        "asleep": translate("Reach", "This computer slept."),
        "store": translate("Reach", "Conversations could not be stored."),
    }
    return reasons.get(found.reason, translate("Reach", "The public address did not answer."))


def recovered(count: int) -> str:
    """Say how much was fetched afterwards."""
    if count == 1:
        return translate("Reach", "1 chat recovered.")
    return translate("Reach", "%Ln chats recovered.", "", count)
