"""Every command in a menu as well, for whoever looks for it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from inbox_assistant.ui.commands import Commands

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        str(QT_TRANSLATE_NOOP("Menus", "&Thread")),
        (
            *("reply", "send", "", "no-response", "confirm", "amazon", "elsewhere"),
            *(
                "wait-again",
                "",
                "template",
                "holding",
                "promise",
                "drop-promise",
                "attach",
                "note",
            ),
            *("save-template", "", "claim", "assign", "tag", "snooze", "evidence"),
            *("", "next", "previous", "mark-all", "settle-older", "", "undo"),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Menus", "&View")),
        (
            *("today", ""),
            *(f"view-{number}" for number in range(1, 10)),
            *("", "report", "review", "forecast", "handover"),
            *("", "templates", "notices", "", "find", "to-queue", "", "colours"),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("Menus", "&Mailbox")),
        (
            "sync",
            "account",
            "password",
            "",
            "import",
            "import-folder",
            "",
            "settings",
            "autostart",
            "",
            "quit",
        ),
    ),
    (str(QT_TRANSLATE_NOOP("Menus", "&Help")), ("palette", "keys", "samples")),
)
"""The menus and the names of the commands in them; an empty name is a line."""

OF_THREADS = frozenset(MENUS[0][1]) - {"", "undo"}
"""What acts on threads; an undo also takes back what was done before."""

OF_THE_OPEN_THREAD = (
    *("template", "holding", "promise", "attach", "note", "save-template", "evidence"),
)
"""What waits for a thread that is still on its way, other than a reply."""


def name_menus(bar: QMenuBar) -> None:
    """Put the menus into *bar*, which so has its height from the beginning."""
    for title, _names in MENUS:
        bar.addMenu(QCoreApplication.translate("Menus", title))


def fill_menus(bar: QMenuBar, commands: Commands) -> None:
    """Put every command of the table into the menus of *bar*."""
    for entry, (_title, names) in zip(bar.actions(), MENUS, strict=True):
        menu = entry.menu()
        if not isinstance(menu, QMenu):
            continue
        for name in names:
            if name:
                menu.addAction(commands.action(name))
            else:
                menu.addSeparator()
