"""Mails are asked for in few questions, and one odd mail spoils no other."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail import imap_fetch
from inbox_assistant.mail.failures import ConnectionLostError, ServerRefusedError
from inbox_assistant.mail.imap_fetch import (
    BYTES_IN_A_BATCH,
    LARGEST_MAIL,
    MAILS_IN_A_BATCH,
    ask_singly_if_refused,
    flags_in,
    read_headers,
    read_mails,
)

BERLIN = timezone(timedelta(hours=2))


class Server:
    """Answers questions about mails that are nothing but their sizes."""

    def __init__(self, sizes: Mapping[int, int]) -> None:
        self.sizes = dict(sizes)
        self.odd: set[int] = set()
        self.questions: list[tuple[int, ...]] = []
        self.items: list[Sequence[str]] = []

    def __call__(
        self, uids: Sequence[int], items: Sequence[str]
    ) -> Mapping[int, Mapping[bytes, object]]:
        """Answer as a server does, and refuse a question about an odd mail."""
        if "RFC822.SIZE" not in items[0]:
            self.questions.append(tuple(uids))
            self.items.append(items)
            if self.odd & set(uids):
                message = "The server refused a request."
                raise ServerRefusedError(message)
        return {uid: self._answer(uid) for uid in uids if uid in self.sizes}

    def _answer(self, uid: int) -> Mapping[bytes, object]:
        size = self.sizes[uid]
        return {
            b"SEQ": uid,
            b"FLAGS": (b"\\Seen", b"$Read"),
            b"INTERNALDATE": datetime(2026, 3, 2, 11, tzinfo=BERLIN),
            b"RFC822.SIZE": size,
            b"BODY[]": b"%d" % uid,
            b"BODY[HEADER.FIELDS (DATE)]": b"Date: x\r\n",
        }


@given(st.dictionaries(st.integers(1, 10**9), st.integers(0, LARGEST_MAIL)))
def test_every_mail_comes_once_newest_first_in_batches_that_can_be_borne(
    sizes: dict[int, int],
) -> None:
    server = Server(sizes)
    assert [mail.uid for mail in read_mails(server, sizes)] == sorted(
        sizes, reverse=True
    )
    for batch in server.questions:
        assert len(batch) <= MAILS_IN_A_BATCH
        assert len(batch) == 1 or sum(sizes[uid] for uid in batch) <= BYTES_IN_A_BATCH


def test_small_mails_are_asked_for_together() -> None:
    server = Server(dict.fromkeys(range(1, 1001), 10))
    assert len(list(read_mails(server, range(1, 1001)))) == 1000
    assert [len(batch) for batch in server.questions] == [200, 200, 100] * 2


def test_a_mail_tells_when_it_arrived_and_its_flags() -> None:
    (mail,) = read_mails(Server({7: 10}), [7, 7, 8])
    assert mail.arrived_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert mail.flags == {"\\Seen", "$Read"}
    assert mail.raw == b"7"
    assert not mail.cut


def test_a_mail_too_large_to_hold_is_read_in_part_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(imap_fetch, "LARGEST_MAIL", 1)
    server = Server({5: 0, 6: 9})
    mails = {mail.uid: mail for mail in read_mails(server, [5, 6])}
    assert mails[6].cut
    assert not mails[5].cut
    assert server.items[-1][-1] == "BODY.PEEK[]<0.1>"


def test_one_mail_that_cannot_be_read_spoils_no_other() -> None:
    server = Server(dict.fromkeys(range(1, 6), 10))
    server.odd = {3}
    assert [mail.uid for mail in read_mails(server, range(1, 6))] == [5, 4, 2, 1]
    assert [head.uid for head in read_headers(server, range(1, 6))] == [5, 4, 2, 1]


def test_a_lost_connection_is_not_mistaken_for_an_odd_mail() -> None:
    def lost(
        _uids: Sequence[int], _items: Sequence[str]
    ) -> Mapping[int, Mapping[bytes, object]]:
        message = "The connection was lost."
        raise ConnectionLostError(message)

    with pytest.raises(ConnectionLostError):
        ask_singly_if_refused(lost, [1, 2], ["FLAGS"])


def test_a_date_that_is_none_is_left_open_and_odd_answers_are_no_mails() -> None:
    answers: dict[int, dict[bytes, object]] = {
        1: {b"RFC822.SIZE": 3, b"BODY[]": b"one", b"INTERNALDATE": None},
        2: {b"RFC822.SIZE": 3, b"BODY[]": None},
        3: {b"RFC822.SIZE": b"?", b"BODY[]": b"three", b"FLAGS": 0},
        4: {b"FLAGS": (b"\\Seen",)},
        5: {b"BODY[]": b"five, of unknown size"},
    }
    mails = list(read_mails(lambda _uids, _items: answers, [1, 2, 3, 4, 5]))
    assert [mail.uid for mail in mails] == [5, 3, 1]
    assert mails[1].raw == b"three"
    assert {mail.arrived_at for mail in mails} == {None}
    assert list(read_headers(lambda _uids, _items: answers, [4])) == []


def test_flags_are_words_whatever_the_server_sends() -> None:
    assert flags_in({b"FLAGS": (b"\\Seen", 17)}) == {"\\Seen", "17"}
    assert flags_in({}) == frozenset()
