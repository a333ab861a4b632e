"""The policy engine of a profile, loaded when it is first asked."""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from inbox_assistant import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.policy.context import Context
    from inbox_assistant.policy.engine import Engine
    from inbox_assistant.policy.topics import TopicReader, TopicReading

_STALE_SECONDS = 1.0


class Policy:
    """The policy engine of a profile, loaded when it is first asked.

    Packs in *own*, a folder that need not be there, count from the moment they are
    saved. What was compiled is kept in *cache*, or, without packs of one's own, in
    *shared*, where it serves every profile.
    """

    def __init__(
        self, own: Path | None, cache: Path | None, shared: Path | None = None
    ) -> None:
        self._own = own
        self._cache = cache
        self._shared = shared or cache
        self._engine: Engine | None = None
        self._loaded: list[tuple[str, int, int]] = []
        self._loading = Lock()

    @property
    def engine(self) -> Engine:
        """Return the engine with the shipped packs and the profile's own."""
        with self._loading:
            own = self.own_state()
            if self._engine is None or own != self._loaded:
                # The packs take time that a start without them need not spend.
                from inbox_assistant.policy.engine import load_engine  # noqa: PLC0415

                shipped = paths.resources() / "policy"
                self._engine = load_engine(
                    shipped,
                    self._own if own else None,
                    self._cache if own else self._shared,
                )
                self._loaded = own
            return self._engine

    @property
    def loaded(self) -> Engine | None:
        """Return the engine that is there, without looking at any file."""
        return self._engine

    def own_state(self) -> list[tuple[str, int, int]]:
        """Return what the profile's own packs look like from outside."""
        from inbox_assistant.policy.pack_files import pack_states  # noqa: PLC0415

        return [] if self._own is None else pack_states(self._own)

    def own_changes(self) -> dict[str, str]:
        """Return what the profile's own packs change."""
        from inbox_assistant.policy.own_packs import own_changes  # noqa: PLC0415

        return {} if self._own is None else own_changes(self._own)

    def mark(self) -> str:
        """Return a mark that changes with the rules in force."""
        from inbox_assistant.policy.cache import fingerprint  # noqa: PLC0415

        shipped = paths.resources() / "policy"
        folders = [shipped]
        if self._own is not None and self.own_state():
            folders.append(self._own)
        return repr(fingerprint(folders))

    def check(self, text: str, context: Context) -> Sequence[Finding]:
        """Return the findings in *text*."""
        return self.engine.check(text, context)

    def read_topics(self, text: str) -> TopicReading:
        """Return what a buyer's *text* is about."""
        return self.engine.read_topics(text)


def policy_of(profile: paths.Profile | None) -> Policy:
    """Return the policy of *profile*, or the shipped one where there is none."""
    if profile is None:
        return Policy(None, paths.shared_cache())
    return Policy(profile.rules, profile.cache, paths.shared_cache())


def topics_of(profile: paths.Profile) -> Callable[[str], TopicReading]:
    """Return what reads topics by the rules of *profile*, for a process of its own.

    Own packs count a second after they were saved: to look for them at each of many
    messages takes a thirtieth of what reading one takes.
    """
    policy = policy_of(profile)
    known: TopicReader | None = None
    looked_at = 0.0

    def read(text: str) -> TopicReading:
        nonlocal known, looked_at
        now = monotonic()
        if known is None or now - looked_at > _STALE_SECONDS:
            known, looked_at = policy.engine.topic_reader, now
        return known.read(text)

    return read
