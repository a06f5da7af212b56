"""Dates as people type them, in the owner's time zone: "yesterday", "march 2025", "2025-03-14".

Every date is a period: a day, a week, a month or a year. Weeks begin on Monday.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from olark_inbox.store.language import Language

_FIRST_YEAR, _LAST_YEAR = 1990, 2199
_CENTURY = 2000
_DECEMBER = 12


class Period(NamedTuple):
    """From `start_ms` up to, not with, `end_ms`; `unsure` where day and month could be swapped."""

    start_ms: int
    end_ms: int
    unsure: bool = False
    first: date = date.min
    """The first day."""


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio januari janeiro",
            "february feb februar fevrier febrero febbraio februari fevereiro",
            "march mar marz maerz mars marzo maart marco",
            "april apr avril abril aprile",
            "may mai mayo maggio mei maio",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug aout agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez decembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes lunedi maandag",
            "tuesday tue tues dienstag mardi martes martedi dinsdag",
            "wednesday wed mittwoch mercredi miercoles mercoledi woensdag",
            "thursday thu thur thurs donnerstag jeudi jueves giovedi donderdag",
            "friday fri freitag vendredi viernes venerdi vrijdag",
            "saturday sat samstag sonnabend samedi sabado sabato zaterdag",
            "sunday sun sonntag dimanche domingo domenica zondag",
        )
    )
    for name in names.split()
}
_DAYS_AGO = {
    "today": 0, "heute": 0, "aujourd'hui": 0, "hoy": 0, "oggi": 0, "vandaag": 0, "hoje": 0,
    "yesterday": 1, "gestern": 1, "hier": 1, "ayer": 1, "ieri": 1, "gisteren": 1, "ontem": 1,
}  # fmt: skip
_LAST = ("last", "previous", "letzte", "letzten", "letzter", "letztes")
_THIS = ("this", "diese", "diesen", "dieser", "dieses")
_UNITS = {
    "day": "day", "days": "day", "tag": "day", "tage": "day", "tagen": "day",
    "week": "week", "weeks": "week", "woche": "week", "wochen": "week",
    "month": "month", "months": "month", "monat": "month", "monate": "month", "monaten": "month",
    "year": "year", "years": "year", "jahr": "year", "jahre": "year", "jahren": "year",
}  # fmt: skip

_Days = tuple[date, date]  # the first day, and the first one after


def period(
    text: str, now_ms: int, zone: tzinfo | None = None, language: Language | None = None
) -> Period | None:
    """Return the period `text` names, None where it names none.

    `zone` None is the zone of this computer. `language` is understood beside those known here.
    """
    language = language or Language()
    try:
        today = datetime.fromtimestamp(now_ms / 1000, tz=zone).date()
        found, unsure = _days(_plain(text), today, language)
        if found is None or not _FIRST_YEAR <= found[0].year <= _LAST_YEAR:
            return None
        return Period(_midnight(found[0], zone), _midnight(found[1], zone), unsure, found[0])
    except (ValueError, OverflowError, OSError):  # the 30th of February, the year 0
        return None


def _midnight(day: date, zone: tzinfo | None) -> int:
    return round(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


def _plain(text: str) -> str:
    """Lower case, without accents and commas, single blanks."""
    parts = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(bare.replace(",", " ").split())


def _days(text: str, today: date, language: Language) -> tuple[_Days | None, bool]:
    for shape, read in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            return read(match, today), False
    match = _SLASHED.fullmatch(text)
    if match:
        return _slashed(match, month_first=language.month_first)
    words = text.replace(".", " ").split()
    return _worded(words, today) or _worded(_in_english(words, language), today), False


@lru_cache(maxsize=4)
def _known(language: Language) -> dict[str, str]:
    said = ((_plain(own).replace(".", ""), said) for own, said in language.dates.items())
    return {own: english.lower() for own, english in said if own}


def _in_english(words: list[str], language: Language) -> list[str]:
    """Return words of another language in English, as far as it has them."""
    known = _known(language)
    whole = known.get(" ".join(words))
    said = [whole] if whole else [known.get(word, word) for word in words]
    return " ".join(said).split()


def _day(day: date) -> _Days:
    return day, day + timedelta(days=1)


def _week(day: date) -> _Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7)


def _month(year: int, month: int) -> _Days:
    first = date(year, month, 1)
    return first, first + timedelta(days=monthrange(year, month)[1])


def _year(year: int) -> _Days:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _back(day: date, unit: str, count: int) -> _Days:
    """Return the day, week, month or year that lies `count` of them before the one of `day`."""
    if unit == "day":
        return _day(day - timedelta(days=count))
    if unit == "week":
        return _week(day - timedelta(weeks=count))
    if unit == "year":
        return _year(day.year - count)
    months = day.year * _DECEMBER + day.month - 1 - count
    return _month(months // _DECEMBER, months % _DECEMBER + 1)


def _full_year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == len("25") else 0)


_D = "(?a:\\d)"
_Match = re.Match[str]
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[_Match, date], _Days]], ...] = (
    (
        re.compile(rf"({_D}{{4}})[-/.]({_D}{{1,2}})[-/.]({_D}{{1,2}})"),
        lambda m, _: _day(date(int(m[1]), int(m[2]), int(m[3]))),
    ),
    (re.compile(rf"({_D}{{4}})[-/.]({_D}{{1,2}})"), lambda m, _: _month(int(m[1]), int(m[2]))),
    (re.compile(rf"({_D}{{1,2}})[/.]({_D}{{4}})"), lambda m, _: _month(int(m[2]), int(m[1]))),
    (re.compile(rf"({_D}{{4}})"), lambda m, _: _year(int(m[1]))),
    (  # 14.3.2025 and 14.3.: with dots the day stands first everywhere
        re.compile(rf"({_D}{{1,2}})\. ?({_D}{{1,2}})\. ?({_D}{{4}}|{_D}{{2}})"),
        lambda m, _: _day(date(_full_year(m[3]), int(m[2]), int(m[1]))),
    ),
    (
        re.compile(rf"({_D}{{1,2}})\. ?({_D}{{1,2}})\.?"),
        lambda m, today: _day(_latest(int(m[2]), int(m[1]), today)),
    ),
)
_SLASHED = re.compile(rf"({_D}{{1,2}})[/-]({_D}{{1,2}})[/-]({_D}{{4}}|{_D}{{2}})")


def _slashed(match: _Match, *, month_first: bool) -> tuple[_Days, bool]:
    first, second, year = int(match[1]), int(match[2]), _full_year(match[3])
    unsure = first != second and max(first, second) <= _DECEMBER
    swap = month_first if unsure else second > _DECEMBER
    day, month = (second, first) if swap else (first, second)
    return _day(date(year, month, day)), unsure


def _latest(month: int, day: int, today: date) -> date:
    """Return the newest such day that is not to come; the 29th of February may be years ago."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError


def _worded(words: list[str], today: date) -> _Days | None:
    if len(words) == 1:
        return _one_word(words[0], today)
    if words and (words[0] in _LAST or words[0] in _THIS):
        return _relative(words, today)
    if words[-1:] == ["ago"] or words[:1] == ["vor"]:
        return _ago([word for word in words if word not in ("ago", "vor")], today)
    return _named(words, today)


def _one_word(word: str, today: date) -> _Days | None:
    if word in _DAYS_AGO:
        return _back(today, "day", _DAYS_AGO[word])
    if word in _WEEKDAYS:
        return _day(today - timedelta(days=(today.weekday() - _WEEKDAYS[word]) % 7))
    if word in _MONTHS:
        month = _MONTHS[word]
        return _month(today.year - (month > today.month), month)
    return None


def _relative(words: list[str], today: date) -> _Days | None:
    """Read "last week", "this month", "last monday", "last march"."""
    count = int(words[0] in _LAST)
    word = words[1]
    if len(words) > len(("last", "week")):
        return None
    if word in _UNITS:
        return _back(today, _UNITS[word], count)
    if word in _WEEKDAYS:
        days = (today.weekday() - _WEEKDAYS[word]) % 7
        return _day(today - timedelta(days=days or 7 * count))
    if word in _MONTHS:
        month = _MONTHS[word]
        year = today.year - (month >= today.month) if count else today.year
        return _month(year, month)
    return None


def _ago(words: list[str], today: date) -> _Days | None:
    """Read "3 days ago"."""
    if len(words) != len(("3", "days")) or words[1] not in _UNITS:
        return None
    count = 1 if words[0] in ("a", "one", "einem", "einer") else _small(words[0])
    return None if count is None else _back(today, _UNITS[words[1]], count)


def _small(word: str) -> int | None:
    return int(word) if re.fullmatch(rf"{_D}{{1,4}}", word) else None


_ORDINAL = re.compile(rf"({_D}{{1,2}})(?:st|nd|rd|th)?")


def _named(words: list[str], today: date) -> _Days | None:
    """Read a month by its name, with a day, a year or both, in any order people write them."""
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    years = [int(word) for word in words if re.fullmatch(rf"{_D}{{4}}", word)]
    days = [int(match[1]) for word in words if (match := _ORDINAL.fullmatch(word))]
    read = len(months) + len(years) + len(days)
    if read != len(words) or len(months) != 1 or max(len(years), len(days)) > 1:
        return None
    if not days:
        return _month(years[0], months[0])
    day = date(years[0], months[0], days[0]) if years else _latest(months[0], days[0], today)
    return _day(day)
