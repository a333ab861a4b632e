"""Each sentence of a message knows its neighbour and its place."""

from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.surroundings import Surroundings, Written

TEXT = "Sorry about that. Use it within a month. Kind regards"


def test_each_sentence_knows_its_neighbour_and_its_place() -> None:
    spans = split_sentences(TEXT)
    written = Written(TEXT, spans, proactive=True, language="en")
    assert written.sentences == [
        "Sorry about that.",
        "Use it within a month.",
        "Kind regards",
    ]
    every = {"proactive": True, "language": "en"}
    assert written.places == [
        Surroundings("", first=True, last=False, **every),
        Surroundings("Sorry about that.", first=False, last=False, **every),
        Surroundings("Use it within a month.", first=False, last=True, **every),
    ]
