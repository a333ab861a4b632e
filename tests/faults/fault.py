"""The ways in which networks, servers and computers fail, each as one value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from random import Random

from tests.faults.network import Network
from tests.servers.dialogue_proxy import Break, DialogueProxy, refusing
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.submission import AfterDot

Kill = Callable[[], None]
Set = Callable[[Network, Kill], None]

IMAP_COMMANDS = (
    *(b"CAPABILITY", b"AUTHENTICATE", b"LOGIN", b"LIST", b"EXAMINE", b"SELECT"),
    *(b"SEARCH", b"FETCH", b"STORE", b"APPEND", b"LOGOUT"),
)
SMTP_STAGES = ("AUTH", "MAIL", "RCPT", "DATA")
_FULL = b"* BYE [UNAVAILABLE] Too many connections\r\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: how it is set, and what else happens to the computer meanwhile.

    ``over_tls`` says that it is made of words, so that it needs a proxy which hears
    them; ``starttls`` that it needs a connection that begins unprotected.
    """

    name: str
    set: Set = lambda _network, _kill: None
    skew: timedelta = timedelta(0)
    kill_after: timedelta | None = None
    over_tls: bool = False
    starttls: bool = False
    renumbers: bool = False
    doubles: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place between two bytes of what one side of a conversation says."""

    conversation: str
    by_client: bool
    after: int


def at_boundary(boundary: Boundary, how: str) -> Fault:
    """Return the fault that ends a conversation there by *how*: cut, reset or kill."""

    def place(network: Network, kill: Kill) -> None:
        proxy = _dialogue(network, boundary.conversation)
        proxy.breaks = Break(boundary.by_client, boundary.after)
        if how == "kill":
            proxy.on_break = kill
        network.wires[boundary.conversation].reset = how == "reset"

    side = "client" if boundary.by_client else "server"
    name = f"{how} {boundary.conversation} {side} {boundary.after}"
    return Fault(name, place, over_tls=True)


def on_wire(conversation: str, *, by_client: bool, after: int, how: str) -> Fault:
    """Return the fault that ends or silences the bare connection after some bytes."""

    def place(network: Network, kill: Kill) -> None:
        lane = Lane(stall_after=after) if how == "stall" else Lane(cut_after=after)
        for wire in _wires(network, conversation):
            if by_client:
                wire.to_server = lane
            else:
                wire.to_client = lane
            wire.reset = how == "reset"
            if how == "kill":
                wire.on_cut = kill

    side = "client" if by_client else "server"
    return Fault(f"{how} wire {conversation} {side} {after}", place)


def refused(command: bytes, words: bytes, at: int = 1) -> Fault:
    """Return the fault of a mailbox that says NO or BAD to one command."""

    def place(network: Network, _kill: Kill) -> None:
        network.reading.answer = refusing(command, words, at=at)

    name = f"{command.decode()} {at}: {words[:3].decode().strip()}"
    return Fault(name, place, over_tls=True)


def not_sent(stage: str, words: str) -> Fault:
    """Return the fault of a sending server that refuses at *stage*."""

    def place(network: Network, _kill: Kill) -> None:
        network.submission.answers[stage] = words

    return Fault(f"{stage} {words[:3]}", place)


def after_dot(way: AfterDot) -> Fault:
    """Return the fault of a sending server that gives no answer to the dot."""

    def place(network: Network, _kill: Kill) -> None:
        network.submission.after_dot = way

    return Fault(f"after the dot: {way.name}", place)


def garbage(conversation: str, words: bytes) -> Fault:
    """Return the fault of a server that says *words* out of turn."""

    def place(network: Network, _kill: Kill) -> None:
        _dialogue(network, conversation).garbage = words

    return Fault(f"garbage {conversation} {words[:6]!r}", place, over_tls=True)


def badly_certified(conversation: str, which: str) -> Fault:
    """Return the fault of a server that shows an ``expired`` or ``foreign`` one."""

    def place(network: Network, _kill: Kill) -> None:
        shown = getattr(network.certificates, which)
        _dialogue(network, conversation).certificate = shown

    return Fault(f"{which} certificate {conversation}", place, over_tls=True)


def dripping(conversation: str) -> Fault:
    """Return the fault of a line that passes on a few bytes at a time."""

    def place(network: Network, _kill: Kill) -> None:
        slow = Lane(drip=96, delay=timedelta(milliseconds=2))
        for wire in _wires(network, conversation):
            wire.to_server = wire.to_client = slow

    return Fault(f"drip {conversation}", place)


def stripped(conversation: str) -> Fault:
    """Return the fault of a line on which somebody takes STARTTLS off the offer."""

    def place(network: Network, _kill: Kill) -> None:
        lane = Lane(rewrite=lambda words: words.replace(b"STARTTLS", b"STARTXXX"))
        network.wires[f"{conversation}-starttls"].to_client = lane

    return Fault(f"STARTTLS stripped {conversation}", place, starttls=True)


def full(conversation: str) -> Fault:
    """Return the fault of a server that has no room for one more connection."""

    def place(network: Network, _kill: Kill) -> None:
        words = _FULL if conversation == "read" else b"421 4.7.0 Too many\r\n"
        for wire in _wires(network, conversation):
            wire.to_client = Lane(rewrite=lambda _words: words)

    return Fault(f"server full {conversation}", place, starttls=True)


def matrix() -> Iterator[Fault]:
    """Yield every kind of fault, each at every place where it differs."""
    yield Fault("none")
    yield Fault("mails numbered anew", renumbers=True)
    yield Fault("every mail delivered twice more", doubles=True)
    for hours in (-30, -1, 1, 30):
        yield Fault(f"clock wrong by {hours} h", skew=timedelta(hours=hours))
    yield from _of_mailboxes()
    yield from _of_sending()
    for conversation in ("read", "send"):
        yield from _of_the_way(conversation)


def _of_mailboxes() -> Iterator[Fault]:
    said = (b"NO [UNAVAILABLE] not now", b"BAD what is this")
    for command, words in product(IMAP_COMMANDS, said):
        yield refused(command, words)
        if command in {b"SEARCH", b"FETCH", b"EXAMINE"}:
            yield refused(command, words, at=2)


def _of_sending() -> Iterator[Fault]:
    for stage, code in product(SMTP_STAGES, ("421 4.3.2 not now", "550 5.7.1 never")):
        yield not_sent(stage, code)
    yield not_sent("AUTH", "535 5.7.8 wrong password")
    yield not_sent("DATA", "452 4.3.1 no room left")
    for way in AfterDot:
        yield after_dot(way)


def _of_the_way(conversation: str) -> Iterator[Fault]:
    yield dripping(conversation)
    yield stripped(conversation)
    yield full(conversation)
    for which in ("expired", "foreign"):
        yield badly_certified(conversation, which)
    for words in (b"* 0 (((\r\n", b"\0\xff\xfe nothing\r\n", b"250\r\n" * 300):
        yield garbage(conversation, words)
    ways = product(("cut", "reset", "stall", "kill"), (True, False), (0, 1, 700, 2100))
    for how, by_client, after in ways:
        yield on_wire(conversation, by_client=by_client, after=after, how=how)


def by_chance(random: Random) -> Fault:
    """Return one of the matrix's faults or a kill at some moment."""
    if random.random() < 0.25:
        after = timedelta(seconds=random.uniform(0.0, 0.35))
        return Fault(f"killed after {after.total_seconds():.3f} s", kill_after=after)
    return random.choice(_ALL)


def _dialogue(network: Network, conversation: str) -> DialogueProxy:
    return network.reading if conversation == "read" else network.sending


def _wires(network: Network, conversation: str) -> list[FaultProxy]:
    return [network.wires[conversation], network.wires[f"{conversation}-starttls"]]


_ALL = list(matrix())
