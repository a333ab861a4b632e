"""The templates of one's own as the journal tells of them.

Each entry of a change holds the template whole, so that the last one in force says
all; what has been undone counts as if it had never been.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.template import Template


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands under a key; ``template`` is ``None`` where it was taken away.

    Entries of early versions held no more than the words: they are not *whole*.
    """

    template: Template | None
    changed_at: datetime
    is_whole: bool = True


def record_of(template: Template) -> dict[str, object]:
    """Return what an entry holds of *template*."""
    return {
        "key": template.key,
        "title": template.title,
        "language": template.language,
        "body": template.body,
        "marketplace": template.marketplace,
        "topics": list(template.topics),
        "promise_days": template.promise_days,
        "tags": list(template.tags),
        "holding": template.is_holding,
    }


def kept_templates(entries: Iterable[Entry]) -> dict[str, Kept]:
    """Return what *entries* leave under each key that was ever changed."""
    known: dict[str, Kept] = {}
    for entry in in_force(list(entries)):
        key = str(entry.data.get("key", ""))
        if entry.action is Action.TEMPLATE_REMOVED:
            known[key] = Kept(None, entry.at)
        elif entry.action is Action.TEMPLATE_SAVED:
            told = template_from(entry.data)
            known[key] = Kept(told, entry.at, "tags" in entry.data)
    return known


def template_uses(entries: Iterable[Entry]) -> dict[str, tuple[int, datetime]]:
    """Return by key how many replies were made from a template, and when last.

    One that was called back is not counted, though the time at which it was to leave
    is.
    """
    counts: dict[str, int] = {}
    last_at: dict[str, datetime] = {}
    told = [one for one in entries if one.action is not Action.UNDONE]
    called_back = {
        one.data.get("reply") for one in told if one.action is Action.REPLY_WITHDRAWN
    }
    for entry in told:
        if entry.action is not Action.REPLY_QUEUED:
            continue
        for key in _texts(entry.data, "templates"):
            counts.setdefault(key, 0)
            counts[key] += entry.data.get("reply") not in called_back
            last_at[key] = max(last_at.get(key, entry.at), entry.at)
    return {key: (count, last_at[key]) for key, count in counts.items()}


def template_from(data: Mapping[str, object]) -> Template:
    """Return the template that ``record_of`` told as *data*."""
    place, days = data.get("marketplace"), data.get("promise_days")
    return Template(
        key=str(data.get("key", "")),
        title=str(data.get("title", "")),
        language=str(data.get("language", "")),
        body=str(data.get("body", "")),
        marketplace=place if isinstance(place, str) else None,
        topics=_texts(data, "topics"),
        promise_days=days if isinstance(days, int) else None,
        tags=_texts(data, "tags"),
        is_holding=data.get("holding") is True,
    )


def _texts(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = data.get(name)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
