"""A mail provider: where its servers are and how one signs in there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PASSWORD, APP_PASSWORD = "password", "app-password"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server is; ``security`` is ``tls`` or ``starttls``."""

    host: str
    port: int
    security: str = "tls"


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider; ``sign_in`` names the ways of signing in, the best first.

    ``note`` names a step that people forget, ``help`` the provider's own page on it.
    """

    name: str
    reads: Server
    sends: Server
    domains: frozenset[str] = frozenset()
    sign_in: tuple[str, ...] = (PASSWORD,)
    files_sent: bool = False
    note: str = ""
    help: str = ""
    user: str = ""
    """What to sign in with where it is not the whole address."""


@dataclass(frozen=True, slots=True)
class SignInPage:
    """Where one signs in in the browser and gets tokens (OAuth 2.0)."""

    authorize: str
    token: str
    scopes: tuple[str, ...]
    extra: Mapping[str, str] = field(default_factory=dict)
