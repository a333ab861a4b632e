"""``audit``: the replies already sent, and what would be flagged in them."""

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.bootstrap.program import open_reading_only
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import named_path, target_path
from inbox_assistant.cli.output import Exit, Tally, aside, counted
from inbox_assistant.cli.records import finding_record
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.moment import iso
from inbox_assistant.mail.files import FoundMail, read_mails
from inbox_assistant.policy.engine import Engine
from inbox_assistant.reports.audit_page import (
    AuditFigures,
    FlaggedStretch,
    audit_page,
)
from inbox_assistant.reports.csv_lines import write_csv
from inbox_assistant.services.auditing import (
    AuditedReply,
    AuditSummary,
    SentMail,
    audit,
)
from inbox_assistant.services.worker import MOST_WORKERS

_HEAD = ("source", "sent_at", "agent", "verdict", "severity", "rule", "category")
_STEP = 500


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    auditing = commands.add_parser(
        "audit", help="what would be flagged in replies already sent"
    )
    auditing.add_argument(
        "paths",
        nargs="*",
        type=named_path,
        metavar="PATH",
        help="none: the profile's own",
    )
    form = auditing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="JSON Lines")
    form.add_argument("--csv", action="store_true")
    form.add_argument("--html", type=target_path, metavar="FILE", help="a page to read")
    auditing.add_argument("--workers", type=int, metavar="N", help="default: all cores")
    auditing.set_defaults(run=run_audit)


def run_audit(chosen: argparse.Namespace) -> Exit:
    """Audit the given paths, or the profile's own replies."""
    if chosen.workers is not None and not 1 <= chosen.workers <= MOST_WORKERS:
        raise InputError(f"The number of workers must be from 1 to {MOST_WORKERS}.")
    unreadable: list[str] = []
    mails = (
        _mails_at(chosen.paths, unreadable)
        if chosen.paths
        else _mails_of(chosen.profile)
    )
    load = partial(_load_engine, str(chosen.profile.folder))
    summary = AuditSummary()
    replies = _counted(audit(mails, load, chosen.workers), summary)
    stretches = _write(replies, chosen)
    if chosen.html is not None:
        figures = AuditFigures(
            summary.replies,
            summary.verdicts,
            summary.by_rule,
            summary.by_month,
            summary.by_agent,
        )
        chosen.html.write_text(audit_page(figures, stretches), "utf-8")
    elif not (chosen.json or chosen.csv):
        _tell(summary)
    for complaint in unreadable:
        aside(complaint)
    flagged = bool(summary.verdicts["block"]) or bool(unreadable)
    return Exit.ATTENTION if flagged else Exit.DONE


def _write(
    replies: Iterator[AuditedReply], chosen: argparse.Namespace
) -> list[FlaggedStretch]:
    """Write each reply in the form that was asked for; return stretches for a page."""
    if chosen.csv:
        write_csv(sys.stdout, (*_HEAD, "text"), _csv_rows(replies))
        return []
    stretches: list[FlaggedStretch] = []
    for one in replies:
        if chosen.json:
            output.line(_record(one))
        elif chosen.html is not None:
            stretches.extend(_stretches(one))
    return stretches


def _load_engine(folder: str) -> Engine:
    """Return the engine of the profile in *folder*; runs in each worker."""
    profile = paths.Profile(Path(folder))
    return policy_of(profile if profile.folder.exists() else None).engine


def _mails_at(given: list[Path], unreadable: list[str]) -> Iterator[SentMail]:
    for one in read_mails(given):
        if isinstance(one, FoundMail):
            yield SentMail(one.source, one.raw)
        else:
            unreadable.append(f"{one.path}: {one.reason}")


def _mails_of(profile: paths.Profile) -> Iterator[SentMail]:
    with open_reading_only(profile) as reading:
        for row, _, source in reading.of_kind(Kind.REPLY):
            raw = reading.raw(row.number)
            if raw is not None:
                yield SentMail(source or row.key, raw)


def _counted(
    audited: Iterator[AuditedReply | None], summary: AuditSummary
) -> Iterator[AuditedReply]:
    tally = Tally("mail", "read")
    for one in audited:
        summary.mails += 1
        if summary.mails % _STEP == 0:
            tally.tell(summary.mails)
        if one is not None:
            summary.count(one)
            yield one
    tally.end()


def _record(one: AuditedReply) -> dict[str, object]:
    return {
        "source": one.source,
        "sent_at": iso(one.sent_at),
        "agent": one.agent,
        "subject": one.subject,
        "reply": one.is_reply,
        "verdict": one.verdict.value,
        "findings": [finding_record(finding) for finding in one.findings],
    }


def _csv_rows(replies: Iterator[AuditedReply]) -> Iterator[tuple[object, ...]]:
    for one in replies:
        for finding in one.findings:
            yield (
                one.source,
                iso(one.sent_at),
                one.agent,
                one.verdict.value,
                finding.severity.value,
                finding.rule,
                finding.category,
                finding.text,
            )


def _stretches(one: AuditedReply) -> Iterator[FlaggedStretch]:
    for finding in one.findings:
        yield FlaggedStretch(
            source=one.source,
            sent=iso(one.sent_at) or "",
            agent=one.agent,
            severity=finding.severity.value,
            rule=finding.rule,
            text=finding.text,
            message=finding.message,
        )


def _tell(summary: AuditSummary) -> None:
    output.text(
        f"{counted(summary.replies, 'reply', 'replies')} among "
        f"{counted(summary.mails, 'mail')}: "
        f"{summary.verdicts['block']} must not have been sent, "
        f"{summary.verdicts['warn']} to look at again."
    )
    output.table(
        (str(count), severity, rule)
        for (rule, severity), count in summary.by_rule.most_common()
    )
