"""One store holds all tables of a file, for one thread of the program."""

from pathlib import Path

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.reply import Draft
from inbox_assistant.storage.store import Store, open_reading, open_store
from tests.integration.storage.samples import BUYER, NOON, REPLY, put


def test_leaving_the_block_closes_the_file(database: Path) -> None:
    with open_store(database) as store:
        pass
    with pytest.raises(Exception, match="closed"):
        store.accounts.fact("a")
    with open_reading(database) as reader:
        assert reader.problems() == []


def test_what_was_derived_is_forgotten_and_nothing_else(store: Store) -> None:
    number = put(store, "q", "t1")
    raw = store.mails.keep(b"raw", "q", NOON)
    store.mails.belongs_to(raw, number)
    store.threads.remove("old", "t1")
    store.journal.append(
        Entry("e", "desk", "anna", NOON, Action.OLDER_SETTLED, "t1", ("q",))
    )
    store.drafts.keep(Draft("t1", "Hello"), NOON)
    store.outbox.add(REPLY)
    store.forget_derived()
    assert store.messages.by_key("q") is None
    assert store.threads.of_partner(BUYER) == {}
    assert store.threads.present_key("old") == "old"
    assert store.mails.message_of(raw) is None
    assert store.mails.read(raw) == b"raw"
    assert store.mails.key_of(raw) == "q"
    assert len(store.journal.about(["q"])) == 1
    assert store.drafts.read("t1") is not None
    assert store.outbox.reply("r1") == REPLY
    assert store.problems() == []
