"""A mailbox that buyer messages come to, and the server replies leave by."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self

from inbox_assistant.domain.errors import InputError

_READ_PORT = 993
_SEND_PORT = 465


@dataclass(frozen=True, slots=True)
class Account:
    """How one account is reached; never with a password in it.

    ``address`` is the sender that Amazon must have approved. ``read_security`` and
    ``send_security`` are ``tls``, ``starttls`` or ``none-on-loopback``. An empty
    ``sent_folder`` means that it is found by itself. ``files_sent`` says that the
    sending server puts a copy into Sent on its own. ``sign_in`` is ``password``, or the
    name of a provider's page in the browser; ``client_id`` says then who we are there.
    """

    name: str
    address: str
    sender_name: str = ""
    user: str = ""
    read_host: str = ""
    read_port: int = _READ_PORT
    read_security: str = "tls"
    folder: str = "INBOX"
    send_host: str = ""
    send_port: int = _SEND_PORT
    send_security: str = "tls"
    sent_folder: str = ""
    files_sent: bool = False
    ca_file: str = ""
    sign_in: str = "password"
    client_id: str = ""

    @property
    def sign_in_name(self) -> str:
        """Return the name to sign in with: the address unless another is set."""
        return self.user or self.address

    def as_values(self) -> dict[str, object]:
        """Return the account as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """Return the account written down as *values*; unknown names are ignored.

        Raises InputError when a needed value is missing or of another type.
        """
        known = {one.name for one in fields(cls)}
        try:
            account = cls(**{k: v for k, v in values.items() if k in known})  # type: ignore[arg-type] # checked below
        except TypeError as error:
            raise InputError("The account lacks a name or an address.") from error
        for one in fields(cls):
            if type(getattr(account, one.name)).__name__ != one.type.__name__:  # type: ignore[union-attr] # classes, as no annotation is a string
                raise InputError(f"The account's {one.name} is not usable.")
        return account
