"""A mail that came back names what came back and from whom."""

import pytest

from inbox_assistant.mail.body import Body
from inbox_assistant.mail.bounce import read_bounce
from inbox_assistant.mail.headers import Headers, split_headers

RELAY = "abc@marketplace.amazon.de"
REPORT = "Content-Type: multipart/report; report-type=delivery-status"


def with_fields(*lines: str) -> Headers:
    return split_headers(("\n".join(lines) + "\n\n").encode())[0]


def test_a_report_is_read_with_the_mail_it_returns() -> None:
    body = Body(
        delivery_status=(f"X: y\n\nFinal-Recipient: rfc822; {RELAY}\nAction: failed",),
        mails=(b"Message-ID: <ob-1@shop.example>\nSubject: Re: x\n\nbody",),
    )
    bounce = read_bounce(with_fields(REPORT), body, "postmaster@mx.example")
    assert bounce is not None
    assert bounce.message_id == "<ob-1@shop.example>"
    assert bounce.recipient == RELAY
    assert bounce.subject == "Re: x"
    assert bounce.is_final


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_news_of_a_delivery_are_not_final(action: str) -> None:
    body = Body(delivery_status=(f"Action: {action}",))
    bounce = read_bounce(with_fields(REPORT), body, "")
    assert bounce is not None
    assert not bounce.is_final


def test_one_failed_recipient_among_several_is_final() -> None:
    body = Body(delivery_status=("Action: delivered\n\nAction: Failed (user)",))
    bounce = read_bounce(with_fields(REPORT), body, "")
    assert bounce is not None
    assert bounce.is_final


def test_a_plain_bounce_is_read_from_its_text() -> None:
    body = Body(plain=f"<{RELAY}>: rejected\n\nMessage-ID:\n <ob-2@shop.example>\n")
    bounce = read_bounce(with_fields("Subject: x"), body, "MAILER-DAEMON@mx.example")
    assert bounce is not None
    assert bounce.message_id == "<ob-2@shop.example>"
    assert bounce.recipient == RELAY


def test_the_answered_mail_is_the_returned_one_where_nothing_else_is_said() -> None:
    headers = with_fields(f"X-Failed-Recipients: {RELAY}", "In-Reply-To: <ob-3@x>")
    bounce = read_bounce(headers, Body(), "someone@mx.example")
    assert bounce is not None
    assert bounce.message_id == "<ob-3@x>"
    assert bounce.recipient == RELAY


def test_a_postmaster_who_names_no_buyer_is_a_person() -> None:
    headers = with_fields("Subject: maintenance")
    assert read_bounce(headers, Body(plain="tonight"), "postmaster@mx.example") is None


def test_an_ordinary_mail_is_no_bounce() -> None:
    assert (
        read_bounce(with_fields("Subject: x"), Body(plain="hi"), "a@b.example") is None
    )
