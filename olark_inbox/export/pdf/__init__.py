"""Conversations on paper: laid out once, painted to a PDF file, a printer or a preview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from olark_inbox.export.hidden import Hidden
from olark_inbox.settings import Settings
from olark_inbox.store.rows import OwnTag


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How conversations are put on paper."""

    paper: str = ""
    """"a4", "letter", or "" for what is usual where the owner lives."""
    shop: str = ""
    """The shop's name, for the title page and every foot."""
    logo: str = ""
    """The file of the shop's logo."""
    hidden: Hidden = field(default_factory=Hidden)
    tag_hues: Mapping[str, int] = field(default_factory=dict)
    """Which of the theme's colours a tag's dot has, by its folded name; else the name decides."""

    @classmethod
    def of(cls, settings: Settings, hidden: Hidden, paper: str = "") -> "PdfOptions":
        """Return what the owner chose in the settings."""
        kept = settings.tag_colours.items()
        hues = {tag.casefold(): hue for tag, hue in kept if type(hue) is int}
        return cls(paper, settings.shop_name, settings.shop_logo, hidden, hues)

    def with_tags(self, own: Iterable[OwnTag]) -> "PdfOptions":
        """Return the same with the colours of the owner's own tags, which the store keeps."""
        hues = {tag.name.casefold(): tag.colour for tag in own}
        return replace(self, tag_hues={**self.tag_hues, **hues})
