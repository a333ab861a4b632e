"""How this very program is started once more: with the computer, or on the samples."""

import subprocess
import sys

from inbox_assistant import paths
from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.services.autostart import Autostart, autostart_of

_PACKAGE = "inbox_assistant"


class Starting:
    """Whether the window on a profile opens when its user signs in."""

    def __init__(
        self, profile: paths.Profile, platform: str = sys.platform, *, is_demo: bool
    ) -> None:
        self._profile = profile
        self._platform = platform
        self._is_demo = is_demo

    def is_by_itself(self) -> bool:
        """Return whether it does."""
        return not self._is_demo and self._autostart().is_on()

    def be_by_itself(self, *, wanted: bool) -> None:
        """Have it open, minimised, from now on, or no longer.

        Raises InputError for the sample mailbox, and StorageError when the system's
        entry cannot be changed.
        """
        if self._is_demo:
            raise InputError("The sample mailbox does not start with the computer.")
        if not wanted:
            self._autostart().switch_off()
            return
        named = [] if self._is_usual() else ["--profile", str(self._profile.folder)]
        self._autostart().switch_on([*program(), *named, "--minimised"])

    def _autostart(self) -> Autostart:
        folder = None if self._is_usual() else self._profile.folder
        return autostart_of(folder, self._platform)

    def _is_usual(self) -> bool:
        try:
            return self._profile == paths.default_profile()
        except StorageError:
            return False


def open_samples() -> None:
    """Open the sample mailbox in a window of its own."""
    # Started from here and then left alone: it has a profile of its own.
    subprocess.Popen([*program(), "demo"], start_new_session=True)  # noqa: S603


def program() -> list[str]:
    """Return the words of a command that start this program."""
    is_frozen = getattr(sys, "frozen", False)
    return [sys.executable] if is_frozen else [sys.executable, "-m", _PACKAGE]
