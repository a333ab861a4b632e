"""Mailbox files give back each mail byte for byte."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail import mailbox_file
from inbox_assistant.mail.mailbox_file import is_separator, read_mailbox

LINE = b"From a@b.example Mon Nov 23 08:00:05 2026"
EIGHT = datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)


def mails(data: bytes) -> list[bytes | None]:
    return [entry.raw for entry in read_mailbox(BytesIO(data))]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_each_mail_is_given_back_without_its_separator(end: bytes) -> None:
    one, two = (
        b"Subject: 1" + end * 2 + b"a" + end,
        b"Subject: 2" + end * 2 + b"b" + end,
    )
    data = LINE + end + one + end + LINE + end + two
    assert mails(data) == [one, two]


def test_the_last_mail_keeps_its_end_whatever_it_is() -> None:
    for end in (b"", b"\n", b"\n\n", b"\r\n\r\n"):
        assert mails(LINE + b"\nSubject: 1\n\na" + end) == [b"Subject: 1\n\na" + end]


def test_sentences_that_begin_with_from_split_nothing() -> None:
    body = b"Subject: 1\n\nFrom Berlin at 10:12 in 2026\nyes\n\nFrom here\n"
    assert mails(LINE + b"\n" + body) == [body]


def test_an_escaped_line_loses_one_sign() -> None:
    data = LINE + b"\nSubject: 1\n\n>From a\n>>From b\n> From c\n"
    assert mails(data) == [b"Subject: 1\n\nFrom a\n>From b\n> From c\n"]


def test_a_separator_without_a_blank_line_above_still_separates() -> None:
    data = LINE + b"\nSubject: 1\n\na\n" + LINE + b"\nSubject: 2\n\nb\n"
    assert len(mails(data)) == 2


def test_blank_lines_before_the_first_mail_are_passed_over() -> None:
    assert mails(b"\n\n" + LINE + b"\nSubject: 1\n\n") == [b"Subject: 1\n\n"]


def test_a_first_line_of_an_unusual_form_begins_a_mail() -> None:
    assert mails(b"From somebody\nSubject: 1\n\na") == [b"Subject: 1\n\na"]


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        (LINE, EIGHT),
        (b"From - Mon Nov 23 08:00:05 2026", EIGHT),
        (b"From a@b Mon Nov 23 09:00:05 +0100 2026", EIGHT),
        (b"From a@b Mon Nov 23 00:00:05 2026 -0800", EIGHT),
        (b"From a@b Mon Nov 23 08:00 2026", EIGHT.replace(second=0)),
        (b"From a@b Mon Feb 31 08:00:00 2026", None),
        (b"From a@b", None),
    ],
)
def test_the_time_of_a_separator_is_read(line: bytes, moment: datetime | None) -> None:
    (entry,) = read_mailbox(BytesIO(line + b"\nSubject: 1\n\n"))
    assert entry.placed_at == moment


def test_a_header_must_follow_a_separator() -> None:
    assert is_separator(LINE, b"Subject: x\n")
    assert not is_separator(LINE, b"a sentence\n")
    assert not is_separator(b"From what I see", b"Subject: x\n")


def test_a_mail_beyond_all_measure_is_named_and_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mailbox_file, "LARGEST", 100)
    data = (
        LINE + b"\nSubject: 1\n\n" + b"x" * 500 + b"\n\n" + LINE + b"\nSubject: 2\n\n"
    )
    first, second = read_mailbox(BytesIO(data))
    assert first.raw is None
    assert second.raw == b"Subject: 2\n\n"


def test_a_file_that_is_no_mailbox_gives_nothing() -> None:
    assert mails(b"hello\nthere\n") == []
    assert mails(b"") == []


bodies = st.lists(
    st.binary(max_size=30).map(
        lambda line: b"x" + line.replace(b"\n", b"").replace(b"\r", b"")
    ),
    max_size=6,
)


@given(st.lists(bodies, min_size=1, max_size=5))
def test_what_was_written_is_read_back(written: list[list[bytes]]) -> None:
    raws = [
        b"Subject: x\n\n" + b"".join(line + b"\n" for line in body) for body in written
    ]
    data = b"".join(LINE + b"\n" + raw + b"\n" for raw in raws)
    assert mails(data[:-1]) == raws
