"""What agents write on a thread for each other: whose it is, tags, a pause."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.moment import told_moment


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one thread; a pause never takes it off the due lists."""

    agent: str | None = None
    tags: tuple[str, ...] = ()
    snoozed_until: datetime | None = None


NO_LABELS = Labels()


def labels_of(entries: Iterable[Entry], waiting: Collection[str]) -> Labels:
    """Return the labels that *entries* about one thread's messages leave.

    *waiting* are the keys of its messages that wait: one that came after the pause
    began ends it.
    """
    agent: str | None = None
    tags: dict[str, None] = {}
    until: datetime | None = None
    for entry in in_force(list(entries)):
        if entry.action is Action.ASSIGNED:
            agent = _text(entry, "agent")
        elif entry.action is Action.TAGGED:
            tags[_text(entry, "tag") or ""] = None
        elif entry.action is Action.UNTAGGED:
            tags.pop(_text(entry, "tag") or "", None)
        elif entry.action is Action.SNOOZED:
            until = None
            if waiting and set(waiting) <= set(entry.messages):
                until = told_moment(entry.data.get("until"))
    return Labels(agent, tuple(sorted(filter(None, tags))), until)


def _text(entry: Entry, name: str) -> str | None:
    value = entry.data.get(name)
    return value if isinstance(value, str) and value else None
