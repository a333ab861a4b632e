"""A profile for each test of the use cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_assistant.storage.store import Store, open_store
from tests.fakes import FakeClock
from tests.integration.services.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """Return the use cases of a new profile with one account."""
    with open_office(tmp_path / "profile", clock) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty file opened for writing."""
    with open_store(tmp_path / "inbox.db") as opened:
        yield opened
