"""What a message answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """The buyer's side of an outgoing message.

    Without ``buyer_text`` and ``buyer_topics`` the message is proactive: it answers
    nothing. Topics are read from the text where they are not given.
    """

    buyer_text: str | None = None
    buyer_topics: tuple[str, ...] | None = None
    language: str | None = None
    """The buyer's language where it is known, ISO 639-1."""
    marketplace: str | None = None
    """The marketplace's code, such as ``DE``."""

    @property
    def proactive(self) -> bool:
        """Return whether the message answers nothing."""
        return self.buyer_text is None and self.buyer_topics is None


PROACTIVE = Context()
"""A message that answers nothing."""
