"""How quick this machine is, for the few guards that count processor time."""

import json
import time

_WORK = json.dumps([{"id": str(number), "name": "é" * 20} for number in range(20_000)])
_USUAL_S = 0.020


def slowness() -> float:
    """Return how many times longer work takes here than on a usual machine; 1.0 at least.

    It counts processor time, the least of several rounds: a slow processor makes it larger, other
    programs hardly do. Meet those by trying a guard again: a slip is there every time.
    """
    took = []
    for _ in range(7):
        began = time.thread_time()
        for entry in json.loads(_WORK):
            assert len(f"{entry['id']} {entry['name'].upper()}".split()) == 2
            assert sorted(entry.items())
        took.append(time.thread_time() - began)
    return max(1.0, min(took) / _USUAL_S)
