"""Reads the arguments and runs one command."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from inbox_assistant import __version__, paths
from inbox_assistant.cli.arguments import named_path
from inbox_assistant.cli.output import Exit, aside, make_writable
from inbox_assistant.cli.parts import parts_for
from inbox_assistant.cli.window import run_window
from inbox_assistant.domain.errors import InboxAssistantError


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with the arguments."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as argparse's own
        super().__init__(**{"allow_abbrev": False, **options})

    def error(self, message: str) -> NoReturn:
        """Say *message* and end with the code for wrong use."""
        aside(f"{self.prog}: {message} (--help shows how)")
        self.exit(Exit.FAILED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in *arguments* and return how it ended; see ``Exit``."""
    make_writable()
    given = sys.argv[1:] if arguments is None else arguments
    profile = None
    try:
        chosen = build_parser(given).parse_args(given)
        chosen.profile = profile = _profile(chosen.profile)
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except InboxAssistantError as error:
        aside(str(error))
        code = Exit.FAILED
    except OSError as error:
        if is_reader_gone(error):
            # As with "| head".
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return int(Exit.DONE)
        what = error.filename or "A file, or standard output,"
        aside(f"{what} cannot be used: {error.strerror or error}.")
        code = Exit.FAILED
    except KeyboardInterrupt:
        aside("Stopped; what was stored so far stays.")
        code = Exit.FAILED
    except Exception as error:  # noqa: BLE001 - a traceback is nothing for people
        from inbox_assistant.cli.unforeseen import tell_unforeseen  # noqa: PLC0415

        tell_unforeseen(error, profile)
        code = Exit.FAILED
    return code


def is_reader_gone(error: OSError, system: str = os.name) -> bool:
    """Return whether *error* says that nobody reads the output any more.

    Windows calls it an invalid argument, of no file in particular.
    """
    if isinstance(error, BrokenPipeError):
        return True
    return system == "nt" and error.errno == errno.EINVAL and error.filename is None


def build_parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the commands in *arguments*, or of all."""
    parser = _Parser(
        prog="inbox-assistant",
        description="Answer Amazon buyer messages in time and within the rules.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    parser.set_defaults(run=run_window)
    parser.add_argument(
        "--minimised",
        action="store_true",
        help="open the window minimised, or in the tray where it stays there",
    )
    for add_commands in parts_for(arguments):
        add_commands(commands)
    _take_profile(parser, default=None)
    return parser


def _take_profile(parser: argparse.ArgumentParser, default: object) -> None:
    """Let *parser* and all below it take ``--profile``, before and after a command."""
    parser.add_argument(
        "--profile",
        type=named_path,
        metavar="DIR",
        default=default,
        help="the folder of the profile (default: the signed-in user's)",
    )
    for action in parser._actions:  # noqa: SLF001 - there is no other way to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                # Left out below, it must not undo what stood before the command.
                _take_profile(below, default=argparse.SUPPRESS)


def _profile(folder: Path | None) -> paths.Profile:
    if folder is None:
        return paths.default_profile()
    return paths.Profile(folder.absolute())
