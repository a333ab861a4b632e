"""A day of a busy desk in a quarter of an hour, on a bad network.

One process lives through it: mails arrive, replies are written, connections break,
the mail server is restarted. At the end the profile must say what the model beside it
says, and the process must hold no more memory than it did after its first quarter. Some
of what it holds comes slowly and ends: Python keeps the last 512 patterns it compiled,
and its IMAP library compiles one for each connection, under 1 KiB each.
"""

import argparse
import logging
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from tests.faults.desk import DeskProcess
from tests.faults.episode import Episode
from tests.faults.fault import Fault, matrix
from tests.faults.network import Network
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.submission import SubmissionServer

RESTARTS = 6
FAULTY = 0.25
"""The share of rounds under a fault."""
FLAT = 0.05


@dataclass(slots=True)
class Day:
    """How much happens in how many rounds."""

    mails: int
    replies: int
    rounds: int
    resident: list[int] = field(default_factory=list)

    def faults(self, random: Random) -> Iterator[Fault]:
        """Yield the fault of each round; none kills, for the process lives on."""
        bad = [
            one
            for one in matrix()
            if not (one.starttls or one.name.startswith(("kill", "none")))
        ]
        for _ in range(self.rounds):
            is_bad = random.random() < FAULTY
            yield random.choice(bad) if is_bad else Fault("none")


def live(day: Day, episode: Episode, seconds: float) -> None:
    """Run the rounds of *day*, spread over so many *seconds*."""
    episode.mails_a_run = -(-day.mails // day.rounds)
    episode.replies_on_their_way = -(-day.replies // day.rounds) + 1
    episode.begin()
    begun = time.monotonic()
    for number, fault in enumerate(day.faults(episode.random)):
        if number % (day.rounds // RESTARTS) == day.rounds // RESTARTS - 1:
            episode.network.dovecot.stop()
            episode.desk.round(episode.profile)
            episode.network.dovecot.start()
        ended = episode.run(fault)
        day.resident.append(ended.resident)
        left = begun + seconds * (number + 1) / day.rounds - time.monotonic()
        if left > 0:
            time.sleep(left)
        if number % 25 == 0:
            _tell(number, episode, ended.resident)
    episode.finish()


def growth(resident: list[int]) -> float:
    """Return by how much the last quarter's memory exceeds the second quarter's."""
    quarter = len(resident) // 4
    second, last = resident[quarter : 2 * quarter], resident[-quarter:]
    return median(last) / median(second) - 1


def _tell(number: int, episode: Episode, resident: int) -> None:
    told = f"round {number}: {len(episode.received)} mails, {resident} KiB"
    print(f"{told}, broken: {episode.spoilt[-2:]}", file=sys.stderr, flush=True)


def main() -> None:
    """Live through a day; ends with 1 where a promise was broken or memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=5_000)
    parser.add_argument("--replies", type=int, default=1_500)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", type=int, default=20261130)
    chosen = parser.parse_args()
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    day = Day(chosen.mails, chosen.replies, chosen.rounds)
    begun = time.monotonic()
    with TemporaryDirectory() as name:
        folder = Path(name)
        authority = CertificateAuthority(folder / "authority")
        with (
            Dovecot(authority.issue()) as dovecot,
            SubmissionServer(authority.issue()) as submission,
            Network(dovecot, submission, authority, folder) as network,
            DeskProcess(PASSWORD, folder, forks=False) as desk,
        ):
            mailbox = dovecot.add_account("desk@shop.example")
            submission.accounts[mailbox.name] = mailbox.password
            place = folder / "episode"
            random = Random(chosen.seed)
            episode = Episode(network, desk, mailbox, place, random, starttls=False)
            live(day, episode, chosen.minutes * 60)
            sent = len(submission.taken)
    grown = growth(day.resident)
    print(f"{len(episode.received)} mails, {sent} replies, {episode.runs} rounds")
    print(f"in {(time.monotonic() - begun) / 60:.1f} minutes, {RESTARTS} restarts")
    print(f"memory of the last quarter against the second: {grown:+.1%}")
    print(f"broken promises: {len(episode.spoilt)}")
    for one in episode.spoilt:
        print(f"  {one.promise} [{one.fault}]")
    sys.exit(1 if episode.spoilt or grown > FLAT else 0)


if __name__ == "__main__":
    main()
