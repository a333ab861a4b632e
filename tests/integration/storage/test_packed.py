"""Mails come out of the file as they went in, and damage is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import DamagedError
from inbox_assistant.storage.packed import made_out, packed, unpacked
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import NOON, REPLY, put


@given(st.binary())
def test_what_is_kept_comes_out_as_it_went_in(raw: bytes) -> None:
    assert unpacked(packed(raw)) == raw


@pytest.mark.parametrize("damaged", [b"", b"no mail", packed(b"cut short" * 9)[:-6]])
def test_what_is_damaged_is_told_in_a_sentence(damaged: bytes) -> None:
    with pytest.raises(DamagedError, match="is damaged"):
        unpacked(damaged)


def test_damage_to_a_mail_is_found_and_to_a_reply_is_told(store: Store) -> None:
    put(store, "q", "t1")
    raw = store.mails.keep(b"From: a\r\n\r\nb", "q", NOON)
    store.outbox.add(REPLY)
    store._connection.execute("drop trigger raw_is_not_changed")
    store._connection.execute("update raw set bytes = x'00'")
    store._connection.execute("update outbox set raw = x'00'")
    assert list(store.mails.damaged()) == [raw]
    with pytest.raises(DamagedError, match="inbox-assistant recover"):
        store.outbox.of_thread("t1")


@given(raw=st.binary(min_size=1), kept=st.floats(0, 1))
def test_what_comes_before_the_damage_is_made_out(raw: bytes, kept: float) -> None:
    whole = packed(raw)
    assert made_out(whole) == raw
    assert raw.startswith(made_out(whole[: int(len(whole) * kept)]))
