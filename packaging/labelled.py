"""Where the labelled texts lie, and the packs that are made better by them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
LEARNING = CORPUS / "learning"
REPLIES = (CORPUS, LEARNING)
"""The folders of labelled replies; rules are held to those of the first."""
PACKS = ROOT / "resources" / "policy"
