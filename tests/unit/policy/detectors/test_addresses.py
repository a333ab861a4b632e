"""Addresses are found, however they are spelled out."""

import pytest

from inbox_assistant.policy.detectors.addresses import find_addresses
from inbox_assistant.policy.detectors.scene import Lore, Scene

LORE = Lore(
    ats=frozenset({"at", "arobase"}),
    places=frozenset({"look", "us"}),
    dots={"dot": None, "point": frozenset({"com", "fr"})},
    spots={"point": frozenset({"this", "ce"})},
)


def domains(text: str) -> list[str]:
    """Return the addresses in *text*, mailboxes with their @."""
    scene = Scene(text)
    return [
        f"{one.local}@{one.domain}" if one.local else one.domain
        for one in find_addresses(scene, LORE)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See www.example.com/a?b now", ["www.example.com"]),
        ("See example-shop dot com.", ["example-shop.com"]),
        ("See example-shop (dot) co (dot) uk", ["example-shop.co.uk"]),
        ("See example . com now", ["example.com"]),
        ("See example,com now", ["example.com"]),
        ("See e x a m p l e . c o m", ["example.com"]),
        ("Mail anna@example.org!", ["anna@example.org"]),
        ("Mail anna [at] example [dot] org", ["anna@example.org"]),
        ("Mail anna.smith at example dot org", ["anna.smith@example.org"]),
        ("Mail anna (snail) example (dot) org", ["anna@example.org"]),
        ("anna arobase exemple point fr", ["anna@exemple.fr"]),
        ("us arobase exemple point fr", ["us@exemple.fr"]),
        ("Mail anna at, example dot com, thanks", ["anna@example.com"]),
        ("Mail anna at example, com", ["anna@example.com"]),
        ("Mail anna (at), example (dot), com", ["anna@example.com"]),
        ("What you aim at, example.com, is gone", ["example.com"]),
        ("Look at example dot com", ["example.com"]),
        ("The club at example.shop is open", ["example.shop"]),
        ("Write anna at gmail.com", ["anna@gmail.com"]),
        ("hxxps://example.net/x", ["example.net"]),
        ("exаmple.com with a Cyrillic letter", ["example.com"]),
        ("anna A-R-O-B-A-S-E exemple P-O-I-N-T fr", ["anna@exemple.fr"]),
        ("anna@@exemple . com, one @ too many", ["anna@exemple.com"]),
        ("See garden-shop (dot) se (slash) lamps", ["garden-shop.se"]),
        ("See e x a m - p l e (dot) e u i know", ["exam-ple.eu"]),
        ("See app-example .i o (no gap)", ["app-example.io"]),
        ("ｅｘａｍｐｌｅ．ｃｏｍ", ["example.com"]),
    ],
)
def test_an_address_is_found(text: str, found: list[str]) -> None:
    assert domains(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Version 2.4.11 is newer.",
        "The file is manual.pdf or DASH_FW.bin.",
        "The file is Manual.PL.v3.pdf, in large print.",
        "It arrived.It works.",
        "Costs 12.50 EUR, e.g. for 3.5 mm.",
        "At this point the lamp fits.",
        "At this point com and net are endings.",
        "Jusqu'à ce point, com",
        "We looked at, com or not, every lamp.",
        "The lamp is sold at cost, net of tax.",
        "Meet at the point of sale.",
        "We ship @ noon.",
        "No. 5 is fine.",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert domains(text) == []
