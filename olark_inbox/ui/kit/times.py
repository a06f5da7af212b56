"""Moments and durations as a person writes them, in the owner's language and time zone."""

import functools
import re

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

translate = QCoreApplication.translate

_WEEK = 7
_HOUR = 60
_DAY = 24

_TOKENS = re.compile(r"'(?:[^']|'')*'|d+|M+|y+|[^dMy']+")


def _local(ms: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(ms)


@functools.cache
def _date_format(locale: str, month: str, *, year: bool) -> str:
    """Cut weekday (and year) off the long date of a language: "d MMM", "MMM d", "M月d日"."""
    tokens = _TOKENS.findall(QLocale(locale).dateFormat(QLocale.FormatType.LongFormat))
    wanted = "dMy" if year else "dM"
    places = [n for n, token in enumerate(tokens) if token[0] in wanted]
    places = [n for n in places if tokens[n] not in ("ddd", "dddd")]
    last = places[-1] + 1
    if last < len(tokens) and re.match(r"[年月日년월일]", tokens[last].strip("'")):
        last += 1
    cut = tokens[places[0] : last]
    return "".join(month if token.startswith("MMM") else token for token in cut).strip()


def _date(date: QDate, month: str, *, year: bool) -> str:
    locale = QLocale()
    return locale.toString(date, _date_format(locale.name(), month, year=year))


def day_words(day: QDate) -> str:
    """Return "22 Nov 2026"."""
    return _date(day, "MMM", year=True)


def clock(ms: int) -> str:
    """Return the time of day: "14:31", or "2:31 PM" where people write so."""
    return QLocale().toString(_local(ms).time(), QLocale.FormatType.ShortFormat)


def clock_elsewhere(ms: int, offset_s: int) -> str:
    """Return the time of day so far east of Greenwich, with the weekday where it is another one."""
    there = _local(ms).toOffsetFromUtc(offset_s)
    clock = QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)
    same_day = there.date() == _local(ms).date()
    return clock if same_day else f"{QLocale().toString(there.date(), 'ddd')} {clock}"


def exact_clock(ms: int, now_ms: int) -> str:
    """Return "14:31:08" for today, so that two moments of one minute differ; else a short time."""
    if _local(ms).date() != _local(now_ms).date():
        return short_time(ms, now_ms)
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(_local(ms).time(), form.replace("mm", "mm:ss", 1))


def short_time(ms: int, now_ms: int) -> str:
    """Return "14:31" for today, "Wed" for the last six days, "16 Nov", else "16 Nov 2024"."""
    date, today = _local(ms).date(), _local(now_ms).date()
    days = date.daysTo(today)
    if days == 0:
        return clock(ms)
    if 0 < days < _WEEK:
        return QLocale().toString(date, "ddd")
    return _date(date, "MMM", year=date.year() != today.year())


def full_time(ms: int) -> str:
    """Return all of it, for tooltips: "Thursday 20 November 2025, 14:31"."""
    date = _local(ms).date()
    return f"{QLocale().toString(date, 'dddd')} {_date(date, 'MMMM', year=True)}, {clock(ms)}"


def day_line(ms: int, now_ms: int | None = None) -> str:
    """Return the day between two lines of a chat: "Thursday 20 November", with an older year."""
    date = _local(ms).date()
    year = now_ms is not None and _local(now_ms).date().year() != date.year()
    return f"{QLocale().toString(date, 'dddd')} {_date(date, 'MMMM', year=year)}"


def _minutes(number: int) -> str:
    one, many = translate("times", "1 min"), translate("times", "%Ln min", "", number)
    return one if number == 1 else many


def _hours(number: int) -> str:
    one, many = translate("times", "1 h"), translate("times", "%Ln h", "", number)
    return one if number == 1 else many


def _days(number: int) -> str:
    one, many = translate("times", "1 day"), translate("times", "%Ln days", "", number)
    return one if number == 1 else many


def duration(ms: int) -> str:
    """Return how long, in at most two parts: "4 min", "2 h 5 min", "3 days"."""
    minutes = max(0, ms) // MINUTE_MS
    if minutes < _HOUR:
        return _minutes(minutes) if minutes else less_than_a_minute()
    hours, rest = divmod(minutes, _HOUR)
    if hours < _DAY:
        return f"{_hours(hours)} {_minutes(rest)}" if rest else _hours(hours)
    return _days(hours // _DAY)


def less_than_a_minute() -> str:
    """Return the words for a duration that rounds to nothing."""
    return translate("times", "less than a minute")


def long_duration(ms: int) -> str:
    """Return how long, spelled out: "9 minutes", "2 hours", "3 days"."""
    minutes = max(0, ms) // MINUTE_MS
    if minutes < 1:
        return less_than_a_minute()
    if minutes < _HOUR:
        if minutes == 1:
            return translate("times", "1 minute")
        return translate("times", "%Ln minutes", "", minutes)
    hours = minutes // _HOUR
    if hours < _DAY:
        if hours == 1:
            return translate("times", "1 hour")
        return translate("times", "%Ln hours", "", hours)
    return _days(hours // _DAY)


def live_for(ms: int) -> str:
    """Return how long a chat is live: "for 4 min", "just now"."""
    if ms < MINUTE_MS:
        return translate("times", "just now")
    return translate("times", "for {0}").format(duration(ms))


def clock_and_ago(ms: int, now_ms: int) -> str:
    """Return a moment with how long ago it was, the time of day once: "14:27, 4 minutes ago"."""
    if ms - now_ms > DAY_MS:
        return full_time(ms)
    said, time = ago(ms, now_ms), clock(ms)
    return said if time in said else f"{time}, {said}"


def ago(ms: int, now_ms: int) -> str:
    """Return a moment as one says it aloud: "4 minutes ago", "yesterday 14:31", a full date."""
    passed = now_ms - ms
    if passed < MINUTE_MS:
        return translate("times", "just now")
    days = _local(ms).date().daysTo(_local(now_ms).date())
    if passed < 12 * HOUR_MS or days == 0:
        return translate("times", "{0} ago").format(long_duration(passed))
    if days == 1:
        return translate("times", "yesterday {0}").format(clock(ms))
    return full_time(ms)
