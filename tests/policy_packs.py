"""Packs written for a test, and what is made of them."""

from functools import cache
from pathlib import Path

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.detectors.scene import Detect, Detected, Scene
from inbox_assistant.policy.engine import Engine, load_engine
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.pattern import PatternReader
from inbox_assistant.policy.tokens import read_words

PACKS = Path(__file__).resolve().parents[1] / "resources" / "policy"

CATEGORIES = """
[category.promotion]
severity = "block"
message  = "No promotion."
why      = "A reason."
fixes    = ["delete sentence"]

[category.review-request]
severity  = "warn"
message   = "No request."
why       = "A reason."
yields_to = ["promotion"]

[category.stock-delay]
reply     = "warn"
proactive = "block"
message   = "No stock notice"
not_asked = "the buyer did not ask about stock"
why       = "A reason."
unless_buyer_asked = ["delivery", "availability"]
"""


@cache
def shipped_engine() -> Engine:
    """Return an engine with the shipped packs, made once for all tests."""
    return load_engine(PACKS)


def write_packs(folder: Path, **files: str) -> Path:
    """Write *files*, ``en_promotion="…"`` for ``en/promotion.toml``, and categories."""
    texts = {"any_categories": CATEGORIES, **files}
    for name, text in texts.items():
        path = folder.joinpath(*name.split("_", 1)).with_suffix(".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def found_in(
    pattern: str, text: str, classes: dict[str, str | list[str]] | None = None
) -> list[str]:
    """Return the stretches of *text* that *pattern* matches."""
    compiler = Compiler()
    owner = compiler.add_owner()
    compiler.add_phrase(owner, PatternReader(classes or {}).read(pattern))
    folded = fold_text(text)
    hits = Matcher(compiler.finish()).hits(folded, read_words(folded))
    return [folded[hit.start : hit.end] for hit in hits]


def detected_in(detect: Detect, text: str) -> list[str]:
    """Return the stretches of *text*, one sentence, that *detect* finds."""
    return [text[item.start : item.end] for item in detections(detect, text)]


def detections(detect: Detect, text: str) -> list[Detected]:
    """Return what *detect* finds in *text*, one sentence."""
    return detect(Scene(text))
