"""The colour of each tag: its own, in the order tags came, until the owner chooses another."""

import logging
from collections import Counter

from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.store.rows import Counts
from olark_inbox.ui.kit.paint import choose_tag_hues

_MOST = 1_000
"""Of Olark's tags: those beyond it have the colour their name gives them."""
_APART = (2, 4, 1, 5, 3, 6, 0, 7)
"""The colours of the theme, in an order that sets neighbours well apart."""
_log = logging.getLogger(__name__)


class TagColours:
    """The owner's own tags keep theirs in the store; those of Olark's are kept here."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._shown: dict[str, int] = {}

    def learn(self, counts: Counts) -> bool:
        """Give each tag that is new the colour used least; return whether anything changed."""
        kept = self._kept()
        own = {tag.name: tag.colour for tag in counts.own_tags}
        used = Counter((*kept.values(), *own.values()))
        new = [name for name, _ in counts.tags if name not in kept]
        for name in new[: max(0, _MOST - len(kept))]:
            kept[name] = min(_APART, key=lambda hue: used[hue])
            used[kept[name]] += 1
        if new:
            self._keep(kept)
        return self._show(kept | own)

    def choose(self, name: str, hue: int) -> bool:
        """Give one of Olark's tags another colour."""
        kept = self._kept() | {name: hue}
        self._keep(kept)
        return self._show(self._shown | {name: hue})

    def of(self, name: str) -> int | None:
        """Return which colour a tag has."""
        return self._shown.get(name)

    def _kept(self) -> dict[str, int]:
        stored = self._settings.tag_colours
        return {name: hue for name, hue in stored.items() if type(hue) is int}

    def _keep(self, hues: dict[str, int]) -> None:
        if hues == self._settings.tag_colours:
            return
        try:
            self._settings.tag_colours = hues
        except SettingsNotSaved as error:
            _log.warning("%s", error)

    def _show(self, hues: dict[str, int]) -> bool:
        if hues == self._shown:
            return False
        self._shown = hues
        choose_tag_hues(hues)
        return True
