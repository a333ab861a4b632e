"""Order, product, buyer and marketplace as a mail names them."""

import re
from dataclasses import dataclass

from inbox_assistant.domain.marketplace import BY_ID, BY_TOP_LEVEL
from inbox_assistant.domain.order_id import DIGITS, find_order_id
from inbox_assistant.mail.domains import top_level_of
from inbox_assistant.mail.lines import plain_text
from inbox_assistant.mail.wording import (
    COPY_OF_REPLY,
    CUSTOMER,
    CUSTOMER_FIRST,
    MARKETPLACE_TAIL,
)

_NUMBER = re.compile(r"-[0-9]{7}-[0-9]{7}")
"""Stands in every order number; a pattern that begins with a sign is found fast."""
_ORDER = re.compile(rf"(?<![\w-])({DIGITS})(?![\w-])")
_PRODUCT = re.compile(
    r"^[ \t]*[0-9]{1,3}[ \t]?(?:/|\S{1,6}[ \t])[ \t]?(?P<title>\S.{0,600}?)\s*"
    r"\[ASIN:[ \t]?(?P<asin>[A-Za-z0-9]{10})\]",
    re.MULTILINE | re.DOTALL,
)
_ASIN = re.compile(r"\bASIN[:\s#]{1,3}([A-Z0-9]{10})\b|\b(B0[A-Z0-9]{8})\b")


@dataclass(frozen=True, slots=True)
class Product:
    """The first product that a mail is about."""

    asin: str | None = None
    title: str | None = None


def order_id_in(*texts: str) -> str | None:
    """Return the first order id in the first of *texts* that has one."""
    for text in texts:
        plain = plain_text(text)
        if not _NUMBER.search(plain):
            continue
        if match := _ORDER.search(plain):
            return match[1]
        # Scripts without blanks between words put letters right beside the digits.
        if loose := find_order_id(plain):
            return loose
    return None


def product_in(head: str, *more: str) -> Product:
    """Return the product in Amazon's lines above the words, else in *more*."""
    if "ASIN" in head and (match := _PRODUCT.search(head[:20_000])):
        title = " ".join(match["title"].split())
        return Product(match["asin"].upper(), title)
    for text in (head, *more):
        is_named = "ASIN" in text or "B0" in text
        if is_named and (match := _ASIN.search(text[:20_000])):
            return Product((match[1] or match[2]).upper())
    return Product()


def buyer_in(name: str, subject: str) -> str | None:
    """Return the buyer's name from From's display name, else from the subject."""
    shown = MARKETPLACE_TAIL.sub("", name).strip(" -\u2013|\"'")
    if shown and "@" not in shown:
        return shown
    for pattern in (CUSTOMER_FIRST, CUSTOMER):
        if match := pattern.search(subject):
            found = next((group for group in match.groups() if group), "").strip()
            if found:
                return found
    return None


def copied_to(subject: str) -> str | None:
    """Return to whom the reply went that Amazon sent a copy of, by its subject."""
    found = COPY_OF_REPLY.search(subject)
    if found is None:
        return None
    below = subject[found.end() :].partition("(")[0].strip(" :")
    # Some languages name the buyer first.
    return below or subject[: found.start()].strip(" :") or None


def marketplace_of(identifier: str, relay: str | None, *hosts: str) -> str | None:
    """Return the country code: by identifier, relay address, then *hosts*."""
    if place := BY_ID.get(identifier.strip().upper()):
        return place.code
    domain = (relay or "").rpartition("@")[2].lower()
    for host in (domain, *hosts):
        top = top_level_of(host)
        if top and (known := BY_TOP_LEVEL.get(top)):
            return known.code
    return None
