"""Posts chats from its own process, so that the poster's work is not the program's.

    python -m tests.bench.load PORT PATH --clients 32 --seconds 5 [--rate 300] [--first 0]

prints one JSON object: how many were answered 2xx, how long it took, and of each chat its number,
when it was sent and how long its answer took.
"""

import argparse
import asyncio
import json
import sys
import time

from tests.bench.payloads import chat, form, post

_MOST = 12_000


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    if length:
        await reader.readexactly(length)
    return int(head[9:12])


class Load:
    """Bounded in count and time; requests are made before the clock starts."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        most = options.most or (options.rate * options.seconds if options.rate else _MOST)
        self.requests = [
            post(options.path, form(chat(options.first + n))) for n in range(int(most))
        ]
        self.next = 0
        self.good = 0
        self.bad = 0
        self.sent: list[tuple[int, float, float]] = []

    async def client(self, begin: float) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.options.port)
        while self.next < len(self.requests):
            number = self.next
            self.next += 1
            if self.options.rate:
                await asyncio.sleep(begin + number / self.options.rate - time.perf_counter())
            if time.perf_counter() - begin > self.options.seconds:
                break
            at, sent = time.time(), time.perf_counter()
            writer.write(self.requests[number])
            status = await _answer(reader)
            self.sent.append((self.options.first + number, at, time.perf_counter() - sent))
            self.good += 200 <= status < 300
            self.bad += not 200 <= status < 300
        writer.close()

    async def run(self) -> None:
        begin = time.perf_counter()
        await asyncio.gather(*(self.client(begin) for _ in range(self.options.clients)))
        took = time.perf_counter() - begin
        report = {"good": self.good, "bad": self.bad, "seconds": took, "sent": self.sent}
        json.dump(report, sys.stdout)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("path")
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--most", type=int, default=0)
    asyncio.run(Load(parser.parse_args()).run())


if __name__ == "__main__":
    main()
