"""Damage done to mails, the same for the same seed."""

import random

PIECES = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\r\n\r\n",
    b"=?utf-8?q?",
    b"?=",
    b'"',
    b"<",
    b">",
    b"(",
    b"@",
    b"--",
    b"-" * 13,
    b"Content-Type: multipart/mixed; boundary=x\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b'charset="utf-7"',
    b"Date: Fri, 31 Feb 99999999 99:99:99 +9999\r\n",
    b'<pre style="-o-pre-wrap">',
    b"<blockquote>",
    b"> ",
    b"10:12 <a@b>:\n",
]
_MOST_DAMAGES = 8
_LONGEST_GAP = 80
_MOST_REPEATS = 40


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Return *raw* with stretches cut out, put in, repeated or turned over."""
    for _ in range(chance.randint(1, _MOST_DAMAGES)):
        start = chance.randint(0, len(raw))
        gap = chance.randint(0, _LONGEST_GAP)
        piece = chance.choice(PIECES)
        if chance.random() < 1 / 4:
            piece = chance.randbytes(chance.randint(1, 20))
        elif chance.random() < 1 / 4 and raw:
            other = chance.randint(0, len(raw))
            piece = raw[other : other + chance.randint(1, 400)]
        raw = (
            raw[:start] + piece * chance.randint(1, _MOST_REPEATS) + raw[start + gap :]
        )
    return raw
