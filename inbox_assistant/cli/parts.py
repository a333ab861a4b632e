"""Which module each command is in, loaded only when it is asked for.

A check of one reply, run from a script again and again, must not wait for what the
mail servers or the database need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    # What argparse adds commands to has no name of its own that may be used.
    AddCommands = Callable[[Any], None]


def _window() -> AddCommands:
    from inbox_assistant.cli import window  # noqa: PLC0415

    return window.add_commands


def _mailing() -> AddCommands:
    from inbox_assistant.cli import mailing  # noqa: PLC0415

    return mailing.add_commands


def _accounts() -> AddCommands:
    from inbox_assistant.cli import accounts  # noqa: PLC0415

    return accounts.add_commands


def _triage() -> AddCommands:
    from inbox_assistant.cli import triage  # noqa: PLC0415

    return triage.add_commands


def _policy() -> AddCommands:
    from inbox_assistant.cli import policy  # noqa: PLC0415

    return policy.add_commands


def _rules() -> AddCommands:
    from inbox_assistant.cli import rules  # noqa: PLC0415

    return rules.add_commands


def _audit() -> AddCommands:
    from inbox_assistant.cli import audit  # noqa: PLC0415

    return audit.add_commands


def _templates() -> AddCommands:
    from inbox_assistant.cli import templates  # noqa: PLC0415

    return templates.add_commands


def _safety() -> AddCommands:
    from inbox_assistant.cli import safety  # noqa: PLC0415

    return safety.add_commands


def _report() -> AddCommands:
    from inbox_assistant.cli import report  # noqa: PLC0415

    return report.add_commands


def _review() -> AddCommands:
    from inbox_assistant.cli import review  # noqa: PLC0415

    return review.add_commands


def _labels() -> AddCommands:
    from inbox_assistant.cli import labels  # noqa: PLC0415

    return labels.add_commands


def _papers() -> AddCommands:
    from inbox_assistant.cli import papers  # noqa: PLC0415

    return papers.add_commands


def _settings() -> AddCommands:
    from inbox_assistant.cli import settings  # noqa: PLC0415

    return settings.add_commands


_PARTS: dict[Callable[[], AddCommands], tuple[str, ...]] = {
    _window: ("demo",),
    _mailing: ("import", "sync"),
    _accounts: ("account",),
    _triage: ("queue", "show", "list", "reply", "settle", "confirm"),
    _policy: ("check", "topics"),
    _rules: ("rules",),
    _audit: ("audit",),
    _labels: ("assign", "tag", "snooze", "view"),
    _report: ("report",),
    _review: ("review", "forecast"),
    _papers: ("handover", "evidence", "purge"),
    _templates: ("templates",),
    _settings: ("settings",),
    _safety: ("backup", "restore", "recover", "rebuild", "doctor"),
}


def parts_for(arguments: Sequence[str]) -> list[AddCommands]:
    """Return what adds the command that *arguments* begin with, or all to choose from.

    Without a command the window opens, which needs none of them.
    """
    command = _command_in(arguments)
    if command is None and not {"-h", "--help"}.intersection(arguments):
        return []
    named = [part for part, names in _PARTS.items() if command in names]
    return [part() for part in named or _PARTS]


def _command_in(arguments: Sequence[str]) -> str | None:
    left = iter(arguments)
    for one in left:
        if one == "--profile":
            next(left, None)
        elif not one.startswith("-"):
            return one
    return None
