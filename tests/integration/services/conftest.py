"""A profile for each test of the use cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.integration.services.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """Return the use cases of a new profile with one account."""
    with open_office(tmp_path / "profile", clock) as opened:
        yield opened
