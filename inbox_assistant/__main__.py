"""Starts the program."""

import os
import sys
from typing import TextIO

_FAILED = 2
"""As ``cli.output.Exit``, which may not be loaded yet."""


def main() -> None:
    """Run the command line and end with its exit code."""
    # Whatever is written, from the log to an export, holds buyers' words or names: it
    # is its owner's alone unless they decide otherwise.
    os.umask(0o077)
    try:
        # Here, so that stopping before all is loaded is stopping as well.
        from inbox_assistant.cli.main import main as run  # noqa: PLC0415

        code = run()
    except KeyboardInterrupt:
        code = _FAILED
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    sys.exit(code)


def _let_go(stream: TextIO | None) -> None:
    """Have *stream* written out, or thrown away where nobody reads it any more.

    Otherwise the interpreter tries again while it ends, fails, and puts an exit code
    of its own in place of the command's.
    """
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2 if stream is sys.stderr else 1)


if __name__ == "__main__":
    main()
