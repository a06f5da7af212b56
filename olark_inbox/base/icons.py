"""Icon files of Windows and macOS, put together from pictures (PNG) of several sizes."""

import struct
from collections.abc import Mapping

_ICO_LARGEST = 256
_ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
_ICO_HEAD, _ICO_ENTRY = "<HHH", "<BBBBHHII"


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon for Windows."""
    chosen = [(size, pictures[size]) for size in sorted(pictures) if 0 < size <= _ICO_LARGEST]
    at = struct.calcsize(_ICO_HEAD) + len(chosen) * struct.calcsize(_ICO_ENTRY)
    entries = b""
    for size, png in chosen:
        side = size % _ICO_LARGEST  # the largest is written as 0
        entries += struct.pack(_ICO_ENTRY, side, side, 0, 0, 1, 32, len(png), at)
        at += len(png)
    head = struct.pack(_ICO_HEAD, 0, 1, len(chosen))
    return head + entries + b"".join(png for _, png in chosen)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon for macOS."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICNS_KINDS.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts
