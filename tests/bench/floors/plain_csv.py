"""The floor of `export-csv`: every row of the table that the list shows, as SQLite gives it."""

import csv
from pathlib import Path

from olark_inbox.store.connection import open_reader


def write(path: Path, store: Path) -> None:
    connection = open_reader(store)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(connection.execute("select * from conversation"))
    connection.close()
