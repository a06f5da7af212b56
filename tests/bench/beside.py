"""`beside`: what a user could put up instead, at the same work, in the same run.

Flask with SQLite comes from the Python registry, json-server from npm's: it wants a network once.
"""

import json
import shutil
import sqlite3
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Query, View
from tests.bench import programs
from tests.bench.harness import Result, in_turn, percentile
from tests.bench.payloads import chat
from tests.bench.stores import store_of

_FLASK = ("flask==3.1.2", "waitress==3.0.2")
_JSON_SERVER = "json-server@0.17.4"
_ASKED = ("pothole", "kovač", "warranty", "ireland", "zzz", "commuter")
_HERE = Path(__file__).parent


def beside(*, quick: bool) -> list[Result]:
    results = []
    with tempfile.TemporaryDirectory() as folder:
        results += _flask(Path(folder), quick=quick)
        if shutil.which("npx") is None:
            results.append(Result("beside json-server", "/s", note="npx is not here: not measured"))
        else:
            results.append(_json_server(Path(folder), quick=quick))
    return results


def _flask(folder: Path, *, quick: bool) -> list[Result]:
    stored = folder / "flask.sqlite"
    _fill(stored, size := 10_000 if quick else 100_000)
    command = ["uv", "run", "--isolated", "--no-project", *(f"--with={part}" for part in _FLASK)]
    command += ["python", str(_HERE / "others" / "flask_sqlite.py"), "{port}", str(stored)]
    with programs.inbox(folder / "ours") as ours, programs.other(command, "/hook") as theirs:
        rate = Result("beside Flask + SQLite", "/s", target="≥ 2.0", note="a sync before each 200")
        rate.ours, rate.floor = _rates(ours, theirs, quick=quick)
        return [rate, _searches(size, theirs)]


def _rates(
    ours: programs.Program, theirs: programs.Program, *, quick: bool
) -> tuple[list[float], list[float]]:
    def rate(program: programs.Program, number: int) -> float:
        seconds = 1.0 if quick else 5.0
        first = 2_000_000 + number * 40_000
        report = programs.load(program, clients=32, seconds=seconds, first=first, most=20_000)
        assert report["bad"] == 0, "a delivery was refused"
        return float(report["good"]) / float(report["seconds"])  # type: ignore[arg-type]

    return in_turn(5, lambda number: rate(ours, number), lambda number: rate(theirs, number))


def _fill(file: Path, size: int) -> None:
    with sqlite3.connect(file) as database:
        database.execute("create table chat (id text primary key, name text, body text)")
        for number in range(size):
            made = chat(number)
            row = (made["id"], made["visitor"]["fullName"], json.dumps(made))
            database.execute("insert into chat values (?, ?, ?)", row)
    database.close()


def _searches(size: int, theirs: programs.Program) -> Result:
    """Ask both for rare, common and unknown words, and keep each round's slowest."""
    inbox = Inbox.open(open_folders(store_of(size)))

    def asked(_: int) -> float:
        return percentile(
            [_took(lambda word=word: inbox.find(Query(View.ALL, words=word), 0, 50).result())
             for word in _ASKED], 0.95,
        )  # fmt: skip

    def theirs_asked(_: int) -> float:
        return percentile([_took(lambda word=word: _get(theirs, word)) for word in _ASKED], 0.95)

    result = Result(f"search in {size:,} beside LIKE", "ms", target="≤ 0.01")
    result.ours, result.floor = in_turn(5, asked, theirs_asked)
    inbox.close()
    return result


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _get(program: programs.Program, word: str) -> bytes:
    url = f"http://127.0.0.1:{program.port}/search?q={urllib.parse.quote(word)}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        found: bytes = answer.read()
        return found


def _json_server(folder: Path, *, quick: bool) -> Result:
    """Post at it, kill it, and count what it had acknowledged and no longer has."""
    stored = folder / "db.json"
    stored.write_text('{"hook": []}', "utf-8")
    command = ["npx", "--yes", _JSON_SERVER, "--quiet", "--port", "{port}", str(stored)]
    with programs.inbox(folder / "again") as ours, programs.other(command, "/hook") as theirs:
        result = Result("beside json-server", "/s", target="≥ 2.0")
        result.ours, result.floor = _rates(ours, theirs, quick=quick)
        most = 200 if quick else 600
        report = programs.load(theirs, clients=32, seconds=60, first=9_000_000, most=most)
        programs.kill(theirs)
    kept = {json.loads(item["data"])["id"] for item in json.loads(stored.read_text())["hook"]}
    wanted = {chat(number)["id"] for number, _, _ in report["sent"]}  # type: ignore[attr-defined]
    result.note = f"killed, it lost {len(wanted - kept)} of {len(wanted)} it had acknowledged"
    return result
