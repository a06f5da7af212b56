"""The floor of `export-csv`: the same cells out of a table that has them ready, and no more."""

import csv
import os
from pathlib import Path

import apsw


def prepare(ours: Path, store: Path) -> None:
    """Put every cell of our file into a table, one column each."""
    store.unlink(missing_ok=True)
    connection = apsw.Connection(str(store))
    csv.field_size_limit(1 << 30)
    with ours.open(encoding="utf-8-sig", newline="") as file, connection:
        rows = csv.reader(file)
        head = next(rows)
        connection.execute(f"create table cells ({', '.join(f'c{n}' for n in range(len(head)))})")
        marks = ", ".join("?" * len(head))
        connection.executemany(f"insert into cells values ({marks})", rows)  # noqa: S608
    connection.close()


def write(path: Path, store: Path) -> None:
    connection = apsw.Connection(str(store))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = connection.execute("select * from cells")
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        file.flush()
        os.fsync(file.fileno())
    connection.close()
