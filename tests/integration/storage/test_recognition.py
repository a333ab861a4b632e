"""A row that was found by itself is told by what stands in it."""

import hashlib
import zlib

import pytest

from inbox_assistant.storage.carving import Record, Value
from inbox_assistant.storage.recognition import (
    can_leave,
    named,
    with_believable_times,
    written_in,
)

RAW = b"Subject: hello\r\n\r\nWords."
SHAPES = {
    "raw": ["id", "sha256", "bytes", "size", "kept_at", "message_key", "message_id"],
    "journal": [
        *("seq", "entry_id", "schema", "desk", "agent", "at", "action", "thread"),
        *("undoes", "data"),
    ],
    "journal_message": ["message_key", "seq"],
    "draft": ["thread", "body", "cursor", "updated_at"],
    "account": ["name", "settings"],
}
MAIL = (None, hashlib.sha256(RAW).digest(), zlib.compress(RAW), 25, 1, "key", None)
ENTRY = (None, "one", 1, "desk", "Petra", 5, "undone", None, "two", "{}")


@pytest.mark.parametrize(
    ("values", "table"),
    [
        (MAIL, "raw"),
        (ENTRY, "journal"),
        (("t", "Dear", 4, 5), "draft"),
        (("shop", '{"address": "desk@shop.example"}'), "account"),
        (("desk", "0123"), None),
        (("shop", '{"address": '), None),
        ((None, *MAIL[1:2], zlib.compress(RAW + b"!"), *MAIL[3:]), None),
        ((*ENTRY[:6], "danced", *ENTRY[7:]), None),
        ((*ENTRY[:9], "{"), None),
        ((), None),
        (("t",) * 20, None),
    ],
)
def test_a_row_is_told_by_what_stands_in_it(
    values: tuple[Value, ...], table: str | None
) -> None:
    found = named(Record(7, values), SHAPES)
    assert (found[0] if found else None) == table


def test_a_row_without_its_number_gets_the_one_before_it() -> None:
    found = named(Record(7, MAIL), SHAPES)
    assert found is not None
    assert found[1]["id"] == 7


def test_which_messages_an_entry_names_is_read_from_their_index() -> None:
    assert named(Record(None, (7, "key")), SHAPES) == (
        "journal_message",
        {"seq": 7, "message_key": "key"},
    )
    assert named(Record(None, ("key", 7)), SHAPES) is None


def test_a_reply_whose_bytes_are_damaged_becomes_a_draft() -> None:
    row: dict[str, Value] = {
        "thread": "t",
        "body": "It fits.",
        "state": "queued",
        "answers": '["key"]',
        "raw": zlib.compress(RAW),
        "queued_at": 5,
    }
    assert can_leave(row)
    assert not can_leave({**row, "raw": b"\xff" + zlib.compress(RAW)[1:]})
    assert not can_leave({**row, "state": "dancing"})
    assert not can_leave({**row, "answers": "["})
    assert written_in(row) == {
        "thread": "t",
        "body": "It fits.",
        "cursor": 0,
        "updated_at": 5,
    }


def test_a_moment_that_cannot_be_is_replaced_and_nothing_else() -> None:
    row: dict[str, Value] = {"at": 2**60, "kept_at": -1, "leave_at": None, "size": -1}
    assert with_believable_times(row, 7) == {
        "at": 7,
        "kept_at": 7,
        "leave_at": None,
        "size": -1,
    }
