"""Loading Qt without what would slow every later import and the whole start."""

import builtins
import gc

from inbox_assistant.bootstrap.embedded_code import loaded_lightly


def load_qt() -> None:
    """Import Qt's widgets, and let nothing of theirs look into later imports.

    PySide puts a function of its own in the place of ``__import__``. It reads the
    source of each module that is imported afterwards, to see whether it asks for
    another spelling of Qt's names (``from __feature__ import …``). Nothing here does,
    and it would double the time of each import.

    Until ``collect_garbage_again`` nothing is collected: a start makes a great many
    objects and hardly any garbage.
    """
    gc.disable()
    plain_import = builtins.__import__
    with loaded_lightly():
        import PySide6.QtWidgets  # noqa: F401, PLC0415

    builtins.__import__ = plain_import


def collect_garbage_again() -> None:
    """Let garbage be collected as usual, and what the start has made stay as it is."""
    gc.freeze()
    gc.enable()
