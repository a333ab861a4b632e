"""Waiting in tests: as long as a busy machine may take, and no longer than needed."""

from typing import Any

from pytestqt.qtbot import QtBot

LONGEST = 30_000
"""Milliseconds. What never comes fails by it; what comes is not waited for further."""


class PatientQtBot(QtBot):
    """The bot of pytest-qt, which by itself gives up after five seconds."""

    def waitUntil(self, callback: Any, *, timeout: int = LONGEST) -> None:  # noqa: ANN401, N802 - as theirs
        """Wait until *callback* says so; fail after *timeout* milliseconds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST, **more: Any) -> Any:  # noqa: ANN401, N802 - as theirs
        """Wait for *signal*; fail after *timeout* milliseconds."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = LONGEST, **more: Any) -> Any:  # noqa: ANN401, N802 - as theirs
        """Wait for all *signals*; fail after *timeout* milliseconds."""
        return super().waitSignals(signals, timeout=timeout, **more)
