"""A proxy that hears what is said under TLS, and may break in at any byte or line."""

import re
import selectors
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.servers.certificates import ServerCertificate
from tests.servers.listener import Listener, connected_to

CHUNK = 65_536
_TICK = 0.2
_SHAKE_SECONDS = 5.0

Answer = Callable[[bytes], bytes | None]
"""Gets a command line; returns what the client hears in place of the server."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where a conversation ends: after so many bytes of one side."""

    by_client: bool
    after: int


@dataclass(slots=True)
class DialogueProxy:
    """Speaks TLS to the client and plain words, or TLS, to *target_port*.

    What is set counts for the connections made from then on. ``on_break`` is called
    when a conversation has come to its ``breaks``, before it is ended.
    """

    certificate: ServerCertificate
    target_port: int
    server_speaks_tls: bool = False
    breaks: Break | None = None
    on_break: Callable[[], None] = lambda: None
    answer: Answer | None = None
    garbage: bytes = b""
    """Put in front of what the server says, after its greeting."""
    piece: int = CHUNK
    """Pass on so many bytes at once at most."""
    port: int = 0
    connections: int = 0
    _listener: Listener | None = field(default=None, repr=False)
    _stopped: threading.Event = field(default_factory=threading.Event, repr=False)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener = Listener(self._join)
        self.port = self._listener.port
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every conversation and wait for the threads."""
        self._stopped.set()
        assert self._listener is not None
        self._listener.deafen()
        self._listener.join()

    def forget(self) -> None:
        """Have no fault from now on."""
        self.breaks, self.answer, self.garbage = None, None, b""
        self.piece, self.on_break = CHUNK, lambda: None

    def _join(self, client: socket.socket) -> None:
        self.connections += 1
        with suppress(OSError, ValueError):
            client.settimeout(_SHAKE_SECONDS)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate.certificate, self.certificate.key)
            # The library leaves a socket open whose other side is gone already.
            client.getpeername()
            with (
                context.wrap_socket(client, server_side=True) as heard,
                connected_to(self.target_port) as plain,
                _protected(plain, wanted=self.server_speaks_tls) as server,
            ):
                _Conversation(self, heard, server).run(self._stopped)
        client.close()


@dataclass(slots=True)
class _Conversation:
    """Moves the words of both sides, in one thread: TLS allows no two."""

    proxy: DialogueProxy
    client: socket.socket
    server: socket.socket
    counted: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})
    garbage: bytes = b""
    breaks: Break | None = None
    on_break: Callable[[], None] = lambda: None
    answer: Answer | None = None
    piece: int = CHUNK

    def __post_init__(self) -> None:
        """Take over what counts now; it may be changed for later conversations."""
        proxy = self.proxy
        self.garbage, self.breaks = proxy.garbage, proxy.breaks
        self.on_break, self.answer = proxy.on_break, proxy.answer
        self.piece = proxy.piece

    def run(self, stopped: threading.Event) -> None:
        """Pass words on until one side ends or the break is reached."""
        with selectors.DefaultSelector() as selector:
            for one in (self.client, self.server):
                selector.register(one, selectors.EVENT_READ)
            if self.breaks is not None and self.breaks.after == 0:
                self.on_break()
                return
            going = True
            while going and not stopped.is_set():
                for key, _ in selector.select(_TICK):
                    source = self.client if key.fileobj is self.client else self.server
                    going = going and self._move(source)

    def _move(self, source: socket.socket) -> bool:
        words = source.recv(CHUNK)
        while isinstance(source, ssl.SSLSocket) and (left := source.pending()):
            words += source.recv(left)
        by_client = source is self.client
        if by_client and self.answer is not None:
            said = self.answer(words)
            if said is not None:
                self.client.sendall(said)
                return True
        if not by_client and self.counted[False]:
            words, self.garbage = self.garbage + words, b""
        before = self.counted[by_client]
        self.counted[by_client] += len(words)
        is_over = False
        breaks = self.breaks
        if breaks is not None and breaks.by_client is by_client:
            is_over = self.counted[by_client] >= breaks.after
            words = words[: breaks.after - before]
        target = self.server if by_client else self.client
        for start in range(0, len(words), self.piece):
            target.sendall(words[start : start + self.piece])
        if is_over:
            self.on_break()
        return bool(words) and not is_over


def refusing(command: bytes, words: bytes, *, at: int = 1) -> Answer:
    """Return an answer that meets the *at*-th IMAP *command* with ``TAG`` *words*."""
    wanted = re.compile(
        rb"^(\S+) (?:UID )?" + re.escape(command) + rb"\b", re.IGNORECASE
    )
    seen = 0

    def answer(line: bytes) -> bytes | None:
        nonlocal seen
        found = wanted.match(line)
        if found is None:
            return None
        seen += 1
        return b"%s %s\r\n" % (found[1], words) if seen == at else None

    return answer


def _protected(plain: socket.socket, *, wanted: bool) -> socket.socket:
    if not wanted:
        return plain
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # The other end is a server of the same test on this computer.
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(plain)
