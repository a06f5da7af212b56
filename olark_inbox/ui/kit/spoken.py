"""Keeps the Python side of what Qt shows to screen readers, for as long as Qt needs it.

Qt takes an interface away with its widget; what Python let go of before would be taken away twice.
And where a widget has learnt a new slot, Qt asks for another one beside the first: the same one
given again would be taken away twice, too.
"""

from typing import TypeVar

from PySide6.QtGui import QAccessibleInterface
from shiboken6 import isValid

Made = TypeVar("Made", bound=QAccessibleInterface)

_kept: list[QAccessibleInterface] = []


def kept(made: Made) -> Made:
    """Keep a new interface until Qt has taken it away."""
    _kept[:] = [one for one in _kept if isValid(one)]
    _kept.append(made)
    return made
