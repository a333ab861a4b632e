"""Which thread each message of a correspondent lies in, and what goes with it."""

from collections.abc import Mapping, Sequence

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.thread_ties import ThreadTraits, assign_threads
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store


class Placing:
    """Puts messages into their threads, and ends threads that hold none any more."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def place(
        self,
        partner: str,
        rows: Sequence[MessageRow],
        new: dict[int, Sequence[MessageRow]],
    ) -> set[int]:
        """Place each of *rows*, all messages of *partner*; return the threads.

        Those that are made for them are put into *new*, each with its messages.
        """
        keys = self.keys(partner, rows)
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

    def keys(self, partner: str, rows: Sequence[MessageRow]) -> dict[str, str]:
        """Return the thread key of each of *rows*, all messages of *partner*."""
        return assign_threads(partner, self._traits_of(rows))

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
