"""How a page speaks: its language, its numbers and its times.

Pages are written in English where nobody says otherwise: by the command line, and for
Amazon. The window brings its own language; see ``ui.report.phrasing``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.health_words import (
    HEADS,
    TITLES,
    moment_words,
    percent,
    short_words,
    span_words,
    value_words,
)
from inbox_assistant.reports.response_times import Dimension


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The words of one language; ``language`` is its code, as ``en``."""

    language: str
    say: Callable[[str], str]
    """Gives a sentence of the page, its blanks still in it."""
    moment: Callable[[datetime], str]
    percent: Callable[[float | None], str]
    span: Callable[[timedelta | None], str]
    head: Callable[[Bucket], str]
    title: Callable[[Dimension], str]
    value: Callable[[Dimension, str], str]
    label: Callable[[Dimension, str], str]


ENGLISH = Phrasing(
    language="en",
    say=str,
    moment=moment_words,
    percent=percent,
    span=span_words,
    head=HEADS.__getitem__,
    title=TITLES.__getitem__,
    value=value_words,
    label=short_words,
)
