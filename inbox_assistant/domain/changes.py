"""What a use case changed, told once to everyone who shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts that are no longer as they were.

    ``threads`` are thread keys; ``everything`` asks views to reload whatever they
    show.
    """

    threads: frozenset[str] = field(default_factory=frozenset)
    drafts: frozenset[str] = field(default_factory=frozenset)
    outbox: bool = False
    accounts: bool = False
    settings: bool = False
    templates: bool = False
    everything: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return both changes as one."""
        return Changes(
            threads=self.threads | other.threads,
            drafts=self.drafts | other.drafts,
            outbox=self.outbox or other.outbox,
            accounts=self.accounts or other.accounts,
            settings=self.settings or other.settings,
            templates=self.templates or other.templates,
            everything=self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        """Return whether anything changed at all."""
        return bool(
            self.threads
            or self.drafts
            or self.outbox
            or self.accounts
            or self.settings
            or self.templates
            or self.everything
        )


TEMPLATES_CHANGED = Changes(templates=True)
