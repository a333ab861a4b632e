"""The proxy under TLS hears every word and breaks in where it is told to."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.servers.certificates import CertificateAuthority
from tests.servers.dialogue_proxy import Break, DialogueProxy, refusing
from tests.servers.scripted import ScriptedServer

GREETING = b"* OK ready\r\n"


@pytest.fixture
def proxy(authority: CertificateAuthority) -> Iterator[DialogueProxy]:
    """Return a proxy before a server that repeats every line."""
    with (
        ScriptedServer(GREETING, lambda line: line + b"\r\n") as server,
        DialogueProxy(authority.issue(), server.port) as proxy,
    ):
        yield proxy


@contextmanager
def talking(proxy: DialogueProxy, ca_file: Path) -> Iterator[ssl.SSLSocket]:
    """Connect to the proxy under TLS."""
    context = ssl.create_default_context(cafile=ca_file)
    with (
        socket.create_connection(("127.0.0.1", proxy.port), 5) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as client,
    ):
        yield client


def read_all(client: socket.socket) -> bytes:
    data = b""
    while piece := client.recv(100):
        data += piece
    return data


def test_without_a_fault_everything_passes(proxy: DialogueProxy, ca_file: Path) -> None:
    with talking(proxy, ca_file) as client:
        client.sendall(b"a1 NOOP\r\n")
        reader = client.makefile("rb")
        assert [reader.readline(), reader.readline()] == [GREETING, b"a1 NOOP\r\n"]
        reader.close()


@pytest.mark.parametrize("after", [0, 1, 5, 12])
def test_the_servers_words_end_after_so_many_bytes(
    proxy: DialogueProxy, ca_file: Path, after: int
) -> None:
    proxy.breaks = Break(by_client=False, after=after)
    with talking(proxy, ca_file) as client:
        assert read_all(client) == GREETING[:after]


def test_who_waits_for_the_break_is_told_before_the_end(
    proxy: DialogueProxy, ca_file: Path
) -> None:
    told = threading.Event()
    proxy.breaks, proxy.on_break = Break(by_client=True, after=4), told.set
    with talking(proxy, ca_file) as client:
        assert client.recv(100) == GREETING
        client.sendall(b"a1 NOOP\r\n")
        assert read_all(client) == b""
        assert told.is_set()


def test_one_command_is_refused_and_the_next_is_not(
    proxy: DialogueProxy, ca_file: Path
) -> None:
    proxy.answer = refusing(b"FETCH", b"NO not now", at=2)
    with talking(proxy, ca_file) as client, client.makefile("rb") as reader:
        reader.readline()
        for tag in (b"a", b"b", b"c"):
            client.sendall(tag + b" UID FETCH 1 FLAGS\r\n")
            expected = b"b NO not now" if tag == b"b" else tag + b" UID FETCH 1 FLAGS"
            assert reader.readline().rstrip() == expected


def test_garbage_comes_after_the_greeting(proxy: DialogueProxy, ca_file: Path) -> None:
    proxy.garbage = b"((\r\n"
    with talking(proxy, ca_file) as client, client.makefile("rb") as reader:
        assert reader.readline() == GREETING
        client.sendall(b"a1 NOOP\r\n")
        assert [reader.readline(), reader.readline()] == [b"((\r\n", b"a1 NOOP\r\n"]
    proxy.forget()
    assert proxy.garbage == b""
