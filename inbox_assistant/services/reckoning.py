"""Working out threads and standings from what is stored.

Everything here can be done again at any time with the same result: after each intake
and decision it is done for the correspondents concerned, and ``rebuild`` does it
for all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from inbox_assistant.domain.breach import causes_named
from inbox_assistant.domain.journal import Entry
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.labels import NO_LABELS, labels_of
from inbox_assistant.domain.promise import promises
from inbox_assistant.domain.settlement import Standing, settle
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import ThreadStanding
from inbox_assistant.services.floating import home_of
from inbox_assistant.services.placing import Placing
from inbox_assistant.services.settling_mails import heard_at, settling_mails
from inbox_assistant.services.thread_rows import standing_of, thread_facts
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from inbox_assistant.storage.threads import ThreadFacts


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
        self._placing = Placing(store)

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
            touched |= self._placing.place(partner, rows, new)
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
        keys = self._placing.keys(partner, rows)
        ordered = sorted(rows, key=lambda row: (row.received_at, row.key))
        parts: dict[str, list[MessageRow]] = {}
        for row in ordered:
            parts.setdefault(keys[row.key], []).append(row)
        return [self._begun(key, partner, some) for key, some in parts.items()]

    def _begun(self, key: str, partner: str, rows: Sequence[MessageRow]) -> Begun:
        standings = settle(settling_mails(self._store, rows, ()), ())
        facts = thread_facts(key, partner, rows, standings)
        return Begun(facts, standing_of(rows, standings), standings)

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
        return settle(settling_mails(self._store, rows, entries), entries)

    def _entries(self, rows: Sequence[MessageRow]) -> list[Entry]:
        return self._store.journal.about(
            row.key for row in rows if row.kind in WAITING_KINDS
        )

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
        mails = settling_mails(self._store, rows, entries)
        standings = settle(mails, entries)
        said = promises(entries, heard_at(mails))
        if said or brought is None:
            self._store.promises.write(key, said)
        causes = causes_named(entries)
        for row in rows:
            if standings[row.key] != row.standing:
                self._store.messages.stand(row.number, standings[row.key])
            if causes.get(row.key) != row.cause:
                self._store.messages.explain(row.number, causes.get(row.key))
        facts = thread_facts(key, partner, rows, standings)
        self._store.threads.write(number, facts, standing_of(rows, standings))
        waits = {row.key for row in rows if standings[row.key].state is State.WAITING}
        labels = labels_of(entries, waits)
        if labels != (
            self._store.triage.labels(number) if brought is None else NO_LABELS
        ):
            self._store.triage.write(number, labels)
        return key
