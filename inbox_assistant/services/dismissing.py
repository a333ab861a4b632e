"""Setting findings aside in one thread, with a reason; and taking that back."""

from collections.abc import Iterable, Mapping, Sequence

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.dismissal import Dismissal, dismissals
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Finding
from inbox_assistant.domain.journal import Action
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.thread_entries import buyer_keys, entries_of
from inbox_assistant.storage.store import Store


def stretch_of(words: str) -> str:
    """Return what *words* are told by: folded, every run of blanks as one."""
    return " ".join(fold_text(words).split())


def set_aside(
    findings: Sequence[Finding], known: Iterable[Dismissal]
) -> Mapping[int, Dismissal]:
    """Return which of *findings* are dismissed, by their places."""
    by_key = {(one.rule, one.stretch): one for one in known}
    if not by_key:
        return {}
    found = {}
    for place, finding in enumerate(findings):
        dismissal = by_key.get((finding.rule, stretch_of(finding.text)))
        if dismissal is not None:
            found[place] = dismissal
    return found


class Dismissing:
    """Dismissals of one profile's threads.

    They tell agents what was looked at. The gate does not heed them: what blocks
    still blocks, and only an override with a reason lets it pass.
    """

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe

    def of(self, thread: str) -> tuple[Dismissal, ...]:
        """Return what is dismissed in *thread*; InputError when there is none."""
        return dismissals(entries_of(self._store, thread))

    def dismiss(self, thread: str, finding: Finding, reason: str) -> Changes:
        """Set *finding* aside in *thread* for as long as its words stay the same.

        Raises InputError without a reason.
        """
        if not reason.strip():
            raise InputError("Say why the finding does not matter here.")
        stretch = stretch_of(finding.text)
        with self._store.transaction():
            key = self._store.threads.present_key(thread)
            self._scribe.write(
                Action.FINDING_DISMISSED,
                thread=key,
                messages=buyer_keys(self._store, key),
                data={
                    "rule": finding.rule,
                    "category": finding.category,
                    "severity": finding.severity.value,
                    "text": finding.text,
                    "stretch": stretch,
                    "reason": reason.strip(),
                },
            )
        return Changes(threads=frozenset({key}))

    def take_back(self, thread: str, entry_id: str) -> Changes:
        """Let a dismissed finding count again; InputError when it does already."""
        with self._store.transaction():
            if entry_id not in {one.entry_id for one in self.of(thread)}:
                raise InputError("This finding is not dismissed any more.")
            key = self._store.threads.present_key(thread)
            self._scribe.write(
                Action.UNDONE,
                thread=key,
                messages=buyer_keys(self._store, key),
                undoes=entry_id,
            )
        return Changes(threads=frozenset({key}))
