"""Thousands of rounds under faults: nothing lost, nothing twice, nothing told.

Every place between two bytes of a conversation with the sending server, and of what
is said to the reading one, is tried as an end of the connection, of the line or of the
process; in between come the faults of the matrix.
"""

import argparse
import logging
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.desk import DeskProcess
from tests.faults.episode import Episode, Spoilt
from tests.faults.fault import Boundary, Fault, at_boundary, by_chance
from tests.faults.network import Network
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.submission import SubmissionServer

RUNS_IN_AN_EPISODE = 20
_BYTES = {
    # What a round with one new mail and one reply says at most, each way.
    ("send", True): 1_500,
    ("send", False): 450,
    ("read", True): 1_450,
    ("read", False): 6_000,
}
_SERVER_STEP = 5
_BY_CHANCE = 0.25


def boundaries(random: Random) -> Iterator[Boundary]:
    """Yield the places between bytes in an order of chance, for ever."""
    places = [
        Boundary(conversation, by_client, after)
        for (conversation, by_client), size in _BYTES.items()
        for after in range(
            0, size, _SERVER_STEP if (conversation, by_client) == ("read", False) else 1
        )
    ]
    while True:
        random.shuffle(places)
        yield from places


def faults(random: Random) -> Iterator[Fault]:
    """Yield faults for ever: mostly at boundaries, the others by chance."""
    places = boundaries(random)
    while True:
        if random.random() < _BY_CHANCE:
            yield by_chance(random)
        else:
            how = random.choice(("cut", "cut", "reset", "kill"))
            yield at_boundary(next(places), how)


def run(runs: int, seed: int) -> tuple[int, list[Spoilt], Counter[str]]:
    """Run so many rounds; return how many, what was spoilt, and how rounds ended."""
    random = Random(seed)
    coming = faults(random)
    spoilt: list[Spoilt] = []
    ends: Counter[str] = Counter()
    done = 0
    with TemporaryDirectory() as name, _world(Path(name)) as (network, desk):
        for number in range(-(-runs // RUNS_IN_AN_EPISODE)):
            mailbox = network.dovecot.add_account(f"desk{number}@shop.example")
            network.submission.accounts[mailbox.name] = mailbox.password
            starttls = number % 4 == 3
            place = Path(name) / f"e{number}"
            episode = Episode(network, desk, mailbox, place, random, starttls)
            _live(episode, coming, random)
            network.submission.taken.clear()
            done += episode.runs
            spoilt += episode.spoilt
            ends += episode.ends
            _tell(done, spoilt[-3:])
        if errors := desk.errors():
            print(errors[-4000:])
    return done, spoilt, ends


@contextmanager
def _world(folder: Path) -> Iterator[tuple[Network, DeskProcess]]:
    authority = CertificateAuthority(folder / "authority")
    with (
        Dovecot(authority.issue()) as dovecot,
        SubmissionServer(authority.issue()) as submission,
        Network(dovecot, submission, authority, folder) as network,
        DeskProcess(PASSWORD, folder) as desk,
    ):
        yield network, desk


def _live(episode: Episode, coming: Iterator[Fault], random: Random) -> None:
    episode.begin()
    for _ in range(RUNS_IN_AN_EPISODE):
        fault = next(coming)
        while fault.over_tls if episode.starttls else fault.starttls:
            fault = by_chance(random)
        episode.run(fault)
    episode.finish()


def _tell(done: int, spoilt: list[Spoilt]) -> None:
    print(f"{done} runs; last broken promises: {spoilt}", file=sys.stderr, flush=True)


def main() -> None:
    """Run and print the figures; ends with 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=20261130)
    chosen = parser.parse_args()
    # What the server's library deprecates is nothing of ours.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    begun = time.monotonic()
    done, spoilt, ends = run(chosen.runs, chosen.seed)
    print(f"{done} runs in {time.monotonic() - begun:.0f} s, seed {chosen.seed}")
    for name, count in ends.most_common():
        print(f"{count:6} {name}")
    print(f"broken promises: {len(spoilt)}")
    for one in spoilt:
        print(f"  {one.promise} [{one.fault}]")
    sys.exit(1 if spoilt else 0)


if __name__ == "__main__":
    main()
