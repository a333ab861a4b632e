"""What a model that has read some thousand labelled messages makes of one.

Logistic regressions over words and what they mean: one tells the topic, one whether a
message needs no response, one the same of a single clause, which many thanks around it
cannot hide. They only ever add up weights, which is as quick as it sounds.
"""

import math
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inbox_assistant.policy.features import Features
from inbox_assistant.policy.meanings import NONE, Meanings
from inbox_assistant.policy.weights import ZERO, Weights

NEEDLESS, CLAUSE, LENGTH = "needless", "clause", "length"
"""The columns that are no topics, the last three in this order."""
_LANE = 4
"""Bytes that a column takes while rows are summed, so that none runs over."""
_BYTE = 0xFF
_TOLD = 3
_LEAST = 1 / 3
"""A stretch is told if it weighs this much of the one that weighs most."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks of one message."""

    scores: Mapping[str, float]
    """The logarithm of each topic's probability, but for what all have in common."""
    needless: float
    """The logarithm of the odds that it needs no response."""
    features: Features
    """All its features; the model need not know them."""
    known: bool
    """Whether it knows any."""


class Learned:
    """A model made from stored weights; several threads may use one."""

    def __init__(self, weights: Weights, meanings: Meanings = NONE) -> None:
        self._meanings = meanings
        self._columns = weights.columns
        self._biases = weights.biases[:-1]
        self._scales = weights.scales[:-1]
        self._unit = weights.scales[-1]
        width = len(weights.columns)
        self._lanes = struct.Struct(f"<{width}I")
        wide = bytearray(len(weights.rows) * _LANE)
        wide[::_LANE] = weights.rows
        self._rows = dict(
            zip(
                weights.features,
                (
                    int.from_bytes(wide[at : at + self._lanes.size], "little")
                    for at in range(0, len(wide), self._lanes.size)
                ),
                strict=True,
            )
        )
        """Each feature's row as one number, so that adding two adds all columns."""

    def opinion(self, folded: str, language: str | None = None) -> Opinion:
        """Return what the model thinks of a *folded* message in a *language*."""
        features = self._meanings.features_of(folded, language)
        values, known = self._values(features)
        *topics, needless, _ = values
        scores = dict(zip(self._columns, topics, strict=False))
        return Opinion(scores, needless, features, known)

    def least(self, clauses: Iterable[str], language: str | None = None) -> float:
        """Return the odds, as a logarithm, that the worst of *clauses* needs none.

        They are folded; of none at all nothing is known.
        """
        seen = (self._meanings.features_of(clause, language) for clause in clauses)
        return min((self._values(one)[0][-1] for one in seen), default=-math.inf)

    def telling(self, opinion: Opinion, column: str) -> list[tuple[int, int]]:
        """Return the few stretches that speak most for a topic or for no need."""
        shift = self._columns.index(column) * _LANE * 8
        spoken: dict[tuple[int, int], int] = {}
        for feature, span in opinion.features.items():
            step = (self._rows.get(feature, 0) >> shift & _BYTE) - ZERO
            if step > 0:
                spoken[span] = spoken.get(span, 0) + step
        told: list[tuple[int, int]] = []
        heaviest = max(spoken.values(), default=0)
        for span in sorted(spoken, key=lambda one: (-spoken[one], one)):
            if len(told) == _TOLD or spoken[span] <= heaviest * _LEAST:
                break
            if not any(span[0] < end and start < span[1] for start, end in told):
                told.append(span)
        return sorted(told)

    def _values(self, features: Iterable[str]) -> tuple[list[float], bool]:
        """Return the value of each column but the length, by which they are divided.

        With it, whether any of *features* is known.
        """
        rows = [row for row in map(self._rows.get, features) if row is not None]
        total = sum(rows).to_bytes(self._lanes.size, "little")
        *sums, squared = self._lanes.unpack(total)
        nothing = ZERO * len(rows)
        length = math.sqrt((squared - nothing) * self._unit) or 1.0
        values = [
            bias + (value - nothing) * scale / length
            for bias, value, scale in zip(self._biases, sums, self._scales, strict=True)
        ]
        return values, bool(rows)
