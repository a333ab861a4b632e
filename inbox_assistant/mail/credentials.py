"""Where secrets are kept: the system's keyring, or else memory and nowhere else."""

import logging
import secrets
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from datetime import timedelta
from typing import Self, TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import PasswordDeleteError

from inbox_assistant.domain.errors import MailError

SERVICE = "Inbox Assistant"
TIME_LIMIT = timedelta(seconds=30)
"""Long enough to unlock a keyring that asks for its own password."""

SAFE_BACKENDS = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
"""Those of the system itself; others keep secrets in files, or not at all."""

NO_KEYRING = "This computer has no keyring that the program trusts."
NO_ANSWER = "The keyring did not answer in time."
NOT_WORKING = "The keyring did not keep what it was given."

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Credentials:
    """Secrets by account; what the keyring does not take is asked for at each start.

    ``lasting`` says whether a secret outlives the program, ``why_not`` why not. Every
    method may wait for the keyring up to the time limit: not for the window's thread.
    """

    def __init__(
        self, store: KeyringBackend | None, why_not: str, limit: timedelta
    ) -> None:
        self._store = store
        self._limit = limit
        self._memory: dict[str, str] = {}
        self.lasting = store is not None and not why_not
        self.why_not = why_not

    @classmethod
    def open(
        cls,
        find: Callable[[], KeyringBackend] = keyring.get_keyring,
        *,
        safe: Iterable[str] = SAFE_BACKENDS,
        limit: timedelta = TIME_LIMIT,
    ) -> Self:
        """Return the credentials, in the system's keyring if that proves to work."""
        names = frozenset(safe)
        why_not = NO_KEYRING
        store = None
        try:
            store = _within(limit, lambda: _safe_among(find(), names))
            if store is not None:
                why_not = NOT_WORKING
                if _within(limit, lambda: _keeps(store)):
                    why_not = ""
        except TimeoutError:
            why_not = NO_ANSWER
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own
            _log.info("The keyring does not work: %s", type(error).__name__)
        return cls(store, why_not, limit)

    def get(self, account: str) -> str | None:
        """Return the secret of *account*, or ``None`` where it has to be asked for."""
        if account in self._memory or not self.lasting:
            return self._memory.get(account)
        secret = self._ask(lambda store: store.get_password(SERVICE, account))
        if secret is not None:
            self._memory[account] = secret
        return secret

    def keep(self, account: str, secret: str) -> None:
        """Keep *secret* for *account*; see ``lasting`` for how long."""
        self._memory[account] = secret
        if self.lasting:
            self._ask(lambda store: store.set_password(SERVICE, account, secret))

    def forget(self, account: str) -> None:
        """Remove the secret of *account* everywhere."""
        self._memory.pop(account, None)
        store = self._store
        if store is None:
            return
        try:
            _within(self._limit, lambda: _remove(store, account))
        except Exception as error:
            message = "The keyring did not remove the password of this account."
            hint = f"Open the keyring and remove the entry “{SERVICE}” there."
            raise MailError(message, hint, retryable=True) from error

    def _ask(self, call: Callable[[KeyringBackend], _Result]) -> _Result | None:
        """Return what the keyring answers; rely on memory from the first failure on."""
        store = self._store
        if store is None:
            return None
        try:
            return _within(self._limit, lambda: call(store))
        except TimeoutError:
            self.lasting, self.why_not = False, NO_ANSWER
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own
            _log.info("The keyring failed: %s", type(error).__name__)
            self.lasting, self.why_not = False, NOT_WORKING
        return None


def _safe_among(found: KeyringBackend, names: frozenset[str]) -> KeyringBackend | None:
    """Return *found*, or the best that it is a chain of, if its name is among *names*.

    The chain itself would pass a secret on to whatever else is in it.
    """
    chain = list(found.backends) if isinstance(found, ChainerBackend) else [found]
    for backend in chain:
        kind = type(backend)
        if f"{kind.__module__}.{kind.__qualname__}" in names:
            return backend
    return None


def _keeps(store: KeyringBackend) -> bool:
    """Return whether *store* gives back what it was given, and forgets it then."""
    name, secret = f"self-test {secrets.token_hex(8)}", secrets.token_hex(16)
    store.set_password(SERVICE, name, secret)
    kept = store.get_password(SERVICE, name) == secret
    store.delete_password(SERVICE, name)
    return kept and store.get_password(SERVICE, name) is None


def _remove(store: KeyringBackend, account: str) -> None:
    with suppress(PasswordDeleteError):
        store.delete_password(SERVICE, account)
    if store.get_password(SERVICE, account) is not None:
        message = "the entry is still there"
        raise PasswordDeleteError(message)


def _within(limit: timedelta, call: Callable[[], _Result]) -> _Result:
    """Return what *call* returns, unless that takes longer than *limit*.

    A keyring may ask the person something, so the thread cannot be ended; it is left
    alone, and the program's end does not wait for it.
    """
    answer: Future[_Result] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            answer.set_exception(error)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return answer.result(limit.total_seconds())
