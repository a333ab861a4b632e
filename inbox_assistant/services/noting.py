"""Internal notes on threads: for colleagues, never for the buyer."""

import re
from collections.abc import Iterable

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.note import Note, notes
from inbox_assistant.policy.fold import fold
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.thread_entries import buyer_keys, entries_of
from inbox_assistant.storage.store import Store

RULE = "any.internal.note"
LONGEST_NOTE = 4_000

_TELLING = 16
"""Folded letters of a note below which its words may stand in a reply by chance."""
_PIECES = re.compile(r"[^.!?\n]+")


class Noting:
    """The notes of one profile's threads."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe

    def of(self, thread: str) -> tuple[Note, ...]:
        """Return the notes on *thread*, oldest first."""
        return notes(entries_of(self._store, thread))

    def write(self, thread: str, text: str) -> Changes:
        """Add a note; raises InputError when it is empty or too long."""
        if not text.strip():
            raise InputError("The note is empty.")
        if len(text) > LONGEST_NOTE:
            raise InputError(f"A note may have {LONGEST_NOTE} characters.")
        return self._write(thread, Action.NOTE_WRITTEN, {"text": text.strip()}, None)

    def remove(self, thread: str, entry_id: str) -> Changes:
        """Take a note away; the journal remembers it. InputError when it is gone."""
        if entry_id not in {one.entry_id for one in self.of(thread)}:
            raise InputError("This note is not there any more.")
        return self._write(thread, Action.UNDONE, {}, entry_id)

    def _write(
        self, thread: str, action: Action, data: dict[str, object], undoes: str | None
    ) -> Changes:
        with self._store.transaction():
            key = self._store.threads.present_key(thread)
            self._scribe.write(
                action,
                thread=key,
                messages=buyer_keys(self._store, key),
                undoes=undoes,
                data=data,
            )
        return Changes(threads=frozenset({key}))


def note_findings(body: str, texts: Iterable[str]) -> list[Finding]:
    """Return where *body* repeats a sentence of the internal notes *texts*."""
    pieces = {
        piece
        for text in texts
        for found in _PIECES.finditer(fold(text).text)
        if len(piece := " ".join(found[0].split())) >= _TELLING
    }
    if not pieces:
        return []
    folded = fold(body)
    found = []
    for piece in sorted(pieces):
        pattern = re.compile(r"\s+".join(map(re.escape, piece.split())))
        for match in pattern.finditer(folded.text):
            start, end = folded.span(*match.span())
            found.append(_finding(body, start, end))
    return found


def _finding(body: str, start: int, end: int) -> Finding:
    return Finding(
        rule=RULE,
        category="internal-note",
        severity=Severity.BLOCK,
        start=start,
        end=end,
        text=body[start:end],
        message="These are words of an internal note.",
        why="Notes are for colleagues; the buyer must never read them.",
    )
