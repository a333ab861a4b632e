"""Everything a reply is judged by, for the gate and for the composer alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.finding import Finding
from inbox_assistant.domain.note import notes
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.services.answered_elsewhere import (
    elsewhere_findings,
    is_answered_elsewhere,
)
from inbox_assistant.services.attachment_findings import attachment_findings
from inbox_assistant.services.noting import note_findings
from inbox_assistant.services.reply_context import reply_context
from inbox_assistant.services.slot_findings import slot_findings
from inbox_assistant.services.standing_changes import thread_messages
from inbox_assistant.services.thread_entries import entries_of
from inbox_assistant.storage.store import Store

Check = Callable[[str, Context], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a reply answers, what must not slip into it, and what goes with it."""

    context: Context = PROACTIVE
    notes: tuple[str, ...] = ()
    files: tuple[Enclosure, ...] = field(default=())
    thread: str = ""
    is_answered_elsewhere: bool = False


def basis_of(store: Store, thread: str) -> Basis:
    """Return what a reply in *thread* is judged by; InputError when there is none."""
    rows = thread_messages(store, thread)
    key = store.threads.present_key(thread)
    return Basis(
        context=reply_context(rows),
        notes=tuple(note.text for note in notes(entries_of(store, thread))),
        files=tuple(store.attachments.of_thread(key)),
        thread=key,
        is_answered_elsewhere=is_answered_elsewhere(rows),
    )


def text_findings(check: Check, body: str, basis: Basis) -> list[Finding]:
    """Return what is to be said against the text *body*."""
    found = list(check(body, basis.context))
    return [
        *found,
        *slot_findings(body, found),
        *note_findings(body, basis.notes),
    ]


def file_findings(check: Check, basis: Basis) -> list[Finding]:
    """Return what is to be said against the files."""
    return attachment_findings(check, basis.files, basis.context)


def thread_findings(basis: Basis) -> list[Finding]:
    """Return what is to be said against answering at all, for the gate alone."""
    return elsewhere_findings(is_marked=basis.is_answered_elsewhere)
