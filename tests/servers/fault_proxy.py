"""A TCP proxy that makes a network as bad as a test wants it."""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from types import TracebackType
from typing import Self

from tests.servers.listener import Listener, connected_to

CHUNK = 65_536
NO_DELAY = timedelta(0)


@dataclass(frozen=True, slots=True)
class Lane:
    """What happens to the bytes that travel in one direction."""

    cut_after: int | None = None
    """Pass on so many bytes of a connection, then end it both ways."""
    cut_at: bytes | None = None
    """End the connection when these bytes pass by; they are not passed on."""
    stall_after: int | None = None
    """Pass on so many bytes of a connection, then swallow the rest in silence."""
    delay: timedelta = NO_DELAY
    """Hold every piece back so long."""
    drip: int | None = None
    """Pass on so few bytes at once, each held back by the delay."""
    rewrite: Callable[[bytes], bytes] | None = None
    """Replace every piece that was read by something else."""
    only_after: bytes = b""
    """Leave everything alone until these bytes have passed by, and a cut counts
    from there."""


UNTOUCHED = Lane()


@dataclass(slots=True)
class FaultProxy:
    """Listens on ``port`` and passes everything on to *target_port*, if allowed to.

    ``to_server`` and ``to_client`` may be exchanged at any time and count for the
    connections made from then on.
    """

    target_port: int
    to_server: Lane = UNTOUCHED
    to_client: Lane = UNTOUCHED
    reset: bool = False
    """Whether a cut is a reset rather than an orderly end."""
    on_cut: Callable[[], None] = lambda: None
    """Called when a lane ends a connection, before it does."""
    port: int = 0
    connections: int = 0
    seen_from_client: bytearray = field(default_factory=bytearray, repr=False)
    seen_from_server: bytearray = field(default_factory=bytearray, repr=False)
    _listener: Listener | None = field(default=None, repr=False)
    _open: list[socket.socket] = field(default_factory=list, repr=False)
    _stopped: threading.Event = field(default_factory=threading.Event, repr=False)
    _cuts: list[threading.Event] = field(default_factory=list, repr=False)
    _silent: threading.Event = field(default_factory=threading.Event, repr=False)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener = Listener(self._relay)
        self.port = self._listener.port
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection and wait for the threads."""
        self._stopped.set()
        assert self._listener is not None
        self._listener.deafen()
        self.cut_all()
        self._listener.join()

    def cut_all(self) -> None:
        """End every connection that is open now."""
        for cut in self._cuts:
            cut.set()
        for each in list(self._open):
            _end(each, reset=self.reset)

    def forget(self) -> None:
        """Have no fault from now on, and forget what was seen."""
        self.to_server = self.to_client = UNTOUCHED
        self.reset, self.on_cut = False, lambda: None
        self.seen_from_client.clear()
        self.seen_from_server.clear()

    def silence(self) -> None:
        """From now on swallow whatever either side says, on every connection."""
        self._silent.set()

    def _relay(self, client: socket.socket) -> None:
        try:
            server = connected_to(self.target_port)
        except OSError:
            _end(client, reset=True)
            return
        self.connections += 1
        self._open += [client, server]
        cut = threading.Event()
        self._cuts.append(cut)
        up = (client, server, self.to_server, self.seen_from_client)
        down = (server, client, self.to_client, self.seen_from_server)
        for way in (up, down):
            pump = _Pump(
                *way, self.reset, cut, self._stopped, self._silent, self.on_cut
            )
            assert self._listener is not None
            self._listener.run(pump.run)
        if self._stopped.is_set():
            # It came while everything was ended.
            self.cut_all()


@dataclass(slots=True)
class _Pump:
    """Moves the bytes of one direction of one connection."""

    source: socket.socket
    target: socket.socket
    lane: Lane
    seen: bytearray
    reset: bool
    cut: threading.Event
    """Set by whichever direction ends the connection against its will."""
    stopped: threading.Event
    silent: threading.Event
    on_cut: Callable[[], None] = lambda: None
    passed: int = 0
    awake: bool = False

    def run(self) -> None:
        """Pass bytes on until either side ends or the lane says so."""
        last = False
        with suppress(OSError):
            while not last and (piece := self.source.recv(self.lane.drip or CHUNK)):
                self.stopped.wait(self.lane.delay.total_seconds())
                self.seen += piece
                piece, last = self._treat(piece)
                if piece and not self.silent.is_set():
                    self.target.sendall(piece)
        if last:
            self.cut.set()
            self.on_cut()
        reset = self.reset and self.cut.is_set()
        _end(self.target, reset=reset)
        _end(self.source, reset=reset)

    def _treat(self, piece: bytes) -> tuple[bytes, bool]:
        """Return what of *piece* goes on and whether the connection ends with it."""
        lane = self.lane
        cut = False
        if lane.only_after and not self.awake:
            self.awake = lane.only_after in piece
            return piece, False
        if lane.rewrite is not None:
            piece = lane.rewrite(piece)
        if lane.cut_at is not None and lane.cut_at in piece:
            piece, cut = piece[: piece.index(lane.cut_at)], True
        before, self.passed = self.passed, self.passed + len(piece)
        if lane.stall_after is not None:
            piece = piece[: max(0, lane.stall_after - before)]
        if lane.cut_after is not None and self.passed >= lane.cut_after:
            piece, cut = piece[: max(0, lane.cut_after - before)], True
        return piece, cut


def _end(connection: socket.socket, *, reset: bool) -> None:
    with suppress(OSError):
        if reset:
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        # Wakes the thread that reads from it, without which nothing would be closed.
        connection.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)
    connection.close()
