"""Whose domain an address or a link belongs to."""

import re
import unicodedata
from functools import lru_cache

from inbox_assistant.domain.marketplace import MARKETPLACES

# Amazon sells there too, though no relay of these was seen in use.
_OTHER_TOP_LEVELS = ("cn", "co.za")
TOP_LEVELS = frozenset(
    (*(place.top_level for place in MARKETPLACES), *_OTHER_TOP_LEVELS)
)
_RELAYS = frozenset(f"marketplace.amazon.{top}" for top in TOP_LEVELS)
_AMAZONS = frozenset(f"amazon.{top}" for top in TOP_LEVELS)
_RELAY_IN_TEXT = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._+-]{0,100}@(?:m\.)?marketplace\.amazon\.[a-z.]{2,6}"
)
_CASE = re.compile(r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_NO_REPLY = re.compile(
    r"(?:no-?reply|do-?not-?reply|(?:mailer-daemon|postmaster)\Z)", re.IGNORECASE
)
# The river, and services of Amazon's that send other people's mail.
_HARMLESS_WORDS = frozenset({"amazonas", "amazonia", "amazonses", "amazonaws"})
# Signs that are drawn like a Latin letter, as look-alike domains use them.
_LOOK_ALIKES = str.maketrans("0134аеорсхмзґɑαοᴀʀɴⱱ", "oieaaeopcxmzgaaoarnv", "")


# The same senders write again and again.
_remembered = lru_cache(1024)


@_remembered
def _ends_with(domain: str, owned: frozenset[str]) -> bool:
    while domain:
        if domain in owned:
            return True
        domain = domain.partition(".")[2]
    return False


@_remembered
def is_relay(address: str) -> bool:
    """Say whether *address* is a buyer's alias or at least of the aliases' domain."""
    local, at, domain = address.rpartition("@")
    return bool(local and at) and _ends_with(domain.lower().rstrip("."), _RELAYS)


def is_person(address: str) -> bool:
    """Say whether *address* is a relay address behind which a buyer reads."""
    return is_relay(address) and not is_no_reply(address)


@_remembered
def is_no_reply(address: str) -> bool:
    """Say whether nobody reads what is sent to *address*."""
    return _NO_REPLY.match(address.rpartition("@")[0]) is not None


@_remembered
def is_amazon(address: str) -> bool:
    """Say whether *address* belongs to Amazon; relay addresses do too."""
    domain = address.rpartition("@")[2].lower().rstrip(".")
    return _ends_with(domain, _AMAZONS)


@_remembered
def pretends_amazon(address: str) -> bool:
    """Say whether the domain of *address* bears Amazon's name without being its."""
    return any(_foreign_amazons(_domain_of(address), r"[.-]"))


def imitates_amazon(address: str) -> bool:
    """Say whether the domain of *address* is made to be taken for Amazon's.

    The name as a label of its own, drawn with other letters, or beside the aliases'
    word is made for that; whole firms bear it in a longer label.
    """
    if not pretends_amazon(address):
        return False
    domain = _domain_of(address)
    whole = any(word == "amazon" for word in _foreign_amazons(domain, r"\."))
    return whole or "amazon" not in domain or "marketplace" in _folded(domain)


def _domain_of(address: str) -> str:
    return address.rpartition("@")[2].lower().rstrip(".")


@_remembered
def _foreign_amazons(domain: str, cuts: str) -> tuple[str, ...]:
    if not domain or _ends_with(domain, _AMAZONS):
        return ()
    words = re.split(cuts, _folded(_unpuny(domain)))
    return tuple(
        word
        for word in words
        if word.startswith("amazon") and word not in _HARMLESS_WORDS
    )


def _unpuny(domain: str) -> str:
    labels = []
    for label in domain[:255].split("."):
        if label.startswith("xn--"):
            try:
                labels.append(label[4:].encode("ascii").decode("punycode"))
            except (UnicodeError, ValueError):
                labels.append(label)
        else:
            labels.append(label)
    return ".".join(labels)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).translate(_LOOK_ALIKES)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return letters.replace("rn", "m").replace("nn", "m")


def base_of(address: str) -> str:
    """Return the relay address *address* without its suffix, lower case."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain.rstrip('.')}"


def case_of(address: str) -> str | None:
    """Return the case in the suffix of the relay address *address*."""
    suffix = address.lower().rpartition("@")[0].partition("+")[2]
    return suffix if _CASE.match(suffix) else None


def is_case(text: str) -> bool:
    """Say whether *text* has the form of a case's identifier."""
    return _CASE.match(text.lower()) is not None


def top_level_of(host: str) -> str | None:
    """Return the marketplace's part of one of Amazon's hosts, such as ``co.uk``."""
    before, amazon, top = host.rpartition("amazon.")
    is_owned = amazon and top in TOP_LEVELS and (not before or before.endswith("."))
    return top if is_owned else None


def relays_in(text: str) -> list[str]:
    """Return the relay addresses that are written in *text*."""
    found = (match[0].rstrip(".") for match in _RELAY_IN_TEXT.finditer(text))
    return [address for address in found if is_relay(address)]
