"""The policy engine of a profile, loaded when it is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_assistant import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.policy.context import Context
    from inbox_assistant.policy.engine import Engine
    from inbox_assistant.policy.topics import TopicReading


class Policy:
    """The policy engine of a profile, loaded when it is first asked."""

    def __init__(self, own: Path | None, cache: Path | None) -> None:
        self._own = own
        self._cache = cache
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """Return the engine with the shipped packs and the profile's own."""
        if self._engine is None:
            # The packs take time that a start without them need not spend.
            from inbox_assistant.policy.engine import load_engine  # noqa: PLC0415

            shipped = paths.resources() / "policy"
            self._engine = load_engine(shipped, self._own, self._cache)
        return self._engine

    def mark(self) -> str:
        """Return a mark that changes with the rules in force."""
        from inbox_assistant.policy.cache import fingerprint  # noqa: PLC0415

        shipped = paths.resources() / "policy"
        folders = [shipped] if self._own is None else [shipped, self._own]
        return repr(fingerprint(folders))

    def check(self, text: str, context: Context) -> Sequence[Finding]:
        """Return the findings in *text*."""
        return self.engine.check(text, context)

    def read_topics(self, text: str) -> TopicReading:
        """Return what a buyer's *text* is about."""
        return self.engine.read_topics(text)


def policy_of(profile: paths.Profile | None) -> Policy:
    """Return the policy of *profile*, or the shipped one where there is none."""
    if profile is None or not profile.rules.is_dir():
        # What was compiled once serves every profile without rules of its own.
        return Policy(None, paths.shared_cache())
    return Policy(profile.rules, profile.cache)


def topics_of(profile: paths.Profile) -> Callable[[str], TopicReading]:
    """Return what reads topics by the rules of *profile*, for a process of its own."""
    return policy_of(profile).read_topics
