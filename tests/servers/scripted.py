"""A server that says what a test wrote down, for servers nobody can install."""

import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.servers.listener import Listener, end

Answer = Callable[[bytes], bytes | None]
"""Gets a line without its end; returns what to send, ``None`` to hang up."""


@dataclass(slots=True)
class ScriptedServer:
    """Listens on ``port``, greets, answers each line and remembers it."""

    greeting: bytes
    answer: Answer
    port: int = 0
    lines: list[bytes] = field(default_factory=list)
    _listener: Listener | None = field(default=None, repr=False)
    _open: list[socket.socket] = field(default_factory=list, repr=False)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener = Listener(self._talk)
        self.port = self._listener.port
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection and wait for the threads."""
        assert self._listener is not None
        self._listener.deafen()
        for each in self._open:
            end(each)
        self._listener.join()

    def _talk(self, client: socket.socket) -> None:
        self._open.append(client)
        with suppress(OSError), client.makefile("rb") as incoming:
            client.sendall(self.greeting)
            for line in incoming:
                self.lines.append(line.rstrip(b"\r\n"))
                said = self.answer(self.lines[-1])
                if said is None:
                    break
                client.sendall(said)
        end(client)


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
