"""Taking mails in: kept as received, read, and put where they belong."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby, islice, zip_longest

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.deadline import OLDER_AFTER
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.parsed_mail import PARSER_VERSION, ParsedMail
from inbox_assistant.domain.received import received
from inbox_assistant.services.beginning import Beginning, Beginnings
from inbox_assistant.services.floating import may_have_home
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.studying import ReadTopics, Studied, study
from inbox_assistant.storage.incoming import NewMail
from inbox_assistant.storage.mails import Arrival, times_of
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

BATCH = 200
"""Mails stored in one transaction: few enough to let other writers in between."""

_TRUSTED_KINDS = frozenset({Kind.COPY_OF_REPLY, Kind.OPT_OUT, Kind.BOUNCE})
_WITH_PARTNER = WAITING_KINDS | {Kind.REPLY}


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail as it came: its bytes, and how."""

    raw: bytes
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the mails taken in.

    ``added`` counts mails newly kept, ``not_buyer_messages`` how many of those are
    none; ``unreadable`` pairs a source with a reason.
    """

    added: int = 0
    already_there: int = 0
    not_buyer_messages: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()
    changes: Changes = field(default_factory=Changes)

    def __add__(self, other: "Kept") -> "Kept":
        """Return both results as one."""
        return Kept(
            self.added + other.added,
            self.already_there + other.already_there,
            self.not_buyer_messages + other.not_buyer_messages,
            self.unreadable + other.unreadable,
            self.changes | other.changes,
        )


@dataclass(frozen=True, slots=True)
class _Come:
    """A mail that came, and what was read of it unless its bytes are known."""

    delivery: Delivery
    studied: Studied | None
    row: MessageRow | None

    @property
    def key(self) -> str:
        """Return the key of its message, or nothing."""
        return "" if self.row is None else self.row.key

    @property
    def digest(self) -> bytes:
        """Return the digest of its bytes, or nothing."""
        return b"" if self.studied is None else self.studied.packed.digest


def _come(delivery: Delivery, one: Studied | None, kept_at: datetime) -> _Come:
    row = None if one is None else _row(one.key, one, [(delivery.arrival, kept_at)])
    return _Come(delivery, one, row)


class _Batch:
    """What one transaction has seen so far."""

    def __init__(self) -> None:
        self.partners: set[str] = set()
        self.floats: set[int] = set()
        self.begun: list[MessageRow] = []
        self.new_keys: list[str] = []
        self.result = Kept()

    def touch(self, row: MessageRow, number: int) -> None:
        if row.partner is not None:
            self.partners.add(row.partner)
        elif may_have_home(row):
            self.floats.add(number)


class Intake:
    """Takes mails in from wherever they come."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        read_topics: ReadTopics,
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._read_topics = read_topics
        self._reckoning = Reckoning(store)
        self._beginning = Beginning(store, self._reckoning)

    def keep(self, deliveries: Iterable[Delivery]) -> Iterator[Kept]:
        """Keep *deliveries*, yielding the result of each batch once it is stored.

        Raises StorageError when a batch cannot be stored; earlier ones stay.
        """
        waiting = iter(deliveries)
        while batch := list(islice(waiting, BATCH)):
            yield self.keep_batch(batch)

    def keep_batch(
        self,
        deliveries: Sequence[Delivery],
        studied: Sequence[Studied | None] = (),
    ) -> Kept:
        """Keep *deliveries* in one transaction (or within the one that is open).

        *studied* is what was read of each of them already, if anything was.
        """
        # What takes long is done before the file is locked for other writers.
        read = [
            known or self._study_new(one.raw)
            for one, known in zip_longest(deliveries, studied)
        ]
        batch = _Batch()
        with self._store.transaction():
            kept_at = self._clock()
            come = [
                _come(delivery, one, kept_at)
                for delivery, one in zip(deliveries, read, strict=True)
            ]
            new = self._new_among(come)
            begun = self._begin(come, new)
            for is_new, some in groupby(come, lambda one: one.key in new):
                if is_new:
                    self._keep_new(list(some), begun, kept_at, batch)
                    continue
                for one in some:
                    batch.result += self._keep_one(one, kept_at, batch)
            threads = self._reckoning.reckon(batch.partners, batch.floats, batch.begun)
            if batch.new_keys:
                self._scribe.write(Action.MAILS_KEPT, messages=batch.new_keys)
        return batch.result + Kept(changes=Changes(threads=threads | begun.threads))

    def _new_among(self, come: Sequence[_Come]) -> set[str]:
        """Return the keys of the messages that came once and are not there yet.

        Nor may their bytes be: they can belong to a message with another key.
        """
        read = [one for one in come if one.row is not None and one.studied is not None]
        keys = Counter(one.key for one in read)
        digests = Counter(one.digest for one in read)
        known_keys = self._store.incoming.known_keys(keys)
        known_digests = self._store.incoming.known_digests(list(digests))
        return {
            one.key
            for one in read
            if keys[one.key] == 1
            and digests[one.digest] == 1
            and one.key not in known_keys
            and one.digest not in known_digests
        }

    def _begin(self, come: Sequence[_Come], new: Collection[str]) -> Beginnings:
        rows = [one.row for one in come if one.row is not None]
        touched = {row.partner for row in rows if row.partner and row.key not in new}
        return self._beginning.begin([row for row in rows if row.key in new], touched)

    def _keep_new(
        self,
        come: Sequence[_Come],
        begun: Beginnings,
        kept_at: datetime,
        batch: _Batch,
    ) -> None:
        """Keep mails of which nothing is there yet, all at once."""
        mails = [
            NewMail(one.studied.packed, one.delivery.arrival, one.row)
            for one in come
            if one.studied is not None and one.row is not None
        ]
        numbers = self._store.incoming.add(mails, begun.places, PARSER_VERSION, kept_at)
        others = 0
        unreadable: list[tuple[str, str]] = []
        for mail, number in zip(mails, numbers, strict=True):
            row = mail.row
            if row.key in begun.places:
                batch.begun.append(row)
            else:
                batch.touch(row, number)
            batch.new_keys.append(row.key)
            others += row.kind not in WAITING_KINDS
            if row.kind is Kind.UNREADABLE:
                unreadable.append((mail.arrival.source, row.kind_reason))
        batch.result += Kept(
            added=len(mails),
            not_buyer_messages=others,
            unreadable=tuple(unreadable),
        )

    def _study_new(self, raw: bytes) -> Studied | None:
        if self._store.mails.find(raw) is not None:
            return None
        return study(raw, self._read_topics)

    def _keep_one(self, come: _Come, kept_at: datetime, batch: _Batch) -> Kept:
        """Keep a mail whose message, or whose bytes, may be there already."""
        delivery, one = come.delivery, come.studied
        raw_id = (
            self._store.mails.find(delivery.raw)
            if one is None
            else self._store.mails.find_digest(one.packed.digest)
        )
        if raw_id is not None:
            self._note_again(raw_id, delivery, one, batch)
            return Kept(already_there=1)
        one = one or study(delivery.raw, self._read_topics)
        mail = one.mail
        row = _row(one.key, one, [(delivery.arrival, kept_at)])
        number = self._store.messages.add_if_new(row, PARSER_VERSION)
        # Kept together with its message's number: writing that later costs as much.
        raw_id = self._store.mails.keep(one.packed, one.key, kept_at, number)
        self._store.mails.note_arrival(raw_id, delivery.arrival, kept_at)
        if number is None:
            known = self._join(raw_id, row)
            batch.touch(known, known.number)
            return Kept(already_there=1)
        batch.touch(row, number)
        batch.new_keys.append(row.key)
        unreadable: tuple[tuple[str, str], ...] = ()
        if mail.kind is Kind.UNREADABLE:
            unreadable = ((delivery.arrival.source, mail.kind_reason),)
        return Kept(
            added=1,
            not_buyer_messages=int(mail.kind not in WAITING_KINDS),
            unreadable=unreadable,
        )

    def _note_again(
        self, raw_id: int, delivery: Delivery, one: Studied | None, batch: _Batch
    ) -> None:
        """Learn from another way by which the same bytes came."""
        kept_at = self._clock()
        if not self._store.mails.note_arrival(raw_id, delivery.arrival, kept_at):
            return
        one = one or study(delivery.raw, self._read_topics)
        key = self._store.mails.key_of(raw_id)
        row = self._place(raw_id, key, one, [(delivery.arrival, kept_at)])
        batch.touch(row, row.number)

    def read_again(self, raw_id: int) -> MessageRow:
        """Read a kept mail anew and tie it to its message; call in a transaction.

        The threads are not worked out.
        """
        one = study(self._store.mails.read(raw_id), self._read_topics)
        key = self._store.mails.key_of(raw_id)
        return self._place(raw_id, key, one, self._store.mails.arrivals(raw_id))

    def _place(
        self,
        raw_id: int,
        key: str,
        one: Studied,
        arrivals: Sequence[tuple[Arrival, datetime]],
    ) -> MessageRow:
        """Tie the bytes kept as *raw_id* to their message, made when it is new.

        The threads are not worked out.
        """
        row = _row(key, one, arrivals)
        number = self._store.messages.add_if_new(row, PARSER_VERSION)
        if number is None:
            return self._join(raw_id, row)
        self._store.mails.belongs_to(raw_id, number)
        return replace(row, number=number)

    def _join(self, raw_id: int, row: MessageRow) -> MessageRow:
        """Tie the bytes kept as *raw_id*, read as *row*, to the message with its key.

        Returns the message as it was.
        """
        known = self._store.messages.by_key(row.key)
        if known is None:
            raise LookupError(row.key)
        is_known_mail = self._store.mails.message_of(raw_id) == known.number
        self._store.mails.belongs_to(raw_id, known.number)
        self._store.messages.earlier(
            known.number, row.received_at, row.received_from, trusted=row.trusted
        )
        if known.account is None and row.account is not None:
            self._store.messages.came_by(known.number, row.account)
        # The same mail found once more, as in a folder numbered anew, is no news.
        if known.older and not row.older and not is_known_mail:
            self._store.messages.not_older(known.number)
        return known


def _row(
    key: str, one: Studied, arrivals: Sequence[tuple[Arrival, datetime]]
) -> MessageRow:
    mail, reading = one.mail, one.reading
    known = [
        received(times_of(arrival, kept_at, mail.dated_at, mail.stamped_at))
        for arrival, kept_at in arrivals
    ]
    when = min(known, key=lambda one: one.at)
    first_arrival, first_kept_at = arrivals[0]
    waits = mail.kind in WAITING_KINDS
    in_sent = any(arrival.in_sent_folder for arrival, _ in arrivals)
    accounts = [arrival.account for arrival, _ in arrivals if arrival.account]
    return MessageRow(
        key=key,
        kind=mail.kind,
        kind_reason=mail.kind_reason,
        partner=_partner(mail, key),
        account=accounts[0] if accounts else None,
        received_at=when.at,
        received_from=when.source,
        sender=mail.sender,
        answer_to=mail.answer_to,
        alias=mail.alias,
        case_id=mail.case_id,
        thread_token=mail.thread_token,
        mail_id=mail.message_id,
        references=mail.references,
        buyer=mail.buyer,
        buyer_folded=one.buyer_folded,
        subject=mail.subject,
        order_id=mail.order_id,
        asin=mail.asin,
        product=mail.product,
        marketplace=mail.marketplace,
        language=None if reading is None else reading.language,
        topics=() if reading is None else reading.topics,
        needs_response=reading is None or reading.needs_response or _says_more(mail),
        words=mail.words,
        words_digest=one.words_digest,
        no_response_link=mail.no_response_link,
        case_link=mail.case_link,
        attachments=mail.attachments,
        doubts=mail.doubts,
        returned_mail_id=mail.returned_message_id,
        trusted=mail.kind in _TRUSTED_KINDS
        # Amazon does not count what a machine answers.
        or (mail.kind is Kind.REPLY and in_sent and not mail.auto_reply),
        older=waits
        and first_arrival.first_import
        and first_kept_at - known[0].at > OLDER_AFTER,
    )


def _says_more(mail: ParsedMail) -> bool:
    """Return whether the mail carries something besides its words."""
    return bool(mail.attachments) or not mail.words.strip()


def _partner(mail: ParsedMail, key: str) -> str | None:
    """Return whom the mail is exchanged with, as precisely as it says."""
    if mail.kind not in _WITH_PARTNER:
        return None
    if mail.alias:
        return mail.alias
    for mark, value in (
        ("t", mail.thread_token),
        ("c", mail.case_id),
        ("o", mail.order_id),
    ):
        if value:
            return f"{mark}:{value}"
    return f"m:{key}"
