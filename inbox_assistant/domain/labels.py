"""What agents write on a thread for each other: whose it is, tags, a pause."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry, in_force, never_said
from inbox_assistant.domain.moment import told_moment


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one thread; a pause never takes it off the due lists."""

    agent: str | None = None
    tags: tuple[str, ...] = ()
    snoozed_until: datetime | None = None


NO_LABELS = Labels()

_LONGEST_TAG = 40


def read_tag(text: str) -> str | None:
    """Return the tag that *text* names, or ``None`` where it cannot be one."""
    tag = " ".join(text.split())
    is_one = tag and len(tag) <= _LONGEST_TAG and not {",", '"'} & set(tag)
    return tag if is_one else None


def labels_of(entries: Iterable[Entry], waiting: Collection[str]) -> Labels:
    """Return the labels that *entries* about one thread's messages leave.

    *waiting* are the keys of its messages that wait: one that came after the pause
    began ends it. A tag that a reply brought is none where the reply never reached
    the buyer.
    """
    agent: str | None = None
    tags: dict[str, None] = {}
    until: datetime | None = None
    counting = in_force(list(entries))
    unsaid = never_said(counting)
    for entry in counting:
        if entry.action is Action.ASSIGNED:
            agent = _text(entry, "agent")
        elif entry.data.get("message_id") in unsaid:
            continue
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
