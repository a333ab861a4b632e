"""Mails like Amazon's, for invented buyers, as many as a test wants."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

_NAMES = ("Adelheid", "Bartholomew", "Clothilde", "Dagmar", "Ezra", "Fiorella", "Gwen")
_QUESTIONS = (
    "Does the lid fit the larger jar as well?",
    "When will the shelf arrive at my house?",
    "The lamp came with a broken switch. What can you do?",
    "Please send me an invoice with the tax number.",
    "Can you engrave the name on the back?",
)


@dataclass(frozen=True, slots=True)
class BuyerMail:
    """One buyer message: whom it is from and what it says."""

    number: int
    alias: str
    order_id: str
    words: str
    received_at: datetime
    raw: bytes


def buyer_mail(number: int, received_at: datetime) -> BuyerMail:
    """Return the message of the buyer *number*, received at *received_at*."""
    alias = f"b{number:05d}xkqzwv@marketplace.amazon.co.uk"
    order_id = f"204-{number:07d}-{number * 7 % 10_000_000:07d}"
    name = _NAMES[number % len(_NAMES)]
    words = f"{_QUESTIONS[number % len(_QUESTIONS)]} This is question {number}."
    link = (
        "https://sellercentral.amazon.co.uk/messaging/no-response-needed"
        f"?t=T{number:012d}&m=M{number:012d}&mp=A1F83G8C2ARO7P&c=A2EXAMPLESELLER"
        f"&h={number:040x}&s=1"
    )
    text = (
        f"You have received a message.\n\n# {order_id}:\n"
        f"1 / Storage jar [ASIN: B0{number:08d}]\n\n"
        f"------------- Message: -------------\n\n{words}\n\n"
        "------------- End message -------------\n\n"
        f"Resolve case\n{link}\n\nSPC-EUAmazon-{number:016d}\n"
    )
    headers = {
        "From": f"{name} - Amazon Marketplace <{alias}>",
        "Reply-To": alias,
        "Subject": f"Product inquiry from Amazon customer {name} (Order: {order_id})",
        "X-Space-Notification-Type": "BBC_MESSAGE_SENT_TO_MERCHANT",
        "X-Marketplace-ID": "A1F83G8C2ARO7P",
    }
    raw = _mail(headers, text, number, received_at)
    return BuyerMail(number, alias, order_id, words, received_at, raw)


def other_mail(number: int, received_at: datetime) -> bytes:
    """Return a mail that is no buyer message: a notice or somebody's letter."""
    order_id = f"026-{number:07d}-{number:07d}"
    if number % 2:
        headers = {
            "From": "Amazon <donotreply@amazon.com>",
            "Subject": f"Refund issued for order {order_id}",
            "X-Space-Notification-Type": "REFUND_ISSUED",
        }
        text = f"A refund was issued for order {order_id}."
    else:
        headers = {
            "From": f"A supplier <sales{number}@supplier.example>",
            "Subject": f"Delivery note {number}",
        }
        text = "Your pallets leave on Monday."
    return _mail(headers, text, 900_000 + number, received_at)


def _mail(headers: dict[str, str], text: str, number: int, at: datetime) -> bytes:
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines.extend(
        (
            "To: desk@shop.example",
            f"Date: {format_datetime(at)}",
            f"Message-ID: <0102{number:012x}-000000@eu-west-1.amazonses.com>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            text,
        )
    )
    return "\n".join(lines).encode().replace(b"\n", b"\r\n")
