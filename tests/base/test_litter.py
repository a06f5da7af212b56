"""What is loaded is not searched again and again."""

import gc
import weakref

from olark_inbox.base.litter import look_seldom, wait


class _Ring:
    def __init__(self):
        self.me = self


def test_what_is_loaded_is_left_out_and_new_rings_are_still_found():
    before = gc.get_threshold()
    try:
        wait()
        assert not gc.isenabled()
        look_seldom()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        gone = weakref.ref(_Ring())
        rings = [_Ring() for _ in range(gc.get_threshold()[0] + 1)]
        del rings
        gc.collect()
        assert gone() is None
    finally:
        gc.enable()
        gc.unfreeze()
        gc.set_threshold(*before)
