"""`latency`: how long a chat takes from its sending to the answer, and to the screen."""

import json
import shutil
import tempfile
from pathlib import Path

from tests.bench import programs
from tests.bench.floors import one_sync
from tests.bench.harness import Result, percentile

_FRAME_MS = 1000 / 60
_FIRST = 100_000
"""Numbers of chats are this far apart from round to round."""


class _Rate:
    """What is measured at one rate."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        at = f"at {rate}/s"
        busy = rate > 100
        floor = "floor: a bare request and a sync"
        self.answered = {
            0.5: Result(f"latency 200 p50 {at}", "ms", note=floor),
            0.99: Result(f"latency 200 p99 {at}", "ms", target="p99 ≤ 40 ms" if busy else ""),
        }
        self.painted = {
            0.5: Result(f"latency painted p50 {at}", "ms", note=f"{floor}, and a frame"),
            0.99: Result(
                f"latency painted p99 {at}", "ms", target="p99 ≤ 100 ms", stretch="p99 ≤ 50 ms"
            ),
        }
        self.seen: list[float] = []

    def results(self) -> list[Result]:
        share = 100 * sum(self.seen) / len(self.seen)
        self.painted[0.99].note = f"{share:.0f} % were painted before newer ones pushed them out"
        return [*self.answered.values(), *self.painted.values()]

    def ours(self, sent: list[dict[int, tuple[float, float]]], painted: dict[int, float]) -> None:
        """Take in every round: when each chat was sent and answered, and when first painted."""
        for one in sent:
            shown = [(painted[n] - at) * 1000 for n, (at, _) in one.items() if n in painted]
            self.seen.append(len(shown) / len(one))
            for share in self.answered:
                took = [answer * 1000 for _, answer in one.values()]
                self.answered[share].ours.append(percentile(took, share))
                self.painted[share].ours.append(percentile(shown, share))

    def floor(self, answers: list[float], syncs: list[float]) -> None:
        for share in self.answered:
            least = percentile(answers, share) + percentile(syncs, share)
            self.answered[share].floor.append(least)
            self.painted[share].floor.append(least + _FRAME_MS)


def _measure(rate: int, seconds: float, rounds: int) -> list[Result]:
    folder, found = Path(tempfile.mkdtemp()), _Rate(rate)
    probe = folder / "probe.json"
    options = {"clients": 32, "seconds": seconds, "rate": rate}
    sent = []
    with (
        programs.inbox(folder / "data", probe=probe) as ours,
        programs.floor("bare_aiohttp") as floor,
    ):
        programs.load(ours, clients=4, seconds=2, rate=20, first=0)
        for number in range(1, rounds + 1):
            report = programs.load(ours, **options, first=_FIRST * number)
            sent.append({n: (at, took) for n, at, took in report["sent"]})  # type: ignore[attr-defined]
            bare = programs.load(floor, **options, first=_FIRST * number)
            answers = [took * 1000 for _, _, took in bare["sent"]]  # type: ignore[attr-defined]
            found.floor(answers, one_sync.times_ms(folder / "synced", len(answers)))
    painted = json.loads(probe.with_suffix(".painted").read_text("utf-8"))
    found.ours(sent, {int(number): at for number, at in painted.items()})
    shutil.rmtree(folder, ignore_errors=True)
    return found.results()


def latency(*, quick: bool) -> list[Result]:
    seconds, rounds = (1.0, 5) if quick else (10, 5)
    return [result for rate in (20, 300) for result in _measure(rate, seconds, rounds)]
