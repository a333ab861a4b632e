"""Whether an open connection holds something to read, or has ended."""

import socket
import ssl
from io import BufferedReader


def has_bytes_waiting(connection: socket.socket, reader: BufferedReader) -> bool:
    """Return whether a read would find bytes now; raise ConnectionError at the end.

    *reader* is the buffered file over *connection*. Nothing is taken from either.
    """
    before = connection.gettimeout()
    connection.settimeout(0)
    try:
        if reader.peek(1):
            return True
        # A protected connection has ended here; another one may be merely idle.
        if not isinstance(connection, ssl.SSLSocket) and connection.recv(
            1, socket.MSG_PEEK
        ):
            return True
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    finally:
        connection.settimeout(before)
    message = "the server ended the connection"
    raise ConnectionAbortedError(message)
