"""Fill a Maildir with a shop's mail of some years, quickly and always alike."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from random import Random

from tests.end2end.amazon_mails import buyer_mail
from tests.servers.dovecot import Account

_FILLER = (
    '<tr><td style="padding:4px 12px;font-family:Arial,sans-serif;color:#0f1111">'
    '<a href="https://www.shop.example/page/{number}/{line}">Line {line} of the '
    "notice about parcel {number}</a></td></tr>\n"
)
_LINES = 60
_SENDERS = (
    "Amazon <ship-confirm@amazon.com>",
    "Amazon <order-update@amazon.com>",
    "A supplier <sales@supplier.example>",
    "Parcel service <news@parcels.example>",
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into a mailbox: how many mails, and the buyers of today."""

    mails: int
    size: int
    today: frozenset[str]
    """Order numbers of the buyers' messages of the last day."""


def fill(account: Account, mails: int, now: datetime, seed: int = 7) -> Filled:
    """Put *mails* mails into the inbox of *account*, the newest a minute old.

    Three in ten are buyers' messages, the others notices and letters of the size such
    mails have. They are numbered by chance, as after the move to another server.
    """
    random = Random(seed)
    folder = account.maildir / "new"
    for part in (account.maildir.parent, account.maildir):
        part.mkdir(parents=True, exist_ok=True)
        account.own(part)
    for name in ("new", "cur", "tmp"):
        (account.maildir / name).mkdir(exist_ok=True)
        account.own(account.maildir / name)
    order = list(range(mails))
    random.shuffle(order)
    today: set[str] = set()
    size = 0
    for place, number in enumerate(order):
        at = now - timedelta(minutes=1 + number * 5)
        if number % 10 < 3:
            mail = buyer_mail(number, at)
            raw = _with_html(mail.raw, number)
            if now - at < timedelta(days=1):
                today.add(mail.order_id)
        else:
            raw = _notice(number, at)
        size += len(raw)
        path = folder / f"{1_500_000_000 + place}.M{number}P1.test"
        path.write_bytes(raw)
        os.utime(path, (at.timestamp(), at.timestamp()))
        account.own(path)
    return Filled(mails, size, frozenset(today))


def _with_html(raw: bytes, number: int) -> bytes:
    """Return a buyer's mail with an HTML part beside its text, as Amazon sends it."""
    head, _, text = raw.partition(b"\r\n\r\n")
    kept = [
        line for line in head.split(b"\r\n") if not line.lower().startswith(b"content")
    ]
    page = text.decode().replace("\r\n", "<br>\r\n")
    parts = (
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text.decode()}\r\n"
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>{page}"
        f"<table>{_rows(number)}</table></body></html>\r\n--b--\r\n"
    )
    kept.append(b'Content-Type: multipart/alternative; boundary="b"')
    return b"\r\n".join(kept) + b"\r\n\r\n" + parts.encode()


def _notice(number: int, at: datetime) -> bytes:
    sender = _SENDERS[number % len(_SENDERS)]
    head = (
        f"From: {sender}\r\nTo: desk@shop.example\r\n"
        f"Subject: Notice {number} about parcel {number * 31 % 99_991}\r\n"
        f"Date: {format_datetime(at)}\r\n"
        f"Message-ID: <notice-{number}@mail.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
    )
    return f"{head}<html><body><table>{_rows(number)}</table></body></html>".encode()


def _rows(number: int) -> str:
    return "".join(_FILLER.format(number=number, line=line) for line in range(_LINES))
