"""``check``, ``topics`` and ``rules``: the policy engine without a window."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from inbox_assistant.bootstrap.policy import Policy, policy_of
from inbox_assistant.cli import output
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.records import finding_record
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Finding, Verdict, verdict_of
from inbox_assistant.policy.context import Context


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    check = commands.add_parser("check", help="say what must not be in a reply")
    check.add_argument("file", nargs="?", default="-", help="the reply; - is stdin")
    check.add_argument("--buyer", type=Path, metavar="FILE", help="what it answers")
    check.add_argument("--language", metavar="xx")
    check.add_argument("--marketplace", metavar="XX")
    check.add_argument("--batch", metavar="FILE", help="JSON Lines in and out")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=run_check)
    topics = commands.add_parser("topics", help="say what buyers' messages ask")
    topics.add_argument("--batch", metavar="FILE", required=True)
    topics.set_defaults(run=run_topics)


def run_check(chosen: argparse.Namespace) -> Exit:
    """Check one reply, or a batch of them."""
    policy = policy_of(chosen.profile if chosen.profile.folder.exists() else None)
    if chosen.batch is not None:
        return _check_batch(policy, chosen.batch)
    text = _read(chosen.file)
    buyer = None if chosen.buyer is None else _read(str(chosen.buyer))
    context = Context(
        buyer_text=buyer, language=chosen.language, marketplace=chosen.marketplace
    )
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
    policy = policy_of(None)
    for record in _records(chosen.batch):
        reading = policy.read_topics(str(record.get("text") or ""))
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
    for record in _records(name):
        buyer = record.get("buyer")
        findings = policy.check(
            str(record.get("reply") or ""),
            Context(
                buyer_text=None if buyer is None else str(buyer),
                marketplace=_text_or_none(record.get("marketplace")),
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
            f"{one.severity.value.upper():5}  {one.category}: “{one.text}”",
            f"       {one.message}",
        )


def _records(name: str) -> Iterator[dict[str, object]]:
    with _opened(name) as stream:
        for number, text in enumerate(stream, 1):
            if not text.strip():
                continue
            try:
                record = json.loads(text)
            except ValueError as error:
                raise InputError(f"Line {number} of {name} is not JSON.") from error
            if not isinstance(record, dict):
                raise InputError(f"Line {number} of {name} is not a JSON object.")
            yield record


@contextmanager
def _opened(name: str) -> Iterator[IO[str]]:
    if name == "-":
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text stream
        yield sys.stdin
        return
    try:
        stream = Path(name).open(encoding="utf-8")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error
    with stream:
        yield stream


def _read(name: str) -> str:
    try:
        if name == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return Path(name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The text in {name} cannot be read: {error}.") from error


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
