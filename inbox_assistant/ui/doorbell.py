"""How a second start finds the window of the first one."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RING = b"raise\n"
_HEARD = b"raised\n"
_STEP = 500
"""Milliseconds for each step of a ring."""
_PATIENCE = 5.0
"""Seconds in which a window that is just starting may hang its bell up."""
_BETWEEN = 0.1


def bell_of(profile: Path) -> str:
    """Return the name of the bell of *profile*; no other user's and no other profile's.

    Names of local sockets are short, so the path goes into it as a hash.
    """
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    path = os.path.normcase(profile.resolve())
    mark = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    name = f"inbox-assistant-{user}-{mark}"
    # Nobody else can take a name there, as they could in a shared folder.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime, name)) if runtime and Path(runtime).is_dir() else name


class Doorbell(QObject):
    """Hangs at a profile's window; whoever holds its lock may hang it up."""

    rung = Signal()
    """Somebody started the program once more."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # What is left of a process that was killed.
        QLocalServer.removeServer(name)
        self.hangs = self._server.listen(name)
        """Whether it can be rung."""

    @Slot()
    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _hear(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket) and caller.readLine().data() == _RING:
            caller.write(_HEARD)
            caller.flush()
            self.rung.emit()


def ring(name: str, patience: float = _PATIENCE) -> bool:
    """Ring at the window called *name*; return whether it answered.

    Waits up to *patience* seconds for one that is only just starting.
    """
    end = time.monotonic() + patience
    while not _ring_once(name):
        if time.monotonic() >= end:
            return False
        time.sleep(_BETWEEN)
    return True


def _ring_once(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_STEP):
        return False
    socket.write(_RING)
    socket.flush()
    return socket.waitForReadyRead(_STEP * 4) and socket.readLine().data() == _HEARD
