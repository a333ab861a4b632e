"""What is worked out of a mail's bytes alone, here or in processes beside this one.

Reading a mail takes longer than fetching and storing it, so that a mailbox of many
thousands is read by every processor core, while this process stores what they read.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from inbox_assistant.domain.identity import fold_words, message_key, words_digest
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.parsed_mail import ParsedMail
from inbox_assistant.mail.parse import parse_mail, parse_mails
from inbox_assistant.services.worker import (
    begin_as_worker,
    give_way,
    starting_workers,
    usable_cores,
)
from inbox_assistant.storage.mails import Packed, pack

if TYPE_CHECKING:
    from inbox_assistant.policy.topics import TopicReading

MANY = 1_000
"""Below so many mails, starting processes takes longer than it saves."""

AHEAD = 3
"""Batches being read, for each process, while earlier ones are stored."""
_SPARE = 6
"""Batches that wait beside those: while some are stored none is handed over."""

_RELAY = b"@marketplace.amazon"
"""Stands in nearly every mail of a buyer's; what is read is the same without it."""

ReadTopics = Callable[[str], "TopicReading"]
LoadTopics = Callable[[], ReadTopics]


_STORED = tuple(
    field.name
    for field in fields(ParsedMail)
    if field.name not in {"kind", "text", "html"}
)
_values_of = attrgetter(*_STORED)
_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class About:
    """What a message that waits is about, as far as it is stored."""

    topics: tuple[str, ...]
    needs_response: bool
    language: str | None


@dataclass(frozen=True, slots=True)
class Studied:
    """A mail as it was read; ``mail`` without the texts that nobody stores."""

    mail: ParsedMail
    key: str
    packed: Packed
    words_digest: str
    buyer_folded: str | None
    reading: About | None
    """What a message that waits is about."""


Plain = tuple[Any, ...]
"""What was read of a mail in values that pass quickly between processes."""


Result = Callable[[], list[Studied] | None]
"""Waits for mails to be read; ``None`` where they could not be, there."""


def nobody() -> list[Studied] | None:
    """Return nothing: whoever keeps the mails reads them."""
    return None


def study(raw: bytes, read_topics: ReadTopics) -> Studied:
    """Return all that *raw* says."""
    return _made_of(_plain(raw, read_topics))


def _plain(raw: bytes, read_topics: ReadTopics) -> Plain:
    mail = parse_mail(raw)
    return _in_values(mail, raw, _about(mail, read_topics), pack(raw))


def _about(mail: ParsedMail, read_topics: ReadTopics) -> Plain | None:
    if mail.kind not in WAITING_KINDS:
        return None
    reading = read_topics(mail.words)
    return (reading.topics, reading.needs_response, reading.language)


def _in_values(
    mail: ParsedMail, raw: bytes, about: Plain | None, packed: Packed
) -> Plain:
    return (
        mail.kind.value,
        _values_of(mail),
        message_key(mail, raw),
        (packed.digest, packed.compressed, packed.size),
        words_digest(mail.words),
        fold_words(mail.buyer or "") or None,
        about,
    )


def _made_of(plain: Plain) -> Studied:
    kind, values, key, packed, digest, folded, about = plain
    return Studied(
        mail=_mail_of(kind, values),
        key=key,
        packed=Packed(*packed),
        words_digest=digest,
        buyer_folded=folded,
        reading=None if about is None else About(*about),
    )


def _mail_of(kind: str, values: Plain) -> ParsedMail:
    """Return the mail that was read, without the texts that nobody stores.

    To call its class takes twice as long as all the rest of what makes it.
    """
    mail = ParsedMail.__new__(ParsedMail)
    vars(mail).update(zip(_STORED, values, strict=True), kind=_KINDS[kind])
    return mail


class Readers:
    """Processes that read mails while others are fetched and stored."""

    def __init__(self, pool: ProcessPoolExecutor, batches: int) -> None:
        self._pool = pool
        self.batches = batches
        """How many batches may be with them at a time."""

    def begin(self, raws: Sequence[bytes]) -> Result:
        """Begin to read *raws*."""
        try:
            with starting_workers():
                begun = self._pool.submit(_study_all, list(raws))
        except BrokenProcessPool:
            return nobody

        def result() -> list[Studied] | None:
            try:
                return [_made_of(plain) for plain in begun.result()]
            except BrokenProcessPool:
                # A process was ended from outside, as by a lack of memory.
                return None

        return result


@contextmanager
def readers(count: int, load: LoadTopics | None) -> Iterator[Readers | None]:
    """Yield processes to read about *count* mails with; none for a few.

    *load* makes what reads the topics in each of them, and must be a function of a
    module.
    """
    cores = usable_cores()
    if load is None or count < MANY or cores == 1:
        yield None
        return
    pool = ProcessPoolExecutor(
        cores,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_prepare,
        initargs=(load,),
    )
    try:
        yield Readers(pool, cores * AHEAD + _SPARE)
    finally:
        pool.shutdown(cancel_futures=True)


_read_topics: ReadTopics | None = None


def _prepare(load: LoadTopics) -> None:
    begin_as_worker()
    give_way()
    global _read_topics  # noqa: PLW0603 - a process reads with one engine
    _read_topics = load()


def _study_all(raws: Sequence[bytes]) -> list[Plain]:
    """Read *raws* step by step: each step for all of them, and like beside like.

    What a step needs then stays near the processor, which saves a quarter of the time.
    """
    if _read_topics is None:
        raise RuntimeError("the process was not prepared")
    order = sorted(range(len(raws)), key=lambda place: _RELAY in raws[place])
    mails = parse_mails([raws[place] for place in order])
    about = [_about(mail, _read_topics) for mail in mails]
    packed = [pack(raws[place]) for place in order]
    found: dict[int, Plain] = {}
    for place, mail, said, kept in zip(order, mails, about, packed, strict=True):
        found[place] = _in_values(mail, raws[place], said, kept)
    return [found[place] for place in range(len(raws))]
