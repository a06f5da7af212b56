"""How often Python looks for what nobody refers to any more."""

import gc

_THRESHOLDS = (10_000, 20, 20)


def wait() -> None:
    """Do not look while the program loads: what is loaded stays, and a sixth of the start is won.

    Until `look_seldom`, which has to follow.
    """
    gc.disable()


def look_seldom() -> None:
    """Leave out what is loaded by now, and look less often: a burst makes little that goes round.

    A delivery makes some 300 objects that live until its commit. With Python's own thresholds each
    third delivery starts a search, and now and then one through every module of the program: an
    eighth of the receiver's time, and stalls of the window.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
