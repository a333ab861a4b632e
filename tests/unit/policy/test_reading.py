"""A sentence is read once with everything there is."""

from inbox_assistant.policy.reading import words_of
from tests.policy_packs import shipped_engine


def test_a_sentence_read_before_is_remembered() -> None:
    reader = shipped_engine()._reader
    sentence = "This very sentence has a link to example-shop.com in it."
    assert reader.read(sentence) is reader.read(sentence)


def test_what_is_found_knows_its_place_in_the_sentence() -> None:
    engine = shipped_engine()
    reading = engine._reader.read("Écrivez à anna@example.com ici")
    places = {(item.start, item.end) for item in reading.found}
    assert (10, 26) in places
    scores = engine._languages.scores_in(reading.evidence)
    assert scores["fr"] > scores.get("en", 0)


def test_a_sentence_has_its_words() -> None:
    folded, words = words_of("Größe 5")
    assert (folded.text, words.words) == ("grosse 5", ["grosse", "5"])
