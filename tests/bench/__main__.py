"""`python -m tests.bench NAME|all [--quick] [--json FILE]`: ours beside its floor, in one run."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from tests.bench import (
    beside,
    disk,
    export,
    growth,
    ingest,
    latency,
    lists,
    meanwhile,
    memory,
    search,
    soak,
    together,
    window,
)
from tests.bench.harness import Result, machine, table

BENCHES: dict[str, Callable[..., list[Result]]] = {
    "ingest": ingest.ingest,
    "ingest-commit": ingest.ingest_commit,
    "latency": latency.latency,
    "sync": ingest.sync,
    "stalls": window.stalls,
    "load": together.together,
    "start": window.start,
    "search": search.search,
    "list": lists.lists,
    "memory": memory.memory,
    "export-pdf": export.export_pdf,
    "export-csv": export.export_csv,
    "growth": growth.growth,
    "disk": disk.disk,
}
LONG = {"soak": soak.soak, "beside": beside.beside, "export-waits": meanwhile.export_waits}
"""Asked for by name only."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("name", choices=[*BENCHES, *LONG, "all"])
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--json", type=Path, help="keep every figure in this file")
    options = parser.parse_args()
    names = list(BENCHES) if options.name == "all" else [options.name]
    print(machine())
    results: list[Result] = []
    for name in names:
        found = (BENCHES | LONG)[name](quick=options.quick)
        results += found
        print(table(found), flush=True)
    if len(names) > 1:
        print("\n" + table(results))
    if options.json:
        kept = {"machine": machine(), "results": [r.as_json() for r in results]}
        options.json.write_text(json.dumps(kept, indent=1), "utf-8")


if __name__ == "__main__":
    main()
