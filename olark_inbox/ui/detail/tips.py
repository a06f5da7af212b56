"""Tooltips of received words: Qt reads tooltips as HTML where they look like it."""

import html

from olark_inbox.ui.detail.phrases import one_line

_LONGEST = 300


def as_tip(text: str) -> str:
    """Return text for a tooltip, shown exactly as it is. Lines stay lines."""
    lines = [one_line(line, _LONGEST) for line in text.split("\n")]
    shown = "<br>".join(html.escape(line) for line in lines if line)
    return f"<qt>{shown}</qt>" if shown else ""
