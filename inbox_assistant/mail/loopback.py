"""A server on the loopback address that waits for one answer of a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Empty, Queue

_HOST = "127.0.0.1"
"""By number, as RFC 8252 wants it: a name could be made to lead elsewhere."""
_PAGE = """<!doctype html><meta charset="utf-8"><title>Inbox Assistant</title>
<body style="font: 16px system-ui; margin: 4em"><p>{words}</p></body>"""
_DONE = "You can close this page and go back to Inbox Assistant."
_LONGEST_LINE = 8192


class Answer:
    """What the browser is sent back with."""

    def __init__(self, port: int, came: "Queue[str]") -> None:
        self.address = f"http://{_HOST}:{port}/"
        self._came = came

    def wait(self, limit: timedelta) -> str | None:
        """Return the whole address that was asked for, ``None`` after *limit*."""
        try:
            path = self._came.get(timeout=limit.total_seconds())
        except Empty:
            return None
        return f"{self.address}{path.removeprefix('/')}"


@contextmanager
def listen_for_answer() -> Iterator[Answer]:
    """Listen on a free port until the block ends.

    A request without a query is no answer: browsers look for icons by themselves.
    """
    came: Queue[str] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_answer = "?" in self.path and len(self.path) <= _LONGEST_LINE
            self.send_response(200 if is_answer else 404)
            content = _PAGE.format(words=_DONE if is_answer else "").encode()
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            # The address holds a code; no page that follows is to learn it.
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(content)
            if is_answer:
                came.put(self.path)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: what is asked for holds a code."""

    server = HTTPServer((_HOST, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield Answer(server.server_port, came)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
