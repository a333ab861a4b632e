"""The file of what was learned: how much each feature speaks for each topic.

    inbox-assistant weights 1 <check sum, see ``sealed``>
    <JSON: the columns, their biases and scales, and how many features there are>
    <the features in order, one a line, UTF-8>
    <a row of bytes for each feature, one byte a column: 128 is nothing>

The last column is the feature's squared length. Nothing in it depends on the machine,
so equal weights are equal bytes.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inbox_assistant.policy.sealed import DamagedError, loaded, sealed, unsealed

ZERO = 128
_NAME = b"inbox-assistant weights 1"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights as they are stored."""

    columns: tuple[str, ...]
    biases: tuple[float, ...]
    """What speaks for each column before anything is read."""
    scales: tuple[float, ...]
    """What one step of a byte is worth, in each column."""
    features: tuple[str, ...]
    rows: bytes
    """A row of bytes for each feature, one after the other."""


def write_weights(weights: Weights) -> bytes:
    """Return *weights* as the bytes of a file."""
    head = {
        "columns": weights.columns,
        "biases": weights.biases,
        "scales": weights.scales,
        "features": len(weights.features),
    }
    lines = [json.dumps(head), *weights.features]
    rest = "".join(f"{line}\n" for line in lines).encode() + weights.rows
    return sealed(_NAME, rest)


def read_weights(content: bytes) -> Weights:
    """Return the weights that a file holds.

    Raises DamagedError where anything is missing or changed.
    """
    line, _, body = unsealed(_NAME, content).partition(b"\n")
    try:
        head = json.loads(line)
        size = head["features"] * len(head["columns"])
        names = body[: len(body) - size].decode().split("\n")[:-1]
        weights = Weights(
            tuple(head["columns"]),
            tuple(head["biases"]),
            tuple(head["scales"]),
            tuple(names),
            body[len(body) - size :],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedError from error
    if len(names) != head["features"] or not _fits(weights):
        raise DamagedError
    return weights


def load_weights(path: Path) -> Weights | None:
    """Return the weights in the file *path*; ``None`` where none can be used."""
    return loaded(path, read_weights)


def rows_of(values: Sequence[Sequence[int]]) -> bytes:
    """Return rows of steps, from -127 to 127, as they are stored."""
    return bytes(ZERO + value for row in values for value in row)


def _fits(weights: Weights) -> bool:
    """Return whether there is one bias and one scale for each column."""
    return len(weights.columns) == len(weights.biases) == len(weights.scales)
