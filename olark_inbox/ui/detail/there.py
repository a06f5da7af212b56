"""What time it is where a visitor is: only where the country leaves no doubt."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from olark_inbox.olark.model import Visitor
from olark_inbox.ui.kit import times


@lru_cache(maxsize=256)
def zones_of(country_code: str) -> tuple[QTimeZone, ...]:
    """Return the time zones of a country, none where it is not known."""
    territory = QLocale.codeToTerritory(country_code)
    if territory is QLocale.Country.AnyTerritory:
        return ()
    return tuple(QTimeZone(name) for name in QTimeZone.availableTimeZoneIds(territory))


def time_there(visitor: Visitor, now_ms: int) -> str:
    """Return "14:05 there now" where all clocks of the visitor's country show the same, else ""."""
    now = QDateTime.fromMSecsSinceEpoch(now_ms)
    offsets = {zone.offsetFromUtc(now) for zone in zones_of(visitor.country_code)}
    if len(offsets) != 1:
        return ""
    clock = times.clock_elsewhere(now_ms, offsets.pop())
    return QCoreApplication.translate("VisitorCard", "{0} there now").format(clock)
