"""Texts that nobody would write: random ones, and honest ones damaged."""

import json
import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
SIGNS = (
    "ab e.:-@()[]{}<>%$#_*'\"!?/\\|+=~^&,;01239\u0661\u096b"
    "éßİıøłŁçñ\u0301\u0327\u200b\u200d\u00ad\u202e\u2066\ufeff\ufe0f\u00a0\u2028\n\t\r"
    "аоеικㄱ中评価レビューｶﾞ\uff9eハ゜ー、。「」！？・\u0627\u0644\u064b\u0640ﷺ\u0915\u094d\u093f"
    "😊👨\u200d👩🇩🇪#\ufe0f\u20e3𝐀𝓫①Ⓐ㎏\ufffd\ud800\U000e0041\U0010ffff"
)
PIECES = (
    "dot", "at", "com", "www.", "http://", "zero", "two", "double", "null", "punkt",
    "arroba", "klammeraffe", "five-star", "r.e.v.i.e.w", "r e v i e w", "+49 30",
    "123-4567890-1234567", "{name}", "[[", "]]", "*|", "%FIRST%", ":-)", "¯\\_(ツ)_/¯",
    "amazon", "please leave", "review", "gift", "DE89 3704 0044 0532 0130 00",
    "4111 1111 1111 1111", "☆☆☆☆☆", "評価", "e-mail", "xD",
)  # fmt: skip
LONGEST = 600


@cache
def honest_texts() -> tuple[str, ...]:
    """Return every labelled text."""
    return tuple(
        record.get("reply") or record["text"]
        for path in sorted(CORPUS.glob("*-??.jsonl"))
        for record in map(json.loads, path.read_text("utf-8").splitlines())
    )


def strange_texts(seed: int, count: int) -> Iterator[str]:
    """Yield *count* texts, the same ones for the same *seed*."""
    chance = random.Random(seed)
    ways = (_damaged, _damaged, _crossed, _shuffled, _random, _pieces, _repeated)
    for _ in range(count):
        yield chance.choice(ways)(chance)[:LONGEST]


def _honest(chance: random.Random) -> str:
    return chance.choice(honest_texts())


def _damaged(chance: random.Random) -> str:
    """Return an honest text with signs put in, taken out and doubled."""
    signs = list(_honest(chance))
    for _ in range(chance.randint(1, 1 + len(signs) // 8)):
        at = chance.randrange(len(signs))
        signs[at] = chance.choice(["", signs[at] * 2, chance.choice(SIGNS), " "])
    return "".join(signs)


def _crossed(chance: random.Random) -> str:
    """Return the beginning of one text and the end of another."""
    one, other = _honest(chance), _honest(chance)
    return one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other)) :]


def _shuffled(chance: random.Random) -> str:
    """Return the words of a text in any order."""
    words = _honest(chance).split()
    chance.shuffle(words)
    return chance.choice(" \n.-").join(words)


def _random(chance: random.Random) -> str:
    """Return signs of any kind; some of all there are."""
    if chance.random() < 0.3:
        points = [chance.randrange(0x11_0000) for _ in range(chance.randrange(80))]
        return "".join(map(chr, points))
    return "".join(chance.choices(SIGNS, k=chance.randrange(300)))


def _pieces(chance: random.Random) -> str:
    """Return what detectors look for, with little between."""
    parts = chance.choices(PIECES, k=chance.randint(1, 40))
    gaps = chance.choices([" ", "", ".", " - ", "\n", "\u200b"], k=len(parts))
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=True))


def _repeated(chance: random.Random) -> str:
    """Return a short text again and again."""
    part = "".join(chance.choices([*PIECES, *SIGNS], k=chance.randint(1, 4)))
    return part * chance.randint(1, 200)


def typed(text: str, chance: random.Random) -> str:
    """Return *text* with something typed, pasted or deleted in one place."""
    cuts = list(accumulate([chance.randrange(len(text) + 1), chance.randrange(3)]))
    put = chance.choice([*SIGNS, *PIECES, ""])
    return text[: cuts[0]] + put + text[cuts[1] :]
