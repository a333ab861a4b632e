"""What holds for every test: a moved home, no network, no screen, a clock."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import guard, screen
from tests.fakes import FakeClock

pytest_plugins = ["tests.servers.fixtures"]

# Before anything of Qt, keyring or the program is imported: they read these once.
os.environ.setdefault("QT_QPA_PLATFORM", screen.OFFSCREEN)
# No test shows its notifications to the person who runs it, nor starts a bus.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
guard.move_home()
_GUARD = guard.install()

# A shared machine may pause for seconds, which says nothing about the code, so no
# deadline; what runs unattended must also find the same thing twice.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
)


@pytest.fixture(autouse=True)
def _nothing_leaves_the_test() -> Iterator[None]:
    """Fail a test that reached out, even if its code swallowed the refusal."""
    _GUARD.violations.clear()
    yield
    if _GUARD.violations:
        pytest.fail("; ".join(_GUARD.violations))


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands still until the test moves it."""
    return FakeClock()


@pytest.fixture(scope="session")
def outer_environment() -> dict[str, str]:
    """Return the environment of the person, for tools that need their caches."""
    return guard.outer_environment()
