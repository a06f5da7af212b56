"""Starts the programs that are measured, each as a process of its own on a free port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
# An owner's Python keeps what it compiled; some build machines forbid it, and every start would
# compile two hundred modules again.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


@dataclass
class Program:
    """A running server: where it listens and its process."""

    port: int
    path: str
    process: subprocess.Popen[str]


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def floor(module: str, *arguments: str) -> Iterator[Program]:
    """Start tests.bench.floors.<module>, which prints `ready` when it listens."""
    port = free_port()
    command = [sys.executable, "-m", f"tests.bench.floors.{module}", str(port), *arguments]
    with _running(command, ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield Program(port, "/olark/floor", process)


@contextmanager
def other(command: list[str], path: str) -> Iterator[Program]:
    """Start another server, `{port}` in its command is replaced; it may be fetched first."""
    port = free_port()
    command = [part.format(port=port) for part in command]
    # In a group of its own: what starts it stands between us and the server.
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    )
    program = Program(port, path, process)
    try:
        wait_until(lambda: _listens(port), 180)
        yield program
    finally:
        kill(program)


def kill(program: Program) -> None:
    """End somebody else's server at once, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(program.process.pid, signal.SIGKILL)
    program.process.wait(30)


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_until(true: object, seconds: float = 30) -> None:
    """Ask `true()` until it holds; a benchmark that cannot start says so."""
    end = time.perf_counter() + seconds
    while not true():  # type: ignore[operator]
        if time.perf_counter() > end:
            raise TimeoutError("it never became ready")
        time.sleep(0.01)


@contextmanager
def inbox(
    folder: Path, *arguments: str, probe: Path | None = None, hand: Path | None = None
) -> Iterator[Program]:
    """Start the window (offscreen) or, with "receive", the receiver alone."""
    environment = {**ENVIRONMENT, "OLARK_INBOX_DATA_DIR": str(folder)}
    starter = "olark_inbox"
    if probe is not None:
        environment["OLARK_INBOX_BENCH_PROBE"] = str(probe)
        starter = "tests.bench.probed"
    if hand is not None:
        environment["OLARK_INBOX_BENCH_HAND"] = str(hand)
        environment["TMPDIR"] = str(hand.parent)
        starter = "tests.bench.worked"
    port = free_port()
    command = [sys.executable, "-m", starter, *arguments, "--port", str(port)]
    with _running(command, environment) as process:
        address: list[str] = []

        def listening() -> bool:
            # Asked anew each time: before it listens, the address has the usual port.
            said = subprocess.run(
                [sys.executable, "-m", "olark_inbox", "address"],
                env=environment, capture_output=True, text=True, check=False,
            ).stdout.split()  # fmt: skip
            address[:] = said[:1]
            return bool(address) and answers(address[0].replace("localhost", "127.0.0.1"))

        wait_until(listening)
        url = urllib.parse.urlsplit(address[0])
        yield Program(url.port or port, url.path, process)


def load(program: Program, **options: float) -> dict[str, object]:
    """Post chats at a program from another process; see tests/bench/load.py."""
    command = [sys.executable, "-m", "tests.bench.load", str(program.port), program.path]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    report: dict[str, object] = json.loads(done.stdout)
    return report


def resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("this system does not tell what a process takes")


def at_rest(pid: int) -> float:
    """Return what the program takes (MB) when it has come to rest."""
    taken, end = resident_mb(pid), time.perf_counter() + 15
    while time.perf_counter() < end:
        before = taken
        time.sleep(2)
        taken = resident_mb(pid)
        if abs(taken - before) < 0.1:
            break
    return taken
