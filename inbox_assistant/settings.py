"""Settings: declared once, typed, kept in one small file of the profile.

A ``Setting`` carries its own type, default, label and explanation; the dialog and
the documentation are made from these declarations.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from inbox_assistant.domain.errors import InputError, StorageError

Value = TypeVar("Value", bool, int, str)
Plain = bool | int | str

_HALF = re.compile(r"[\ud800-\udfff]")
"""Half a character, which no file can hold."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One thing that can be set; the default's type is the value's type.

    ``least`` and ``most`` bound whole numbers; ``choices`` bounds texts, and ``words``
    are what people read for each of them. ``from_next_start`` is true of what the
    window takes up only when it is opened again.
    """

    key: str
    default: Value
    label: str
    help: str
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pattern: str = ""
    """What a text must look like as a whole, as a regular expression."""
    from_next_start: bool = False

    @property
    def group(self) -> str:
        """Return the key of the group that the setting belongs to; see ``GROUPS``."""
        return self.key.partition(".")[0]


AnySetting = Setting[bool] | Setting[int] | Setting[str]

GROUPS = {
    "agent": "You",
    "queue": "Queue",
    "writing": "Writing",
    "sending": "Sending",
    "no_response": "No response necessary",
    "mail": "Mail",
    "office": "Office",
    "reminders": "Reminders",
    "look": "Look and language",
    "window": "Window",
    "backup": "Backups",
    "sign_in": "Signing in",
}
"""The groups by the first part of a setting's key, in the order of the dialog."""

AGENT = Setting(
    "agent.name",
    "",
    "Your name",
    "Written beside everything you decide, in the journal of this profile.",
)
SOON_HOURS = Setting(
    "queue.soon_hours",
    4,
    "Due soon below this many hours",
    "Threads closer to their deadline are listed under Due soon and shown in amber.",
    least=1,
    most=23,
)
UNDO_SECONDS = Setting(
    "sending.undo_seconds",
    8,
    "Seconds in which a sent reply can be called back",
    "A reply leaves only when this time is over.",
    least=0,
    most=120,
)
ALLOW_OVERRIDE = Setting(
    "sending.allow_override",
    default=True,
    label="Agents may send a blocked reply with a reason",
    help="The reason is written to the journal. Switch off to forbid it altogether.",
)
CONFIRM_AT_ONCE = Setting(
    "no_response.confirm_at_once",
    default=False,
    label="Deciding also confirms",
    help=(
        "Only for teams that always mark the message on Amazon in the same step: "
        "Amazon's clock runs until it is marked there."
    ),
)
POLL_MINUTES = Setting(
    "mail.poll_minutes",
    2,
    "Minutes between two looks into a mailbox",
    "Used where the mail server does not announce new mail by itself.",
    least=1,
    most=60,
)
TIME_ZONE = Setting(
    "office.time_zone",
    "",
    "Time zone of the office",
    "Hours and days in reports follow it, as in Europe/Berlin. Empty: the system's.",
)
OFFICE_HOURS = Setting(
    "office.hours",
    "Mon-Fri 09:00-17:00",
    "Office hours",
    "When somebody answers, as in Mon-Fri 09:00-17:00, Sat 10:00-14:00.",
)
SPELLING = Setting(
    "writing.spelling",
    default=True,
    label="Mark words that no dictionary knows",
    help="By the dictionaries of hunspell on this computer, as a hint alone.",
)
BACKUP_HOURS = Setting(
    "backup.every_hours",
    24,
    "Hours between two backups",
    "A verified copy of everything is kept in the profile's folder; 0 makes none.",
    least=0,
    most=168,
)
BACKUP_KEEP = Setting(
    "backup.keep",
    7,
    "Backups that are kept",
    "When a new one is sound, the oldest beyond this number is removed.",
    least=1,
    most=100,
)
GOOGLE_CLIENT = Setting(
    "sign_in.google_client_id",
    "",
    "Client id of your registration with Google",
    "For signing in to Gmail in the browser; a registration of the kind “desktop app”.",
)
MICROSOFT_CLIENT = Setting(
    "sign_in.microsoft_client_id",
    "",
    "Client id of your registration with Microsoft",
    "For signing in to Microsoft 365 in the browser; a public client whose redirect "
    "address is http://127.0.0.1.",
)
REMIND_BEFORE = Setting(
    "reminders.before",
    "6 h, 2 h, 30 min",
    "Remind before a thread is due",
    "Times before the deadline, such as 6 h, 2 h, 30 min. Empty: no reminders.",
    pattern=r"(?i)(\s*\d{1,4}\s*(h|min)\s*(,|$))*\s*",
)
QUIET_HOURS = Setting(
    "reminders.quiet_hours",
    "22:00-07:00",
    "Quiet hours",
    "Reminders wait until they are over, but for the last one before a deadline. "
    "Written like 22:00-07:00. Empty: none.",
    pattern=r"\s*(\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}\s*)?",
)
INTAKE_HOURS = Setting(
    "reminders.intake_hours",
    3,
    "Tell when a mailbox could not be read for this many hours",
    "0: never.",
    least=0,
    most=24,
)
STAY_IN_TRAY = Setting(
    "window.stay_in_tray",
    default=False,
    label="Closing the window keeps the program in the tray",
    help="Where the desktop has no tray, closing the window ends the program.",
)
THEME = Setting(
    "look.theme",
    "system",
    "Colours",
    "Follow the system, also where it asks for high contrast, or choose.",
    choices=("system", "light", "dark", "contrast"),
    words=("As the system", "Light", "Dark", "High contrast"),
)
LANGUAGE = Setting(
    "look.language",
    "system",
    "Language",
    "Of the window and its messages, with their dates and numbers.",
    choices=("system", "en", "de"),
    words=("As the system", "English", "Deutsch"),
    from_next_start=True,
)

DECLARED: tuple[AnySetting, ...] = (
    AGENT,
    SOON_HOURS,
    UNDO_SECONDS,
    ALLOW_OVERRIDE,
    CONFIRM_AT_ONCE,
    POLL_MINUTES,
    TIME_ZONE,
    OFFICE_HOURS,
    SPELLING,
    BACKUP_HOURS,
    BACKUP_KEEP,
    GOOGLE_CLIENT,
    MICROSOFT_CLIENT,
    REMIND_BEFORE,
    QUIET_HOURS,
    INTAKE_HOURS,
    STAY_IN_TRAY,
    THEME,
    LANGUAGE,
)


class Settings:
    """The values of all settings of one profile."""

    def __init__(
        self,
        values: Mapping[str, Plain] | None = None,
        keep: Callable[[str, Plain], None] | None = None,
    ) -> None:
        self._values = dict(values or {})
        self._keep = keep

    def get(self, setting: Setting[Value]) -> Value:
        """Return the value of *setting*; its default where nothing fitting is set."""
        value = self._values.get(setting.key, setting.default)
        return value if _fits(setting, value) else setting.default  # type: ignore[return-value] # its type was compared with the default's

    def value_of(self, setting: AnySetting) -> Plain:
        """Return the value of *setting*, of whatever kind it is."""
        return self.get(setting)  # type: ignore[misc,no-any-return] # of its own kind

    def change(self, setting: AnySetting, value: object) -> None:
        """Set *setting*, of whatever kind it is; see ``put``."""
        self.put(setting, value)  # type: ignore[misc] # "put" compares the kinds

    def put(self, setting: Setting[Value], value: Value) -> None:
        """Set *setting* and store it.

        Raises InputError when *value* does not fit and StorageError when it cannot be
        stored; nothing is set then.
        """
        if not _fits(setting, value):
            raise InputError(
                f"“{value}” is not possible for “{setting.label}”.", setting.help
            )
        if self._keep is not None:
            self._keep(setting.key, value)
        self._values[setting.key] = value


def _fits(setting: Setting[Value], value: object) -> bool:
    if type(value) is not type(setting.default):
        return False
    if type(value) is int:
        least, most = setting.least, setting.most
        return (least is None or value >= least) and (most is None or value <= most)
    if _HALF.search(str(value)):
        return False
    if setting.pattern and not re.fullmatch(setting.pattern, str(value)):
        return False
    return not setting.choices or value in setting.choices


def load_settings(path: Path) -> Settings:
    """Return the settings kept at *path*; a missing or broken file means defaults."""
    return Settings(_read(path) or {}, lambda key, value: _keep_value(path, key, value))


def _read(path: Path) -> dict[str, Plain] | None:
    """Return what is set at *path*, or ``None`` when that cannot be read."""
    try:
        # Some editors begin a file with a byte order mark.
        text = path.read_text("utf-8-sig")
        # A profile without settings need not wait for this.
        import tomllib  # noqa: PLC0415

        return dict(_flat(tomllib.loads(text)))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        return None


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Plain]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, bool | int | str):
            yield prefix + name, value


def _keep_value(path: Path, key: str, value: Plain) -> None:
    """Store one value beside those that another program may have set meanwhile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = _read(path)
        if found is None:
            path.replace(path.with_suffix(".unreadable"))
        _write(path, {**(found or {}), key: value})
    except OSError as error:
        reason = error.strerror or error
        raise StorageError(
            f"The setting could not be stored: {reason}.",
            "Check that the profile's folder can be written.",
            retryable=True,
        ) from error


def _write(path: Path, values: Mapping[str, Plain]) -> None:
    lines = [
        f"{toml_value(key)} = {toml_value(value)}\n"
        for key, value in sorted(values.items())
    ]
    part = path.with_suffix(".part")
    part.write_text("".join(lines), "utf-8", newline="\n")
    part.chmod(0o600)
    part.replace(path)


def toml_value(value: Plain) -> str:
    """Return *value* as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    import json  # noqa: PLC0415 - only what writes needs it

    # A JSON string is a TOML string, but for this one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
