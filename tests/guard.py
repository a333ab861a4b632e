"""What keeps the tests away from the network and from the files of the person.

The interpreter reports every opened file and every socket to audit hooks, so that no
test has to remember to be careful, and no library can step around it. Subprocesses are
not watched; they get the same moved home through their environment.
"""

import atexit
import errno
import ipaddress
import json
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_OUTER = "INBOX_ASSISTANT_TESTS_OUTER"
_MOVED = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
}
_PROGRAM = "inbox-assistant"


class Guard:
    """Refuse what leaves the test, and remember it even where the error is caught."""

    def __init__(self, forbidden: tuple[str, ...]) -> None:
        self.violations: list[str] = []
        self._forbidden = forbidden

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at one audit event; raise OSError if it must not happen."""
        if event in {"open", "os.mkdir", "sqlite3.connect"}:
            self._look_at_path(arguments[0])
        elif event in {"socket.connect", "socket.sendto"}:
            self._look_at_address(arguments[1])
        elif event == "socket.getaddrinfo":
            self._look_at_host(arguments[0])

    def _look_at_path(self, path: object) -> None:
        text = os.fsdecode(path) if isinstance(path, str | bytes) else ""
        if text.removeprefix("file:").startswith(self._forbidden):
            self._refuse(f"a test touched the real profile: {text}")

    def _look_at_address(self, address: object) -> None:
        # A socket of the file system has a string for its address and stays here.
        if isinstance(address, tuple):
            self._look_at_host(address[0])

    def _look_at_host(self, host: object) -> None:
        name = os.fsdecode(host) if isinstance(host, str | bytes) else ""
        if name.endswith(".invalid"):
            # No such name can exist, so nobody outside has to be asked.
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not _is_loopback(name):
            self._refuse(f"a test reached beyond loopback: {name}")

    def _refuse(self, sentence: str) -> None:
        self.violations.append(sentence)
        raise OSError(errno.EPERM, sentence)


def _is_loopback(name: str) -> bool:
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def outer_environment() -> dict[str, str]:
    """Return the environment as it was before the home was moved."""
    outer = dict(os.environ)
    for name, value in _outer_values().items():
        if value is None:
            outer.pop(name, None)
        else:
            outer[name] = value
    outer.pop(_OUTER, None)
    return outer


def _outer_values() -> Mapping[str, str | None]:
    # The parallel workers of pytest inherit the moved home, hence the real values
    # travel in the environment.
    here = json.dumps({name: os.environ.get(name) for name in _MOVED})
    values: Mapping[str, str | None] = json.loads(os.environ.setdefault(_OUTER, here))
    return values


def real_profiles() -> tuple[str, ...]:
    """Return the folders in which the person's own profile may be."""
    outer = _outer_values()
    home = Path(outer["HOME"] or outer["USERPROFILE"] or "~").expanduser()
    places = [
        Path(outer["XDG_DATA_HOME"] or home / ".local/share"),
        Path(outer["XDG_CONFIG_HOME"] or home / ".config"),
        Path(outer["XDG_STATE_HOME"] or home / ".local/state"),
        Path(outer["XDG_CACHE_HOME"] or home / ".cache"),
        home / "Library/Application Support",
        Path(outer["LOCALAPPDATA"] or home / "AppData/Local"),
        Path(outer["APPDATA"] or home / "AppData/Roaming"),
    ]
    return tuple(str(place / _PROGRAM) for place in places)


def move_home() -> None:
    """Point every variable that names a home at an empty folder until the exit."""
    _outer_values()
    folder = tempfile.mkdtemp(prefix="home-of-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, place in _MOVED.items():
        path = Path(folder, place)
        path.mkdir(exist_ok=True)
        os.environ[name] = str(path)


def install() -> Guard:
    """Watch this process from now on; an audit hook cannot be taken away again."""
    guard = Guard(real_profiles())
    sys.addaudithook(guard)
    return guard
