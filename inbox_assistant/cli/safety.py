"""``backup``, ``restore``, ``recover``, ``rebuild`` and ``doctor``."""

import argparse

from inbox_assistant.bootstrap.program import open_program, recover_profile
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import named_path
from inbox_assistant.cli.doctor import examine
from inbox_assistant.cli.output import Exit, Tally, counted
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.services import safety


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    backup = commands.add_parser("backup", help="write a verified copy of the profile")
    backup.add_argument("file", type=named_path, metavar="FILE")
    backup.set_defaults(run=run_backup)
    restore = commands.add_parser("restore", help="put a backup in the profile's place")
    restore.add_argument("file", type=named_path, metavar="FILE")
    restore.set_defaults(run=run_restore)
    recover = commands.add_parser(
        "recover", help="make a damaged profile whole from what it still holds"
    )
    recover.set_defaults(run=run_recover)
    rebuild = commands.add_parser("rebuild", help="read every kept mail again")
    rebuild.set_defaults(run=run_rebuild)
    doctor = commands.add_parser("doctor", help="say what works and what does not")
    doctor.add_argument("--json", action="store_true")
    doctor.set_defaults(run=run_doctor)


def run_backup(chosen: argparse.Namespace) -> Exit:
    """Back the profile up."""
    with open_program(chosen.profile) as program:
        safety.back_up(program.store, chosen.file)
    output.text(f"Written and verified: {chosen.file}")
    return Exit.DONE


def run_restore(chosen: argparse.Namespace) -> Exit:
    """Restore a backup."""
    aside_path = safety.restore(chosen.file, chosen.profile, system_clock)
    if aside_path is not None:
        output.text(f"The former file was set aside: {aside_path}")
    output.text("Restored.")
    return Exit.DONE


def run_recover(chosen: argparse.Namespace) -> Exit:
    """Recover a damaged profile."""
    if not chosen.profile.folder.is_dir():
        raise InputError(f"There is no profile {chosen.profile.folder}.")
    tally = Tally("mail", "read again")
    saved = recover_profile(chosen.profile, progress=tally.tell)
    tally.end()
    mails = counted(saved.mails, "mail")
    steps = counted(saved.entries, "decision or step", "decisions and steps")
    output.text(f"Saved: {mails}, {steps}.")
    if saved.backup is not None:
        output.text(f"With what the backup held besides: {saved.backup}")
    if saved.aside is not None:
        output.text(f"The damaged file is kept: {saved.aside}")
    return Exit.DONE


def run_rebuild(chosen: argparse.Namespace) -> Exit:
    """Make everything derived again."""
    tally = Tally("mail", "read again")
    with open_program(chosen.profile) as program:
        count = safety.rebuild(program.store, program.intake, tally.tell)
        program.strays.bring_all_home()
    tally.end()
    output.text(f"{counted(count, 'mail')} read again.")
    return Exit.DONE


def run_doctor(chosen: argparse.Namespace) -> Exit:
    """Examine the system, the profile, the mailboxes and the keyring."""
    checks = examine(chosen.profile)
    if chosen.json:
        output.document(
            [{"what": c.what, "works": c.works, "detail": c.detail} for c in checks]
        )
    else:
        output.table(
            ("works" if one.works else "FAILS", one.what, one.detail) for one in checks
        )
    return Exit.DONE if all(one.works for one in checks) else Exit.ATTENTION
