"""What of the replies already sent would be flagged today."""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Finding, Verdict, verdict_of
from inbox_assistant.domain.kind import Kind
from inbox_assistant.mail.parse import parse_mail
from inbox_assistant.policy.context import Context
from inbox_assistant.services.worker import (
    begin_as_worker,
    starting_workers,
    usable_cores,
)

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_assistant.policy.engine import Engine

CHUNK = 64
"""Mails given to a worker at once: enough to outweigh handing them over."""

_FEW = 500
"""Below so many mails, starting workers takes longer than it saves."""

_AHEAD = 4
"""Chunks waiting for each worker; more would only fill the memory."""


@dataclass(frozen=True, slots=True)
class SentMail:
    """One mail that left, from wherever it is kept; ``agent`` where that is known."""

    source: str
    raw: bytes
    agent: str = ""


@dataclass(frozen=True, slots=True)
class AuditedReply:
    """One sent reply with what would be flagged in it; ``sent_at`` is aware UTC."""

    source: str
    sent_at: datetime | None
    agent: str
    subject: str
    is_reply: bool
    verdict: Verdict
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class AuditSummary:
    """The figures of an audit; months are written ``2026-11``."""

    mails: int = 0
    replies: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_month: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_agent: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, one: AuditedReply) -> None:
        """Add one reply to the figures."""
        self.replies += 1
        self.verdicts[one.verdict.value] += 1
        month = "unknown" if one.sent_at is None else f"{one.sent_at:%Y-%m}"
        self.by_month[month, one.verdict.value] += 1
        self.by_agent[one.agent or "unknown", one.verdict.value] += 1
        for finding in one.findings:
            self.by_rule[finding.rule, finding.severity.value] += 1


LoadEngine = Callable[[], "Engine"]

_engine: Engine | None = None


def audit(
    mails: Iterable[SentMail], load: LoadEngine, workers: int | None = None
) -> Iterator[AuditedReply | None]:
    """Yield what would be flagged in each of *mails*, in their order.

    ``None`` stands for a mail that is no reply to a buyer. Work is spread over
    *workers* processes (by default one a core, but just this one for a few mails);
    *load* makes each one's engine and must be a function of a module. Raises
    InputError when a worker is ended from outside.
    """
    waiting = iter(mails)
    first = list(islice(waiting, _FEW))
    every = chain(first, waiting)
    count = workers or (usable_cores() if len(first) == _FEW else 1)
    if count == 1:
        engine = load()
        for mail in every:
            yield audit_one(mail, engine)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        count, mp_context=context, initializer=_prepare, initargs=(load,)
    )
    try:
        yield from _spread(every, pool, count * _AHEAD)
    except BrokenProcessPool as error:
        raise InputError(
            "A process of the audit was ended from outside.",
            "There may be too little memory; try --workers 1.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(
    mails: Iterator[SentMail], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[AuditedReply | None]:
    chunks = iter(partial(_chunk, mails), ())
    with starting_workers():
        begun = deque(pool.submit(_audit_chunk, one) for one in islice(chunks, ahead))
    while begun:
        yield from begun.popleft().result()
        begun.extend(pool.submit(_audit_chunk, one) for one in islice(chunks, 1))


def audit_one(mail: SentMail, engine: Engine) -> AuditedReply | None:
    """Return what would be flagged in one mail, ``None`` where it is no reply."""
    parsed = parse_mail(mail.raw)
    if parsed.kind not in {Kind.REPLY, Kind.COPY_OF_REPLY}:
        return None
    quoted = parsed.text.replace(parsed.words, "", 1).strip()
    answers = bool(parsed.references or quoted)
    context = Context(
        buyer_text=quoted if answers else None, marketplace=parsed.marketplace
    )
    findings = tuple(engine.check(parsed.words, context))
    return AuditedReply(
        source=mail.source,
        sent_at=parsed.dated_at,
        agent=mail.agent or parsed.sender,
        subject=parsed.subject,
        is_reply=answers,
        verdict=verdict_of(findings),
        findings=findings,
    )


def _prepare(load: LoadEngine) -> None:
    begin_as_worker()
    global _engine  # noqa: PLW0603 - a worker process has one engine
    _engine = load()


def _chunk(mails: Iterator[SentMail]) -> tuple[SentMail, ...]:
    return tuple(islice(mails, CHUNK))


def _audit_chunk(mails: Sequence[SentMail]) -> list[AuditedReply | None]:
    if _engine is None:
        raise RuntimeError("the worker was not prepared")
    return [audit_one(mail, _engine) for mail in mails]
