"""Writes the page about the settings from their declarations."""

from pathlib import Path

from inbox_assistant.services.settings_files import bounds_of
from inbox_assistant.settings import DECLARED, GROUPS, AnySetting, toml_value

PAGE = Path(__file__).resolve().parent / "settings.md"
BEGINNING = """\
# Settings

This page is written by `docs/make_settings.py` from the declarations in
`inbox_assistant/settings.py`; the window's dialog (`Ctrl+,`) and the command
[`settings`](commands.md#settings) are made from the same. They are kept in
`settings.toml` in the profile's folder. No setting is a secret: passwords are in the
system's keyring, so an exported file may be given to a colleague.
"""


def settings_page() -> str:
    """Return the whole page in Markdown."""
    parts = [BEGINNING]
    for group, title in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += [_part(one) for one in DECLARED if one.group == group]
    return "\n".join(parts)


def _part(setting: AnySetting) -> str:
    default = f"by default `{toml_value(setting.default)}`"
    later = " It takes effect at the next start." if setting.from_next_start else ""
    return (
        f"### {setting.label}\n\n`{setting.key}`: {bounds_of(setting)}, {default}.\n\n"
        f"{setting.help}{later}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(settings_page(), "utf-8", newline="\n")
