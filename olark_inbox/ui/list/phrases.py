"""The words a row says: its kind, what stands for missing words, its whole sentence aloud."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from olark_inbox.olark.model import Kind
from olark_inbox.olark.standing import Standing, standing
from olark_inbox.store.rows import Row
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.inline import isolated, one_line, one_of, talking

_SPOKEN = 160


translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Badge:
    """What a pill says: `look` is "live", "offline", "alert", "chip", or "tag" for a tag's dot."""

    text: str
    look: str
    icon: str = ""


def standing_of(row: Row, now_ms: int) -> Standing:
    """Return how the row's conversation stands at a moment."""
    return standing(row.kind, manual=row.manual, live_until_ms=row.live_until_ms, now_ms=now_ms)


def _agents(row: Row) -> tuple[str, ...]:
    """Return who may be in the chat: of a chat that only began, all who were there."""
    return row.agents if row.kind is Kind.START else row.agents[:1]


def _with(row: Row) -> str:
    return one_of(_agents(row))


def kind_badge(row: Row, now_ms: int) -> Badge | None:
    """Return the pill of what is not an ordinary chat."""
    state = standing_of(row, now_ms)
    if state is Standing.LIVE:
        who = _with(row)
        words = translate("list", "Live with {0}").format(who) if who else translate("list", "Live")
        return Badge(words, "live", "radio")
    if state is Standing.MISSING:
        return Badge(translate("list", "No transcript"), "chip", "circle-help")
    if row.kind is Kind.OFFLINE:
        return Badge(translate("list", "Offline message"), "offline", "mail")
    if row.unanswered:
        return Badge(translate("list", "Unanswered"), "alert", "message-circle-warning")
    if state is Standing.MAY_HAVE_CONTINUED:
        return Badge(translate("list", "May have continued"), "chip")
    return None


def badges(row: Row, now_ms: int) -> tuple[Badge, ...]:
    """Return all pills of a row in their order: the kind, the sample mark, the tags."""
    kind = kind_badge(row, now_ms)
    first = [kind] if kind is not None else []
    if row.due:
        first.append(Badge(translate("list", "Reminder"), "chip", "alarm-clock"))
    if row.sample:
        first.append(Badge(translate("list", "Sample"), "chip", "flask-conical"))
    tags = dict.fromkeys((*row.tags, *row.own_tags))
    return (*first, *(Badge(tag, "tag") for tag in tags))


def preview(row: Row, now_ms: int) -> str:
    """Return the words of the preview, or a sentence that says why there are none."""
    if row.preview.strip():
        return " ".join(row.preview.split())
    state = standing_of(row, now_ms)
    if state is Standing.LIVE and row.agents:
        sentence_ = translate(
            "list", "{0} is talking with this visitor. The words arrive when the chat ends."
        )
        return sentence_.format(talking(_agents(row)))
    if state is Standing.LIVE:
        return translate("list", "A chat has begun. The words arrive when it ends.")
    if state is Standing.MISSING:
        return translate("list", "This chat began, but its words have not arrived.")
    return translate("list", "Nothing was written.")


def who(row: Row) -> str:
    """Return who answered and how much was said: "Maya, 11 messages"."""
    if row.kind is not Kind.TRANSCRIPT or row.lines == 0:
        return ""
    count = (
        translate("list", "1 message")
        if row.lines == 1
        else translate("list", "%Ln messages", "", row.lines)
    )
    if row.unanswered or not row.agents:
        return count
    return f"{isolated(row.agents[0])}, {count}"


def rating(row: Row) -> str:
    """Return the rating as the row shows it, "" where there is none."""
    return "" if row.rating is None else f"{row.rating}/5"


def time(row: Row, now_ms: int) -> str:
    """Return when it came, or how long it has been live."""
    if standing_of(row, now_ms) is Standing.LIVE:
        return times.live_for(now_ms - row.started_ms)
    return times.short_time(row.received_ms, now_ms)


def _kind_aloud(row: Row, now_ms: int) -> str:
    state = standing_of(row, now_ms)
    if state is Standing.LIVE:
        if row.agents:
            return translate("list", "live chat with {0}").format(_with(row))
        return translate("list", "live chat")
    if state is Standing.MISSING:
        return translate("list", "chat without transcript")
    if row.kind is Kind.OFFLINE:
        return translate("list", "offline message")
    return translate("list", "unanswered chat") if row.unanswered else translate("list", "chat")


def _marks(row: Row) -> list[str]:
    words = (
        (row.sample, translate("list", "sample")),
        (row.unread, translate("list", "unread")),
        (row.starred, translate("list", "starred")),
        (row.done, translate("list", "done")),
    )
    return [word for holds, word in words if holds]


def _cut(words: str) -> str:
    return words if len(words) <= _SPOKEN else f"{words[:_SPOKEN].rstrip()}…"


def sentence(row: Row, now_ms: int) -> str:
    """Say a row in one sentence, for screen readers."""
    parts = [_cut(one_line(row.name)), _kind_aloud(row, now_ms), *_marks(row)]
    parts.append(times.ago(row.received_ms, now_ms))
    if row.rating is not None:
        parts.append(translate("list", "rated {0}").format(row.rating))
    parts.append(_cut(one_line(row.snippet or preview(row, now_ms))))
    return ", ".join(parts)
