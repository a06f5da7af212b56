"""By what a chat of Olark is told from whatever else stands in a body."""

from collections.abc import Mapping
from typing import Any

_SPOKEN = frozenset({"messagetovisitor", "messagetooperator", "offlinemessage"})


def may_hold(value: Any) -> bool:
    """Whether a chat may be inside this value; costs nothing."""
    if isinstance(value, str | bytes):
        head = value[:16]
        head = head if isinstance(head, str) else head.decode("latin-1")
        begin = head.lstrip(" \t\r\n\0\ufeff").lower()
        return begin.startswith(("{", "[", '"', "'", "data", "%7b", "%5b"))
    return isinstance(value, dict | list)


def surely_a_chat(value: Mapping[str, Any]) -> bool:
    """Whether it is a chat wherever it stands; much else has a kind and an id."""
    if str(value.get("kind")).strip().casefold() == "conversation":
        return True
    items = value.get("items")
    entries = items if isinstance(items, list) else [items]
    kinds = (one.get("kind") for one in entries if isinstance(one, dict))
    return any(isinstance(kind, str) and kind.strip().casefold() in _SPOKEN for kind in kinds)
