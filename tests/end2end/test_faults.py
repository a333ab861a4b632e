"""The whole matrix of faults, once: nothing lost, nothing twice, nothing told.

``tests/bench/fault_runs.py`` does the same thousands of times at every byte.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.faults.desk import DeskProcess
from tests.faults.episode import Episode
from tests.faults.fault import (
    IMAP_COMMANDS,
    Fault,
    badly_certified,
    full,
    matrix,
    not_sent,
    on_wire,
    refused,
    stripped,
)
from tests.faults.network import Network
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import PASSWORD, Account, Dovecot
from tests.servers.submission import SubmissionServer

FAULTS_IN_AN_EPISODE = 16
_TLS = [fault for fault in matrix() if not fault.starttls]
_STARTTLS = [fault for fault in matrix() if fault.starttls]
_PORTIONS = [
    _TLS[start : start + FAULTS_IN_AN_EPISODE]
    for start in range(0, len(_TLS), FAULTS_IN_AN_EPISODE)
]

Begin = Callable[..., Episode]


@pytest.fixture(scope="module")
def network(
    dovecot: Dovecot,
    _submission: SubmissionServer,
    authority: CertificateAuthority,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Network]:
    """Return the way to the servers, with a place for each fault."""
    folder = tmp_path_factory.mktemp("network")
    with Network(dovecot, _submission, authority, folder) as network:
        yield network


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """Return the process that runs the rounds."""
    with DeskProcess(PASSWORD, tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def begin(
    network: Network,
    desk: DeskProcess,
    account: Account,
    submission: SubmissionServer,
    tmp_path: Path,
) -> Begin:
    """Return how an episode with a new account begins."""
    network.forget()
    assert submission.accounts == {account.name: account.password}

    def begun(*, starttls: bool = False, seed: int = 0) -> Episode:
        random = Random(seed)
        episode = Episode(network, desk, account, tmp_path, random, starttls)
        episode.begin()
        return episode

    return begun


@pytest.mark.parametrize("portion", range(len(_PORTIONS)))
def test_no_fault_breaks_a_promise(begin: Begin, portion: int) -> None:
    episode = begin(seed=portion)
    for fault in _PORTIONS[portion]:
        episode.run(fault)
    episode.finish()
    assert episode.spoilt == []
    assert episode.runs == len(_PORTIONS[portion])
    assert episode.desk.errors() == ""


def test_no_fault_of_an_unprotected_beginning_breaks_a_promise(begin: Begin) -> None:
    episode = begin(starttls=True)
    for fault in [*_STARTTLS, *_STARTTLS]:
        episode.run(fault)
    episode.finish()
    assert episode.spoilt == []


@pytest.mark.parametrize(
    ("fault", "starttls", "told"),
    [
        (stripped("read"), True, "InsecureError"),
        (stripped("send"), True, "InsecureError"),
        (full("send"), True, "TryLaterError"),
        (badly_certified("read", "expired"), False, "InsecureError"),
        (badly_certified("send", "foreign"), False, "InsecureError"),
        (refused(b"FETCH", b"BAD no"), False, ""),
        (refused(b"AUTHENTICATE", b"NO no"), False, "SignInRefusedError"),
        (not_sent("AUTH", "535 5.7.8 wrong password"), False, "SignInRefusedError"),
        (not_sent("RCPT", "550 5.1.1 nobody"), False, "RefusedError"),
        (
            on_wire("read", by_client=False, after=1, how="stall"),
            False,
            "UnreachableError",
        ),
        (
            on_wire("send", by_client=True, after=1, how="stall"),
            False,
            "TryLaterError",
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else None,
)
def test_a_fault_is_told_for_what_it_is(
    begin: Begin, fault: Fault, *, starttls: bool, told: str
) -> None:
    episode = begin(starttls=starttls)
    episode.run(Fault("none"))
    ended = episode.run(fault)
    assert ended.code == 0
    assert set(ended.problems) == ({told} if told else set())
    episode.finish()
    assert episode.spoilt == []


def test_the_matrix_speaks_of_every_command_that_a_round_uses(
    begin: Begin, network: Network
) -> None:
    said: list[bytes] = []

    def listen(line: bytes) -> None:
        said.extend(line.split()[1:3])

    network.reading.answer = listen
    episode = begin()
    episode.run(Fault("a reply has no message yet"))
    network.reading.answer = listen
    episode.run(Fault("none"))
    known = {word for word in said if word.isalpha() and word.isupper()}
    used = known & {*IMAP_COMMANDS, b"UID", b"NOOP", b"IDLE"}
    assert {b"FETCH", b"APPEND", b"STORE", b"EXAMINE"} <= used
