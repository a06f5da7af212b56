"""`stalls` and `start`: what the person at the window feels."""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result, in_turn, percentile


def lateness(folder: Path, *, seconds: float, first: int) -> list[float]:
    """Return how late each tick of an idle window's 5 ms timer came, in ms."""
    probe = folder / "ticks.json"
    with programs.inbox(folder / "data", probe=probe) as program:
        programs.load(program, clients=1, seconds=5, most=50, first=first)
        began = _settled()
        programs.wait_until(lambda: time.time() > began + seconds)
        ended = time.time()
    ticks = json.loads(probe.read_text())
    return [late for at, late in ticks if began <= at <= ended]


def stalls(*, quick: bool) -> list[Result]:
    """Measure the same window in turn: while chats pour in, and idle."""
    seconds, rounds = (1.2, 5) if quick else (10, 7)
    folder, spans = Path(tempfile.mkdtemp()), []
    probe = folder / "ticks.json"
    with programs.inbox(folder / "data", probe=probe) as program:
        programs.load(program, clients=1, seconds=5, most=50, first=0)
        for number in range(1, rounds + 1):
            idle = _settled()
            programs.wait_until(lambda idle=idle: time.time() > idle + seconds)
            began = time.time()
            # The poster takes its time to make the chats: what it says counts.
            load = {"clients": 16, "seconds": seconds, "rate": 300, "first": 100_000 * number}
            report = programs.load(program, **load)
            busy = min(at for _, at, _ in report["sent"])  # type: ignore[attr-defined]
            spans.append(((busy, busy + seconds), (idle, began)))
    ticks = json.loads(probe.read_text())
    shutil.rmtree(folder, ignore_errors=True)
    p99 = Result("stalls p99 at 300/s", "ms", target="≤ 2× idle, ≤ 10 ms", stretch="≤ 1.3×")
    most = Result("stalls max at 300/s", "ms", target="≤ 32 ms", note="floor: the same window idle")
    for both in spans:
        for (begin, end), kind in zip(both, ("ours", "floor"), strict=True):
            late = [late for at, late in ticks if begin <= at <= end]
            getattr(p99, kind).append(percentile(late, 0.99))
            getattr(most, kind).append(max(late))
    return [p99, most]


def _settled() -> float:
    """Wait until what came before is shown, and return when that was."""
    end = time.time() + 1
    programs.wait_until(lambda: time.time() > end)
    return end


BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print("shown", flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window(); window.resize(1280, 800); window.show()
app.exec()
"""


def _until_line(command: list[str], environment: dict[str, str], wanted: str) -> float:
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == wanted:
                break
        took = time.perf_counter() - began
        process.terminate()
    return took


def _painted(folder: Path, word: str) -> float:
    environment = {**programs.ENVIRONMENT, "OLARK_INBOX_DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "tests.bench.first_paint", "--port", "0"]
    return _until_line(command, environment, word)


def processor_s(work: Callable[[], object]) -> float:
    """Return the processor time of the processes that `work` starts and ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def start_ratio(folder: Path, rounds: int) -> float:
    """Return the processor time until the window is painted, beside a bare window's."""
    environment, bare = programs.ENVIRONMENT, [sys.executable, "-c", BARE_WINDOW]
    ours = [processor_s(lambda: _painted(folder, "shown")) for _ in range(rounds)]
    floor = [processor_s(lambda: _until_line(bare, environment, "shown")) for _ in range(rounds)]
    return min(ours) / min(floor)


def _answering(folder: Path) -> float:
    """From the start of the process to the first answer of the receiver."""
    environment = {**programs.ENVIRONMENT, "OLARK_INBOX_DATA_DIR": str(folder)}
    port = programs.free_port()
    address = subprocess.run(
        [sys.executable, "-m", "olark_inbox", "address"],
        env=environment, capture_output=True, text=True, check=True,
    ).stdout.split()[0]  # fmt: skip
    path = "/" + address.split("/", 3)[3]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "olark_inbox", "--port", str(port)], env=environment
    )
    programs.wait_until(lambda: programs.answers(f"http://127.0.0.1:{port}{path}"))
    took = time.perf_counter() - began
    process.terminate()
    process.wait(30)
    return took


def _loaded() -> str:
    """Say which packages take the time of loading before the window, by `-X importtime`."""
    late = "import PySide6.QtWidgets, qasync, olark_inbox.cli, olark_inbox.household"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", late],
        env=programs.ENVIRONMENT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    took: dict[str, int] = {}
    for line in done.stderr.splitlines()[1:]:
        own, _, name = line.removeprefix("import time:").split("|")
        parts = name.strip().split(".")
        package = ".".join(parts[:2]) if parts[0] == "olark_inbox" else parts[0]
        took[package] = took.get(package, 0) + int(own)
    most = sorted(took.items(), key=lambda pair: -pair[1])[:5]
    return ", ".join(f"{name} {us / 1000:.0f} ms" for name, us in most)


def start(*, quick: bool) -> list[Result]:
    from tests.bench.stores import store_of

    size = 10_000 if quick else 100_000
    folder = store_of(size)
    rounds = 5 if quick else 9
    command = [sys.executable, "-c", BARE_WINDOW]

    def bare(_: int) -> float:
        return _until_line(command, programs.ENVIRONMENT, "shown") * 1000

    shown = in_turn(rounds, lambda _: _painted(folder, "shown") * 1000, bare)
    listed = in_turn(rounds, lambda _: _painted(folder, "listed") * 1000, bare)
    heard = in_turn(rounds, lambda _: _answering(folder) * 1000, bare)
    note = f"{size:,} conversations stored"
    loaded = f"{note}; loading: {_loaded()}"
    return [
        Result("start: window painted", "ms", *shown, "≤ 1.5×", "≤ 1.2×", loaded),
        Result("start: list painted", "ms", *listed, note=note),
        Result("start: receiver answers", "ms", *heard, "≤ 2.5×", "", note),
    ]
