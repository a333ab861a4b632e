"""The guard around the tests stops what it is there to stop."""

import os
import socket
import sqlite3
from pathlib import Path

import pytest

from inbox_assistant import paths
from tests.guard import Guard, outer_environment, real_profiles


def test_a_connection_beyond_loopback_is_refused_and_remembered() -> None:
    guard = Guard(forbidden=("/nowhere/",))
    with pytest.raises(OSError, match=r"beyond loopback: 192\.0\.2\.1"):
        guard("socket.connect", (None, ("192.0.2.1", 993)))
    assert guard.violations == ["a test reached beyond loopback: 192.0.2.1"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "", None])
def test_loopback_is_allowed(host: str | None) -> None:
    guard = Guard(forbidden=("/nowhere/",))
    guard("socket.getaddrinfo", (host, 993))
    guard("socket.connect", (None, "/run/some.socket"))
    assert guard.violations == []


def test_names_that_cannot_exist_are_answered_without_asking_anybody() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("imap.example.invalid", 993)


def test_the_hook_is_in_force_for_files_and_databases(tmp_path: Path) -> None:
    guard = Guard(forbidden=(str(tmp_path),))
    with pytest.raises(OSError, match="the real profile"):
        guard("sqlite3.connect", (str(tmp_path / "inbox.db"),))
    with pytest.raises(OSError, match="the real profile"):
        guard("open", (str(tmp_path / "settings.toml"), "r", 0))
    assert len(guard.violations) == 2


def test_the_profile_of_the_tests_is_not_the_profile_of_the_person() -> None:
    folder = str(paths.default_profile().folder)
    assert not folder.startswith(real_profiles())
    assert outer_environment().get("HOME") != os.environ["HOME"]


def test_a_database_in_memory_is_allowed() -> None:
    sqlite3.connect(":memory:").close()
