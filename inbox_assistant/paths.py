"""Where the program's own resources and a profile's files are."""

from dataclasses import dataclass
from pathlib import Path

from inbox_assistant.domain.errors import StorageError

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of the shipped resources.

    An installed or frozen program carries it inside the package; a checkout has it
    beside the package.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder that holds everything of one user's work."""

    folder: Path

    @property
    def database(self) -> Path:
        """Return the path of the SQLite file."""
        return self.folder / "inbox.db"

    @property
    def settings(self) -> Path:
        """Return the path of the settings file."""
        return self.folder / "settings.toml"

    @property
    def rules(self) -> Path:
        """Return the folder of the user's own policy packs."""
        return self.folder / "policy"

    @property
    def logs(self) -> Path:
        """Return the folder of the log files."""
        return self.folder / "logs"

    @property
    def cache(self) -> Path:
        """Return the folder of what can be made again."""
        return self.folder / "cache"

    @property
    def backups(self) -> Path:
        """Return the folder of the backups that the program makes by itself."""
        return self.folder / "backups"

    @property
    def damage_mark(self) -> Path:
        """Return the file that says that the next start is to recover the profile."""
        return self.folder / "damaged"

    @property
    def needs_recovery(self) -> bool:
        """Return whether the profile is known to be damaged before it is opened.

        A file that is gone or empty although there are backups was not always so.
        """
        if self.damage_mark.exists():
            return True
        is_empty = not self.database.exists() or not self.database.stat().st_size
        return is_empty and any(self.backups.glob("inbox-*.db"))

    @property
    def window_lock(self) -> Path:
        """Return the lock that a window holds while it is open."""
        return self.folder / "window.lock"

    def create(self) -> None:
        """Make the folder, readable by its owner alone.

        Raises StorageError when it cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StorageError(
                f"The profile {self.folder} cannot be made: {error.strerror}.",
                "Choose a folder that can be written.",
            ) from error


def shared_cache() -> Path | None:
    """Return the folder of what can be made again and belongs to no profile.

    ``None`` where the user's home is not known, as in some containers.
    """
    import platformdirs  # noqa: PLC0415 - a profile that is named needs none

    try:
        return Path(platformdirs.user_cache_dir("inbox-assistant", appauthor=False))
    except RuntimeError:
        return None


def default_profile() -> Profile:
    """Return the profile of the signed-in user.

    Raises StorageError where the user's home is not known.
    """
    import platformdirs  # noqa: PLC0415 - a profile that is named needs none

    try:
        folder = platformdirs.user_data_dir("inbox-assistant", appauthor=False)
    except RuntimeError as error:
        raise StorageError(
            "Your home folder is not known.",
            "Name a folder with --profile, or set HOME.",
        ) from error
    return Profile(Path(folder))
