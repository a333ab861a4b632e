"""The accounts of a profile."""

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.reply import OPEN_STATES, OutboxState
from inbox_assistant.services.composing import Sender
from inbox_assistant.storage.store import Store


class AccountBook:
    """Keeps and finds accounts; passwords are kept elsewhere."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Account]:
        """Return every account, by name."""
        return [
            Account.from_values({**values, "name": name})
            for name, values in self._store.accounts.all().items()
        ]

    def named(self, name: str) -> Account:
        """Return the account called *name*; raises InputError when there is none."""
        for account in self.all():
            if account.name == name:
                return account
        raise InputError(
            f"There is no account “{name}”.", "“account list” shows their names."
        )

    def keep(self, account: Account) -> Changes:
        """Store *account* in place of a former one of that name.

        Replies that the former settings kept from leaving are tried again at once.
        """
        if not account.name.strip() or "@" not in account.address:
            raise InputError("An account needs a name and a mail address.")
        with self._store.transaction():
            self._store.accounts.keep(account.name, account.as_values())
            self._store.accounts.release(account.name)
            for reply in self._store.outbox.in_states([OutboxState.QUEUED]):
                if reply.account == account.name and reply.problem:
                    self._store.outbox.mark(
                        reply.reply_id, OutboxState.QUEUED, leave_at=reply.queued_at
                    )
        return Changes(accounts=True)

    def forget(self, name: str) -> Changes:
        """Remove an account; the mails that came by it stay.

        Raises InputError while a reply of it has not left: it never would.
        """
        self.named(name)
        with self._store.transaction():
            if any(
                reply.account == name
                for reply in self._store.outbox.in_states(OPEN_STATES)
            ):
                raise InputError(
                    f"Replies of “{name}” have not left yet.",
                    "Let “sync” send them, or call them back first.",
                )
            self._store.accounts.forget(name)
        return Changes(accounts=True)

    def sender_for(self, account_name: str | None) -> Sender:
        """Return who answers a mail that came by *account_name*.

        Raises InputError when no account can be told.
        """
        accounts = self.all()
        chosen = [one for one in accounts if one.name == account_name]
        if not chosen and len(accounts) == 1:
            chosen = accounts
        if not chosen:
            raise InputError(
                "No account is set up that this thread can be answered from."
                if not accounts
                else "It is not clear which account should answer this thread.",
                "Connect the mailbox that the message came to.",
            )
        one = chosen[0]
        return Sender(one.name, one.address, one.sender_name)
