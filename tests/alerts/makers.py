"""Rows, changes and moments for the tests of alerts."""

from dataclasses import replace

from olark_inbox.alerts.rules import Alert, AlertKind, Moment, News, Wish, Wishes
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Change, Row

NOW = 1_763_640_000_000


def make_row(identity: int = 1, kind: Kind = Kind.TRANSCRIPT, **only: object) -> Row:
    row = Row(
        id=identity, key=f"k{identity}", arrival=NOW, received_ms=NOW, started_ms=NOW, kind=kind,
        unanswered=False, automatic=False, live_until_ms=None, manual=False, name="Priya Raman",
        anonymous=False, email="", phone="", visitor_id="", preview="You are a star",
        agents=("Maya",), lines=3, tags=(), own_tags=(), groups=(), rating=None, unread=True,
        starred=False, done=False, binned_ms=None, sample=False,
    )  # fmt: skip
    return replace(row, **only)


def make_change(row: Row | None, what: str = "new", number: int = 1) -> Change:
    return Change(number, row.id if row else 1, what, None, row)


def make_news(*changes: Change, **texts: str) -> News:
    """Make news; `c7="words"` is what the visitor of conversation 7 wrote."""
    return News(changes, {int(name[1:]): text for name, text in texts.items()})


def make_moment(after_ms: int = 0, **only: object) -> Moment:
    return replace(Moment(NOW + after_ms), **only)


def make_wishes(**kinds: Wish) -> Wishes:
    """Make wishes that differ from the usual ones in some kinds."""
    return Wishes({AlertKind(name): wish for name, wish in kinds.items()})


def make_alert(identity: int, kind: AlertKind = AlertKind.TRANSCRIPT, **only: object) -> Alert:
    return replace(Alert((identity,), ((kind, 1),), sound=True, who=f"Visitor {identity}"), **only)
