"""The file of what was learned: how much each feature speaks for each topic.

    inbox-assistant weights 1 <check sum of the rest, hexadecimal>
    <JSON: the columns, their biases and scales, and how many features there are>
    <the features in order, one a line, UTF-8>
    <a row of bytes for each feature, one byte a column: 128 is nothing>

The last column is the feature's squared length. Nothing in it depends on the machine,
so equal weights are equal bytes.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ZERO = 128
_MAGIC = b"inbox-assistant weights 1 "
_CHECK = 8


class DamagedWeightsError(ValueError):
    """A file that is not what was once written; nothing of it can be used."""


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
    return _MAGIC + _check(rest) + b"\n" + rest


def read_weights(content: bytes) -> Weights:
    """Return the weights that a file holds.

    Raises DamagedWeightsError where anything is missing or changed.
    """
    begin = len(_MAGIC) + _CHECK + 1
    rest = content[begin:]
    if content[:begin] != _MAGIC + _check(rest) + b"\n":
        raise DamagedWeightsError
    line, _, body = rest.partition(b"\n")
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
        raise DamagedWeightsError from error
    if len(names) != head["features"] or not _fits(weights):
        raise DamagedWeightsError
    return weights


def load_weights(path: Path) -> Weights | None:
    """Return the weights in the file *path*; ``None`` where none can be used."""
    try:
        return read_weights(path.read_bytes())
    except (OSError, DamagedWeightsError):
        return None


def rows_of(values: Sequence[Sequence[int]]) -> bytes:
    """Return rows of steps, from -127 to 127, as they are stored."""
    return bytes(ZERO + value for row in values for value in row)


def _fits(weights: Weights) -> bool:
    """Return whether there is one bias and one scale for each column."""
    return len(weights.columns) == len(weights.biases) == len(weights.scales)


def _check(rest: bytes) -> bytes:
    """Return the check sum of what follows the first line."""
    return b"%08x" % zlib.crc32(rest)
