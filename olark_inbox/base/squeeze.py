"""Short texts in little room: zstd, begun with what such texts have in common.

A squeezed text names its dictionary by its first byte. Dictionaries lie in `resources` and, so that
no store ever depends on them alone, in every store; a shipped one may never change.
"""

import threading
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import zstandard

from olark_inbox.base.resources import resource

BODIES, DOCUMENTS = 2, 3
"""The dictionaries that are written with now. 0 and 1, and all from 120 on, mean older ways."""
SHIPPED = (BODIES, DOCUMENTS)
# Small tables, which stay in the processor's cache between two chats: the larger ones of zstd's
# usual levels take three times as long to save two per cent.
_PARAMETERS = {
    "strategy": zstandard.STRATEGY_FAST, "hash_log": 13, "chain_log": 12, "search_log": 1,
    "min_match": 5, "window_log": 20,
}  # fmt: skip
_learned: dict[int, bytes] = {}


class Damaged(ValueError):
    """It cannot be read: damaged, or squeezed with a dictionary nobody knows."""


def squeeze(text: bytes | bytearray, number: int) -> bytes:
    """Return the text squeezed with the dictionary of this number."""
    return bytes((number,)) + _ENGINES.packers[number].compress(text)


def unsqueeze(kept: bytes) -> bytes:
    """Return exactly the text that was squeezed; raises Damaged."""
    try:
        text = _ENGINES.unpackers[kept[0]].decompress(memoryview(kept)[1:])
    except (zstandard.ZstdError, LookupError, MemoryError, OSError) as error:
        raise Damaged("this cannot be unpacked") from error
    # Where the length says nothing, nothing is checked.
    if not text and kept != squeeze(b"", kept[0]):
        raise Damaged("its length is damaged")
    return text


def is_squeezed(kept: bytes) -> bool:
    """Whether `squeeze` made it, with a dictionary that is known."""
    return bool(kept) and (kept[0] in SHIPPED or kept[0] in _learned)


@cache
def shipped(number: int) -> bytes:
    """Return a dictionary that came with the program."""
    return resource("dictionaries", f"{number}.zdict").read_bytes()


def learn(number: int, dictionary: bytes) -> None:
    """Know a dictionary that a store brings."""
    _learned[number] = dictionary


def _dictionary(number: int) -> zstandard.ZstdCompressionDict:
    text = _learned[number] if number in _learned else shipped(number)
    return zstandard.ZstdCompressionDict(text, dict_type=zstandard.DICT_TYPE_FULLDICT)


class _Engines(threading.local):
    """One engine a thread and dictionary: they keep their working memory, which costs to make."""

    def __init__(self) -> None:
        self.packers: dict[int, zstandard.ZstdCompressor] = _Made(_packer)
        self.unpackers: dict[int, zstandard.ZstdDecompressor] = _Made(_unpacker)


_Engine = TypeVar("_Engine")


class _Made(dict[int, _Engine]):
    """Makes what it lacks; what it has costs no call."""

    def __init__(self, make: Callable[[int], _Engine]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> _Engine:
        made = self[number] = self._make(number)
        return made


def _packer(number: int) -> zstandard.ZstdCompressor:
    parameters = zstandard.ZstdCompressionParameters(
        **_PARAMETERS,
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
        write_content_size=1,
        write_checksum=1,
        write_dict_id=0,
    )
    return zstandard.ZstdCompressor(dict_data=_dictionary(number), compression_params=parameters)


def _unpacker(number: int) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(
        dict_data=_dictionary(number), format=zstandard.FORMAT_ZSTD1_MAGICLESS
    )


_ENGINES = _Engines()
