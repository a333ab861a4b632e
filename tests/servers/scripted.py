"""A server that says what a test wrote down, for servers nobody can install."""

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Answer = Callable[[bytes], bytes | None]
"""Gets a line without its end; returns what to send, ``None`` to hang up."""


@dataclass(slots=True)
class ScriptedServer:
    """Listens on ``port``, greets, answers each line and remembers it."""

    greeting: bytes
    answer: Answer
    port: int = 0
    lines: list[bytes] = field(default_factory=list)
    _listener: socket.socket | None = field(default=None, repr=False)
    _open: list[socket.socket] = field(default_factory=list, repr=False)
    _threads: list[threading.Thread] = field(default_factory=list, repr=False)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._run(self._accept, self._listener)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection and wait for the threads."""
        for each in [self._listener, *self._open]:
            if each is not None:
                _end(each)
        for thread in self._threads:
            thread.join(10)

    def _run(self, work: Callable[..., None], connection: socket.socket) -> None:
        thread = threading.Thread(target=work, args=(connection,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                self._open.append(client)
                self._run(self._talk, client)

    def _talk(self, client: socket.socket) -> None:
        with suppress(OSError), client.makefile("rb") as incoming:
            client.sendall(self.greeting)
            for line in incoming:
                self.lines.append(line.rstrip(b"\r\n"))
                said = self.answer(self.lines[-1])
                if said is None:
                    break
                client.sendall(said)
        _end(client)


@dataclass(slots=True)
class ImapScript:
    """Answers IMAP commands from a table of their names.

    ``TAG`` in an answer becomes the command's tag; ``TAG OK done`` is added where an
    answer has no tagged line of its own. One that begins with ``+`` asks for more: the
    line that follows is looked up by ``MORE`` under the same tag, and those after
    that one by ``LAST``.
    """

    answers: Mapping[bytes, bytes | None]
    _tag: bytes = b""
    _more: bytes = b"MORE"

    def __call__(self, line: bytes) -> bytes | None:
        """Return the answer to *line*."""
        tag, _, rest = line.partition(b" ")
        name = rest.upper()
        if self._tag:
            tag, name = self._tag, self._more
            self._more = b"LAST"
        else:
            self._more = b"MORE"
        said = self._find(name)
        if said is None:
            return None
        waits = b"+ " in said and b"TAG " not in said
        self._tag = tag if waits else b""
        ending = b"" if waits or b"TAG " in said else b"TAG OK done\r\n"
        return (said + ending).replace(b"TAG ", tag + b" ")

    def _find(self, name: bytes) -> bytes | None:
        for command in sorted(self.answers, key=len, reverse=True):
            if name.startswith(command):
                return self.answers[command]
        return b""


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
