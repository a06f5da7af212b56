"""What happens to files: bytes turned to nonsense, ends cut off, whole files gone."""

import os

import apsw


def fold_in(store):
    """Bring what stands in the log into the file itself."""
    connection = apsw.Connection(str(store))
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()
    connection.close()


def pages_of(store, table):
    """Return the pages that hold a table's rows, the last one first."""
    connection = apsw.Connection(str(store))
    sql = "select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno desc"
    found = [page for (page,) in connection.execute(sql, (table,))]
    connection.close()
    return found


def spoil(store, *pages, size=4096):
    """Overwrite pages (from 1) with nonsense."""
    with store.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * size)
            file.write(os.urandom(size))
