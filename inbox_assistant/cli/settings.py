"""``settings``: everything that can be set, read and changed without a window."""

import argparse
from pathlib import Path

from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import file_name, target_name
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.reading import called, read_text
from inbox_assistant.services.settings_files import (
    put_all,
    read_toml,
    setting_called,
    toml_of,
    value_of,
)
from inbox_assistant.settings import DECLARED, AnySetting, Settings, load_settings


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    settings = commands.add_parser("settings", help="what can be set")
    actions = settings.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list all with their values")
    listing.add_argument("--json", action="store_true", help="JSON Lines")
    listing.set_defaults(run=run_list)
    getting = actions.add_parser("get", help="print the value of one")
    getting.add_argument("key", metavar="KEY")
    getting.add_argument("--json", action="store_true", help="one JSON document")
    getting.set_defaults(run=run_get)
    putting = actions.add_parser("set", help="change one")
    putting.add_argument("key", metavar="KEY")
    putting.add_argument("value", metavar="VALUE")
    putting.set_defaults(run=run_set)
    giving = actions.add_parser("export", help="write all to a TOML file")
    giving.add_argument("file", type=target_name, metavar="FILE|-")
    giving.set_defaults(run=run_export)
    taking = actions.add_parser("import", help="take values from a TOML file")
    taking.add_argument("file", type=file_name, metavar="FILE|-")
    taking.set_defaults(run=run_import)


def run_list(chosen: argparse.Namespace) -> Exit:
    """List every setting with its value."""
    settings = load_settings(chosen.profile.settings)
    if chosen.json:
        for one in DECLARED:
            output.line(_record(one, settings))
    else:
        output.table((o.key, _shown(settings.value_of(o)), o.label) for o in DECLARED)
    return Exit.DONE


def run_get(chosen: argparse.Namespace) -> Exit:
    """Print the value of one setting."""
    setting = setting_called(chosen.key)
    settings = load_settings(chosen.profile.settings)
    if chosen.json:
        output.document(_record(setting, settings))
    else:
        output.text(_shown(settings.value_of(setting)))
    return Exit.DONE


def run_set(chosen: argparse.Namespace) -> Exit:
    """Change one setting."""
    setting = setting_called(chosen.key)
    value = value_of(setting, chosen.value)
    put_all(load_settings(chosen.profile.settings), {setting.key: value})
    output.text(f"{setting.label}: {_shown(value)}")
    return Exit.DONE


def run_export(chosen: argparse.Namespace) -> Exit:
    """Write all settings to a file."""
    text = toml_of(load_settings(chosen.profile.settings))
    if chosen.file == "-":
        output.text(*text.splitlines())
    else:
        Path(chosen.file).write_text(text, "utf-8", newline="\n")
        aside(f"Settings written: {len(DECLARED)}.")
    return Exit.DONE


def run_import(chosen: argparse.Namespace) -> Exit:
    """Take settings from a file, all of them or none."""
    values = read_toml(read_text(chosen.file), called(chosen.file))
    changed = put_all(load_settings(chosen.profile.settings), values)
    output.text(f"Settings changed: {changed}.")
    return Exit.DONE


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _record(setting: AnySetting, settings: Settings) -> dict[str, object]:
    return {
        "key": setting.key,
        "value": settings.value_of(setting),
        "default": setting.default,
        "label": setting.label,
        "help": setting.help,
        "least": setting.least,
        "most": setting.most,
        "choices": list(setting.choices),
    }
