"""What Qt's PDF writer cannot do: an outline, links between pages, pages in another order.

A PDF may be changed by what is appended to it (ISO 32000, 7.5.6): the new versions of a few
objects, a table of where they are, and a pointer to the table before. So the file is not read into
memory, whatever its size, and of each conversation no more is kept than where its objects are. Qt
writes the plain table of the format and one flat list of pages.
"""

import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from olark_inbox.export.pdf.lines import PAGE_LINK
from olark_inbox.export.pdf.pictures import named

_TAIL = 4096
_ENTRY = 20
_PAGE_LINK = re.compile(
    rb"(\d+) 0 obj\s*<<\s*/Type /Annot\s*/Subtype /Link\s*/Rect \[\s*\S+([^\]]*)\][^()]*/URI \("
    + PAGE_LINK.encode()
    + rb"(\d+)\)"
)
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (\[[^\]]*\]|<[0-9A-Fa-f]{4}>)")
"""Shapes from one number to another, and what each stands for, or what the first does."""
_LETTER = re.compile(rb"<([0-9A-Fa-f]{4})>")
_OLD_FORMS = (
    ("\u2329", "\u232a"), ("\u2e80", "\u2fdf"), ("\uf900", "\ufdff"), ("\ufe70", "\ufeff"),
)  # fmt: skip
"""Where a character is only another form of the one that people type."""
_PARTS = (
    "..乛乚.亻...刂.㔾..兀尣尢.巳幺彑彐忄.扌攵.旡..歺母民氵.灬爫.丬.犭..罒.礻.糹纟罓罒㓁"
    ".....耂肀...艹艹.虎衤覀西见角.讠贝.车辶辶辶.钅長镸长门.阝.青韦页风飞食.飠饣.马骨鬼鱼鸟"
    "卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""What people type for each part of a letter from U+2E80 on: fonts draw both with one shape."""
_LOOKALIKES = {chr(code): typed for code, typed in enumerate(_PARTS, 0x2E80) if typed != "."} | {
    "\u02ba": "\u201d", "\u02bb": "\u2018", "\u02bc": "\u2019", "\u02ee": "\u201d",
    "\u2027": "\u30fb", "\u2215": "\uff0f",
}  # fmt: skip
"""The same for what Unicode takes for two: the dot and slash are those of Japanese and Chinese."""
_BLOCK = 1 << 16


class NotUnderstood(OSError):
    """The file does not look as Qt writes it."""


class Mark(NamedTuple):
    """An entry of the outline."""

    title: str
    page: int
    """Counted from 1, as printed."""


class Marks(NamedTuple):
    """The outline, told one by one."""

    total: int = 0
    each: Iterable[Mark] = ()


def finish(path: Path, marks: Marks, front: int, tail: int = 0, left: float = 0.0) -> None:
    """Put the last `front` pages first, make links between pages live, and write the outline.

    Those pages and the fonts stand behind the byte `tail`: what is before is not looked through.
    The links reach to the left as far as `left`, in points.
    """
    with path.open("rb") as read, path.open("r+b") as file:
        old = _Old(read)
        pages = array("L", old.pages())
        pages = pages[len(pages) - front :] + pages[: len(pages) - front]
        new = _New(file, old)
        new.put(old.page_tree, old.tree_with(pages))
        fonts: set[int] = set()
        for block in old.blocks(tail):
            for number, body in _page_links(block, pages, left):
                new.put(number, body)
            fonts.update(int(found[1]) for found in _TO_UNICODE.finditer(block))
        for number, body in _letters_mended(old, fonts):
            new.put(number, body)
        outline = new.add_outline(marks, pages)
        new.put(old.catalog, old.catalog_with(outline))
        new.finish()


class _Old:
    """The file as Qt wrote it: where its objects are."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0, 2)
        self.end = file.tell()
        file.seek(max(0, self.end - _TAIL))
        tail = file.read()
        self.table = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", tail))
        self.count = int(_found(rb"/Size (\d+)", tail))
        self.info = _found(rb"/Info (\d+ 0 R)", tail)
        self.catalog = int(_found(rb"/Root (\d+) 0 R", tail))
        self.ids = _found(rb"/ID (\[[^\]]*\])", tail)
        file.seek(self.table)
        if file.readline() != b"xref\n" or file.readline().split() != [b"0", b"%d" % self.count]:
            raise NotUnderstood("the table of objects")
        self._entries = file.tell()
        self._catalog_body = self.body(self.catalog)
        self.page_tree = int(_found(rb"/Pages (\d+) 0 R", self._catalog_body))
        self._tree_body = self.body(self.page_tree)

    def pages(self) -> Iterator[int]:
        """Yield the objects of the pages in their order."""
        kids = _found(rb"/Kids\s*\[([^\]]*)\]", self._tree_body)
        return (int(found[1]) for found in re.finditer(rb"(\d+) 0 R", kids))

    def blocks(self, tail: int) -> Iterator[bytes]:
        """Yield what is behind the byte `tail`, a part at a time, cut between objects."""
        while tail < self.end:
            self._file.seek(tail)
            block = self._file.read(min(_BLOCK, self.end - tail))
            block = block[: block.rfind(b"endobj") + 1] or block
            yield block
            tail += len(block)

    def tree_with(self, pages: Sequence[int]) -> bytes:
        kids = b"/Kids [%s]" % b" ".join(b"%d 0 R" % page for page in pages)
        return re.sub(rb"/Kids\s*\[[^\]]*\]", lambda _: kids, self._tree_body)

    def catalog_with(self, outline: int) -> bytes:
        more = b"/ViewerPreferences <</DisplayDocTitle true>>\n"
        if outline:
            more += b"/Outlines %d 0 R\n/PageMode /UseOutlines\n" % outline
        head, tail = self._catalog_body.rsplit(b">>", 1)
        return head + more + b">>" + tail

    def body(self, number: int) -> bytes:
        """Return an object, from after "obj" to before "endobj"."""
        self._file.seek(self._entries + number * _ENTRY)
        self._file.seek(int(self._file.read(10)))
        body = bytearray()
        while (end := body.find(b"endobj")) < 0:
            block = self._file.read(65_536)
            if not block:
                raise NotUnderstood(f"object {number}")
            body += block
        return bytes(body[body.index(b"obj") + 3 : end])


class _New:
    """The objects that are appended, written at once."""

    def __init__(self, file: BinaryIO, old: _Old) -> None:
        self._file = file
        self._old = old
        self._numbers = array("L")
        self._places = array("Q")
        self._count = old.count
        file.seek(0, 2)

    def put(self, number: int, body: bytes) -> None:
        self._numbers.append(number)
        self._places.append(self._file.tell())
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body.strip()))

    def add_outline(self, marks: Marks, pages: Sequence[int]) -> int:
        """Return the object of the outline, 0 where there is nothing to list."""
        if not marks.total:
            return 0
        root, first = self._count, self._count + 1
        last = first + marks.total - 1
        self._count = last + 1
        self.put(root, b"<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>\n"
                 % (first, last, marks.total))  # fmt: skip
        for number, mark in enumerate(marks.each, first):
            before = b" /Prev %d 0 R" % (number - 1) if number > first else b""
            after = b" /Next %d 0 R" % (number + 1) if number < last else b""
            title = b"<FEFF%s>" % mark.title.encode("utf-16-be", "replace").hex().upper().encode()
            place = b"/Dest [%d 0 R /XYZ null null null]" % pages[mark.page - 1]
            links = b"/Parent %d 0 R%s%s" % (root, before, after)
            self.put(number, b"<</Title %s %s %s>>" % (title, links, place))
        return root

    def finish(self) -> None:
        """Write where everything is."""
        start = self._file.tell()
        self._file.write(b"xref\n0 1\n0000000000 65535 f \n")
        for number, place in zip(self._numbers, self._places, strict=True):
            self._file.write(b"%d 1\n%010d 00000 n \n" % (number, place))
        old = self._old
        self._file.write(
            b"trailer\n<<\n/Size %d\n/Info %s\n/Root %d 0 R\n/ID %s\n/Prev %d\n>>\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (self._count, old.info, old.catalog, old.ids, old.table, start)
        )


def _page_links(block: bytes, pages: Sequence[int], left: float) -> Iterator[tuple[int, bytes]]:
    """Return the links of the list anew, leading to pages instead of to an address."""
    for link in _PAGE_LINK.finditer(block):
        number, rest, page = int(link[1]), link[2], int(link[3])
        if not 0 < page <= len(pages):
            raise NotUnderstood("a link to a page")
        body = b"<</Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%g%s] /Dest [%d 0 R /Fit]>>"
        yield number, body % (left, rest, pages[page - 1])


def _letters_mended(old: _Old, fonts: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Return anew what tells the letters of the fonts, with the letters people type.

    One shape may stand for several characters. Qt names the first of them, which for an Arabic
    letter is one of its old forms, and for 田 or 长 the radical that looks like it: nobody finds
    those.
    """
    for number in sorted(fonts):
        head, _, stream = old.body(number).partition(b"stream\n")
        packed = b"/FlateDecode" in head
        table = zlib.decompressobj().decompress(stream) if packed else stream
        mended = _RANGE.sub(_range_typed, table)
        if mended != table:
            packed_again = zlib.compress(mended)
            body = b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream"
            yield number, body % (len(packed_again), packed_again)


def _range_typed(found: "re.Match[bytes]") -> bytes:
    first, last, letters = found.groups()
    if first != last and letters.startswith(b"<"):
        return found[0]  # the letters follow one another: another first one would change them all
    return b"<%s> <%s> %s" % (first, last, _LETTER.sub(_typed, letters))


def _typed(found: "re.Match[bytes]") -> bytes:
    character = chr(int(found[1], 16))
    if picture := named(character):
        return b"<%s>" % picture.encode("utf-16-be", "replace").hex().upper().encode()
    plain = _LOOKALIKES.get(character, character)
    if plain == character and any(first <= character <= last for first, last in _OLD_FORMS):
        plain = unicodedata.normalize("NFKC", character)
    if plain == character:
        return found[0]
    return b"<%s>" % plain.encode("utf-16-be").hex().upper().encode()


def _found(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text)
    if found is None:
        raise NotUnderstood(pattern.decode("ascii"))
    return found[1]
