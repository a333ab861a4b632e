"""``templates``: saved replies, listed, checked, and carried in and out of files."""

import argparse
from pathlib import Path

from inbox_assistant.bootstrap.program import open_program, open_reading_only
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import file_name, target_name
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.reading import called, read_text
from inbox_assistant.cli.records import finding_record
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.template import Template
from inbox_assistant.services.template_files import parsed, written
from inbox_assistant.services.template_judging import Judged


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    templates = commands.add_parser("templates", help="saved replies")
    actions = templates.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list them, the most used first")
    listing.add_argument("--language", metavar="xx")
    listing.add_argument("--json", action="store_true", help="JSON Lines")
    listing.set_defaults(run=run_list)
    check = actions.add_parser("check", help="check every one by the rules in force")
    check.add_argument("--json", action="store_true", help="JSON Lines")
    check.set_defaults(run=run_check)
    taking = actions.add_parser("import", help="take them from a TOML or CSV file")
    taking.add_argument("file", type=file_name, metavar="FILE")
    taking.set_defaults(run=run_import)
    giving = actions.add_parser("export", help="write them to a TOML or CSV file")
    giving.add_argument("file", type=target_name, metavar="FILE")
    giving.add_argument("--own", action="store_true", help="without the shipped ones")
    giving.set_defaults(run=run_export)
    removing = actions.add_parser("remove", help="take one away")
    removing.add_argument("key", metavar="KEY")
    removing.set_defaults(run=run_remove)


def run_list(chosen: argparse.Namespace) -> Exit:
    """List the templates."""
    with open_reading_only(chosen.profile) as reading:
        found = [one.template for one in reading.templates()]
    found = [one for one in found if chosen.language in (None, one.language)]
    if chosen.json:
        for one in found:
            output.line(_record(one))
    else:
        output.table((one.key, one.language, str(one.uses), one.title) for one in found)
    return Exit.DONE


def run_check(chosen: argparse.Namespace) -> Exit:
    """Check every template, as an answer and as an unasked message."""
    with open_program(chosen.profile) as program:
        templating = program.templating
        judged = [templating.judge(one.template) for one in templating.offered()]
    if chosen.json:
        for one in judged:
            output.line(_judged_record(one))
    else:
        output.table(
            (one.template.key, *(v.value for v in one.verdicts), one.template.title)
            for one in judged
        )
    is_blocked = any(one.verdicts[0] is Verdict.BLOCK for one in judged)
    return Exit.ATTENTION if is_blocked else Exit.DONE


def run_import(chosen: argparse.Namespace) -> Exit:
    """Take templates from a file, all of them or none."""
    found = parsed(read_text(chosen.file), called(chosen.file))
    if not found:
        raise InputError(f"{called(chosen.file)} holds no template.")
    with open_program(chosen.profile) as program:
        program.templating.save_all(found)
    output.text(f"Templates taken: {len(found)}.")
    return Exit.DONE


def run_export(chosen: argparse.Namespace) -> Exit:
    """Write templates to a file."""
    with open_reading_only(chosen.profile) as reading:
        found = [one.template for one in reading.templates()]
    kept = [one for one in found if not (chosen.own and one.is_shipped)]
    text = written(kept, chosen.file)
    Path(chosen.file).write_text(text, "utf-8", newline="\n")
    aside(f"Templates written: {len(kept)}.")
    return Exit.DONE


def run_remove(chosen: argparse.Namespace) -> Exit:
    """Take one template away."""
    with open_program(chosen.profile) as program:
        program.templating.remove(chosen.key)
    output.text("Taken away.")
    return Exit.DONE


def _record(one: Template) -> dict[str, object]:
    return {
        "key": one.key,
        "title": one.title,
        "language": one.language,
        "marketplace": one.marketplace,
        "topics": list(one.topics),
        "promise_days": one.promise_days,
        "tags": list(one.tags),
        "holding": one.is_holding,
        "uses": one.uses,
        "body": one.body,
    }


def _judged_record(one: Judged) -> dict[str, object]:
    reply, proactive = one.verdicts
    return {
        "key": one.template.key,
        "reply": reply.value,
        "proactive": proactive.value,
        "findings": [finding_record(finding) for finding in one.reply],
    }
