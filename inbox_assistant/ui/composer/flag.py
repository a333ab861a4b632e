"""A finding tied to the words it is about, wherever editing moves them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextCursor, QTextDocument

from inbox_assistant.domain.dismissal import Dismissal
from inbox_assistant.domain.finding import Finding, Fix, Severity
from inbox_assistant.policy.offsets import utf16_offsets
from inbox_assistant.services.dismissing import set_aside
from inbox_assistant.ui.composer.plain_text import plain_text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a document and what they were when they were found."""

    cursor: QTextCursor
    words: str

    @property
    def is_unchanged(self) -> bool:
        """Return whether the document still says there what it said."""
        return plain_text(self.cursor.selectedText()) == self.words


Look = tuple[Severity, bool]
"""A severity, and whether the finding was dismissed."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One finding, its words in the document, and those each fix would replace."""

    finding: Finding
    stretch: Stretch
    fixes: tuple[tuple[Fix, Stretch], ...]
    dismissal: Dismissal | None = None
    look: Look = field(init=False)

    def __post_init__(self) -> None:
        """Work out how it looks, which drawing asks for at each key press."""
        look = (self.finding.severity, self.dismissal is not None)
        object.__setattr__(self, "look", look)

    @property
    def start(self) -> int:
        """Return where it begins now, as Qt counts."""
        return self.stretch.cursor.selectionStart()

    @property
    def end(self) -> int:
        """Return where it ends now, as Qt counts."""
        return self.stretch.cursor.selectionEnd()

    @property
    def is_gone(self) -> bool:
        """Return whether all its words were deleted."""
        was_empty = self.finding.start == self.finding.end
        return not was_empty and not self.stretch.cursor.hasSelection()


def flags_of(
    document: QTextDocument,
    text: str,
    findings: Sequence[Finding],
    dismissals: Sequence[Dismissal] = (),
    base: int = 0,
) -> tuple[Flag, ...]:
    """Return *findings* about *text* tied to *document*, which holds that text.

    *base* is where in the document the text begins, as Qt counts. They are in the order
    in which they are read.
    """
    ordered = sorted(findings, key=lambda one: (one.start, one.end))
    spans = [span for finding in ordered for span in _spans(finding)]
    points = utf16_offsets(text, [point for span in spans for point in span])
    # Each cursor is moved at each key press: a fix of the found words shares theirs.
    made: dict[tuple[int, int], Stretch] = {}
    for at, span in enumerate(spans):
        if span not in made:
            units = points[2 * at : 2 * at + 2]
            made[span] = _stretch(document, base, units, text[slice(*span)])
    aside = set_aside(ordered, dismissals)
    flags = []
    for place, finding in enumerate(ordered):
        own = made[finding.start, finding.end]
        fixes = tuple((fix, made[fix.start, fix.end]) for fix in finding.fixes)
        flags.append(Flag(finding, own, fixes, aside.get(place)))
    return tuple(flags)


def _spans(finding: Finding) -> list[tuple[int, int]]:
    return [
        (finding.start, finding.end),
        *((fix.start, fix.end) for fix in finding.fixes),
    ]


def _stretch(
    document: QTextDocument, base: int, units: Sequence[int], words: str
) -> Stretch:
    cursor = QTextCursor(document)
    cursor.setPosition(base + units[0])
    cursor.setPosition(base + units[1], QTextCursor.MoveMode.KeepAnchor)
    return Stretch(cursor, words)
