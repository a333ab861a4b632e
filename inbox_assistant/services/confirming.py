"""Which replies Amazon has not confirmed although it normally does."""

from datetime import datetime

from inbox_assistant.domain.confirmation import LOOKED_AT, Copies, copies_of
from inbox_assistant.storage.store import Store


def copies_by_account(store: Store, now: datetime) -> dict[str, Copies]:
    """Return, for each account, what its last replies tell of Amazon's copies."""
    return {
        name: copies_of(store.outbox.left_last(name, LOOKED_AT), now)
        for name in store.accounts.all()
    }
