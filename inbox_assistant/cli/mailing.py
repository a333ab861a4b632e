"""``import`` and ``sync``: mails in, replies out."""

import argparse

from inbox_assistant import logs
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.bootstrap.servers import run_round
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import named_path
from inbox_assistant.cli.output import Exit, Tally, aside, counted
from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.intake import Kept
from inbox_assistant.services.rounds import Round


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    importing = commands.add_parser(
        "import", help="keep mails from .eml, .mbox, Maildir and folders of them"
    )
    importing.add_argument("paths", nargs="+", type=named_path, metavar="PATH")
    importing.add_argument("--json", action="store_true")
    importing.set_defaults(run=run_import)
    syncing = commands.add_parser("sync", help="fetch and deliver once")
    syncing.add_argument("--account", metavar="NAME")
    syncing.add_argument("--json", action="store_true")
    syncing.set_defaults(run=run_sync)


def run_import(chosen: argparse.Namespace) -> Exit:
    """Import the given paths."""
    tally = Tally("mail", "read")
    with open_program(chosen.profile) as program:
        kept = program.importing.import_paths(
            chosen.paths, lambda kept: tally.tell(kept.added + kept.already_there)
        )
    tally.end()
    if chosen.json:
        output.document(_kept_record(kept))
    else:
        added = counted(kept.added, "mail")
        output.text(
            f"{added} added, already there: {kept.already_there}; "
            f"no buyer messages among the new ones: {kept.not_buyer_messages}."
        )
    for path, reason in kept.unreadable:
        aside(f"{path}: {reason}")
    return Exit.ATTENTION if kept.unreadable else Exit.DONE


def run_sync(chosen: argparse.Namespace) -> Exit:
    """Run one round with each account, or with one."""
    with open_program(chosen.profile) as program:
        accounts = program.accounts.all()
        if chosen.account is not None:
            accounts = [program.accounts.named(chosen.account)]
        if not accounts:
            raise InputError(
                "No account is set up.", "“account add --help” says how to add one."
            )
        logs.start_logging(chosen.profile.logs)
        program.strays.bring_all_home()
        rounds = [(account.name, run_round(program, account)) for account in accounts]
    if chosen.json:
        output.document({"accounts": [_round_record(*one) for one in rounds]})
    else:
        for name, done in rounds:
            output.text(
                f"{name}: {counted(done.kept.added, 'mail')} added, "
                f"{counted(done.handed_over, 'reply', 'replies')} handed over."
            )
    return _told_problems(rounds)


def _told_problems(rounds: list[tuple[str, Round]]) -> Exit:
    for name, done in rounds:
        for problem in done.problems:
            aside(f"{name}: {problem}")
        for source, reason in done.kept.unreadable:
            aside(f"{source}: {reason}")
    if all(done.failed for _, done in rounds):
        return Exit.FAILED
    wanting = any(done.problems or done.kept.unreadable for _, done in rounds)
    return Exit.ATTENTION if wanting else Exit.DONE


def _round_record(name: str, done: Round) -> dict[str, object]:
    return {
        "account": name,
        **_kept_record(done.kept),
        "handed_over": done.handed_over,
        "problems": [str(problem) for problem in done.problems],
    }


def _kept_record(kept: Kept) -> dict[str, object]:
    return {
        "added": kept.added,
        "already_there": kept.already_there,
        "not_buyer_messages": kept.not_buyer_messages,
        "unreadable": [
            {"path": path, "reason": reason} for path, reason in kept.unreadable
        ],
    }
