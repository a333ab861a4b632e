"""What the scripts that learn have in common: how texts are weighed.

Needs the packages of the extra ``learn``.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix

LEAST = 2
"""In how many texts a feature must stand."""
STEPS = 127

Feature = TypeVar("Feature", bound=Hashable)


def known_features(
    seen: Sequence[Iterable[Feature]],
) -> tuple[list[Feature], np.ndarray]:
    """Return the features of texts that count, in order, and how rare each one is."""
    counts = Counter(feature for features in seen for feature in features)
    known = sorted(name for name, count in counts.items() if count >= LEAST)
    rarity = [math.log(len(seen) / counts[name]) + 1 for name in known]
    return known, np.array(rarity)


def matrix(
    seen: Sequence[Iterable[Feature]],
    known: Sequence[Feature],
    rarity: np.ndarray,
) -> csr_matrix:
    """Return a row of length one for each text, rare features weighing more."""
    places = {name: at for at, name in enumerate(known)}
    rows, columns = [], []
    for row, features in enumerate(seen):
        there = [places[name] for name in features if name in places]
        rows += [row] * len(there)
        columns += there
    values = rarity[columns]
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=len(seen)))
    table = csr_matrix(
        (values / lengths[rows], (rows, columns)), (len(seen), len(places))
    )
    table.sort_indices()
    return table


def in_steps(columns: Sequence[np.ndarray]) -> tuple[list[float], np.ndarray]:
    """Return what a step is worth in each column, and the columns in whole steps."""
    scales = [float(f"{np.abs(column).max() / STEPS:.8g}") for column in columns]
    steps = [
        np.rint(column / scale) for column, scale in zip(columns, scales, strict=True)
    ]
    return scales, np.stack(steps).astype(int)
