"""What Amazon sends back about replies: copies, opt-outs, bounces."""

from datetime import datetime
from email.utils import format_datetime

from inbox_assistant.domain.reply import OutboxReply


def copy_of(body: str, order_id: str, at: datetime, buyer: str = "Anna") -> bytes:
    """Return Amazon's copy of a reply that said *body*."""
    text = (
        f"<html><body><p># {order_id}:<br><br>------------- Begin message "
        f"-------------<br><br>{body}<br><br>------------- End message -------------"
        "<br></p></body></html>"
    )
    head = _head("Amazon <donotreply@amazon.com>", f"Your e-mail to {buyer}", at)
    kind = "X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT\n"
    return f"{head}{kind}Content-Type: text/html; charset=utf-8\n\n{text}".encode()


def opt_out(order_id: str, at: datetime) -> bytes:
    """Return the notice that the buyer wants no messages."""
    text = (
        "<html><body><p>The message you sent to Anna on 2 Mar 2026 for order "
        f"[{order_id}] was not delivered because the buyer has opted out of receiving "
        "messages.</p></body></html>"
    )
    head = _head("Amazon <auto-communication@amazon.com>", "Amazon", at)
    kind = "X-Space-Notification-Type: BUYER_OPTED_OUT_BSM_MESSAGES\n"
    return f"{head}{kind}Content-Type: text/html; charset=utf-8\n\n{text}".encode()


def bounce_of(reply: OutboxReply, at: datetime) -> bytes:
    """Return what a mail server says of a reply that it gave up."""
    head = _head("<mailer-daemon@mx.shop.example>", "Delivery failure", at)
    return f"""{head}Content-Type: multipart/report; report-type=delivery-status;
 boundary="rr"

--rr
Content-Type: text/plain

failed
--rr
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.shop.example

Final-Recipient: rfc822;{reply.to_address}
Action: failed
--rr
Content-Type: text/rfc822-headers

To: {reply.to_address}
Message-ID: {reply.message_id}
--rr--
""".encode()


def _head(sender: str, subject: str, at: datetime) -> str:
    return (
        f"From: {sender}\nTo: desk@shop.example\nSubject: {subject}\n"
        f"Date: {format_datetime(at)}\nMIME-Version: 1.0\n"
        f"Message-ID: <{at.timestamp()}.{abs(hash(subject)) % 997}@amazonses.com>\n"
    )
