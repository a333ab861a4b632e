"""Replies are written so that they stay threaded and nothing slips into them."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.kind import Kind
from inbox_assistant.mail.compose import (
    Letter,
    compose_reply,
    reply_subject,
    whole_text,
)
from inbox_assistant.mail.parse import parse_mail

LONG_ID = (
    "<0102019a1b2c3d4e-11111111-2222-4333-8444-555555555555-000000"
    "@eu-west-1.amazonses.com>"
)
RELAY = "abc+11111111-2222-4333-8444-555555555555@marketplace.amazon.co.uk"
OURS = frozenset({"desk@shop.example"})
LETTER = Letter(
    from_address="desk@shop.example",
    from_name="Fernhollow Home",
    to_address=RELAY,
    subject="Inquiry from Amazon customer Nora (Order: 302-5551234-1234567)",
    body="Dear Nora,\n\nit ships today.\n\nKind regards",
    message_id="<ob-1@shop.example>",
    dated_at=datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
    in_reply_to=LONG_ID,
    order_id="302-5551234-1234567",
    quoted="Where is it?\n\nNora",
)


def lines_of(letter: Letter) -> list[bytes]:
    return compose_reply(letter).split(b"\r\n")


def test_an_id_as_long_as_amazons_is_written_as_it_is() -> None:
    lines = lines_of(LETTER)
    assert f"In-Reply-To: {LONG_ID}".encode() in lines
    assert f"References: {LONG_ID}".encode() in lines


def test_the_thread_is_named_oldest_first_and_the_answered_mail_last() -> None:
    raw = compose_reply(
        replace(LETTER, references=(LONG_ID, "<a@x>", "bad id", "<a@x>"))
    )
    assert f"References: <a@x>\r\n {LONG_ID}\r\n".encode() in raw


def test_no_thread_is_named_where_none_is_known() -> None:
    raw = compose_reply(replace(LETTER, in_reply_to="broken\r\nBcc: x@y"))
    assert b"References" not in raw
    assert b"In-Reply-To" not in raw
    assert b"Bcc" not in raw


def test_what_we_write_we_read_as_our_own_reply() -> None:
    mail = parse_mail(compose_reply(LETTER))
    assert mail.kind is Kind.REPLY
    assert mail.words == LETTER.body
    assert mail.answer_to == RELAY
    assert mail.order_id == LETTER.order_id
    assert mail.message_id == LETTER.message_id
    assert mail.references == (LONG_ID,)
    assert mail.dated_at == LETTER.dated_at
    assert mail.subject == f"Re: {LETTER.subject}"


def test_the_buyers_words_are_quoted_below_with_the_order() -> None:
    assert whole_text(LETTER).endswith(
        "Kind regards\n\n# 302-5551234-1234567\n> Where is it?\n>\n> Nora\n"
    )


def test_nothing_stands_below_where_nothing_is_known() -> None:
    assert whole_text(replace(LETTER, order_id=None, quoted=" ")) == LETTER.body + "\n"


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Frage", "Re: Frage"),
        ("Re: Frage", "Re: Frage"),
        ("AW: Frage", "AW: Frage"),
        ("a\r\nBcc: x@y.example", "Re: a Bcc: x@y.example"),
        ("", "Re:"),
    ],
)
def test_a_subject_is_answered_once_and_on_one_line(subject: str, answer: str) -> None:
    assert reply_subject(subject) == answer


@pytest.mark.parametrize(
    "address",
    ["", "nora@shop.example", "a@marketplace.amazon.de\r\nBcc: x@y", "a b@amazon.de"],
)
def test_a_reply_goes_to_a_buyers_address_alone(address: str) -> None:
    with pytest.raises(InputError, match="not a buyer's address"):
        compose_reply(replace(LETTER, to_address=address))


def test_a_sender_or_id_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="not an address"):
        compose_reply(replace(LETTER, from_address="desk@shop.example\n"))
    with pytest.raises(InputError, match="Message-ID"):
        compose_reply(replace(LETTER, message_id="<a b>"))


def test_lines_that_mean_something_to_servers_are_disguised() -> None:
    lines = lines_of(replace(LETTER, body=".\nFrom here"))
    assert b"." not in lines
    assert not any(line.startswith(b"From ") for line in lines)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(name=words, subject=words, body=words, quoted=words)
def test_no_text_breaks_out_of_its_place(
    name: str, subject: str, body: str, quoted: str
) -> None:
    letter = replace(LETTER, from_name=name, subject=subject, body=body, quoted=quoted)
    raw = compose_reply(letter)
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    header = raw.partition(b"\r\n\r\n")[0]
    names = [
        line.partition(b":")[0]
        for line in header.split(b"\r\n")
        if not line.startswith(b" ")
    ]
    assert names == [
        b"From",
        b"To",
        b"Subject",
        b"Date",
        b"Message-ID",
        b"In-Reply-To",
        b"References",
        b"MIME-Version",
        b"Content-Type",
        b"Content-Transfer-Encoding",
    ]
    known = email.message_from_bytes(raw, policy=email.policy.compat32)
    payload = known.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n") == whole_text(letter)
    mail = parse_mail(raw)
    assert mail.sender == "desk@shop.example"
    assert mail.answer_to == RELAY
    assert mail.subject == reply_subject(subject)
