"""The pages of the Help: files of plain Markdown, one folder a language, found by words."""

import functools
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale

from olark_inbox.base.resources import resource

FIRST = "start"
_OURS = "en"
_WORDS = "words:"
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`#>\[|]|\{\w+\}")
_TITLE, _HEAD, _TEXT = 100, 10, 1


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `words` finds it by what people call the thing; the page does not show them."""

    name: str
    group: str
    title: str
    words: str
    text: str
    """As Markdown, with its title."""


class Book:
    """All pages in their order."""

    def __init__(self, folder: Path) -> None:
        self.pages = tuple(_pages(folder))
        self._named = {page.name: page for page in self.pages}

    def page(self, name: str) -> Page:
        """Return a page; the first one where there is none of this name."""
        return self._named.get(name, self.pages[0])

    def find(self, typed: str) -> list[Page]:
        """Return the pages that have every word, the likeliest first; all of them for no word."""
        wanted = folded(typed).split()
        if not wanted:
            return list(self.pages)
        weighed = [
            (sum(weights), page) for page in self.pages if all(weights := weigh(page, wanted))
        ]
        return [page for _, page in sorted(weighed, key=lambda pair: -pair[0])]


@functools.cache
def _sought(page: Page) -> tuple[str, str, str]:
    heads = "\n".join(line for line in page.text.splitlines() if line.startswith("##"))
    return folded(f"{page.title} {page.words}"), folded(heads), folded(_MARKUP.sub("", page.text))


def weigh(page: Page, wanted: list[str]) -> list[int]:
    """Return how well a page fits each word; 0: not at all."""
    title, heads, text = _sought(page)
    return [
        _TITLE * (word in title) + _HEAD * (word in heads) + _TEXT * text.count(word)
        for word in wanted
    ]


def folded(text: str) -> str:
    """Return a text without capitals and accents, so that "Büro" is found by "buro"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def book(language: str = "") -> Book:
    """Return the pages in a language (the owner's, if none is named), else in English."""
    wanted = language or QLocale().name()
    for name in (wanted, wanted.split("_", 1)[0], _OURS):
        folder = resource("help", name)
        if (folder / "contents.txt").is_file():
            return _book(folder)
    raise FileNotFoundError(resource("help", _OURS))


@functools.cache
def _book(folder: Path) -> Book:
    return Book(folder)


def _pages(folder: Path) -> list[Page]:
    """Read the table of contents: a group on a line of its own, its pages indented below it."""
    found, group = [], ""
    for line in (folder / "contents.txt").read_text("utf-8").splitlines():
        name = line.strip()
        if not name:
            continue
        if line == name:
            group = name
        else:
            found.append(_page(folder / f"{name}.md", group))
    return found


def _page(path: Path, group: str) -> Page:
    text = path.read_text("utf-8")
    title, rest = text.split("\n", 1)
    words = ""
    if rest.startswith(_WORDS):
        words, rest = rest.removeprefix(_WORDS).split("\n", 1)
    title = title.removeprefix("# ").strip()
    return Page(path.stem, group, title, words.strip(), f"# {title}\n\n{rest.strip()}\n")
