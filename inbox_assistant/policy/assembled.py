"""Assembled packs: stored parts, each read back when it is first needed."""

import marshal
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from inbox_assistant.policy.programs import Compiled

if TYPE_CHECKING:
    from inbox_assistant.policy.rulebook import RuleBook


class Assembled:
    """Every rule, and everything compiled from them."""

    def __init__(self, parts: Mapping[str, bytes | memoryview]) -> None:
        self.parts = parts
        """Each part as it is stored."""

    def rules(self, name: str) -> "RuleBook":
        """Return the rules called ``rules``, ``topics`` or ``courtesies``."""
        # What rules look like is not needed to start.
        from inbox_assistant.policy.rulebook import RuleBook  # noqa: PLC0415

        return RuleBook(self.read(name))

    def compiled(self, name: str) -> Compiled:
        """Return the patterns of ``reply``, ``buyer`` or ``courtesy``."""
        return Compiled(*self.read(name))

    def read(self, name: str) -> Any:  # noqa: ANN401 - whatever was stored
        """Return a part by its name."""
        return marshal.loads(self.parts[name])  # noqa: S302 - checked when it was read


def stored(value: Any) -> bytes:  # noqa: ANN401 - whatever can be stored
    """Return a part as it is stored."""
    return marshal.dumps(value)
