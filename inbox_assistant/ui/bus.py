"""The one place where changes, problems and progress are announced."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Announce plain values to every part of the window.

    It is made in the GUI thread and stays there. Any thread may emit; Qt then hands
    the value over to the receivers' thread.
    """

    changed = Signal(object)
    """What a service changed; each view reloads what it shows of it."""

    problem = Signal(object)
    """A ``Problem`` for the bar."""

    progress = Signal(object)
    """How far a long piece of work has come."""

    activity = Signal(str)
    """What is going on, for the line at the bottom."""

    crashed = Signal(object)
    """An error nobody expected, as its exception."""
