"""How much faster two processes audit sent mail than one does."""

import argparse
import time
from collections.abc import Iterator
from random import Random

from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.policy.engine import Engine
from inbox_assistant.services.auditing import SentMail, audit

_WANTED = 1.7
_HEAD = """From: Shop <desk@shop.example>
To: b{number:05d}xkqzwv@marketplace.amazon.co.uk
Subject: Re: A question (Order: 204-0000001-{number:07d})
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <{number}@shop.example>
In-Reply-To: <q{number}@amazonses.com>
Content-Type: text/plain; charset=utf-8
"""
_TEXT = (
    "the parcel lamp jar lid shelf left arrives fits holds broken switch Monday "
    "warehouse label refund replacement please thank you for your message we are sorry "
    "that it is on its way and should be with you by tomorrow or the day after"
)


def sent_mails(count: int) -> Iterator[SentMail]:
    """Yield *count* replies in which hardly a sentence comes twice."""
    random = Random(11)
    words = _TEXT.split()
    for number in range(count):
        sentences = (
            " ".join(random.choices(words, k=random.randint(6, 16))).capitalize()
            for _ in range(random.randint(4, 9))
        )
        text = ". ".join(sentences)
        raw = f"{_HEAD.format(number=number)}\n{text}.\n\n> Does the lid fit?\n"
        yield SentMail(str(number), raw.encode())


def load() -> Engine:
    """Return the engine; workers call this in their own process."""
    return policy_of(None).engine


def seconds(count: int, workers: int) -> float:
    """Return how long *workers* processes take for *count* mails."""
    start = time.perf_counter()
    for _ in audit(sent_mails(count), load, workers):
        pass
    return time.perf_counter() - start


def main() -> None:
    """Measure and print the ratio; fail when it is too small."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=12_000)
    chosen = parser.parse_args()
    load()
    one, two = (seconds(chosen.mails, workers) for workers in (1, 2))
    ratio = one / two
    print(
        f"{chosen.mails:,} mails: {one:.1f} s alone, {two:.1f} s by two, {ratio:.2f} x"
    )
    if ratio < _WANTED:
        raise SystemExit(f"{ratio:.2f} is less than {_WANTED}")


if __name__ == "__main__":
    main()
