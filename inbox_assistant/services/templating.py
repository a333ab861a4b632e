"""Saved replies: shipped ones and one's own, checked on saving and with new rules."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from inbox_assistant.domain.changes import TEMPLATES_CHANGED, Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Severity, Verdict
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.kept_templates import record_of, template_from
from inbox_assistant.domain.template import Template
from inbox_assistant.services.reply_basis import Check
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.template_files import checked, read_toml
from inbox_assistant.services.template_judging import Judged, judge
from inbox_assistant.services.template_records import work_out
from inbox_assistant.storage.store import Store

_UNSAVED = "unsaved-templates"
_UNDOABLE = frozenset({Action.TEMPLATE_SAVED, Action.TEMPLATE_REMOVED})


@dataclass(frozen=True, slots=True)
class TemplateChange:
    """What was written; ``entries`` undo it when taken back together."""

    entries: tuple[str, ...]
    changes: Changes = TEMPLATES_CHANGED


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
        return judge(template, self._check)

    def save(self, template: Template) -> TemplateChange:
        """Store *template*, also in place of a shipped one with its key.

        Raises InputError when something in it would block every reply made from it.
        """
        return self.save_all([template])

    def save_all(self, templates: Sequence[Template]) -> TemplateChange:
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
        written = []
        with self._store.transaction():
            for one in judged:
                entry = self._scribe.write(
                    Action.TEMPLATE_SAVED, data=record_of(one.template)
                )
                self._store.templates.keep(one.template, entry.at)
                self._keep_verdicts(one, mark)
                written.append(entry.entry_id)
        return TemplateChange(tuple(written))

    def remove(self, key: str) -> TemplateChange:
        """Take a template away, a shipped one too; InputError when there is none."""
        if all(one.template.key != key for one in self.offered()):
            raise InputError(
                f"There is no template “{key}”.", "“templates list” names them all."
            )
        with self._store.transaction():
            entry = self._scribe.write(Action.TEMPLATE_REMOVED, data={"key": key})
            self._store.templates.take_away(key, entry.at)
        return TemplateChange((entry.entry_id,))

    def undo(self, entries: Sequence[str]) -> Changes:
        """Take changes back: each template is again what it was before them.

        Raises InputError when one is none, or was taken back already.
        """
        with self._store.transaction():
            for entry_id in reversed(entries):
                entry = self._store.journal.entry(entry_id)
                if entry is None or entry.action not in _UNDOABLE:
                    raise InputError("This cannot be undone.")
                if self._store.journal.is_undone(entry_id):
                    raise InputError("This was undone already.")
                key = str(entry.data.get("key"))
                self._scribe.write(Action.UNDONE, undoes=entry_id, data={"key": key})
                work_out(self._store, key)
        return TEMPLATES_CHANGED

    def bring_shipped_back(self) -> TemplateChange:
        """Show every shipped template again that was taken away.

        Raises InputError when none was.
        """
        gone = self._store.templates.hidden() & self._shipped_keys
        removed = [
            entry.entry_id
            for entry in self._store.journal.of_action(Action.TEMPLATE_REMOVED)
            if entry.data.get("key") in gone
            and not self._store.journal.is_undone(entry.entry_id)
        ]
        if not removed:
            raise InputError("No template that came with the program was taken away.")
        return TemplateChange((), self.undo(removed))

    def keep_unsaved(self, templates: Sequence[Template]) -> Changes:
        """Store what was written but not saved, in place of what was before."""
        told = json.dumps([record_of(one) for one in templates], ensure_ascii=False)
        with self._store.transaction():
            self._store.accounts.keep_fact(_UNSAVED, told)
        return Changes()

    def offered(self) -> list[Offered]:
        """Return every template that may be chosen, with what its last check said."""
        return offered(self._store, self.shipped)

    def keep_judged(self, judged: Iterable[Judged], rules: str) -> Changes:
        """Store what a check said by the rules that *rules* stands for.

        A template that blocks stays: whoever looks after it is told, and the gate
        would hold a reply made from it back.
        """
        with self._store.transaction():
            for one in judged:
                self._keep_verdicts(one, rules)
        return TEMPLATES_CHANGED

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


def offered(
    store: Store,
    shipped: Iterable[Template],
    rules: str | None = None,
    *,
    only_shipped_rules: bool = False,
) -> list[Offered]:
    """Return the templates of *store* and *shipped* ones, the most used first.

    With *rules*, the mark of those in force, a check by others says nothing. Shipped
    ones pass the shipped rules: where there are no others (*only_shipped_rules*) none
    of them needs to be checked first.
    """
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
    return [
        Offered(one, Verdict.OK, Verdict.OK)
        if only_shipped_rules and one.is_shipped
        else Offered(one, *_verdicts(one, checks, rules))
        for one in counted
    ]


def _verdicts(
    template: Template,
    checks: Mapping[str, tuple[str, Verdict, Verdict]],
    rules: str | None,
) -> tuple[Verdict, Verdict] | tuple[None, None]:
    known = checks.get(template.key)
    if known is None or (rules is not None and known[0] != _mark(template, rules)):
        return None, None
    return known[1:]


def unsaved(store: Store) -> tuple[Template, ...]:
    """Return what was written of templates and not saved."""
    try:
        told = json.loads(store.accounts.fact(_UNSAVED) or "[]")
        return tuple(template_from(one) for one in told)
    except (ValueError, TypeError, AttributeError):
        # A damaged note must not keep anybody from the templates themselves.
        return ()


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
