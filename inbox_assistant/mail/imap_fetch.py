"""Read many mails in few questions, newest first, without marking them as read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from inbox_assistant.mail.failures import ServerRefusedError

Answers = Mapping[int, Mapping[bytes, object]]
Ask = Callable[[Sequence[int], Sequence[str]], Answers]
"""Asks the server for items of the mails with these UIDs."""

MAILS_IN_A_BATCH = 200
BYTES_IN_A_BATCH = 4 * 2**20
SIZES_IN_A_QUESTION = 500
"""Small enough for the longest line every server takes."""
LARGEST_MAIL = 50 * 2**20
"""Of a larger mail only so much is read."""

HEADER_FIELDS = (
    "MESSAGE-ID",
    "DATE",
    "FROM",
    "REPLY-TO",
    "TO",
    "SUBJECT",
    "IN-REPLY-TO",
    "REFERENCES",
    "X-SPACE-NOTIFICATION-TYPE",
)


@dataclass(frozen=True, slots=True)
class FetchedMail:
    """One mail as the server keeps it.

    ``arrived_at`` is the server's arrival time in UTC, ``None`` where it is none.
    ``cut`` says that the mail is larger than we read and ``raw`` is its beginning.
    """

    uid: int
    raw: bytes
    arrived_at: datetime | None
    flags: frozenset[str]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class MailHeader:
    """The first things to know about a mail: size, flags and some header fields."""

    uid: int
    size: int
    arrived_at: datetime | None
    flags: frozenset[str]
    header: bytes


def read_mails(ask: Ask, uids: Iterable[int]) -> Iterator[FetchedMail]:
    """Yield the mails of *uids*, newest first.

    A mail that is gone or that the server cannot give is left out; every other one
    still comes.
    """
    newest_first = sorted(set(uids), reverse=True)
    for some in _portions(newest_first, SIZES_IN_A_QUESTION):
        sizes = _sizes(ask, some)
        for batch in _batches(sizes):
            yield from _mails(ask, batch, "BODY.PEEK[]")
        for uid in sorted(sizes, reverse=True):
            if sizes[uid] > LARGEST_MAIL:
                yield from _mails(ask, [uid], f"BODY.PEEK[]<0.{LARGEST_MAIL}>")


def read_headers(ask: Ask, uids: Iterable[int]) -> Iterator[MailHeader]:
    """Yield the header of each of *uids*, newest first."""
    fields = f"BODY.PEEK[HEADER.FIELDS ({' '.join(HEADER_FIELDS)})]"
    items = ["FLAGS", "INTERNALDATE", "RFC822.SIZE", fields]
    for some in _portions(sorted(set(uids), reverse=True), SIZES_IN_A_QUESTION):
        answers = ask_singly_if_refused(ask, some, items)
        for uid in some:
            header = _text(answers.get(uid, {}), b"BODY[HEADER")
            if header is not None:
                answer = answers[uid]
                yield MailHeader(
                    uid, _size(answer), _arrived_at(answer), flags_in(answer), header
                )


def ask_singly_if_refused(
    ask: Ask, uids: Sequence[int], items: Sequence[str]
) -> Answers:
    """Return the answers for all *uids*; one that cannot be read spoils no other."""
    try:
        return ask(uids, items)
    except ServerRefusedError:
        if len(uids) == 1:
            return {}
    answers: dict[int, Mapping[bytes, object]] = {}
    for uid in uids:
        answers |= ask_singly_if_refused(ask, [uid], items)
    return answers


def flags_in(answer: Mapping[bytes, object]) -> frozenset[str]:
    """Return the flags that an *answer* names."""
    flags = answer.get(b"FLAGS", ())
    if not isinstance(flags, tuple):
        return frozenset()
    return frozenset(
        flag.decode("ascii", "replace") if isinstance(flag, bytes) else str(flag)
        for flag in flags
    )


def _mails(ask: Ask, batch: Sequence[int], body: str) -> Iterator[FetchedMail]:
    answers = ask_singly_if_refused(ask, batch, ["FLAGS", "INTERNALDATE", body])
    for uid in batch:
        answer = answers.get(uid, {})
        raw = _text(answer, b"BODY[]")
        if raw is not None:
            cut = body.endswith(">") and len(raw) >= LARGEST_MAIL
            yield FetchedMail(uid, raw, _arrived_at(answer), flags_in(answer), cut)


def _sizes(ask: Ask, uids: Sequence[int]) -> dict[int, int]:
    answers = ask_singly_if_refused(ask, uids, ["RFC822.SIZE"])
    return {uid: _size(answers[uid]) for uid in uids if uid in answers}


def _batches(sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the UIDs in portions that a server and a memory can bear."""
    batch: list[int] = []
    weight = 0
    for uid, size in sizes.items():
        if size > LARGEST_MAIL:
            continue
        full = len(batch) == MAILS_IN_A_BATCH or weight + size > BYTES_IN_A_BATCH
        if batch and full:
            yield batch
            batch, weight = [], 0
        batch.append(uid)
        weight += size
    if batch:
        yield batch


def _portions(uids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(uids), size):
        yield uids[start : start + size]


def _text(answer: Mapping[bytes, object], name: bytes) -> bytes | None:
    """Return the text whose name begins with *name*: servers vary the rest."""
    for key, value in answer.items():
        if key.startswith(name) and isinstance(value, bytes):
            return value
    return None


def _size(answer: Mapping[bytes, object]) -> int:
    size = answer.get(b"RFC822.SIZE", 0)
    return size if isinstance(size, int) else 0


def _arrived_at(answer: Mapping[bytes, object]) -> datetime | None:
    at = answer.get(b"INTERNALDATE")
    if not isinstance(at, datetime) or at.tzinfo is None:
        return None
    return at.astimezone(UTC)
