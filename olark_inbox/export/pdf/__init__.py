"""Conversations on paper: laid out once, painted to a PDF file, a printer or a preview."""

from dataclasses import dataclass, field

from olark_inbox.export.hidden import Hidden


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
