"""Which topics a message has, of those that rules and the model speak for."""

import math
from collections.abc import Mapping, Sequence

MOST_TOPICS = 2
CLEAR = 2
"""How heavy a rule must be for its topic to be more than a hint."""
_SHARE = 0.4
_MORE = 0.3
_FIRST = 2.5
"""What being named first adds to a topic's weight: buyers begin with the matter."""
_MAIN, _NAMED = 1.5, 0.5
"""What the rules' word counts beside the model's logarithms: for the topic that they
would choose, and for each that they name. Chosen on texts that no rule was made for."""
_MAYBE = 0.3
"""As probable as a topic must be for its answer not to surprise the buyer."""


def weigh(weights: list[int]) -> float:
    """Return the weight of a topic: its heaviest rule's, a little more for others."""
    return max(weights) + _MORE * (len(weights) - 1)


def ranked(
    weights: dict[str, float], order: list[str], first: str | None
) -> tuple[str, ...]:
    """Return the heaviest topics; of two alike the one that was named first.

    *first* is the one that was named first by more than a hint.
    """
    if not weights:
        return ()
    if first is not None:
        weights = {**weights, first: weights[first] + _FIRST}
    ranked = sorted(weights, key=lambda topic: (-weights[topic], order.index(topic)))
    least = max(CLEAR, weights[ranked[0]] * _SHARE)
    return (
        ranked[0],
        *(topic for topic in ranked[1:MOST_TOPICS] if weights[topic] >= least),
    )


def joined(
    scores: Mapping[str, float], topics: Sequence[str], weights: Mapping[str, float]
) -> dict[str, float]:
    """Return what a model and the rules together think of each topic.

    *scores* are the model's, as logarithms; *topics* those that the rules, by the
    *weights* they found, would choose.
    """
    named = dict.fromkeys(weights, _NAMED)
    if topics:
        named[topics[0]] += _MAIN
    return {topic: score + named.get(topic, 0.0) for topic, score in scores.items()}


def led_by_best(topics: tuple[str, ...], scores: dict[str, float]) -> tuple[str, ...]:
    """Return the topic with the best of *scores* before those of the rules."""
    main = max(scores, key=scores.__getitem__)
    return (main, *(topic for topic in topics if topic != main))[:MOST_TOPICS]


def likely(scores: Mapping[str, float]) -> list[str]:
    """Return the topics that are not improbable."""
    most = max(scores.values())
    odds = {topic: math.exp(score - most) for topic, score in scores.items()}
    least = _MAYBE * sum(odds.values())
    return [topic for topic, one in odds.items() if one >= least]
