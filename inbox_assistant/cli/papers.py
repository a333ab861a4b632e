"""``handover``, ``evidence`` and ``purge``: what leaves the desk, and what goes."""

import argparse

from inbox_assistant.bootstrap.program import open_numbers, open_program
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import number_of_days, target_path
from inbox_assistant.cli.output import Exit, counted
from inbox_assistant.cli.printing import write_page
from inbox_assistant.cli.triage import moment_in
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.reports.evidence_page import evidence_page
from inbox_assistant.reports.handover_page import handover_page, handover_text
from inbox_assistant.services.evidence import evidence_of
from inbox_assistant.services.handing_on import HandingOn
from inbox_assistant.services.reading import Reading
from inbox_assistant.settings import load_settings


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    handover = commands.add_parser("handover", help="the end of the day on one page")
    handover.add_argument("--until", metavar="TIME", help="default: the next shift")
    handover.set_defaults(run=run_handover)
    evidence = commands.add_parser("evidence", help="a thread for a claim or an appeal")
    evidence.add_argument("thread", metavar="THREAD")
    evidence.set_defaults(run=run_evidence)
    for parser in (handover, evidence):
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--html", type=target_path, metavar="FILE")
        form.add_argument("--pdf", type=target_path, metavar="FILE")
        parser.add_argument(
            "--unmasked", action="store_true", help="with the buyer's data"
        )
    purge = commands.add_parser("purge", help="remove old correspondence for good")
    purge.add_argument(
        "--older-than", type=number_of_days, required=True, metavar="DAYS"
    )
    purge.add_argument("--yes", action="store_true", help="it cannot be taken back")
    purge.add_argument("--json", action="store_true")
    purge.set_defaults(run=run_purge)


def run_handover(chosen: argparse.Namespace) -> Exit:
    """Write the page of the end of the day."""
    until = None if chosen.until is None else moment_in(chosen.until)
    with open_numbers(chosen.profile) as numbers:
        reading = Reading(numbers.store, load_settings(chosen.profile.settings))
        handing_on = HandingOn(numbers.store, reading, numbers)
        handover = handing_on.page(system_clock(), until, unmasked=chosen.unmasked)
    if chosen.html or chosen.pdf:
        write_page(handover_page(handover), "End of day", chosen.html, chosen.pdf)
    else:
        output.text(*handover_text(handover).splitlines())
    return Exit.DONE


def run_evidence(chosen: argparse.Namespace) -> Exit:
    """Write the evidence pack of a thread."""
    if not (chosen.html or chosen.pdf):
        raise InputError("Name a file with --html or --pdf.")
    with open_numbers(chosen.profile) as numbers:
        evidence = evidence_of(
            numbers.store, chosen.thread, system_clock(), unmasked=chosen.unmasked
        )
    write_page(evidence_page(evidence), "Evidence", chosen.html, chosen.pdf)
    return Exit.DONE


def run_purge(chosen: argparse.Namespace) -> Exit:
    """Remove old correspondence."""
    if not chosen.yes:
        raise InputError(
            "What is purged cannot be brought back.", "Add --yes if that is meant."
        )
    with open_program(chosen.profile) as program:
        purged, _ = program.retention.purge(chosen.older_than)
    if chosen.json:
        output.document(
            {
                "threads": purged.threads,
                "messages": purged.messages,
                "mails": purged.mails,
            }
        )
    else:
        threads = counted(purged.threads, "thread")
        messages = counted(purged.messages, "message")
        output.text(f"Removed for good: {threads}, {messages}.")
    return Exit.DONE
