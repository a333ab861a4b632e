"""No bytes stop the parser, and none hide a buyer who waits."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.parsed_mail import ParsedMail
from inbox_assistant.mail.parse import parse_mail, parse_mails
from tests.damage import PIECES, damaged

MAILS = [
    path.read_bytes()
    for path in sorted((Path(__file__).parents[2] / "fixtures" / "mails").glob("*.eml"))
]
FROM = b'From: "Nora - Amazon Marketplace" <abc@marketplace.amazon.de>\r\n'
SECONDS = 2.0


def read(raw: bytes) -> ParsedMail:
    started = time.process_time()
    mail = parse_mail(raw)
    assert time.process_time() - started < SECONDS
    for text in (mail.words, mail.text, mail.subject, mail.buyer or ""):
        assert "\0" not in text
        assert "\r" not in text
        text.encode("utf-8")
    assert "\n" not in mail.subject
    return mail


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(MAILS),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 80),
            st.one_of(st.sampled_from(PIECES), st.binary(max_size=20)),
            st.integers(1, 40),
        ),
        min_size=1,
        max_size=8,
    ),
)
def test_a_damaged_mail_is_still_read(
    raw: bytes, damages: list[tuple[float, int, bytes, int]]
) -> None:
    for place, removed, piece, times in damages:
        start = int(place * len(raw))
        raw = raw[:start] + piece * times + raw[start + removed :]
    read(raw)


def test_mails_read_step_by_step_say_what_each_says_by_itself() -> None:
    chance = random.Random(5)
    raws = [*MAILS, b"", b"no mail", *(damaged(raw, chance) for raw in MAILS)]
    assert parse_mails(raws) == [parse_mail(raw) for raw in raws]


def test_thousands_of_damaged_mails_are_still_read() -> None:
    chance = random.Random(1122)
    for number in range(2_500):
        read(damaged(MAILS[number % len(MAILS)], chance))


@given(st.binary(max_size=600))
def test_any_bytes_are_read(raw: bytes) -> None:
    read(raw)


def nested(depth: int) -> bytes:
    opening = (
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (one, one)
        for one in range(depth)
    )
    return b"".join(opening)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "rest",
    [
        b"To: " + b", ".join(b"a%d@x.example" % one for one in range(9_000)) + b"\n\nx",
        b"Subject: " + b"a " * 500_000 + b"\n\nx",
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
        b"Reply-To: " + b"(" * 20_000 + b"\n\nx",
        b'Reply-To: "' + b'\\"' * 20_000 + b"\n\nx",
        b"Content-Type: text/plain; "
        + b";".join(b"a*%d*=x" % one for one in range(20_000))
        + b"\n\nx",
        nested(1_000),
        nested(60),
        b"Content-Type: message/rfc822\n\n" * 1_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
        b"Content-Type: text/html\n\n" + b"<div>" * 200_000,
        b"Content-Type: text/html\n\n" + b"<a x='" * 200_000,
        b"Content-Type: text/plain; charset=zlib\n\nx",
        b'Content-Type: text/plain; charset="x\0y"\n\nx',
        b"\n" + b"-" * 400_000,
        b"\n" + (b"-" * 13 + b" a: " + b"-" * 13 + b"\n") * 20_000,
        b"\n" + b"> x\n" * 100_000,
        b"\n" + b"10:20 <a@b>:\n" * 60_000,
        b"\n" + b"From: <a@b>\n" * 60_000,
        b"\n" + b"1 / x\n" * 100_000,
        b"\n" + b"abc@marketplace.amazon.de " * 30_000,
        b"A: b\n" * 200_000,
    ],
    ids=lambda rest: repr(rest[:40]),
)
def test_a_bomb_from_a_buyers_alias_is_read_at_once_and_waits(rest: bytes) -> None:
    assert read(FROM + rest).kind is Kind.BUYER


def test_a_mail_too_large_to_read_whole_waits_with_its_words() -> None:
    parts = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\n"
    )
    file = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    mail = read(FROM + parts + file + (b"eHh4" * 19 + b"\r\n") * 350_000)
    assert (mail.kind, mail.words) == (Kind.BUYER, "hello")
    assert mail.doubts == ("too large: only its beginning was read",)


@pytest.mark.parametrize("junk", [b"y" * 300_000, b"y\r\n " * 90_000])
def test_a_buyer_behind_a_huge_header_waits_with_all_that_tells(junk: bytes) -> None:
    raw = b"X-Junk: " + junk + b"\r\n" + FROM + b"Subject: a\r\n b\r\n\r\nhello"
    mail = read(raw)
    assert (mail.kind, mail.words, mail.subject) == (Kind.BUYER, "hello", "a  b")
    assert mail.doubts == ("header too large",)


@pytest.mark.parametrize(
    "field",
    [
        b"Subject: folded\r\n \r\n",
        b"Subject: folded\r\n \r\n twice\r\n",
        b"Subject: many fields\r\n" + b"X-A: b\r\n" * 3_000,
        b"X-Twice: translated\r\r\n",
    ],
)
def test_no_oddity_of_a_header_hides_a_buyer(field: bytes) -> None:
    mail = read(b"Date: Fri, 20 Nov 2026 10:00:00 +0000\r\n" + field + FROM + b"\r\nhi")
    assert (mail.kind, mail.words) == (Kind.BUYER, "hi")


def test_a_name_longer_than_a_field_does_not_hide_the_address() -> None:
    name = b'From: "' + b"n" * 40_000 + b'" <abc@marketplace.amazon.de>\n\nhi'
    assert read(name).kind is Kind.BUYER


@pytest.mark.parametrize("field", [b"X-Original-From", b"X-Original-Sender"])
def test_a_list_that_took_the_place_of_the_sender_hides_no_buyer(field: bytes) -> None:
    raw = b"From: desk@shop.example\n" + field + b": Nora <abc@marketplace.amazon.de>\n"
    mail = read(raw + b"X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT\n\nhi")
    assert mail.kind is Kind.BUYER
    assert mail.answer_to == "abc@marketplace.amazon.de"


@pytest.mark.parametrize(
    "raw", [b"", b"\r\n \r\n", b"no header here", bytes(range(256)) * 20, b"\xff" * 999]
)
def test_what_is_no_mail_is_unreadable_with_a_reason(raw: bytes) -> None:
    mail = read(raw)
    assert mail.kind is Kind.UNREADABLE
    assert mail.kind_reason


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n", b"From x Mon Nov 23\n"])
def test_what_storage_adds_in_front_does_not_hide_a_buyer(before: bytes) -> None:
    assert read(before + FROM + b"\r\nhello").words == "hello"


def test_a_message_id_that_was_encoded_on_its_way_is_restored() -> None:
    raw = b"Message-ID: =?utf-8?q?=3C0102019a=40eu-west-1=2Eamazonses=2Ecom=3E?=\n\n"
    assert read(FROM + raw).message_id == "<0102019a@eu-west-1.amazonses.com>"


def test_references_come_first_and_nothing_twice() -> None:
    raw = b"In-Reply-To: <b@x>\nReferences: <a@x>\n <b@x> <c@x>\n\n"
    assert read(FROM + raw).references == ("<a@x>", "<b@x>", "<c@x>")


def test_a_mail_forwarded_within_a_forward_is_found() -> None:
    inner = FROM + b"\r\nhello"
    once = b"From: a@shop.example\nContent-Type: message/rfc822\n\n" + inner
    twice = b"From: b@shop.example\nContent-Type: message/rfc822\n\n" + once
    assert read(twice).words == "hello"


def test_a_copy_within_a_strangers_mail_settles_nothing() -> None:
    inner = b"From: donotreply@amazon.com\nSubject: Your e-mail to Nora\n\nhi"
    outer = b"From: a@else.example\nContent-Type: message/rfc822\n\n" + inner
    assert read(outer).kind is Kind.NOT_AMAZON


def test_a_mail_to_a_buyers_alias_is_a_reply_whoever_wrote_it() -> None:
    raw = b"From: Desk@Shop.Example\nTo: abc@marketplace.amazon.de\n\nhi"
    mail = parse_mail(raw)
    assert mail.kind is Kind.REPLY
    assert mail.answer_to == "abc@marketplace.amazon.de"


def test_customer_service_is_answered_where_somebody_reads() -> None:
    text = b"\n\nWe have been contacted by a customer regarding the order below."
    reply_to = b"Reply-To: case-7@amazon.co.uk"
    mail = read(b"From: donotreply@amazon.com\n" + reply_to + text)
    assert mail.kind is Kind.CUSTOMER_SERVICE_RELAY
    assert mail.answer_to == "case-7@amazon.co.uk"
    assert read(b"From: donotreply@amazon.com" + text).answer_to is None


def test_the_tokens_of_a_quoted_mail_are_not_those_of_a_reply_or_a_forgery() -> None:
    quoted = next(
        raw for raw in MAILS if b"From" in raw and parse_mail(raw).message_token
    )
    assert parse_mail(quoted).no_response_link
    body = quoted.partition(b"From:")[2].partition(b"\n")[2]
    ours = b"From: desk@shop.example\nTo: abc@marketplace.amazon.de\n" + body
    fake = b"From: a@marketplace.amazon.de.evil.example\n" + body
    for mail in (parse_mail(ours), parse_mail(fake)):
        assert mail.kind in (Kind.REPLY, Kind.FORGERY)
        assert mail.message_token is None
        assert mail.thread_token is None
        assert mail.no_response_link is None
