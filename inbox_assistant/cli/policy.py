"""``check``, ``topics`` and ``rules``: the policy engine without a window."""

import argparse
import re
from collections.abc import Collection, Sequence

from inbox_assistant.bootstrap.policy import Policy, policy_of
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import file_name, named_path
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.reading import read_records, read_text
from inbox_assistant.cli.records import finding_record
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.excerpt import excerpt
from inbox_assistant.domain.finding import Finding, Verdict, verdict_of
from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.paths import Profile
from inbox_assistant.policy.context import Context

_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]+)*")
"""Two letters, and for whom: ``de``, ``en-GB``, ``zh_Hans_CN``."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    check = commands.add_parser("check", help="say what must not be in a reply")
    check.add_argument(
        "file", type=file_name, nargs="?", default="-", help="the reply; - is stdin"
    )
    check.add_argument(
        "--buyer", type=named_path, metavar="FILE", help="what it answers"
    )
    check.add_argument("--language", metavar="xx")
    check.add_argument("--marketplace", metavar="XX")
    check.add_argument(
        "--batch", type=file_name, metavar="FILE", help="JSON Lines in and out"
    )
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_check)
    topics = commands.add_parser("topics", help="say what buyers' messages ask")
    topics.add_argument("--batch", type=file_name, metavar="FILE", required=True)
    topics.set_defaults(run=run_topics)


def run_check(chosen: argparse.Namespace) -> Exit:
    """Check one reply, or a batch of them."""
    policy = policy_of(_existing(chosen.profile))
    if chosen.batch is not None:
        return _check_batch(policy, chosen.batch)
    if str(chosen.buyer) == chosen.file == "-":
        raise InputError(
            "Only one text can come by standard input.",
            "Read the reply, or what it answers, from a file.",
        )
    text = read_text(chosen.file)
    buyer = None if chosen.buyer is None else read_text(str(chosen.buyer))
    context = Context(
        buyer_text=buyer,
        language=_language_code(chosen.language),
        marketplace=_marketplace(chosen.marketplace),
    )
    _note_unknown(context, policy.engine.languages)
    findings = policy.check(text, context)
    verdict = verdict_of(tuple(findings))
    if chosen.json:
        output.document(
            {
                "verdict": verdict.value,
                "findings": [finding_record(one) for one in findings],
            }
        )
    else:
        _tell(findings)
    for problem in policy.engine.problems:
        aside(str(problem))
    return Exit.ATTENTION if verdict is Verdict.BLOCK else Exit.DONE


def run_topics(chosen: argparse.Namespace) -> Exit:
    """Read the topics of a batch of buyers' messages."""
    engine = policy_of(_existing(chosen.profile)).engine
    for record in read_records(chosen.batch):
        reading = engine.read_topics(
            _text(record.get("text")), _language(record.get("lang"))
        )
        output.line(
            {
                "id": record.get("id"),
                "topics": list(reading.topics),
                "needs_response": reading.needs_response,
            }
        )
    return Exit.DONE


def _check_batch(policy: Policy, name: str) -> Exit:
    worst = Exit.DONE
    for record in read_records(name):
        buyer = record.get("buyer")
        findings = policy.check(
            _text(record.get("reply")),
            Context(
                buyer_text=None if buyer is None else _text(buyer),
                language=_language(record.get("lang")),
                marketplace=_marketplace(record.get("marketplace")),
            ),
        )
        verdict = verdict_of(tuple(findings))
        if verdict is Verdict.BLOCK:
            worst = Exit.ATTENTION
        output.line(
            {
                "id": record.get("id"),
                "verdict": verdict.value,
                "findings": [finding_record(one) for one in findings],
            }
        )
    return worst


def _tell(findings: Sequence[Finding]) -> None:
    if not findings:
        output.text("Nothing to object to.")
    for one in findings:
        output.text(
            f"{one.severity.value.upper():5}  {one.category}: "
            f"“{excerpt(one.text, output.SHOWN)}”",
            f"       {one.message}",
        )


def _existing(profile: Profile) -> Profile | None:
    """Return *profile* if it is there; a mere question must not make one."""
    return profile if profile.folder.is_dir() else None


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _language_code(value: str | None) -> str | None:
    """Return a language that a person named; raises InputError where it is no code."""
    if value and not _LANGUAGE_CODE.fullmatch(value.strip()):
        raise InputError(
            f"“{value}” is no code of a language.", "Write it like de or en-GB."
        )
    return _language(value)


def _marketplace(value: object) -> str | None:
    return _text(value).strip().upper() or None


def _note_unknown(context: Context, languages: Collection[str]) -> None:
    """Say what was named for nothing; the reply is checked all the same."""
    if context.language and context.language not in languages:
        aside(
            f"No rules are written for the language “{context.language}”; the reply is "
            f"checked all the same. Known: {', '.join(languages)}."
        )
    if context.marketplace and context.marketplace not in BY_CODE:
        aside(
            f"“{context.marketplace}” is no marketplace that is known; it is left out "
            f"of account. Known: {', '.join(BY_CODE)}."
        )


def _language(value: object) -> str | None:
    """Return a language by its first two letters: ``en`` for ``en-GB``."""
    return _text(value).strip().lower()[:2] or None
