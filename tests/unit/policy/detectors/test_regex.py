"""A rule's own expression is found in the folded sentence."""

from inbox_assistant.policy.detectors.regex import find_pattern
from inbox_assistant.policy.detectors.scene import Lore
from tests.policy_packs import detected_in


def test_it_is_found_where_it_stands_in_the_original() -> None:
    detect = find_pattern({"source": r"\bgr[o]sse\b|x{0,2}"}, Lore())
    assert detected_in(detect, "Die Größe zählt") == ["Größe"]
