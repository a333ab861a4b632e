"""Working out threads and standings from what is stored.

Everything here can be done again at any time with the same result: after each intake
and decision it is done for the correspondents concerned, and ``rebuild`` does it
for all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from types import MappingProxyType

from inbox_assistant.domain.breach import causes_named
from inbox_assistant.domain.identity import fold_words
from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.labels import NO_LABELS, labels_of
from inbox_assistant.domain.promise import promises
from inbox_assistant.domain.settlement import Mail, Standing, settle
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import ThreadStanding, thread_standing
from inbox_assistant.domain.thread_ties import ThreadTraits, assign_threads
from inbox_assistant.services.floating import home_of
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from inbox_assistant.storage.threads import ThreadFacts

_PREVIEW_LENGTH = 160
"""Code points of a buyer's words that the queue shows."""

_SHORTEST_REPEAT = 8
"""Folded letters below which one text inside another proves nothing."""

_CLOCK_SLACK = timedelta(minutes=10)
"""How far Amazon's clock and the sender's may differ."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A thread that is about to be made, with the standing of each of its messages."""

    facts: ThreadFacts
    standing: ThreadStanding
    messages: Mapping[str, Standing]


class Reckoning:
    """Keeps threads and standings in step with mails and journal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reckon(
        self,
        partners: Iterable[str],
        floating: Iterable[int] = (),
        begun: Iterable[MessageRow] = (),
    ) -> frozenset[str]:
        """Work out the threads with *partners* anew; return the keys concerned.

        *floating* are numbers of mails of Amazon's that came without an alias, and
        *begun* messages whose threads are written already: what Amazon said of them
        earlier comes to them now. Call inside a transaction.
        """
        touched: set[int] = set()
        new: dict[int, Sequence[MessageRow]] = {}
        spoken_of = list(begun)
        for partner in set(partners):
            rows = self._store.messages.of_partner(partner)
            touched |= self._thread(partner, rows, new)
            spoken_of.extend(rows)
        floats = {row.number: row for row in self._speaking_of(spoken_of)}
        for number in floating:
            row = self._store.messages.by_number(number)
            if row is not None:
                floats[number] = row
        # First the threads themselves: where a mail belongs depends on their orders.
        changed = self._write_all(touched, new)
        touched = set()
        for row in floats.values():
            home = home_of(row, self._store)
            touched |= {one for one in (row.thread_id, home) if one is not None}
            if home != row.thread_id:
                self._store.messages.put_into(row.number, home)
        return changed | self._write_all(touched)

    def begin(self, partner: str, rows: Sequence[MessageRow]) -> list[Begun]:
        """Return the threads of *rows*, which are all there is with *partner*.

        Nothing is written; nothing may have been decided about the messages yet.
        """
        keys = assign_threads(partner, self._traits_of(rows))
        ordered = sorted(rows, key=lambda row: (row.received_at, row.key))
        parts: dict[str, list[MessageRow]] = {}
        for row in ordered:
            parts.setdefault(keys[row.key], []).append(row)
        return [self._begun(key, partner, some) for key, some in parts.items()]

    def _begun(self, key: str, partner: str, rows: Sequence[MessageRow]) -> Begun:
        standings = settle(self._mails(rows, ()), ())
        facts = _facts(key, partner, rows, standings)
        return Begun(facts, _thread_standing(rows, standings), standings)

    def reckon_thread(self, key: str, messages: Iterable[str] = ()) -> frozenset[str]:
        """Work out a thread's standing anew after a decision about *messages*.

        Since it was made some of them may have come into other threads.
        """
        numbers = {self._store.threads.number(key)}
        for message in messages:
            row = self._store.messages.by_key(message)
            numbers.add(None if row is None else row.thread_id)
        return self._write_all(numbers)

    def _write_all(
        self,
        numbers: Iterable[int | None],
        new: Mapping[int, Sequence[MessageRow]] = MappingProxyType({}),
    ) -> frozenset[str]:
        written = {
            self._write(number, new.get(number))
            for number in numbers
            if number is not None
        }
        return frozenset(key for key in written if key is not None)

    def standings(
        self, rows: Sequence[MessageRow], entries: Sequence[Entry] | None = None
    ) -> dict[str, Standing]:
        """Return where the messages *rows* of one thread stand by all entries."""
        if entries is None:
            entries = self._entries(rows)
        return settle(self._mails(rows, entries), entries)

    def _entries(self, rows: Sequence[MessageRow]) -> list[Entry]:
        return self._store.journal.about(
            row.key for row in rows if row.kind in WAITING_KINDS
        )

    def _mails(
        self, rows: Sequence[MessageRow], entries: Sequence[Entry]
    ) -> list[Mail]:
        counting = in_force(entries)
        return [self._without_trust_in_ours(_mail(row, rows, counting)) for row in rows]

    def _without_trust_in_ours(self, mail: Mail) -> Mail:
        """Let a reply sent from here answer what the journal says and nothing else.

        The entries at hand need not name it: it may have come into another thread than
        the messages it answers.
        """
        if mail.kind is not Kind.REPLY or mail.message_id is None:
            return mail
        is_ours = self._store.outbox.by_message_id(mail.message_id) is not None
        return replace(mail, trusted=mail.trusted and not is_ours)

    def _thread(
        self,
        partner: str,
        rows: Sequence[MessageRow],
        new: dict[int, Sequence[MessageRow]],
    ) -> set[int]:
        """Place each message of *partner* in its thread; return the threads.

        Those that are made for them are put into *new*, each with its messages.
        """
        keys = assign_threads(partner, self._traits_of(rows))
        before = self._store.threads.of_partner(partner)
        numbers: dict[str, int] = {}
        for key in set(keys.values()):
            number, is_new = self._store.threads.place(key, partner)
            numbers[key] = number
            if is_new:
                new[number] = [row for row in rows if keys[row.key] == key]
        for row in rows:
            number = numbers[keys[row.key]]
            if row.thread_id != number:
                self._store.messages.put_into(row.number, number)
        for key, number in before.items():
            if key not in numbers:
                self._replace(key, number, rows, keys)
        return set(numbers.values())

    def _traits_of(self, rows: Sequence[MessageRow]) -> list[ThreadTraits]:
        by_key = {row.key: row for row in rows}
        return [_traits(row, self._answered(row, by_key) or row) for row in rows]

    def _answered(
        self, row: MessageRow, by_key: Mapping[str, MessageRow]
    ) -> MessageRow | None:
        """Return what a reply answers that was written here."""
        if row.kind is not Kind.REPLY or row.mail_id is None:
            return None
        reply = self._store.outbox.by_message_id(row.mail_id)
        answers = () if reply is None else reply.answers
        return next((by_key[key] for key in answers if key in by_key), None)

    def _replace(
        self,
        key: str,
        number: int,
        rows: Sequence[MessageRow],
        keys: dict[str, str],
    ) -> None:
        """Let the thread that now holds its first message take over from *key*."""
        heir = next((keys[row.key] for row in rows if row.thread_id == number), None)
        for row in self._store.messages.of_thread(number):
            # What is still here came without an alias; it finds its home again.
            self._store.messages.put_into(row.number, None)
        if heir is not None:
            self._store.drafts.move(key, heir)
            self._store.outbox.move(key, heir)
            self._store.attachments.move(key, heir)
        self._store.promises.write(key, ())
        self._store.threads.remove(key, heir)

    def _speaking_of(self, rows: Sequence[MessageRow]) -> list[MessageRow]:
        # What comes back or is copied is a reply.
        replies = [row for row in rows if row.kind is Kind.REPLY]
        return self._store.messages.floating(
            orders={row.order_id for row in rows if row.order_id},
            names={row.buyer_folded for row in rows if row.buyer_folded},
            mail_ids={row.mail_id for row in replies if row.mail_id},
            aliases={row.alias for row in rows if row.alias},
            digests={row.words_digest for row in replies if row.words_digest},
        )

    def _write(
        self, number: int, brought: Sequence[MessageRow] | None = None
    ) -> str | None:
        """Write down a thread and its messages' standings; return its key.

        *brought* are the messages that a thread was just made for: nothing else can
        be in it yet, and nothing be written of it.
        """
        rows = self._store.messages.of_thread(number) if brought is None else brought
        known = self._store.threads.names(number)
        if known is None:
            return None
        key, partner = known
        entries = self._entries(rows)
        mails = self._mails(rows, entries)
        standings = settle(mails, entries)
        said = promises(entries, _heard_at(mails))
        if said or brought is None:
            self._store.promises.write(key, said)
        causes = causes_named(entries)
        for row in rows:
            if standings[row.key] != row.standing:
                self._store.messages.stand(row.number, standings[row.key])
            if causes.get(row.key) != row.cause:
                self._store.messages.explain(row.number, causes.get(row.key))
        facts = _facts(key, partner, rows, standings)
        self._store.threads.write(number, facts, _thread_standing(rows, standings))
        waits = {row.key for row in rows if standings[row.key].state is State.WAITING}
        labels = labels_of(entries, waits)
        if labels != (
            self._store.triage.labels(number) if brought is None else NO_LABELS
        ):
            self._store.triage.write(number, labels)
        return key


def _thread_standing(
    rows: Iterable[MessageRow], standings: Mapping[str, Standing]
) -> ThreadStanding:
    return thread_standing((row.received_at, standings[row.key]) for row in rows)


def _traits(row: MessageRow, tied: MessageRow) -> ThreadTraits:
    """Return what decides where *row* belongs, that being where *tied* does.

    A reply written here belongs to what it answers, whatever order it speaks of.
    """
    return ThreadTraits(
        key=row.key,
        received_at=row.received_at,
        thread_token=tied.thread_token,
        case_id=tied.case_id,
        order_id=tied.order_id,
        message_id=row.mail_id,
        references=row.references,
    )


def _mail(
    row: MessageRow, rows: Sequence[MessageRow], entries: Sequence[Entry]
) -> Mail:
    replica = _repeated(row, rows) if row.kind is Kind.COPY_OF_REPLY else None
    returned = row.returned_mail_id
    if returned is None and row.kind in {Kind.OPT_OUT, Kind.BOUNCE}:
        returned = _last_sent(row.received_at, rows, entries)
    return Mail(
        key=row.key,
        kind=row.kind,
        received_at=row.received_at,
        message_id=row.mail_id,
        trusted=row.trusted,
        replica_of=replica,
        returned_message_id=returned,
    )


def _heard_at(mails: Iterable[Mail]) -> list[datetime]:
    """Return when the buyer got replies that were not written here."""
    return [
        mail.received_at
        for mail in mails
        if mail.trusted
        and mail.kind in {Kind.REPLY, Kind.COPY_OF_REPLY}
        and mail.replica_of is None
    ]


def _repeated(copy: MessageRow, rows: Sequence[MessageRow]) -> str | None:
    """Return the Message-ID of the reply in the thread that *copy* repeats."""
    for row in reversed(rows):
        if row.kind is Kind.REPLY and repeats(
            copy, fold_words(row.words), row.received_at
        ):
            return row.mail_id
    return None


def repeats(copy: MessageRow, said: str, said_at: datetime) -> bool:
    """Return whether *copy* is Amazon's copy of the folded words *said*."""
    if copy.kind is not Kind.COPY_OF_REPLY:
        return False
    if said_at > copy.received_at + _CLOCK_SLACK:
        return False
    words = fold_words(copy.words)
    return said == words or (len(said) >= _SHORTEST_REPEAT and said in words)


def _last_sent(
    at: datetime, rows: Sequence[MessageRow], entries: Sequence[Entry]
) -> str | None:
    """Return the Message-ID of the last reply that left before *at*.

    A reply written in Seller Central has none here: the key of its copy stands in.
    """
    sent = [
        (entry.at, str(entry.data["message_id"]))
        for entry in entries
        if entry.action is Action.REPLY_HANDED_OVER and "message_id" in entry.data
    ]
    sent.extend(
        (row.received_at, row.mail_id)
        for row in rows
        # Anyone can write to an alias; what is no proven reply takes no blame.
        if row.kind is Kind.REPLY and row.trusted and row.mail_id
    )
    sent.extend(
        (row.received_at, row.key)
        for row in rows
        if row.kind is Kind.COPY_OF_REPLY and _repeated(row, rows) is None
    )
    before = [one for one in sent if one[0] <= at + _CLOCK_SLACK]
    return max(before)[1] if before else None


def _facts(
    key: str,
    partner: str,
    rows: Sequence[MessageRow],
    standings: dict[str, Standing],
) -> ThreadFacts:
    buyers = [row for row in rows if row.kind in WAITING_KINDS] or list(rows)
    waiting = [row for row in buyers if standings[row.key].state is State.WAITING]
    shown = (waiting or buyers)[-1]
    newest_first = buyers[::-1]

    def newest(trait: str) -> str | None:
        return next(filter(None, map(attrgetter(trait), newest_first)), None)

    return ThreadFacts(
        key=key,
        partner=partner,
        last_at=rows[-1].received_at,
        account=newest("account"),
        buyer=newest("buyer"),
        subject=shown.subject,
        preview=_preview(shown.words),
        order_id=newest("order_id"),
        asin=newest("asin"),
        product=newest("product"),
        marketplace=newest("marketplace"),
        language=newest("language"),
        topics=shown.topics,
        older=bool(waiting) and all(row.older for row in waiting),
        doubtful=any(row.doubts for row in waiting),
        suggestion=bool(waiting) and not any(row.needs_response for row in waiting),
    )


def _preview(words: str) -> str:
    """Return the beginning of *words* on one line, with a sign where it is cut."""
    line = " ".join(words.split())
    return line if len(line) <= _PREVIEW_LENGTH else f"{line[: _PREVIEW_LENGTH - 1]}…"
