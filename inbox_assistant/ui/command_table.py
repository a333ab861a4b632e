"""The table of everything that can be done in the window, and its keys.

The single letters follow Gmail and its many followers; N opens a question and never
acts on one stroke; Ctrl+Alt is never used, because it is AltGr on many keyboards.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from inbox_assistant.ui.commands import Command, Commands
from inbox_assistant.ui.icons import Icons

TABLE = (
    Command("reply", str(QT_TRANSLATE_NOOP("Commands", "Reply")), ("R",), "reply"),
    Command("send", str(QT_TRANSLATE_NOOP("Commands", "Send the reply")), ("Ctrl+Return", "Ctrl+Enter"), "send"),
    Command("template", str(QT_TRANSLATE_NOOP("Commands", "Insert a saved reply…")), ("Ctrl+T",), "template"),
    Command("holding", str(QT_TRANSLATE_NOOP("Commands", "Begin a holding reply")), ("Ctrl+H",), "waiting"),
    Command("promise", str(QT_TRANSLATE_NOOP("Commands", "Promise an answer by a day…")), ("Ctrl+P",), "due-soon"),
    Command("drop-promise", str(QT_TRANSLATE_NOOP("Commands", "The promise is no longer needed…")), (), "close"),
    Command("attach", str(QT_TRANSLATE_NOOP("Commands", "Attach files…")), ("Ctrl+Shift+A",), "attach"),
    Command("note", str(QT_TRANSLATE_NOOP("Commands", "Write an internal note")), ("Ctrl+Shift+N",), "internal-note"),
    Command("save-template", str(QT_TRANSLATE_NOOP("Commands", "Save the present reply as a saved reply…")), ("Ctrl+Shift+T",), "template"),
    Command("templates", str(QT_TRANSLATE_NOOP("Commands", "Saved replies")), ("Ctrl+Shift+R",), "template"),
    Command("no-response", str(QT_TRANSLATE_NOOP("Commands", "No response necessary…")), ("N",), "no-response"),
    Command("confirm", str(QT_TRANSLATE_NOOP("Commands", "Marked on Amazon too")), ("C",), "to-confirm"),
    Command("amazon", str(QT_TRANSLATE_NOOP("Commands", "Open on Amazon")), ("B",), "link"),
    Command("elsewhere", str(QT_TRANSLATE_NOOP("Commands", "Answered in Seller Central…")), ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "outgoing"),
    Command("wait-again", str(QT_TRANSLATE_NOOP("Commands", "Let it wait again")), (), "waiting"),
    Command("undo", str(QT_TRANSLATE_NOOP("Commands", "Undo the last action")), ("Z",), "undo"),
    Command("claim", str(QT_TRANSLATE_NOOP("Commands", "Claim the thread")), ("A",), "claim"),
    Command("assign", str(QT_TRANSLATE_NOOP("Commands", "Assign the thread…")), ("Shift+A",), "account"),
    Command("tag", str(QT_TRANSLATE_NOOP("Commands", "Tag the thread…")), ("L",), "topic"),
    Command("snooze", str(QT_TRANSLATE_NOOP("Commands", "Put the thread off…")), ("S",), "snooze"),
    Command("settle-older", str(QT_TRANSLATE_NOOP("Commands", "Settle the older threads…")), ("Ctrl+Shift+O",), "older"),
    Command("today", str(QT_TRANSLATE_NOOP("Commands", "Show today's work")), ("W",), "calm"),
    Command("to-queue", str(QT_TRANSLATE_NOOP("Commands", "Back to the queue")), ("U",), "up"),
    Command("next", str(QT_TRANSLATE_NOOP("Commands", "Next thread")), ("J",), "next"),
    Command("previous", str(QT_TRANSLATE_NOOP("Commands", "Previous thread")), ("K",), "previous"),
    Command("find", str(QT_TRANSLATE_NOOP("Commands", "Search")), ("/", "Ctrl+F"), "search"),
    Command("mark-all", str(QT_TRANSLATE_NOOP("Commands", "Mark every thread of the list")), (), "marked"),
    Command("view-1", str(QT_TRANSLATE_NOOP("Commands", "Show waiting")), ("Ctrl+1",), "waiting"),
    Command("view-2", str(QT_TRANSLATE_NOOP("Commands", "Show due soon")), ("Ctrl+2",), "due-soon"),
    Command("view-3", str(QT_TRANSLATE_NOOP("Commands", "Show overdue")), ("Ctrl+3",), "overdue"),
    Command("view-4", str(QT_TRANSLATE_NOOP("Commands", "Show to confirm")), ("Ctrl+4",), "to-confirm"),
    Command("view-5", str(QT_TRANSLATE_NOOP("Commands", "Show sent back")), ("Ctrl+5",), "sent-back"),
    Command("view-6", str(QT_TRANSLATE_NOOP("Commands", "Show older")), ("Ctrl+6",), "older"),
    Command("view-7", str(QT_TRANSLATE_NOOP("Commands", "Show settled")), ("Ctrl+7",), "settled"),
    Command("view-8", str(QT_TRANSLATE_NOOP("Commands", "Show what is put off")), (), "snooze"),
    Command("view-9", str(QT_TRANSLATE_NOOP("Commands", "Show promises")), ("Ctrl+Shift+P",), "promises"),
    Command("import", str(QT_TRANSLATE_NOOP("Commands", "Import mails…")), ("Ctrl+I",), "import"),
    Command("import-folder", str(QT_TRANSLATE_NOOP("Commands", "Import a folder of mails…")), ("Ctrl+Shift+I",), "file"),
    Command("sync", str(QT_TRANSLATE_NOOP("Commands", "Fetch and send now")), ("F5",), "sync"),
    Command("account", str(QT_TRANSLATE_NOOP("Commands", "Mailboxes…")), (), "account"),
    Command("password", str(QT_TRANSLATE_NOOP("Commands", "Type the password of a mailbox…")), (), "keys"),
    Command("samples", str(QT_TRANSLATE_NOOP("Commands", "Look at the sample mailbox")), (), "everything"),
    Command("notices", str(QT_TRANSLATE_NOOP("Commands", "Claims, notices and unsorted mails…")), ("Ctrl+U",), "incoming"),
    Command("report", str(QT_TRANSLATE_NOOP("Commands", "Show Account Health")), ("Ctrl+8",), "report"),
    Command("review", str(QT_TRANSLATE_NOOP("Commands", "Review what was overdue")), ("Ctrl+9",), "review"),
    Command("forecast", str(QT_TRANSLATE_NOOP("Commands", "Show the forecast")), ("Ctrl+0",), "due-soon"),
    Command("handover", str(QT_TRANSLATE_NOOP("Commands", "End of day…")), ("Ctrl+Shift+E",), "print"),
    Command("evidence", str(QT_TRANSLATE_NOOP("Commands", "Pack the thread as evidence…")), (), "export"),
    Command("colours", str(QT_TRANSLATE_NOOP("Commands", "Change between light and dark")), (), "calm"),
    Command("settings", str(QT_TRANSLATE_NOOP("Commands", "Settings…")), ("Ctrl+,",), "settings"),
    Command("autostart", str(QT_TRANSLATE_NOOP("Commands", "Start minimised with the computer")), (), "up"),
    Command("palette", str(QT_TRANSLATE_NOOP("Commands", "Find a command")), ("Ctrl+K",), "commands"),
    Command("keys", str(QT_TRANSLATE_NOOP("Commands", "Show the keys")), ("?",), "keys"),
    Command("quit", str(QT_TRANSLATE_NOOP("Commands", "Quit")), ("Ctrl+Q",), "close"),
)  # fmt: skip

LIST_KEYS = (
    (
        "↓, ↑",
        str(QT_TRANSLATE_NOOP("Commands", "Next and previous thread, in the list")),
    ),
    ("Enter, O", str(QT_TRANSLATE_NOOP("Commands", "Open the thread"))),
    ("X", str(QT_TRANSLATE_NOOP("Commands", "Mark the thread"))),
    ("Shift+J, Shift+K", str(QT_TRANSLATE_NOOP("Commands", "Mark and go on"))),
    ("Ctrl+A", str(QT_TRANSLATE_NOOP("Commands", "Mark every thread of the list"))),
    (
        "Esc",
        str(
            QT_TRANSLATE_NOOP(
                "Commands", "Take the marks away; from elsewhere, back to the queue"
            )
        ),
    ),
    ("F8, Shift+F8", str(QT_TRANSLATE_NOOP("Commands", "Next or previous finding"))),
    ("Alt+Enter", str(QT_TRANSLATE_NOOP("Commands", "Fixes for the finding"))),
    (
        "Ctrl+.",
        str(QT_TRANSLATE_NOOP("Commands", "Set the finding aside, or count it")),
    ),
    (
        "Tab",
        str(
            QT_TRANSLATE_NOOP(
                "Commands", "Next placeholder of a saved reply, in the reply"
            )
        ),
    ),
)
"""Keys that belong to the list and to the composer, for the sheet of keys."""


def build_commands(commands: Commands, acts: Mapping[str, Callable[[], None]]) -> None:
    """Offer every command of the table; *acts* has what each one does, by name."""
    for command in TABLE:
        commands.add(command, acts[command.name])


def dress_commands(commands: Commands, icons: Icons) -> None:
    """Give the commands their icons, which only menus and lists of them show."""
    for command in TABLE:
        if command.icon:
            icons.dress(commands.action(command.name), command.icon)
