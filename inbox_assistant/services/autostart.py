"""Starting with the computer: one entry of the system's own, written or removed.

The entry itself is the only place that says whether it is wanted, so that whoever
removes it with the system's means is obeyed. The folder of Linux desktops follows the
Desktop Application Autostart Specification; those of Windows and macOS were written
from their documentation and have not been tried there.
"""

import hashlib
import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from inbox_assistant.domain.errors import StorageError

_NAME = "inbox-assistant"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_TO_QUOTE = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_TO_ESCAPE = frozenset('"`$\\')


class Autostart(Protocol):
    """What starts a program when its user signs in."""

    def is_on(self) -> bool:
        """Return whether it does."""
        ...

    def switch_on(self, command: Sequence[str]) -> None:
        """Have *command* started; raises StorageError."""
        ...

    def switch_off(self) -> None:
        """Have nothing started any more; raises StorageError."""
        ...


class EntryFile:
    """A file in a folder that the system reads when somebody signs in."""

    def __init__(self, path: Path, label: str) -> None:
        self.path = path
        self._label = label

    def is_on(self) -> bool:
        """Return whether the file is there."""
        return self.path.exists()

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the file."""
        is_agent = self.path.suffix == ".plist"
        entry = (
            launch_agent(command, self._label)
            if is_agent
            else desktop_entry(command).encode()
        )
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(entry)
        except OSError as error:
            raise _refused(self.path, error) from error

    def switch_off(self) -> None:
        """Remove the file."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(self.path, error) from error


class RunKey:
    """A value below the key ``Run`` of the user's part of the registry of Windows."""

    def __init__(self, name: str) -> None:
        self._name = name

    def is_on(self) -> bool:
        """Return whether the value is there."""
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    winreg.QueryValueEx(key, self._name)
            except OSError:
                return False
            return True
        return False

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the value."""
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415

            line = subprocess.list2cmdline(command)
            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    winreg.SetValueEx(key, self._name, 0, winreg.REG_SZ, line)
            except OSError as error:
                raise _refused(_RUN_KEY, error) from error

    def switch_off(self) -> None:
        """Remove the value."""
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415

            access = winreg.KEY_SET_VALUE
            try:
                with winreg.OpenKey(
                    winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access
                ) as key:
                    winreg.DeleteValue(key, self._name)
            except FileNotFoundError:
                return
            except OSError as error:
                raise _refused(_RUN_KEY, error) from error


def autostart_of(profile: Path | None, platform: str = sys.platform) -> Autostart:
    """Return what starts the program with *profile*; ``None`` is the usual one."""
    mark = "" if profile is None else f"-{_hash(profile)}"
    if platform == "win32":
        return RunKey(f"{_NAME}{mark}")
    label = f"{_NAME}{mark}"
    if platform == "darwin":
        return EntryFile(Path.home() / f"Library/LaunchAgents/{label}.plist", label)
    configured = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(configured) if configured else Path.home() / ".config"
    return EntryFile(folder / "autostart" / f"{label}.desktop", label)


def desktop_entry(command: Sequence[str]) -> str:
    """Return the entry of a Linux desktop that starts *command*."""
    line = " ".join(map(_quoted, command)).replace("\\", "\\\\")
    return (
        "[Desktop Entry]\nType=Application\nName=Inbox Assistant\n"
        f"Exec={line}\nIcon=inbox-assistant\nTerminal=false\n"
    )


def launch_agent(command: Sequence[str], label: str) -> bytes:
    """Return the property list by which launchd of macOS starts *command*."""
    entry = {"Label": label, "ProgramArguments": list(command), "RunAtLoad": True}
    return plistlib.dumps(entry)


def _quoted(argument: str) -> str:
    """Return *argument* as the Desktop Entry Specification wants it in ``Exec``."""
    argument = argument.replace("%", "%%")
    if argument and not _TO_QUOTE.intersection(argument):
        return argument
    escaped = "".join(f"\\{one}" if one in _TO_ESCAPE else one for one in argument)
    return f'"{escaped}"'


def _hash(profile: Path) -> str:
    return hashlib.sha256(str(profile).encode()).hexdigest()[:8]


def _refused(where: object, error: OSError) -> StorageError:
    return StorageError(
        f"{where} cannot be changed: {error.strerror}.",
        "Check that it may be written.",
        retryable=True,
    )
