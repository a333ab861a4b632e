"""Every detector that a pack can name exists, and knows when to look."""

import pytest

from inbox_assistant.policy.detectors.catalogue import (
    KINDS,
    make_detector,
    make_regex_detector,
)
from inbox_assistant.policy.detectors.scene import Lore, Scene

LORE = Lore(dots={"dot": None}, digits={"zero": "0"})


@pytest.mark.parametrize("name", KINDS)
def test_a_detector_is_made_when_first_used(name: str) -> None:
    detector = make_detector(name, {}, LORE)
    assert detector.detect(Scene("a lamp")) == []
    assert detector.signs or detector.beyond or detector.shape


def test_words_of_the_languages_are_worth_a_look() -> None:
    assert "dot" in make_detector("link", {}, LORE).words
    assert "zero" in make_detector("phone", {}, LORE).words


def test_an_expression_of_ideographs_looks_only_at_those() -> None:
    assert make_regex_detector("評価", "[\u2e80-\u9fff]").beyond == "\u2e80"
    assert make_regex_detector("abc", "").always
    needing = make_regex_detector("abc%", "", "%")
    assert needing.signs == {"%"}
    assert not needing.always
