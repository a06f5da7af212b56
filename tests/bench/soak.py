"""`soak`: ten hours in ten minutes, and whether anything goes on growing.

200,000 deliveries, 5,000 of them sent again, while a hand searches, opens, exports, changes the
colours, hides the window and shows it. Six times on the way all rests for a moment and is counted.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result
from tests.bench.stores import copy_of

_HAND = (
    "250 search open export open theme open search hide open show settings few clear close_pages"
)
_STATIONS = 6


def _counted(pid: int, folder: Path, work: Path) -> dict[str, float]:
    """Return what the program holds now; `work` is where its temporary files lie."""
    wal = folder / "inbox.sqlite-wal"
    hidden = {"hand", "ticks.json", "chats.pdf", "few.pdf", "few.csv"}
    return {
        "memory": programs.resident_mb(pid),
        "handles": sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir()),
        "threads": sum(1 for _ in Path(f"/proc/{pid}/task").iterdir()),
        "log beside the store": wal.stat().st_size / 1e6 if wal.exists() else 0.0,
        "temporary files": sum(path.name not in hidden for path in work.iterdir()),
    }


def _sound(folder: Path) -> dict[str, int | bool]:
    done = subprocess.run(
        [sys.executable, "-m", "olark_inbox", "check", "--json"],
        env={**programs.ENVIRONMENT, "OLARK_INBOX_DATA_DIR": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found: dict[str, int | bool] = json.loads(done.stdout)
    return found


def soak(*, quick: bool) -> list[Result]:
    deliveries, again, seconds = (4_200, 105, 60) if quick else (200_000, 5_000, 600)
    start = 1_000
    folder, work = copy_of(start), Path(tempfile.mkdtemp(prefix="olark-inbox-bench-"))
    hand = work / "hand"
    counted = []
    each, first = deliveries // _STATIONS, 6_000_000
    with programs.inbox(folder, probe=work / "ticks.json", hand=hand) as program:
        for station in range(_STATIONS):
            hand.write_text(_HAND)
            _post(program, each, first + station * each, seconds / _STATIONS)
            _post(program, again // _STATIONS, first + station * each, again / _STATIONS / 50)
            hand.unlink()
            programs.at_rest(program.process.pid)
            counted.append(_counted(program.process.pid, folder, work))
    found = _sound(folder)
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    note = f"{each * _STATIONS:,} deliveries, {again:,} again; {found}"
    assert found["sound"], found
    assert found["conversations"] == start + each * _STATIONS, found
    return _levels(counted, note)


def _post(program: programs.Program, number: int, first: int, seconds: float) -> None:
    report = programs.load(
        program,
        clients=8,
        seconds=seconds * 4 + 10,
        rate=number / seconds,
        most=number,
        first=first,
    )
    found = report["good"], report["bad"]
    assert found == (number, 0), f"{found} of {number}"


def _levels(counted: list[dict[str, float]], note: str) -> list[Result]:
    """Return each figure: at the last station (ours) beside the middle of the way (floor)."""
    units = {"memory": "MB", "log beside the store": "MB"}
    targets = {"memory": "≤ middle + 5 MB", "log beside the store": "≤ 67 MB"}
    return [
        Result(
            f"soak: {name}", units.get(name, ""), [counted[-1][name]], [counted[2][name]],
            targets.get(name, "as in the middle"),
            note=f"{[round(each[name], 1) for each in counted]}; {note}",
        )
        for name in counted[0]
    ]  # fmt: skip
