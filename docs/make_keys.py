"""Writes the card of the keys from the table of commands and the menus."""

from pathlib import Path

from inbox_assistant.ui.command_table import LIST_KEYS, TABLE
from inbox_assistant.ui.menus import MENUS

PAGE = Path(__file__).resolve().parent / "keys.md"
BEGINNING = """\
# Keys

This card is written by `docs/make_keys.py` from the table of commands; `?` shows the
same in the window. The whole day's work can be done with them. Single letters act in
the list and in the thread, never while you write.
"""
_HEAD = "| key | what it does |\n|---|---|"


def keys_page() -> str:
    """Return the whole card in Markdown."""
    commands = {command.name: command for command in TABLE}
    parts = [BEGINNING, "## In the list and in the reply\n", _HEAD]
    parts += [_row(keys.split(", "), does) for keys, does in LIST_KEYS]
    for title, names in MENUS:
        named = [commands[name] for name in names if name]
        parts += [f"\n## {title.replace('&', '')}\n", _HEAD]
        parts += [_row(one.keys, one.text) for one in named if one.keys]
    return "\n".join(parts) + "\n"


def _row(keys: tuple[str, ...] | list[str], does: str) -> str:
    # Both of the Enter keys do the same, and have one name on the card.
    names = dict.fromkeys(key.replace("Return", "Enter") for key in keys)
    return f"| {', '.join(f'`{name}`' for name in names)} | {does.rstrip('…')} |"


if __name__ == "__main__":
    PAGE.write_text(keys_page(), "utf-8", newline="\n")
