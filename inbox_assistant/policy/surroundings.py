"""A whole message as its sentences are read, and where each of them stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Surroundings(NamedTuple):
    """Where a sentence stands."""

    before: str = ""
    """The sentence before it, as written."""
    first: bool = True
    last: bool = True
    proactive: bool = False
    """Whether the whole message answers nothing."""
    language: str | None = None
    """The one the whole message is written in, where it is known."""


@dataclass(frozen=True)
class Written:
    """A whole message as its sentences are read."""

    text: str
    spans: Sequence[tuple[int, int]]
    """Where its sentences stand."""
    proactive: bool = False
    language: str | None = None

    @cached_property
    def sentences(self) -> list[str]:
        """Return its sentences."""
        return [self.text[start:end] for start, end in self.spans]

    @cached_property
    def places(self) -> list[Surroundings]:
        """Return where each of its sentences stands."""
        last = len(self.spans) - 1
        return [
            Surroundings(
                before,
                first=at == 0,
                last=at == last,
                proactive=self.proactive,
                language=self.language,
            )
            for at, before in enumerate(["", *self.sentences[:-1]])
        ]
