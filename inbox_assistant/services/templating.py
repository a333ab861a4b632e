"""Saved replies: shipped ones and one's own, checked on saving and with new rules."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Finding, Severity, Verdict, verdict_of
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.template import Template, filled, sample_values, slots
from inbox_assistant.policy.context import Context
from inbox_assistant.services.reply_basis import Check
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.template_files import checked, read_toml
from inbox_assistant.storage.store import Store

_INVENTED = "12"
"""What a check puts into a slot that only a person can fill."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a template: as an answer, and where nothing was asked."""

    template: Template
    reply: tuple[Finding, ...]
    proactive: tuple[Finding, ...]

    @property
    def verdicts(self) -> tuple[Verdict, Verdict]:
        """Return both verdicts, the one as an answer first."""
        return verdict_of(self.reply), verdict_of(self.proactive)


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What a check after a change found; ``left`` counts what is still to check."""

    broken: tuple[Judged, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Offered:
    """A template as it may be chosen; ``None`` where it was never checked."""

    template: Template
    reply: Verdict | None = None
    proactive: Verdict | None = None

    def is_fit(self, *, proactive: bool) -> bool:
        """Return whether nothing in it is known to block."""
        verdict = self.proactive if proactive else self.reply
        return verdict is not Verdict.BLOCK


class Templating:
    """The templates of one profile."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        check: Check,
        rules_mark: Callable[[], str],
        shipped: Path,
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._check = check
        self._rules_mark = rules_mark
        self._folder = shipped

    def judge(self, template: Template) -> Judged:
        """Return what the rules say of *template* with its slots filled."""
        text = filled(template.body, sample_values())
        text = filled(text, {slot.name: _INVENTED for slot in slots(text)})
        place = template.marketplace
        asked = Context(
            buyer_topics=template.topics, language=template.language, marketplace=place
        )
        unasked = Context(language=template.language, marketplace=place)
        return Judged(
            template,
            tuple(self._check(text, asked)),
            tuple(self._check(text, unasked)),
        )

    def save(self, template: Template) -> Changes:
        """Store *template*, also in place of a shipped one with its key.

        Raises InputError when something in it would block every reply made from it.
        """
        self.save_all([template])
        return Changes(templates=True)

    def save_all(self, templates: Sequence[Template]) -> Changes:
        """Store all of *templates* or none; raises InputError as ``save`` does."""
        judged = [self.judge(checked(one, one.title)) for one in templates]
        for one in judged:
            blocking = [f for f in one.reply if f.severity is Severity.BLOCK]
            if blocking:
                raise InputError(
                    f"“{one.template.title}” holds what must not be sent: "
                    f"“{blocking[0].text}”.",
                    blocking[0].message,
                )
        mark = self._rules_mark()
        with self._store.transaction():
            for one in judged:
                self._store.templates.keep(one.template, self._clock())
                self._keep_verdicts(one, mark)
                self._scribe.write(
                    Action.TEMPLATE_SAVED,
                    data={
                        "key": one.template.key,
                        "title": one.template.title,
                        "language": one.template.language,
                        "body": one.template.body,
                    },
                )
        return Changes(templates=True)

    def remove(self, key: str) -> Changes:
        """Take a template away, a shipped one too; InputError when there is none."""
        known = {one.template.key: one.template for one in self.offered()}
        if key not in known:
            raise InputError(f"There is no template “{key}”.")
        with self._store.transaction():
            self._store.templates.remove(key)
            if key in self._shipped_keys:
                self._store.templates.keep(known[key], self._clock(), is_hidden=True)
            self._scribe.write(Action.TEMPLATE_REMOVED, data={"key": key})
        return Changes(templates=True)

    def offered(self) -> list[Offered]:
        """Return every template that may be chosen, with what its last check said."""
        return offered(self._store, self.shipped)

    def recheck(self, limit: int | None = None) -> Rechecked:
        """Check again what changed, or whose rules changed; at most *limit* of them.

        A template that blocks stays: whoever looks after it is told, and the gate
        would hold a reply made from it back.
        """
        rules = self._rules_mark()
        known = self._store.templates.checks()
        stale = [
            one.template
            for one in self.offered()
            if known.get(one.template.key, ("",))[0] != _mark(one.template, rules)
        ]
        judged = [self.judge(template) for template in stale[:limit]]
        with self._store.transaction():
            for one in judged:
                self._keep_verdicts(one, rules)
        return Rechecked(
            broken=tuple(one for one in judged if one.verdicts[0] is Verdict.BLOCK),
            left=len(stale) - len(judged),
        )

    @cached_property
    def shipped(self) -> tuple[Template, ...]:
        """Return the templates that came with the program."""
        return load_shipped(self._folder)

    @cached_property
    def _shipped_keys(self) -> frozenset[str]:
        return frozenset(one.key for one in self.shipped)

    def _keep_verdicts(self, judged: Judged, rules: str) -> None:
        mark = _mark(judged.template, rules)
        self._store.templates.keep_check(judged.template.key, mark, *judged.verdicts)


def offered(store: Store, shipped: Iterable[Template]) -> list[Offered]:
    """Return the templates of *store* and *shipped* ones, the most used first."""
    own = {one.key: one for one in store.templates.all()}
    away = store.templates.hidden()
    everything = [
        *own.values(),
        *(one for one in shipped if one.key not in own and one.key not in away),
    ]
    uses = store.templates.uses()
    checks = store.templates.checks()
    counted = [
        replace(one, uses=count, last_used_at=at)
        for one in everything
        for count, at in [uses.get(one.key, (0, None))]
    ]
    counted.sort(key=lambda one: (-one.uses, one.language, one.title, one.key))
    return [Offered(one, *checks.get(one.key, ("", None, None))[1:]) for one in counted]


def load_shipped(folder: Path) -> tuple[Template, ...]:
    """Return the templates in *folder*, one file a language."""
    return tuple(
        replace(one, is_shipped=True)
        for path in sorted(folder.glob("*.toml"))
        for one in read_toml(path.read_text("utf-8"), path.name)
    )


def _mark(template: Template, rules: str) -> str:
    text = "\0".join(
        (template.body, template.language, template.marketplace or "", rules)
    )
    topics = ",".join(template.topics)
    return hashlib.sha256(f"{text}\0{topics}".encode()).hexdigest()[:32]
