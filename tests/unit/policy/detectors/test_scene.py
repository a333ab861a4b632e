"""What detectors share."""

from inbox_assistant.policy.detectors.scene import Scene, announces, texts, unfolded


def test_a_stretch_of_the_folded_sentence_is_one_of_the_original() -> None:
    scene = Scene("Die Straße")
    found = unfolded(scene, 4, len(scene.folded.text))
    assert (found.start, found.end) == (4, 10)


def test_an_option_that_is_missing_is_empty() -> None:
    assert texts({"a": ["x", 1]}, "a") == ("x", "1")
    assert texts({}, "a") == ()


def test_a_clause_without_blanks_announces_what_it_holds() -> None:
    cues = frozenset({"tel", "追跡"})
    assert announces("追跡番号は", cues)
    assert announces("tel", cues)
    assert not announces("telling", cues)
