"""``demo``, and the window when no command is given."""

import argparse
import os
import sys

from inbox_assistant import paths
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.domain.errors import InputError


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    demo = commands.add_parser(
        "demo", help="open the window on a sample mailbox in a throw-away profile"
    )
    demo.add_argument(
        "--quit-after",
        type=float,
        metavar="SECONDS",
        help="close the window by itself, for trying whether it opens",
    )
    demo.set_defaults(run=run_demo)


def run_demo(chosen: argparse.Namespace) -> Exit:
    """Open the window on the sample mailbox; nothing of the user's is touched."""
    _get_qt()
    cache = paths.shared_cache()
    if cache is None or not cache.exists():
        # Rules are compiled for the first time; a person wonders what is going on.
        aside("Preparing the sample mailbox. The first time takes some seconds.")
    from inbox_assistant.bootstrap.window import run_demo  # noqa: PLC0415 - Qt

    return Exit.DONE if run_demo(chosen.quit_after) == 0 else Exit.FAILED


def run_window(chosen: argparse.Namespace) -> Exit:
    """Open the window on the profile."""
    _get_qt()
    from inbox_assistant.bootstrap.window import run_window  # noqa: PLC0415 - Qt

    code = run_window(chosen.profile, is_aside=chosen.minimised)
    return Exit.DONE if code == 0 else Exit.FAILED


def _get_qt() -> None:
    refuse_without_screen()
    from inbox_assistant.bootstrap.qt import load_qt  # noqa: PLC0415 - Qt

    load_qt()


def refuse_without_screen() -> None:
    """Raise InputError where no window can open; Qt itself would just abort."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise InputError(
            "There is no screen to open the window on.",
            "Start it in a desktop session, or use the commands: --help lists them.",
        )
