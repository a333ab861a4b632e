"""What is to be said against the files of a reply: size, type, names and words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from inbox_assistant.domain.attachment import DOUBTFUL_BYTES, MOST_BYTES, Enclosure
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.mail.attachment_reading import LOCATION, UNREAD
from inbox_assistant.mail.attachment_types import DOUBTFUL, ending_of
from inbox_assistant.policy.context import Context

CATEGORY = "attachment"

_ABOUT_STYLE = frozenset({"formatting", "wrong-language", "thanks-only"})
"""Categories about how a message is written, which a file is not."""
_SEPARATORS = str.maketrans("_+", "  ")
_MEGABYTE = 1024 * 1024

Check = Callable[[str, Context], Sequence[Finding]]


def attachment_findings(
    check: Check, files: Sequence[Enclosure], context: Context
) -> list[Finding]:
    """Return what *check* and the limits say about *files*, in their order."""
    found = _about_size(files)
    for file in files:
        found.extend(_about_kind(file))
        stem = file.name.rpartition(".")[0] or file.name
        for words in (stem.translate(_SEPARATORS), file.words):
            if words.strip():
                found.extend(
                    replace(one, attachment=file.name, fixes=())
                    for one in check(words, context)
                    if one.category not in _ABOUT_STYLE
                )
    return found


def _about_size(files: Sequence[Enclosure]) -> list[Finding]:
    total = sum(file.size for file in files)
    if total > MOST_BYTES:
        return [
            _finding(
                "any.attachment.size",
                Severity.BLOCK,
                "The files are larger than 10 MB together; Amazon takes no more.",
                files[-1].name,
            )
        ]
    if total > DOUBTFUL_BYTES:
        return [
            _finding(
                "any.attachment.large",
                Severity.WARN,
                f"The files have {total / _MEGABYTE:.1f} MB together; above 6 MB some "
                "did not arrive.",
                files[-1].name,
            )
        ]
    return []


def _about_kind(file: Enclosure) -> list[Finding]:
    found = []
    ending = ending_of(file.name)
    if ending in DOUBTFUL:
        found.append(
            _finding(
                "any.attachment.type",
                Severity.WARN,
                f"Amazon may not take .{ending} files by mail; PNG or PDF is safer.",
                file.name,
            )
        )
    if UNREAD in file.remarks:
        found.append(
            _finding(
                "any.attachment.unread",
                Severity.WARN,
                "Not all of this file can be read, so its words are not checked.",
                file.name,
            )
        )
    if LOCATION in file.remarks:
        found.append(
            _finding(
                "any.attachment.location",
                Severity.NOTE,
                "This picture says where it was taken; save it without that.",
                file.name,
            )
        )
    return found


def _finding(rule: str, severity: Severity, message: str, name: str) -> Finding:
    return Finding(
        rule=rule,
        category=CATEGORY,
        severity=severity,
        start=0,
        end=len(name),
        text=name,
        message=message,
        why="What Amazon is known to do with files of replies.",
        attachment=name,
    )
