"""Links, e-mail addresses and handles."""

import re
from collections.abc import Mapping

from inbox_assistant.domain.finding import Fix
from inbox_assistant.domain.marketplace import MARKETPLACES
from inbox_assistant.policy.detectors.addresses import Address, find_addresses
from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
    texts,
    unfolded,
)
from inbox_assistant.policy.tokens import without_ideographs

_AMAZON = frozenset(f"amazon.{place.top_level}" for place in MARKETPLACES)
_TRACKING = re.compile(r"(?=[a-z0-9]*\d{6})[a-z0-9]{8,30}")
_HANDLE = re.compile(
    r"(?<![\w.@/+\-])@(?:[^\W\d][\w.]{2,30}|\s[^\W\d_]{2,20}_\w{1,20})"
)
_SHORTEST_HANDLE = 4
_ROMAN = re.compile(r"[IVXLCDM]+(?:\.[IVXLCDM]+)+")
"""Part of a date in Roman figures, as rings have it: XXX.VI.MMXXVI."""


def find_links(options: Options, lore: Lore) -> Detect:
    """Return a detector of links outside Amazon.

    ``own`` lists more domains that may be linked; with ``only_carriers`` nothing
    but links to carriers is found, without it everything else.
    """
    own = _AMAZON.union(texts(options, "own"))
    only_carriers = bool(options.get("only_carriers"))

    def detect(scene: Scene) -> list[Detected]:
        found = []
        for address in find_addresses(scene, lore):
            if address.local or _belongs(address.domain, own):
                continue
            carrier = _carrier(address.domain, lore.carriers)
            if bool(carrier) is not only_carriers:
                continue
            link = _with_fix(scene, address, carrier)
            if not _ROMAN.fullmatch(scene.source[link.start : link.end]):
                found.append(link)
        return found

    return detect


def find_emails(options: Options, lore: Lore) -> Detect:
    """Return a detector of e-mail addresses outside Amazon."""
    own = _AMAZON.union(texts(options, "own"))

    def detect(scene: Scene) -> list[Detected]:
        return [
            unfolded(scene, address.start, address.end)
            for address in find_addresses(scene, lore)
            if address.local and not _belongs(address.domain, own)
        ]

    return detect


def find_handles(options: Options, lore: Lore) -> Detect:
    """Return a detector of names such as ``@shop`` on social networks."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        if "@" not in scene.folded.text:
            return []
        return [
            unfolded(scene, found.start(), found.end())
            for found in _HANDLE.finditer(without_ideographs(scene.folded.text))
            if len(found.group()) >= _SHORTEST_HANDLE
            and not found.group().startswith("@amazon")
        ]

    return detect


def _belongs(domain: str, owned: frozenset[str]) -> bool:
    """Return whether *domain* is one of *owned*, or lies below one."""
    labels = domain.split(".")
    return any(".".join(labels[at:]) in owned for at in range(len(labels)))


def _carrier(domain: str, carriers: Mapping[str, str]) -> str:
    """Return the carrier that *domain* belongs to; empty where none does."""
    labels = domain.split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels)))
    return next((carriers[tail] for tail in tails if tail in carriers), "")


def _with_fix(scene: Scene, address: Address, carrier: str) -> Detected:
    """Return the finding; for a carrier's link with a fix that keeps its number."""
    place = unfolded(scene, address.start, address.end)
    if not carrier:
        return place
    written = scene.source[place.start : place.end]
    numbers = _TRACKING.findall(written.lower().partition(address.domain)[2])
    number = numbers[-1].upper() if numbers else ""
    instead = f"{carrier} ({number})" if number else carrier
    label = f"Name the carrier instead: {instead}"
    return Detected(
        place.start, place.end, (Fix(label, place.start, place.end, instead),)
    )
