"""Whether something can be read now is known without reading it."""

import socket

import pytest

from inbox_assistant.mail.pending import has_bytes_waiting


def test_bytes_are_seen_before_they_are_read_and_the_end_is_told() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rb") as reader:
        ours.settimeout(7)
        assert not has_bytes_waiting(ours, reader)
        theirs.sendall(b"* 1 EXISTS\r\n* 2 EX")
        assert has_bytes_waiting(ours, reader)
        assert has_bytes_waiting(ours, reader)
        assert reader.readline() == b"* 1 EXISTS\r\n"
        assert has_bytes_waiting(ours, reader)
        assert reader.read(6) == b"* 2 EX"
        assert not has_bytes_waiting(ours, reader)
        assert ours.gettimeout() == 7
        theirs.close()
        with pytest.raises(ConnectionError):
            has_bytes_waiting(ours, reader)
