"""A real server on this computer that announces versions."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Announcer:
    """What it answers, and what it was asked."""

    def __init__(self, server):
        self.address = f"http://127.0.0.1:{server.server_address[1]}/latest.json"
        self.asked = []
        self.status, self.headers, self.body = 200, {}, b"{}"
        self.pieces = None
        """Bytes to send one after the other instead of the body."""

    def announce(self, **values):
        self.body = json.dumps(values).encode()


@contextmanager
def announcing():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            said = self.server.said
            said.asked.append((self.path, dict(self.headers)))
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in said.pieces or (said.body,):
                    self.wfile.write(piece)
            except OSError:
                pass  # whoever asked has heard enough

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    server.said = Announcer(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.said
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
