"""What tests of the file share: a fresh one, and messages to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_assistant.storage.store import Store, open_store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return where the test's file is, or will be."""
    return tmp_path / "profile" / "inbox.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    """Return an empty file opened for writing."""
    with open_store(database) as opened:
        yield opened
