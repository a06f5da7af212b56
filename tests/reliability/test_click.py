"""A click in the window while another process receives under load on the same store."""

import statistics
import time

from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Query, View
from tests.reliability.posting import Load
from tests.reliability.rounds import rounds, tell
from tests.reliability.test_crash_loop import Receiving

P95_S = 0.05
OF_A_POST = 3


def p95_of(times):
    return statistics.quantiles(times, n=20)[-1]


def test_a_click_is_stored_at_once_beside_a_receiver_under_load(program):
    """The load is posted from this very process: what it costs Python counts against the click."""
    receiving = Receiving(program)
    folders = Folders(program.root)
    inbox = Inbox.open(folders)
    load = Load(receiving.port, f"/olark/{Settings(folders).secret}", "t", senders=2)
    took = []
    try:
        load.wait_for(50)
        for n in range(rounds(150, 2_000)):
            row = inbox.find(Query(View.ALL), n % 20, 1).result(120).rows[0]
            began = time.perf_counter()
            inbox.mark([row.id], starred=not row.starred).result(120)
            took.append(time.perf_counter() - began)
    finally:
        load.stop()
        sound = inbox.check().result(120)
        inbox.close()
        receiving.kill()
    p95 = p95_of(took)
    tell(
        f"{len(took)} clicks beside {len(load.acknowledged)} posts: stored after"
        f" {statistics.median(took) * 1000:.1f} ms (median), {p95 * 1000:.1f} ms (p95)"
    )
    assert sound.sound, sound.problems
    assert set(load.statuses) == {200}
    # On a slow or busy machine: little beside what a post takes there in the same seconds.
    assert p95 <= max(P95_S, OF_A_POST * p95_of(load.took))
