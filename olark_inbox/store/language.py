"""What the owner's language calls filters, their values, and days, beside the English words.

The window tells it once, as plain words; what it does not tell is understood in English alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Words of a language. English is understood whatever it says."""

    filters: Mapping[str, str] = field(default_factory=dict)
    """The name of a filter -> what this language calls it: one word."""
    values: Mapping[str, str] = field(default_factory=dict)
    """A value of a filter -> what this language calls it."""
    dates: Mapping[str, str] = field(default_factory=dict)
    """Words of this language for days and months -> the English ones, "" for mere padding."""
    month_first: bool = False
    """The 3rd of April is written 4/3."""

    def said_filter(self, name: str) -> str:
        """Return what this language calls a filter."""
        return self.filters.get(name, name)

    def said_value(self, value: str) -> str:
        """Return what this language calls a value."""
        return self.values.get(value, value)

    def filter(self, typed: str) -> str:
        """Return the filter whose name was typed in this language, "" where it is none."""
        return _named(self.filters, typed)

    def value(self, typed: str) -> str:
        """Return the value that was typed in this language, in English, or as it is."""
        return _named(self.values, typed) or typed


def _named(words: Mapping[str, str], typed: str) -> str:
    folded = typed.casefold()
    return next((name for name, own in words.items() if own.casefold() == folded), "")


_ours = Language()


def speak(language: Language) -> None:
    """Understand this language too, from now on."""
    global _ours  # noqa: PLW0603 - a program speaks one language, as its sentences do
    _ours = language


def spoken() -> Language:
    """Return the owner's language."""
    return _ours
