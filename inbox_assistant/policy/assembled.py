"""Assembled packs: stored parts, each read back when it is first needed."""

from typing import TYPE_CHECKING, Any

from inbox_assistant.policy.programs import Compiled, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inbox_assistant.policy.rulebook import RuleBook


class Assembled:
    """Every rule, and everything compiled from them."""

    def __init__(self, parts: "Mapping[str, bytes]") -> None:
        self.parts = parts
        """Each part as it is stored."""

    def rules(self, name: str) -> "RuleBook":
        """Return the rules called ``rules``, ``topics`` or ``courtesies``."""
        # What rules look like is not needed to start.
        from inbox_assistant.policy.rulebook import RuleBook  # noqa: PLC0415

        return RuleBook(self.parts[name])

    def compiled(self, name: str) -> Compiled:
        """Return the patterns of ``reply``, ``buyer`` or ``courtesy``."""
        return Compiled(lambda part: self.parts[part_of(name, part)])

    def read(self, name: str) -> Any:  # noqa: ANN401 - whatever was stored
        """Return a part by its name."""
        return unpack(self.parts[name])


def part_of(compiled: str, part: str) -> str:
    """Return the name of one part of what was *compiled*."""
    return f"{compiled} {part}"
