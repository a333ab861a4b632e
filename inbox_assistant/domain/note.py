"""Internal notes: what agents tell each other about a thread, never the buyer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry, in_force


@dataclass(frozen=True, slots=True)
class Note:
    """One note as it was written; ``at`` is aware UTC."""

    entry_id: str
    text: str
    agent: str
    at: datetime


def notes(entries: Iterable[Entry]) -> tuple[Note, ...]:
    """Return the notes that *entries* about one thread hold, oldest first."""
    return tuple(
        Note(entry.entry_id, str(entry.data.get("text", "")), entry.agent, entry.at)
        for entry in in_force(list(entries))
        if entry.action is Action.NOTE_WRITTEN
    )
