"""What a server says about folders: their state and their special uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ListedFolder = tuple[tuple[bytes, ...], bytes | None, str]
"""Attributes, separator and name, as LIST tells them."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder at the moment it was opened.

    ``highest_modseq`` is ``None`` where the server does not count changes.
    ``can_keep_keywords`` is known only of a folder opened for writing; it is false
    otherwise.
    """

    name: str
    uid_validity: int
    uid_next: int | None
    exists: int
    highest_modseq: int | None
    can_keep_keywords: bool


@dataclass(frozen=True, slots=True)
class SpecialFolders:
    """The names of the folders with a special use; ``None`` where there is none."""

    sent: str | None = None
    everything: str | None = None
    archive: str | None = None
    drafts: str | None = None
    junk: str | None = None
    trash: str | None = None


_ATTRIBUTES = {
    "sent": b"\\sent",
    "everything": b"\\all",
    "archive": b"\\archive",
    "drafts": b"\\drafts",
    "junk": b"\\junk",
    "trash": b"\\trash",
}

_NAMES = {
    "sent": (
        "sent",
        "sent items",
        "sent messages",
        "sent mail",
        "gesendet",
        "gesendete objekte",
        "gesendete elemente",
        "envoyés",
        "éléments envoyés",
        "messages envoyés",
        "enviados",
        "elementos enviados",
        "itens enviados",
        "inviati",
        "posta inviata",
        "verzonden",
        "verzonden items",
        "skickat",
        "wysłane",
        "送信済み",
        "送信済みアイテム",
    ),
    "everything": ("all mail", "all messages"),
    "archive": ("archive", "archiv", "archives", "archivo", "archivio", "archief"),
    "drafts": ("drafts", "entwürfe", "brouillons", "borradores", "bozze", "concepten"),
    "junk": ("junk", "spam", "junk e-mail", "junk email"),
    "trash": ("trash", "deleted items", "deleted messages", "papierkorb", "corbeille"),
}


def state_of(name: str, answer: Mapping[bytes, object]) -> FolderState:
    """Return what the *answer* to SELECT or EXAMINE says about folder *name*."""
    kept = answer.get(b"PERMANENTFLAGS", ())
    modseq = _number(answer.get(b"HIGHESTMODSEQ")) or None
    return FolderState(
        name=name,
        uid_validity=_number(answer.get(b"UIDVALIDITY")) or 0,
        uid_next=_number(answer.get(b"UIDNEXT")),
        exists=_number(answer.get(b"EXISTS")) or 0,
        highest_modseq=modseq,
        can_keep_keywords=isinstance(kept, tuple) and b"\\*" in kept,
    )


def special_among(folders: Iterable[ListedFolder]) -> SpecialFolders:
    """Return the special ones among *folders*, by attribute first, then by name."""
    usable = [
        folder
        for folder in folders
        if b"\\noselect" not in _lower(folder[0])
        and b"\\nonexistent" not in _lower(folder[0])
    ]
    return SpecialFolders(**{use: _find(use, usable) for use in _ATTRIBUTES})


def _find(use: str, folders: list[ListedFolder]) -> str | None:
    for attributes, _, name in folders:
        if _ATTRIBUTES[use] in _lower(attributes):
            return name
    by_name = {_last_part(folder).casefold(): folder[2] for folder in reversed(folders)}
    for name in _NAMES[use]:
        if name in by_name:
            return by_name[name]
    return None


def _last_part(folder: ListedFolder) -> str:
    _, separator, name = folder
    if not separator:
        return name
    return name.rpartition(separator.decode("ascii", "replace"))[2]


def _lower(attributes: tuple[bytes, ...]) -> frozenset[bytes]:
    return frozenset(attribute.lower() for attribute in attributes)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None
