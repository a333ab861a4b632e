"""Parse many damaged mails and say how long the slowest took.

    python -m tests.bench.parse_mutations 20000 [SEED]

Ends with 1 when one of them raised, was read into text that cannot be stored, or took
longer than a second.
"""

import random
import sys
import time
from pathlib import Path

from inbox_assistant.mail.parse import parse_mail
from tests.damage import damaged

MAILS = Path(__file__).parents[1] / "fixtures" / "mails"
SLOWEST = 1.0


def main(count: int, seed: int) -> int:
    """Parse *count* damaged mails."""
    mails = [path.read_bytes() for path in sorted(MAILS.glob("*.eml"))]
    chance = random.Random(seed)
    slowest, bad = 0.0, 0
    begun = time.perf_counter()
    for number in range(count):
        raw = damaged(mails[number % len(mails)], chance)
        started = time.process_time()
        mail = parse_mail(raw)
        slowest = max(slowest, time.process_time() - started)
        try:
            f"{mail.words}{mail.text}{mail.subject}{mail.buyer}".encode()
        except UnicodeError:
            bad += 1
        bad += "gave up" in mail.kind_reason
    taken = time.perf_counter() - begun
    print(f"{count} mails in {taken:.1f} s, slowest {slowest:.3f} s, bad {bad}")
    return int(bad > 0 or slowest > SLOWEST)


if __name__ == "__main__":
    NUMBERS = [int(one) for one in sys.argv[1:3]]
    sys.exit(main(*(NUMBERS + [20_000, 2026][len(NUMBERS) :])))
