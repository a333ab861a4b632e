"""Reads the arguments and runs one command."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from inbox_assistant import __version__, paths
from inbox_assistant.cli import (
    accounts,
    audit,
    mailing,
    policy,
    rules,
    safety,
    triage,
    window,
)
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.domain.errors import InboxAssistantError

_PARTS = (window, mailing, accounts, triage, policy, rules, audit, safety)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in *arguments* and return how it ended; see ``Exit``."""
    parser = build_parser()
    chosen = parser.parse_args(arguments)
    chosen.profile = _profile(chosen.profile)
    for stream in (sys.stdout, sys.stderr):
        # Texts of buyers come in every script, terminals in every encoding.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # text streams of a program
    try:
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except InboxAssistantError as error:
        aside(str(error))
        code = Exit.FAILED
    except BrokenPipeError:
        # The reader of the output has gone, as with "| head".
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.DONE
    except KeyboardInterrupt:
        aside("Stopped; what was stored so far stays.")
        code = Exit.FAILED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="inbox-assistant",
        description="Answer Amazon buyer messages in time and within the rules.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help="the folder of the profile (default: the signed-in user's)",
    )
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    parser.set_defaults(run=window.run_window)
    for part in _PARTS:
        part.add_commands(commands)
    return parser


def _profile(folder: Path | None) -> paths.Profile:
    return paths.default_profile() if folder is None else paths.Profile(folder)
