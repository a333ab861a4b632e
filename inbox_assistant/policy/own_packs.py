"""What a user's own packs change, in a few words for the journal."""

from pathlib import Path

from inbox_assistant.policy.pack_files import pack_files
from inbox_assistant.policy.toml_tables import Table, read_tables

_OWN = frozenset({"rule", "topic", "courtesy", "brake", "category"})


def own_changes(folder: Path) -> dict[str, str]:
    """Return what the packs in *folder* change: a rule's name, and how.

    An overridden rule has its severity or ``off``, a rule of the user's own is
    ``own``; a file that cannot be read is ``unreadable``.
    """
    changes: dict[str, str] = {}
    for path in pack_files(folder):
        shown = path.relative_to(folder).as_posix()
        try:
            tables = read_tables(path.read_text("utf-8-sig"), shown)
        except (OSError, UnicodeDecodeError):
            changes[shown] = "unreadable"
            continue
        place = shown.removesuffix(".toml").replace("/", ".")
        for table in tables.found:
            changes.update(_change(table, place))
    return changes


def _change(table: Table, place: str) -> dict[str, str]:
    """Return what one table changes."""
    kind, name = table.path[:1], ".".join(table.path[1:])
    if kind == ("override",):
        off = table.values.get("off") is True
        return {name: "off" if off else str(table.values.get("severity", ""))}
    if set(kind) <= _OWN and name:
        return {f"{place}.{name}": "own"}
    return {}
