"""A file that is to leave with a reply."""

from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024
"""Bytes that the files of one reply may have together; Amazon takes no more."""
DOUBTFUL_BYTES = 6 * 1024 * 1024
"""Bytes above which some sellers saw their files stripped from mails."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file beside a draft, without its bytes; ``size`` counts them.

    ``words`` is what can be read in it, ``remarks`` are names of what was noticed
    when it was looked into (see ``services.attachment_findings``).
    """

    number: int
    name: str
    media_type: str
    size: int
    words: str = ""
    remarks: tuple[str, ...] = ()
