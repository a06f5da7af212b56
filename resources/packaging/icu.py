"""Leaves out of ICU's data, a quarter of the whole program, what Qt never asks it for.

Qt has names of languages, countries, currencies and units, and rules for breaking lines, of its
own; of ICU it uses the order of letters. Old encodings are Python's business here, and no zone is
shown by name. The library holds one table of named pieces; it is written again with fewer of them,
at the same address.
"""

import re
import struct
from pathlib import Path

_LEFT_OUT = re.compile(
    rb"icudt\d+[lb]/((brkitr|curr|lang|rbnf|region|translit|unit|zone)/|"
    rb"[a-z]{2,3}(_\w+)?\.res$|[\w-]+\.cnv$)"
)
_KEPT = re.compile(rb"icudt\d+[lb]/(\w+/)?(root|res_index|pool)\.res$")
_MAGIC = b"\xda\x27"
_TABLE = b"CmnD"
_PAGE = 0x1000
_LOAD = 1
_PARTS = 2
_ELF_64 = b"\x7fELF\x02\x01"


class Unknown(Exception):
    """The library is not laid out as it was when this was written: leave it as it is."""


def slim(library: Path) -> None:
    """Write the library again with what Qt uses. Raises Unknown, and then changes nothing."""
    old = library.read_bytes()
    if not old.startswith(_ELF_64):
        raise Unknown("no 64-bit library")
    start = old.find(_MAGIC) - 2
    if start < 0 or start % _PAGE or old[start + 12 : start + 16] != _TABLE:
        raise Unknown("no table of named pieces")
    library.write_bytes(_relaid(old, start, _table(old, start)))


def _table(old: bytes, start: int) -> bytes:
    """Return the table with its head, without what is left out."""
    (head,) = struct.unpack_from("<H", old, start)
    base = start + head
    (count,) = struct.unpack_from("<I", old, base)
    pairs = [struct.unpack_from("<II", old, base + 4 + 8 * n) for n in range(count)]
    data_end = _loads(old)[0][1] - base
    ends = [data for _, data in pairs[1:]] + [data_end]
    kept = []
    for (name_at, data_at), end in zip(pairs, ends, strict=True):
        name = old[base + name_at : old.index(b"\0", base + name_at)]
        if _KEPT.match(name) or not _LEFT_OUT.match(name):
            kept.append((name, old[base + data_at : base + end]))
    return old[start:base] + _written(kept)


def _written(pieces: list[tuple[bytes, bytes]]) -> bytes:
    names, named = b"", []
    for name, _ in pieces:
        named.append(4 + 8 * len(pieces) + len(names))
        names += name + b"\0"
    at = _rounded(4 + 8 * len(pieces) + len(names), 16)
    toc, data = struct.pack("<I", len(pieces)), b""
    blocks = []
    for (_, piece), name_at in zip(pieces, named, strict=True):
        toc += struct.pack("<II", name_at, at)
        block = piece + bytes(_rounded(len(piece), 16) - len(piece))
        blocks.append(block)
        at += len(block)
    data = b"".join(blocks)
    front = toc + names
    return front + bytes(_rounded(len(front), 16) - len(front)) + data


def _loads(old: bytes) -> list[tuple[int, int]]:
    """Return where each loaded part lies in the file: the read-only one, then the dynamic one."""
    loads = []
    for at in _headers(old):
        kind, _, offset, _, _, size = struct.unpack_from("<IIQQQQ", old, at)
        if kind == _LOAD:
            loads.append((offset, offset + size))
    if len(loads) != _PARTS or loads[0][0] != 0:
        raise Unknown("other parts than data and what leads to it")
    return loads


def _headers(old: bytes) -> list[int]:
    first, size, count = (*struct.unpack_from("<Q", old, 32), *struct.unpack_from("<HH", old, 54))
    return [first + size * n for n in range(count)]


def _relaid(old: bytes, start: int, table: bytes) -> bytes:
    """Return the file with a shorter read-only part; every address in memory stays."""
    moved, end = _loads(old)[1]
    new_end = start + len(table)
    # A part must lie in the file as it lies in memory, but for whole pages.
    at = _rounded(new_end, _PAGE) + moved % _PAGE
    new = bytearray(old[:start] + table + bytes(at - new_end) + old[moved:end])
    for header in _headers(old):
        kind, flags, offset, address, physical, size = struct.unpack_from("<IIQQQQ", old, header)
        (memory,) = struct.unpack_from("<Q", old, header + 40)
        if kind == _LOAD and offset == 0:
            size = memory = new_end
        elif moved <= offset < end:
            offset += at - moved
        fields = (kind, flags, offset, address, physical, size, memory)
        struct.pack_into("<IIQQQQQ", new, header, *fields)
    struct.pack_into("<Q", new, 40, 0)  # the table of sections, which only tools read
    struct.pack_into("<HH", new, 60, 0, 0)
    return bytes(new)


def _rounded(number: int, step: int) -> int:
    return -(-number // step) * step
