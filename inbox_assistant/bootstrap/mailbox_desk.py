"""What the window wants of mail servers and the keyring, besides rounds.

Each of these loads what it needs when it is first called: none is in the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.domain.account import Account
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.provider import Provider
    from inbox_assistant.domain.trial import Trial


class MailboxDesk:
    """See ``ui.desk.Desk``."""

    def __init__(self, open_url: Callable[[str], None], *, is_demo: bool) -> None:
        self._open_url = open_url
        self.is_demo = is_demo

    def try_account(self, account: Account, password: str) -> list[Trial]:
        """Try reading and sending, step by step."""
        from inbox_assistant.bootstrap.trying import try_account  # noqa: PLC0415
        from inbox_assistant.mail.secret import Password  # noqa: PLC0415

        return try_account(account, Password(password) if password else None)

    def find_provider(self, address: str) -> Provider | None:
        """Return how the mailbox of *address* is reached, if that can be learned."""
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415

        if self.is_demo:
            # The sample mailbox asks nobody.
            return servers.providers_of().of_address(address)
        return servers.find_provider(address)

    def sign_in(self, account: Account, client_secret: str) -> None:
        """Let the person sign in to *account* in the browser."""
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415
        from inbox_assistant.mail.oauth import Client  # noqa: PLC0415

        client = Client(account.client_id, client_secret)
        servers.sign_in_in_browser(account, client, self._open_url)

    def needs_password(self, error: InboxAssistantError) -> bool:
        """Return whether *error* means that a password is missing or wrong."""
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415
        from inbox_assistant.mail.failures import SignInRefusedError  # noqa: PLC0415

        return isinstance(error, servers.PasswordMissingError | SignInRefusedError)

    def gave_text_back(self, error: InboxAssistantError) -> bool:
        """Return whether *error* made a reply a draft again."""
        from inbox_assistant.mail.failures import RefusedError  # noqa: PLC0415

        return isinstance(error, RefusedError)

    def keep_password(self, account: str, password: str) -> str:
        """Keep a password; return why it will be asked for again, or nothing."""
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415

        credentials = servers.credentials_of()
        if password:
            credentials.keep(account, password)
        if credentials.lasting:
            return ""
        return f"{credentials.why_not} The password is asked for at each start."

    def forget_password(self, account: str) -> None:
        """Forget what *account* signed in with; raises MailError."""
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415

        servers.credentials_of().forget(account)
