"""Files beside a draft: looked into when they are added, sent with the reply."""

from collections.abc import Sequence
from dataclasses import replace

from inbox_assistant.domain.attachment import MOST_BYTES, Enclosure
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.attachment_reading import MACROS, read_attachment
from inbox_assistant.mail.attachment_types import DOUBTFUL, TAKEN, file_type, safe_name
from inbox_assistant.storage.store import Store

MOST_FILES = 10


class Enclosing:
    """The files of one profile's drafts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add(self, thread: str, file: Enclosure, content: bytes) -> Changes:
        """Keep *file*, as ``looked_into`` returned it, beside the draft of *thread*.

        Raises InputError when it would be too much for one reply.
        """
        with self._store.transaction():
            key = self._store.threads.present_key(thread)
            here = self._store.attachments.of_thread(key)
            refuse_excess(here, replace(file, size=len(content)))
            self._store.attachments.add(key, file, content, self._clock())
        return Changes(threads=frozenset({key}))

    def remove(self, thread: str, number: int) -> Changes:
        """Take one file away."""
        with self._store.transaction():
            key = self._store.threads.present_key(thread)
            self._store.attachments.remove(key, number)
        return Changes(threads=frozenset({key}))


def refuse_excess(here: Sequence[Enclosure], file: Enclosure) -> None:
    """Raise InputError when *file* would be too much beside those that are *here*."""
    if len(here) >= MOST_FILES:
        raise InputError(f"A reply may have {MOST_FILES} files.")
    if sum(one.size for one in here) + file.size > MOST_BYTES:
        raise InputError(
            f"With “{file.name}” the files would have more than 10 MB.",
            "Amazon takes no more; make it smaller or leave another one out.",
        )


def looked_into(name: str, content: bytes) -> Enclosure:
    """Return the file *name* with what can be read in it; slow for large ones.

    Raises InputError, saying why, for a file that may not leave.
    """
    kept = safe_name(name)
    kind = file_type(kept, content)
    if not content:
        raise InputError(f"“{kept}” is empty.")
    if not kind.is_taken:
        ending = f".{kind.ending} files" if kind.ending else "files without an ending"
        raise InputError(
            f"“{kept}” cannot be sent: Amazon takes no {ending}.",
            f"It takes {', '.join(sorted({*TAKEN, *DOUBTFUL}))}.",
        )
    if not kind.is_true:
        raise InputError(
            f"“{kept}” is not what its name says.",
            f"Open it, and save it as a real .{kind.ending} file.",
        )
    if len(content) > MOST_BYTES:
        raise InputError(
            f"“{kept}” is larger than 10 MB; Amazon takes no more.", "Make it smaller."
        )
    reading = read_attachment(kind.ending, content)
    if MACROS in reading.remarks:
        raise InputError(
            f"“{kept}” holds macros, which no buyer should be sent.",
            "Save it without them, or as a PDF.",
        )
    return Enclosure(
        number=0,
        name=kept,
        media_type=kind.media_type,
        size=len(content),
        words=reading.words,
        remarks=reading.remarks,
    )
