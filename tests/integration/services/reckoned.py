"""Lets mails and decisions reach a store, and asks where things stand."""

from dataclasses import replace

from inbox_assistant.domain.identity import fold_words
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, QUESTION

SENT = replace(
    QUESTION,
    key="r",
    kind=Kind.REPLY,
    trusted=True,
    mail_id="<r@shop.example>",
    received_at=NOON + HOUR,
)
COPY = replace(
    QUESTION,
    key="c",
    kind=Kind.COPY_OF_REPLY,
    partner=None,
    alias=None,
    trusted=True,
    received_at=NOON + HOUR,
)


def said(row: MessageRow, words: str) -> MessageRow:
    """Return *row* with other words and their fingerprint."""
    return replace(row, words=words, words_digest=fold_words(words))


def arrive(store: Store, *rows: MessageRow) -> frozenset[str]:
    """Store *rows* as one batch and work out what they change."""
    with store.transaction():
        numbers = {row.key: store.messages.add(row, 1) for row in rows}
        return Reckoning(store).reckon(
            {row.partner for row in rows if row.partner is not None},
            [numbers[row.key] for row in rows if row.partner is None],
        )


def note(store: Store, entry: Entry) -> None:
    """Append *entry* and work out what it changes."""
    with store.transaction():
        store.journal.append(entry)
        Reckoning(store).reckon_thread(entry.thread or "", entry.messages)


def hand_over(store: Store) -> None:
    """Note that the reply of ``SENT`` was handed over as an answer to the question."""
    note(
        store,
        Entry(
            "e1",
            "desk",
            "anna",
            NOON,
            Action.REPLY_HANDED_OVER,
            thread(store, "q"),
            ("q",),
            data={"message_id": "<r@shop.example>"},
        ),
    )


def standing(store: Store, key: str = "q") -> Standing:
    row = store.messages.by_key(key)
    assert row is not None
    return row.standing


def thread(store: Store, key: str) -> str | None:
    row = store.messages.by_key(key)
    assert row is not None
    facts = None if row.thread_id is None else store.threads.facts(row.thread_id)
    return None if facts is None else facts.key
