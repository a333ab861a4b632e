"""How much waits, and how pressing the most urgent of it is."""

from dataclasses import dataclass

from inbox_assistant.domain.countdown import Urgency


@dataclass(frozen=True, slots=True)
class Tally:
    """Threads of today's work; those that are *overdue* or *soon* wait as well."""

    waiting: int = 0
    soon: int = 0
    overdue: int = 0

    @property
    def worst(self) -> Urgency | None:
        """Return the urgency of the most urgent thread; ``None``: nothing waits."""
        if self.overdue:
            return Urgency.OVERDUE
        if self.soon:
            return Urgency.SOON
        return Urgency.LATER if self.waiting else None
