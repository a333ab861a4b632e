"""Addresses in headers, read leniently and in linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from inbox_assistant.mail.headers import Headers, decoded

MOST_ADDRESSES = 200
_BARE = re.compile(r"[^\s<>,;:\"()@]{1,200}@[^\s<>,;:\"()@]{1,255}")
_QUOTED_LOCAL = re.compile(r'"(?:[^"\\]|\\.){1,200}"@[^\s<>,;:"()@]{1,255}', re.DOTALL)
_ANGLE = re.compile(r"<\s*([^<>]{0,600}?)\s*>")
_USUAL = re.compile(
    r"([\w .'&-]{0,100})<([A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,100})>"
    r"|[A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,100}"
)
"""A field that holds one address, and nothing that could be read otherwise."""
_SIGN = re.compile(r'\\.|[",;()<>]', re.DOTALL)
_CLOSES = {'"': '"', "(": ")", "<": ">"}
_NAME_END = re.compile(r'^"((?:[^"\\]|\\.)*)"$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox; ``address`` as received, ``name`` as people read it."""

    name: str
    address: str

    @property
    def local(self) -> str:
        """Return what stands before the ``@``."""
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """Return what stands after the ``@``, lower case."""
        return self.address.rpartition("@")[2].lower().rstrip(".")


def addresses(headers: Headers, *names: str) -> list[Address]:
    """Return the addresses in all fields with one of *names*."""
    found: list[Address] = []
    for name in names:
        for value in headers.raws(name):
            found.extend(_read(value))
    return found[:MOST_ADDRESSES]


def read_addresses(value: str) -> list[Address]:
    """Return the addresses in one header value.

    Names are decoded only after the value was cut, so that a name which spells an
    address never becomes one; a value that is one encoded word altogether (some
    mailers do that) is decoded first.
    """
    return list(_read(value))


# Most mails come from few senders, and nearly all to the same address.
@lru_cache(256)
def _read(value: str) -> tuple[Address, ...]:
    if usual := _USUAL.fullmatch(value):
        return (Address((usual[1] or "").strip(), usual[2] or usual[0]),)
    found = [one for piece in _pieces(value) if (one := _address_in(piece))]
    if not found and "=?" in value and (plain := decoded(value)) != value:
        found = [one for piece in _pieces(plain) if (one := _address_in(piece))]
    return tuple(found[:MOST_ADDRESSES])


def _pieces(value: str) -> list[str]:
    """Cut at commas and semicolons outside quotes, angles and comments.

    A name may hold a comma that nobody quoted: a piece without an address belongs to
    the next one.
    """
    pieces: list[str] = []
    start = 0
    for place in _cuts(value):
        if "@" in value[start:place]:
            pieces.append(value[start:place])
            start = place + 1
    pieces.append(value[start:])
    return pieces[: MOST_ADDRESSES * 2]


def _cuts(value: str) -> Iterator[int]:
    closing = ""
    for sign in _SIGN.finditer(value):
        found = sign[0]
        if closing:
            closing = "" if found == closing else closing
        elif found in _CLOSES:
            closing = _CLOSES[found]
        elif found in ",;":
            yield sign.start()


def _address_in(piece: str) -> Address | None:
    # The last pair of angles counts: a name may hold an earlier one as bait.
    angles = list(_ANGLE.finditer(piece))
    for angle in reversed(angles):
        if bare := _QUOTED_LOCAL.search(angle[1]) or _BARE.search(angle[1]):
            return Address(_clean_name(piece[: angle.start()]), bare[0].strip("'"))
    bare = _QUOTED_LOCAL.search(piece) or _BARE.search(piece)
    if bare is None:
        return None
    comment = piece[bare.end() :].strip()
    name = comment[1:-1] if comment.startswith("(") and comment.endswith(")") else ""
    return Address(_clean_name(name), bare[0].strip("'"))


def _clean_name(name: str) -> str:
    name = name.strip()
    if match := _NAME_END.match(name):
        return decoded(re.sub(r"\\(.)", r"\1", match[1])).strip()
    return decoded(name).strip(' "')
