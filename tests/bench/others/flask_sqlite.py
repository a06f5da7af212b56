"""What somebody who programs a little would write instead: a form handler, a table, a LIKE search.

    python flask_sqlite.py PORT FILE

One commit a delivery, synced (synchronous=FULL), so that it promises what we promise.
"""

import json
import sqlite3
import sys
import threading

import flask  # type: ignore[import-not-found] - of the environment it is started in
import waitress  # type: ignore[import-not-found]

app = flask.Flask(__name__)
_TABLE = "create table if not exists chat (id text primary key, name text, body text)"
_NEWEST = "select id, name from chat where body like ? order by rowid desc limit 50"
_of_thread = threading.local()


def _database() -> sqlite3.Connection:
    if not hasattr(_of_thread, "database"):
        _of_thread.database = sqlite3.connect(sys.argv[2], timeout=60)
        _of_thread.database.execute("pragma synchronous = full")
    database: sqlite3.Connection = _of_thread.database
    return database


@app.post("/hook")  # type: ignore[untyped-decorator]
def hook() -> str:
    text = flask.request.form["data"]
    chat = json.loads(text)
    with _database() as database:
        row = (chat["id"], chat["visitor"].get("fullName"), text)
        database.execute("insert or replace into chat values (?, ?, ?)", row)
    return ""


@app.get("/search")  # type: ignore[untyped-decorator]
def search() -> flask.Response:
    return flask.jsonify(_database().execute(_NEWEST, (f"%{flask.request.args['q']}%",)).fetchall())


if __name__ == "__main__":
    _database().execute("pragma journal_mode = wal")
    _database().execute(_TABLE)
    waitress.serve(app, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
