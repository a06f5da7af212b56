"""Tries a built program on the system it is for: starts it, posts a chat, lists it, ends it."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

_CHAT = {
    "kind": "Conversation",
    "id": "EV695BI2930A6XMO32886MPT899443414",
    "items": [
        {
            "kind": "MessageToOperator",
            "nickname": "Bob",
            "timestamp": "1307116657.1",
            "body": "Hi there. Need any help?",
        }
    ],
    "visitor": {"fullName": "Bob Doe", "emailAddress": "bob@example.com"},
}
_SUFFIX = ".exe" if sys.platform == "win32" else ""
_PATIENCE_S = 90


def main() -> int:
    """Try the program in a folder; exit code 0 when the chat came through."""
    parser = argparse.ArgumentParser(prog="smoke", description=__doc__)
    parser.add_argument("folder", type=Path, help="where olark-inbox lies")
    folder: Path = parser.parse_args().folder
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
        environment = os.environ | {"OLARK_INBOX_DATA_DIR": data}
        window = folder / f"olark-inbox-window{_SUFFIX}"
        # On Linux the packages bring the second name; the bare folder has only the first.
        program = window if window.exists() else folder / f"olark-inbox{_SUFFIX}"
        running = subprocess.Popen([program, "--port", "0"], env=environment)
        try:
            begun = time.monotonic()
            names = _tried(folder / f"olark-inbox{_SUFFIX}", running, environment)
            print(f"{names} after {time.monotonic() - begun:.1f} s")
        finally:
            running.terminate()
            running.wait(_PATIENCE_S)
    return 0 if names == ["Bob Doe"] else 1


def _tried(
    program: Path, running: subprocess.Popen[bytes], environment: dict[str, str]
) -> list[str]:
    form = urllib.parse.urlencode({"data": json.dumps(_CHAT)}).encode()
    end = time.monotonic() + _PATIENCE_S
    while True:
        address = _says(program, environment, "address").strip()
        try:
            with urllib.request.urlopen(address, form, timeout=10):  # noqa: S310 - our own, on this computer
                break
        except OSError:
            if running.poll() is not None or time.monotonic() > end:
                raise
    rows = _says(program, environment, "list", "--json").splitlines()
    return [json.loads(row)["visitor"]["name"] for row in rows]


def _says(program: Path, environment: dict[str, str], *words: str) -> str:
    done = subprocess.run([program, *words], env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
