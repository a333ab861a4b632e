"""Mails in files: single ones, mailbox files, Maildirs and folders of them."""

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inbox_assistant.mail.mailbox_file import (
    LARGEST,
    holds_separator,
    is_separator,
    read_mailbox,
)

_SENT_NAMES = frozenset(
    {
        "sent",
        "sent items",
        "sent mail",
        "sent messages",
        "sent-mail",
        "outbox-sent",
        "gesendet",
        "gesendete",
        "gesendete elemente",
        "gesendete objekte",
        "gesendete nachrichten",
        "envoyés",
        "messages envoyés",
        "éléments envoyés",
        "objets envoyés",
        "inviata",
        "inviati",
        "posta inviata",
        "messaggi inviati",
        "enviados",
        "elementos enviados",
        "mensajes enviados",
        "itens enviados",
        "e-mails enviados",
        "verzonden",
        "verzonden items",
        "verzonden berichten",
        "skickat",
        "skickade",
        "skickade objekt",
        "wysłane",
        "elementy wysłane",
        "gönderilmiş",
        "gönderilmiş öğeler",
        "gönderilenler",
        "送信済み",
        "送信済みアイテム",
        "送信済みメール",
        "المرسل",
        "البريد المرسل",
        "العناصر المرسلة",
    }
)
_MAIL_ENDINGS = frozenset({".eml", ".mail", ".mht"})
_MAILBOX_ENDINGS = frozenset({".mbox", ".mbx", ".mboxrd", ".mboxo"})
_FOREIGN_ENDINGS = {
    ".msg": "it is in Outlook's own format; save the mail as .eml",
    ".pst": "it is Outlook's own mailbox; export it as .mbox",
    ".ost": "it is Outlook's own mailbox; export it as .mbox",
    ".zip": "it is packed; unpack it first",
    ".gz": "it is packed; unpack it first",
}
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,76}:[ \t\r\n]?")
_TELLING = re.compile(
    rb"^(?:from|received|return-path|delivered-to|date|subject|message-id|to|"
    rb"mime-version|x-[\w-]+|reply-to|content-type)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_SNIFFED = 4096
_TELLING_FIELDS = 2
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MAILDIR_TIME = re.compile(r"(\d{9,11})\.")


@dataclass(frozen=True, slots=True)
class FoundMail:
    """One mail as it lies in a file, byte for byte."""

    source: str
    """The file's path; in a mailbox file, ``path#number`` counted from 1.

    What stands before the first separator and is a mail all the same is ``path#0``.
    """
    raw: bytes
    placed_at: datetime | None
    """When the file's keeper says it came; a weak hint."""
    in_sent_folder: bool


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file, or a mail in one, that could not be read."""

    path: str
    reason: str


Found = FoundMail | UnreadableFile


def read_mails(paths: Iterable[Path | str]) -> Iterator[Found]:
    """Yield every mail in *paths*, and every file that should hold one but cannot."""
    for path in map(Path, paths):
        yield from _read_asked(path)


def _read_asked(path: Path) -> Iterator[Found]:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        yield UnreadableFile(str(path), _reason(error))
        return
    if is_folder:
        yield from _read_folder(path)
    elif exists:
        yield from _read_file(path, asked_for=True)
    else:
        yield UnreadableFile(str(path), "there is no such file or folder")


def _read_folder(root: Path) -> Iterator[Found]:
    problems: list[OSError] = []
    for parent, folders, names in os.walk(root, onerror=problems.append):
        folders.sort()
        for name in sorted(names):
            # Maildir keeps unfinished deliveries in tmp.
            if not (Path(parent).name == "tmp" and _is_maildir(Path(parent).parent)):
                yield from _read_file(Path(parent, name), asked_for=False)
        while problems:
            error = problems.pop()
            yield UnreadableFile(str(error.filename or parent), _reason(error))
    for error in problems:
        yield UnreadableFile(str(error.filename or root), _reason(error))


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def _read_file(path: Path, *, asked_for: bool) -> Iterator[Found]:
    try:
        if not path.is_file():
            if asked_for:
                yield UnreadableFile(str(path), "it is not a file")
            return
        with path.open("rb") as stream:
            start = stream.read(_SNIFFED)
        yield from _read_by_content(path, start, asked_for=asked_for)
    except OSError as error:
        if asked_for or _should_hold_mail(path):
            yield UnreadableFile(str(path), _reason(error))


def _read_by_content(path: Path, start: bytes, *, asked_for: bool) -> Iterator[Found]:
    ending = path.suffix.lower()
    wanted = asked_for or _should_hold_mail(path)
    if ending in _FOREIGN_ENDINGS:
        if asked_for or ending == ".msg":
            yield UnreadableFile(str(path), _FOREIGN_ENDINGS[ending])
    elif not start.strip():
        if wanted:
            yield UnreadableFile(str(path), "it is empty")
    elif reader := _reader_for(path, start, wanted=wanted):
        yield from reader(path)
    elif wanted:
        yield UnreadableFile(str(path), "it does not look like a mail")


def _reader_for(
    path: Path, start: bytes, *, wanted: bool
) -> Callable[[Path], Iterator[Found]] | None:
    if _is_mailbox(path, start):
        return _read_mailbox
    if path.suffix.lower() == ".emlx":
        return _read_apple
    is_mail = path.suffix.lower() in _MAIL_ENDINGS or _is_in_maildir(path)
    if is_mail or (_looks_like_mail(start) and (wanted or _may_be_mail(path))):
        return _read_one
    return None


def _should_hold_mail(path: Path) -> bool:
    known = _MAIL_ENDINGS | _MAILBOX_ENDINGS | {".emlx"}
    return path.suffix.lower() in known or _is_in_maildir(path)


def _may_be_mail(path: Path) -> bool:
    """Say whether a file found by the way may be taken for a mail by its content.

    Notes and program files can begin like a mail; only files without an ending, as
    mail programs write them, are.
    """
    return path.suffix == "" or path.suffix[1:].isdigit() or ":2," in path.name


def _is_in_maildir(path: Path) -> bool:
    """Say whether a file is a mail of a Maildir, or is called like one.

    Who packs a Maildir may leave its empty folders out.
    """
    if path.parent.name not in ("cur", "new"):
        return False
    is_called_so = _MAILDIR_TIME.match(path.name) is not None
    return is_called_so or _is_maildir(path.parent.parent)


def _is_mailbox(path: Path, start: bytes) -> bool:
    head = start.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    first, _, below = head.partition(b"\n")
    if path.suffix.lower() in _MAILBOX_ENDINGS:
        if first.startswith(b"From "):
            return True
        with path.open("rb") as stream:
            return holds_separator(stream)
    if path.suffix.lower() in _MAIL_ENDINGS or _is_in_maildir(path):
        return False
    return is_separator(first, below)


def _looks_like_mail(start: bytes) -> bool:
    head = start.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    if not _HEADER_LINE.match(head):
        return False
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len(_TELLING.findall(block)) >= _TELLING_FIELDS


def _read_mailbox(path: Path) -> Iterator[Found]:
    in_sent_folder = _is_sent(path.with_suffix("") if _ends_as_mailbox(path) else path)
    with path.open("rb") as stream:
        for entry in read_mailbox(stream):
            source = f"{path}#{entry.number}"
            if entry.raw is None:
                yield UnreadableFile(source, _too_large())
            elif entry.number == 0 and not _looks_like_mail(entry.raw):
                reason = "what stands before its first mail is no mail"
                yield UnreadableFile(str(path), reason)
            else:
                yield FoundMail(source, entry.raw, entry.placed_at, in_sent_folder)


def _ends_as_mailbox(path: Path) -> bool:
    return path.suffix.lower() in _MAILBOX_ENDINGS


def _read_one(path: Path) -> Iterator[Found]:
    if path.stat().st_size > LARGEST:
        yield UnreadableFile(str(path), _too_large())
        return
    yield FoundMail(
        str(path), path.read_bytes(), _maildir_time(path), _is_sent(path.parent)
    )


def _read_apple(path: Path) -> Iterator[Found]:
    """Read one mail of Apple's: its length, the mail, and notes of the program."""
    if path.stat().st_size > LARGEST:
        yield UnreadableFile(str(path), _too_large())
        return
    first, _, rest = path.read_bytes().partition(b"\n")
    if not first.strip().isdigit() or len(first) > len(str(LARGEST)):
        yield UnreadableFile(str(path), "it does not look like a mail")
        return
    yield FoundMail(str(path), rest[: int(first)], None, _is_sent(path.parent))


def _maildir_time(path: Path) -> datetime | None:
    match = _MAILDIR_TIME.match(path.name)
    if match is None or not _is_in_maildir(path):
        return None
    # Added up: Windows knows no moment beyond the year 3000.
    return _EPOCH + timedelta(seconds=int(match[1]))


def _is_sent(path: Path) -> bool:
    """Say whether *path* or a folder near above it is one for sent mail."""
    return any(is_sent_name(part) for part in path.parts[-6:])


def is_sent_name(folder: str) -> bool:
    """Say whether *folder* is a mailbox's name for sent mail, in any language known."""
    names = re.split(r"[./\\]", folder.lower().removesuffix(".sbd"))
    return any(name.strip("\\ []") in _SENT_NAMES for name in names)


def _too_large() -> str:
    return f"it is larger than {LARGEST // 1024 // 1024} MB"


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "reading it is not permitted"
    if isinstance(error, FileNotFoundError):
        return "it is no longer there"
    return f"it cannot be read ({error.strerror or type(error).__name__})"
