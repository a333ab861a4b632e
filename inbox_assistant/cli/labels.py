"""``assign``, ``tag``, ``snooze`` and ``view``: what agents write on threads."""

import argparse
from collections.abc import Sequence

from inbox_assistant.bootstrap.program import open_program, open_reading_only
from inbox_assistant.cli import output
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.triage import moment_in
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.query import Operator
from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.services.settling import Settled

_MOST_NAMES = 10
"""More would not be read."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    assign = commands.add_parser("assign", help="say whose threads are")
    assign.add_argument("threads", nargs="+", metavar="THREAD")
    whose = assign.add_mutually_exclusive_group(required=True)
    whose.add_argument("--to", metavar="NAME")
    whose.add_argument("--nobody", action="store_true")
    assign.set_defaults(run=run_assign)
    tag = commands.add_parser("tag", help="put tags on threads, or take them off")
    tag.add_argument("threads", nargs="+", metavar="THREAD")
    tag.add_argument("--add", action="append", default=[], metavar="TAG")
    tag.add_argument("--remove", action="append", default=[], metavar="TAG")
    tag.set_defaults(run=run_tag)
    snooze = commands.add_parser("snooze", help="put threads off, within the deadline")
    snooze.add_argument("threads", nargs="+", metavar="THREAD")
    when = snooze.add_mutually_exclusive_group(required=True)
    when.add_argument("--until", metavar="TIME")
    when.add_argument("--wake", action="store_true", help="bring them back now")
    snooze.set_defaults(run=run_snooze)
    view = commands.add_parser("view", help="list, save and remove searches")
    what = view.add_mutually_exclusive_group()
    what.add_argument("--save", nargs=2, metavar=("NAME", "QUERY"))
    what.add_argument("--remove", metavar="NAME")
    view.add_argument("--json", action="store_true", help="JSON Lines")
    view.set_defaults(run=run_view)


def run_assign(chosen: argparse.Namespace) -> Exit:
    """Give threads to somebody, or to nobody."""
    if chosen.to is not None and not chosen.to.strip():
        raise InputError("Name somebody, or give the threads back with --nobody.")
    with open_program(chosen.profile) as program:
        known = program.reading.known_values()[Operator.AGENT]
        _tell(program.labelling.assign(chosen.threads, chosen.to))
    _note_new(chosen.to, known)
    return Exit.DONE


def _note_new(name: str | None, known: Sequence[str]) -> None:
    """Say that nobody of *name* has a thread: it may be another's, misspelt."""
    if name is not None and known and name.strip() not in known:
        names = ", ".join(f"“{one}”" for one in known[:_MOST_NAMES])
        aside(f"Nobody called “{name.strip()}” had a thread so far; others: {names}.")


def run_tag(chosen: argparse.Namespace) -> Exit:
    """Put tags on threads and take others off."""
    if not (chosen.add or chosen.remove):
        raise InputError("Name a tag with --add or --remove.")
    with open_program(chosen.profile) as program, program.store.transaction():
        for tag in chosen.add:
            program.labelling.tag(chosen.threads, tag)
        for tag in chosen.remove:
            program.labelling.untag(chosen.threads, tag)
    output.text("Written down.")
    return Exit.DONE


def run_snooze(chosen: argparse.Namespace) -> Exit:
    """Put threads off, or bring them back."""
    with open_program(chosen.profile) as program:
        if chosen.wake:
            _tell(program.labelling.wake(chosen.threads))
        else:
            until = moment_in(chosen.until)
            _tell(program.labelling.snooze(chosen.threads, until))
    return Exit.DONE


def run_view(chosen: argparse.Namespace) -> Exit:
    """List the saved views, after saving or removing one."""
    if chosen.save or chosen.remove:
        with open_program(chosen.profile) as program:
            if chosen.save:
                program.labelling.save_view(SavedView(*chosen.save))
            else:
                program.labelling.remove_view(chosen.remove)
    with open_reading_only(chosen.profile) as reading:
        views = reading.saved_views()
    if chosen.json:
        for view in views:
            output.line({"name": view.name, "query": view.query, "sort": view.sort})
    else:
        output.table((view.name, view.query) for view in views)
    return Exit.DONE


def _tell(_done: Settled) -> None:
    output.text("Written down.")
