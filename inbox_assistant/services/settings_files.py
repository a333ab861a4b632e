"""Settings as texts: typed on a command line, carried out of a profile and into one."""

from collections.abc import Iterator, Mapping

from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.toml_text import read_table
from inbox_assistant.settings import (
    DECLARED,
    GROUPS,
    AnySetting,
    Plain,
    Settings,
    toml_value,
)

_TRUTHS = {"true": True, "yes": True, "on": True, "1": True}
_FALSEHOODS = {"false": False, "no": False, "off": False, "0": False}
_BOOLEANS = _TRUTHS | _FALSEHOODS


def setting_called(key: str) -> AnySetting:
    """Return the setting whose key is *key*; raises InputError where there is none."""
    for one in DECLARED:
        if one.key == key:
            return one
    raise InputError(
        f"There is no setting “{key}”.", "The command “settings list” names them all."
    )


def value_of(setting: AnySetting, text: str) -> Plain:
    """Return *text* as a value of the kind that *setting* has.

    Raises InputError where it is none; whether it is within bounds is not asked.
    """
    if isinstance(setting.default, bool):
        known = _BOOLEANS.get(text.strip().lower())
        if known is None:
            raise InputError(f"“{text}” is neither “true” nor “false”.", setting.help)
        return known
    if isinstance(setting.default, int):
        try:
            return int(text)
        except ValueError:
            raise InputError(f"“{text}” is not a whole number.", setting.help) from None
    return text


def put_all(settings: Settings, values: Mapping[str, object]) -> int:
    """Set everything in *values*, or nothing where one of them does not fit.

    Returns how many values are other than before; raises InputError and StorageError.
    """
    fitting = [(setting_called(key), value) for key, value in values.items()]
    trial = Settings()
    for setting, value in fitting:
        trial.change(setting, value)
    changed = [
        (one, value) for one, value in fitting if settings.value_of(one) != value
    ]
    for setting, value in changed:
        settings.change(setting, value)
    return len(changed)


def read_toml(text: str, source: str) -> dict[str, object]:
    """Return the values by key in *text*; raises InputError where it is no TOML.

    Keys may be written with dots in quotes, as a profile keeps them, or as tables.
    """
    return dict(_flat(read_table(text, source)))


def _flat(
    table: Mapping[str, object], prefix: str = ""
) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def toml_of(settings: Settings) -> str:
    """Return every value in TOML, each below its label, group by group.

    No setting is a secret: passwords are in the system's keyring.
    """
    blocks = ["# Settings of Inbox Assistant"]
    for group, title in GROUPS.items():
        lines = [f"# {title}", f"[{group}]"]
        for one in (one for one in DECLARED if one.group == group):
            name = one.key.partition(".")[2]
            lines += [
                f"# {one.label}",
                f"{name} = {toml_value(settings.value_of(one))}",
            ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def bounds_of(setting: AnySetting) -> str:
    """Return in words what values *setting* takes."""
    if isinstance(setting.default, bool):
        return "`true` or `false`"
    if isinstance(setting.default, int):
        if setting.least is not None and setting.most is not None:
            return f"a whole number from {setting.least} to {setting.most}"
        return "a whole number"
    if setting.choices:
        return " or ".join(f"`{one}`" for one in setting.choices)
    return "a text"
