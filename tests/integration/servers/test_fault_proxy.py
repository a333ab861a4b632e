"""The proxy makes exactly the fault that a test asks for."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from tests.servers.dovecot import free_ports
from tests.servers.fault_proxy import UNTOUCHED, FaultProxy, Lane
from tests.servers.scripted import ScriptedServer

GREETING = b"0123456789\r\n"


@contextmanager
def talking(
    to_server: Lane = UNTOUCHED, to_client: Lane = UNTOUCHED, *, reset: bool = False
) -> Iterator[tuple[socket.socket, FaultProxy, ScriptedServer]]:
    """Connect to a server that repeats every line, through a proxy with faults."""
    with (
        ScriptedServer(GREETING, lambda line: line + b"\r\n") as server,
        FaultProxy(server.port, to_server, to_client, reset) as proxy,
        socket.create_connection(("127.0.0.1", proxy.port), 5) as client,
    ):
        yield client, proxy, server


def read_all(client: socket.socket) -> bytes:
    data = b""
    while piece := client.recv(100):
        data += piece
    return data


def test_without_a_fault_everything_passes_and_is_remembered() -> None:
    with talking() as (client, proxy, server):
        client.sendall(b"hello\r\n")
        reader = client.makefile("rb")
        assert [reader.readline(), reader.readline()] == [GREETING, b"hello\r\n"]
        assert server.lines == [b"hello"]
        assert proxy.seen_from_client == b"hello\r\n"
        assert proxy.seen_from_server == GREETING + b"hello\r\n"
        assert proxy.connections == 1
        reader.close()


@pytest.mark.parametrize("count", [0, 1, 5, 11])
def test_a_cut_lets_so_many_bytes_pass_and_no_more(count: int) -> None:
    with talking(to_client=Lane(cut_after=count)) as (client, _, _):
        assert read_all(client) == GREETING[:count]


def test_a_cut_can_be_made_at_a_word() -> None:
    with talking(to_client=Lane(cut_at=b"56")) as (client, _, _):
        assert read_all(client) == b"01234"


def test_a_cut_towards_the_server_ends_both_ways() -> None:
    with talking(to_server=Lane(cut_after=4)) as (client, _, server):
        assert client.recv(100) == GREETING
        client.sendall(b"hi\r\nmore\r\n")
        assert read_all(client) in {b"", b"hi\r\n"}
    assert server.lines in ([b"hi"], [])


def test_a_reset_is_told_from_an_orderly_end() -> None:
    lane = Lane(cut_at=b"tea")
    with talking(to_client=lane, reset=True) as (client, _, _):
        # Not at once: a reset might be faster than the end of connecting.
        client.sendall(b"tea\r\n")
        with pytest.raises(ConnectionResetError):
            read_all(client)


def test_a_dripping_lane_passes_everything_on() -> None:
    drip = Lane(drip=3, delay=timedelta(milliseconds=1))
    with talking(to_client=drip) as (client, _, _):
        received = b""
        while len(received) < len(GREETING):
            received += client.recv(3)
        assert received == GREETING


def test_whoever_wants_to_know_of_a_cut_is_told() -> None:
    told = threading.Event()
    with talking(to_server=Lane(cut_at=b"tea")) as (_, proxy, _):
        proxy.on_cut = told.set
        proxy.to_server = Lane(cut_at=b"tea")
        with socket.create_connection(("127.0.0.1", proxy.port), 5) as client:
            client.sendall(b"tea\r\n")
            assert told.wait(5)
        proxy.forget()
        with socket.create_connection(("127.0.0.1", proxy.port), 5) as client:
            client.sendall(b"tea\r\n")
            assert client.makefile("rb").readline() == GREETING


def test_a_stalled_lane_is_silent_and_stays_open() -> None:
    with talking(to_client=Lane(stall_after=3)) as (client, _, _):
        assert client.recv(100) == b"012"
        client.settimeout(0.2)
        with pytest.raises(TimeoutError):
            client.recv(100)


def test_silence_can_begin_at_any_time() -> None:
    with talking() as (client, proxy, _):
        assert client.recv(100) == GREETING
        proxy.silence()
        client.sendall(b"hello\r\n")
        client.settimeout(0.2)
        with pytest.raises(TimeoutError):
            client.recv(100)


def test_a_slow_lane_holds_every_piece_back() -> None:
    begin = time.monotonic()
    with talking(to_client=Lane(delay=timedelta(seconds=0.2))) as (client, _, _):
        assert client.recv(100) == GREETING
    assert time.monotonic() - begin >= 0.2


def test_a_fault_can_wait_for_a_word() -> None:
    later = Lane(only_after=b"hello", rewrite=lambda piece: piece.upper())
    with talking(to_client=later) as (client, _, _):
        reader = client.makefile("rb")
        for word in (b"one", b"hello", b"two"):
            client.sendall(word + b"\r\n")
        lines = [reader.readline() for _ in range(4)]
        assert lines[:2] == [GREETING, b"one\r\n"]
        reader.close()


def test_a_server_that_is_not_there_ends_the_connection() -> None:
    with FaultProxy(free_ports(1)[0]) as proxy:
        with (
            pytest.raises(ConnectionResetError),
            socket.create_connection(("127.0.0.1", proxy.port), 5) as client,
        ):
            read_all(client)
        assert proxy.connections == 0
