"""Words of thanks do not hide that something is asked or reported."""

from pathlib import Path

import pytest

from tests.policy_packs import shipped_engine

LIST = Path(__file__).resolve().parents[2] / "corpus" / "looks-like-thanks.txt"
MESSAGES = [
    line
    for line in LIST.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("message", MESSAGES)
def test_what_looks_like_thanks_and_asks_for_something_needs_an_answer(
    message: str,
) -> None:
    assert shipped_engine().read_topics(message).needs_response
