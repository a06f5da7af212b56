"""What the owner chose about saving, as it is remembered and as it is carried out."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QStandardPaths

from olark_inbox.export.chosen import Chosen
from olark_inbox.export.columns import CONVERSATION_COLUMNS, MESSAGE_COLUMNS, Times
from olark_inbox.export.hidden import Hidden
from olark_inbox.export.names import PATTERN, free_name, safe_name
from olark_inbox.export.naming import named
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.save import Format, Wanted
from olark_inbox.export.table import TableOptions
from olark_inbox.export.wall import WallClock
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Opened, Query, View


@dataclass(frozen=True, slots=True)
class Selection:
    """What the window shows when somebody wants to save."""

    ids: tuple[int, ...] = ()
    """What is selected, in the order shown."""
    query: Query = field(default_factory=lambda: Query(view=View.ALL))
    total: int = 0
    """How many the list shows."""
    about: str = ""
    """What the list shows, as the owner would say it: "Search: wheel", "Inbox"."""
    single: Opened | None = None
    """The conversation, where just one is selected: its file is called after it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything in the dialog but what to save and where."""

    format: str = Format.PDF.value
    separate: bool = False
    hide_contact: bool = False
    hide_technical: bool = False
    hide_notes: bool = False
    separator: str = ""
    """"" is what spreadsheets expect where the owner lives."""
    times: str = Times.ISO.value
    columns: tuple[str, ...] = ()
    samples: bool = False
    pattern: str = PATTERN
    """How the file of one conversation is called."""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Choices":
        """Return remembered choices; what makes no sense is as it is at first."""
        found = cls()
        for entry in fields(cls):
            value = kept.get(entry.name)
            if isinstance(value, list):
                value = tuple(one for one in value if isinstance(one, str))
            if isinstance(value, type(getattr(found, entry.name))):
                found = replace(found, **{entry.name: value})
        if found.format not in [kind.value for kind in Format]:
            found = replace(found, format=Format.PDF.value)
        if found.times not in [kind.value for kind in Times]:
            found = replace(found, times=Times.ISO.value)
        if not found.pattern.strip():
            found = replace(found, pattern=PATTERN)
        return found

    def written(self) -> dict[str, Any]:
        """Return the choices as they are remembered."""
        return asdict(self) | {"columns": list(self.columns)}

    @property
    def kind(self) -> Format:
        return Format(self.format)

    @property
    def hidden(self) -> Hidden:
        return Hidden(self.hide_technical, self.hide_contact, self.hide_notes)

    @property
    def every_column(self) -> tuple[str, ...]:
        """Return the columns the chosen table can have."""
        if self.kind is Format.MESSAGES:
            return MESSAGE_COLUMNS
        return (*CONVERSATION_COLUMNS, "custom")

    def wanted(self, chosen: Chosen, target: Path, settings: Settings) -> Wanted:
        """Return what is to be done."""
        table = TableOptions(
            separator=self.separator or usual_separator(),
            times=Times(self.times),
            columns=tuple(name for name in self.columns if name in self.every_column),
            hidden=self.hidden,
        )
        pdf = PdfOptions.of(settings, self.hidden)
        return Wanted(
            replace(chosen, samples=self.samples or chosen.ids is not None), self.kind, target,
            separate=self.separate and self.kind is Format.PDF, pattern=self.pattern,
            table=table, pdf=pdf,
        )  # fmt: skip


def usual_separator() -> str:
    """Return what a spreadsheet expects: a semicolon where the comma is for decimals."""
    return ";" if QLocale().decimalPoint() == "," else ","


def remember(settings: Settings, choices: Choices, folder: Path) -> None:
    """Keep the choices for the next time."""
    settings.saving = settings.saving | {"last": choices.written(), "folder": str(folder)}


def last_choices(settings: Settings) -> Choices:
    """Return how was saved last."""
    kept = settings.saving.get("last")
    return Choices.read(kept if isinstance(kept, dict) else {})


def presets(settings: Settings) -> dict[str, Choices]:
    """Return the choices the owner gave a name."""
    kept = settings.saving.get("presets")
    found = kept if isinstance(kept, dict) else {}
    return {name: Choices.read(one) for name, one in found.items() if isinstance(one, dict)}


def keep_preset(settings: Settings, name: str, choices: Choices | None) -> None:
    """Give choices a name, or forget the name (None)."""
    kept = {one: each.written() for one, each in presets(settings).items() if one != name}
    if choices is not None:
        kept[name] = choices.written()
    settings.saving = settings.saving | {"presets": kept}


def last_folder(settings: Settings) -> Path:
    """Return where was saved last, else the owner's documents."""
    kept = settings.saving.get("folder")
    if isinstance(kept, str) and kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(documents) or Path.home())
    return found if found.is_dir() else Path.home()


def free_target(folder: Path, name: str, is_taken: Callable[[Path], bool] = Path.exists) -> Path:
    """Return a file of that name that is not there yet."""
    return folder / free_name(name, lambda taken: is_taken(folder / taken))


def file_name_for(choices: Choices, day: str, what: str, single: Opened | None = None) -> str:
    """Return a name such as "2026-11-22 Priya Raman.pdf" or "2026-11-22 conversations.csv"."""
    if choices.separate and choices.kind is Format.PDF:
        return safe_name(f"{day} {what}")
    ending = choices.kind.ending
    if single is not None:
        return named(choices.pattern, single, choices.hidden, WallClock(), ending)
    return safe_name(f"{day} {what}", ending)
