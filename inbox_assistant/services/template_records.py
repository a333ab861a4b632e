"""Templates worked out from the journal, one of them or all."""

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kept_templates import (
    Kept,
    kept_templates,
    template_uses,
)
from inbox_assistant.storage.store import Store


def work_out(store: Store, key: str) -> None:
    """Let the template *key* be what the journal says; call in a transaction."""
    _put(store, key, kept_templates(_changes(store)).get(key))


def work_out_all(store: Store) -> None:
    """Make templates and their uses anew from the journal; call in a transaction.

    One that the journal does not tell whole stays as it stands: the file may come
    from an early version, or have lost entries to damage.
    """
    told = kept_templates(_changes(store))
    standing = store.templates.updated()
    for key, kept in told.items():
        is_newer = key in standing and standing[key] > kept.changed_at
        if key not in standing or (kept.is_whole and not is_newer):
            _put(store, key, kept)
    used = [*store.journal.of_action(Action.REPLY_QUEUED)]
    used += store.journal.of_action(Action.REPLY_WITHDRAWN)
    store.templates.keep_uses(template_uses(used))


def _changes(store: Store) -> list[Entry]:
    """Return the entries about templates, and every undo."""
    actions = (Action.TEMPLATE_SAVED, Action.TEMPLATE_REMOVED, Action.UNDONE)
    return [one for action in actions for one in store.journal.of_action(action)]


def _put(store: Store, key: str, kept: Kept | None) -> None:
    if kept is None:
        store.templates.forget(key)
    elif kept.template is None:
        store.templates.take_away(key, kept.changed_at)
    else:
        store.templates.keep(kept.template, kept.changed_at)
