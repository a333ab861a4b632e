"""Accepts connections on loopback; what the servers and proxies of the tests share."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

LONGEST = 10
"""Seconds that a thread has to end in."""


class Listener:
    """Gives each connection to *serve*, in a thread of its own."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._changing = threading.Lock()
        self.port = int(self._socket.getsockname()[1])
        self.run(self._accept)

    def run(self, work: Callable[..., None], *arguments: object) -> None:
        """Do *work* in a thread that is waited for at the end."""
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        with self._changing:
            self._threads = [one for one in self._threads if one.is_alive()]
            self._threads.append(thread)
            thread.start()

    def deafen(self) -> None:
        """Accept no connection from now on."""
        end(self._socket)

    def join(self) -> None:
        """Wait for the threads; whoever made their connections has ended them."""
        for thread in list(self._threads):
            thread.join(LONGEST)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                at_once(client)
                self.run(self._serve, client)


def at_once(connection: socket.socket) -> None:
    """Let *connection* send each piece at once.

    Otherwise a second one waits until the first was acknowledged, which the other side
    puts off for 40 ms; a conversation over two proxies has dozens of them.
    """
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def connected_to(port: int) -> socket.socket:
    """Return a connection to *port* of loopback that sends at once."""
    connection = socket.create_connection(("127.0.0.1", port))
    at_once(connection)
    return connection


def end(connection: socket.socket) -> None:
    """End *connection* both ways."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
