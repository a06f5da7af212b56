"""What the pages say by themselves, in the owner's language, and dates as he writes them."""

import functools
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from olark_inbox.export.facts import began_ms, ended_ms, length_s
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Message, Side
from olark_inbox.store.rows import Opened, Row

translate = QCoreApplication.translate

_NAMELESS = "Visitor"
_FROM = "Visitor from "
_MINUTE = 60
_HOUR = 60


class Calendar:
    """Writes days, times and lengths as people do where the owner lives."""

    def __init__(self, wall: WallClock) -> None:
        self._wall = wall
        self._locale = QLocale()
        # Not around the methods: a cache of the class would keep every calendar there ever was.
        self._day = functools.lru_cache(maxsize=512)(self._read_day)
        self._time = functools.lru_cache(maxsize=2048)(self._read_time)

    def day(self, ms: int | None) -> str:
        """Return "Sunday, 22 November 2026", or "" where there is no time."""
        return self._day(self._wall.day(ms), QLocale.FormatType.LongFormat)

    def short_day(self, ms: int | None) -> str:
        """Return the day as short as people write it."""
        return self._day(self._wall.day(ms), QLocale.FormatType.ShortFormat)

    def time(self, ms: int | None) -> str:
        """Return "14:31", or "2:31 PM" where people write so."""
        return self._time(self._wall.time(ms))

    def iso_day(self, ms: int | None) -> str:
        """Return what tells one day from another."""
        return self._wall.day(ms)

    def course(self, opened: Opened) -> str:
        """Return when it was and how long: "22 November 2026, 14:09 to 14:31, 22 min"."""
        began, ended = began_ms(opened), ended_ms(opened)
        parts = [self.day(began)]
        span = self.time(began)
        seconds = length_s(opened) or 0
        same_day = self._wall.day(ended) == self._wall.day(began)
        if ended is not None and seconds >= _MINUTE:
            end = self.time(ended) if same_day else f"{self.short_day(ended)} {self.time(ended)}"
            span = translate("pdf", "%1 to %2").replace("%1", span).replace("%2", end)
        parts.append(span)
        if seconds >= _MINUTE and same_day:
            parts.append(_length(seconds // _MINUTE))
        return ", ".join(part for part in parts if part)

    def _read_day(self, iso: str, form: QLocale.FormatType) -> str:
        return self._locale.toString(QDate.fromString(iso, "yyyy-MM-dd"), form) if iso else ""

    def _read_time(self, time: str) -> str:
        if not time:
            return ""
        return self._locale.toString(
            QTime.fromString(time, "HH:mm"), QLocale.FormatType.ShortFormat
        )


def kind_of(row: Row) -> str:
    """Return what kind of conversation it is."""
    if row.unanswered:
        return translate("pdf", "Unanswered")
    if row.kind is Kind.OFFLINE:
        return translate("pdf", "Offline message")
    if row.kind is Kind.START:
        return translate("pdf", "Chat that just began")
    return translate("pdf", "Chat")


def in_owners_words(opened: Opened) -> Opened:
    """Return the same, with what is said instead of a name in the owner's language.

    It is kept in English: what is stored, searched and written to tables has one language.
    """
    row, conversation = opened.row, opened.conversation
    if not conversation.anonymous:
        return opened
    english = conversation.name, row.name
    whole, shown = map(_nameless, english)
    if (whole, shown) == english:
        return opened
    messages = tuple(
        message._replace(name=shown)
        if message.name in english and message.side is not Side.AGENT
        else message
        for message in conversation.messages
    )
    return replace(
        opened,
        row=replace(row, name=shown),
        conversation=replace(conversation, name=whole, messages=messages),
    )


def _nameless(name: str) -> str:
    if name == _NAMELESS:
        return translate("pdf", "Visitor")
    place = name.removeprefix(_FROM)
    return translate("pdf", "Visitor from %1").replace("%1", place) if place != name else name


def speaker(message: Message, visitor: str) -> str:
    """Return who said a line, as the window says it."""
    if message.side is not Side.AGENT:
        return message.name or visitor
    if message.automatic:
        return translate("pdf", "Automatic message")
    return message.name or translate("pdf", "Agent")


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return translate("pdf", "%1 min").replace("%1", str(rest))
    return translate("pdf", "%1 h %2 min").replace("%1", str(hours)).replace("%2", str(rest))


def conversations(number: int) -> str:
    """Return "1 conversation" or "3 conversations"."""
    if number == 1:
        return translate("pdf", "1 conversation")
    return translate("pdf", "%Ln conversations", "", number)
