"""`disk`: bytes a conversation in the store, beside its lines alone in a plain table."""

import json
import tempfile
from pathlib import Path

import apsw

from tests.bench.harness import Result
from tests.bench.payloads import chat
from tests.bench.stores import store_of


def _plain_lines(size: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.sqlite"
        plain = apsw.Connection(str(path))
        plain.execute("create table line (chat text, side text, name text, at text, body text)")
        plain.execute("begin")
        for number in range(size):
            payload = chat(number)
            plain.executemany(
                "insert into line values (?, ?, ?, ?, ?)",
                [
                    (payload["id"], line["kind"], line["nickname"], line["timestamp"], line["body"])
                    for line in payload["items"]
                ],
            )
        plain.execute("commit")
        plain.close()
        return path.stat().st_size / size


def disk(*, quick: bool) -> list[Result]:
    size = 10_000 if quick else 100_000
    ours = (store_of(size) / "inbox.sqlite").stat().st_size / size
    sent = sum(len(json.dumps(chat(number))) for number in range(1000)) / 1000
    note = f"{size:,} chats of {sent:,.0f} bytes: body, lines, index and all"
    return [
        Result("disk a conversation", "B", [ours], [_plain_lines(size)], "≤ 4,300 B", "≤ 3,400 B",
               note)
    ]  # fmt: skip
