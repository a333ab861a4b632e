"""Learn from labelled replies what is wrong with a sentence, and say how well.

    python packaging/learn_replies.py [FOLDER ...] [--out FILE]

Without folders it reads ``tests/corpus`` and ``tests/corpus/learning``; the table is
written beside the shipped packs. Where the marks are set is told by models that have
not seen what they judge, a quarter at a time. Needs the packages of the extra
``learn``.
"""

import argparse
import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from labelled import LEARNING, PACKS, REPLIES
from labelled_sentences import COLUMNS, Sentence, Texts, read_texts
from learning import in_steps, known_features, matrix
from rule_trust import trusted
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from inbox_assistant.policy.engine import TABLE
from inbox_assistant.policy.table import Head, write_table

LENGTH = "length"
FOLDS = 4
STRENGTH = 20.0
"""How freely weights grow (the inverse of the regularisation)."""
FAINT = 2
"""A sign whose every weight is fewer steps than this is left out."""
BITS = 18
ENOUGH = 300
"""So many labelled replies make a language one that rules may be doubted in."""
DOUBTED = -1.7
"""Where doubt ends, as the logarithm of odds: one in six or seven."""
NEVER = -1e9
CERTAIN = frozenset({"sensitive-content"})
"""What is said in sentences like any other, by a single word: it is never doubted."""
HINTED = 0.005
"""The share of clean replies, for each category, that may get a hint."""
AGREED = 0.004
"""The same, for what a wide rule may count in where it is ..."""
SURER = 1.2
"""... so much likelier still, as the logarithm of odds."""


def main() -> None:
    """Write the table and print where its marks are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--out", type=Path, default=PACKS / TABLE)
    chosen = parser.parse_args()
    texts = read_texts(chosen.folders or REPLIES)
    print(f"{sum(texts.replies.values())} replies, {len(texts.sentences)} sentences")
    trust = trusted([LEARNING])
    print(f"{len(trust)} rules are trusted more or less than others")
    content, kept = learned(texts, trust)
    chosen.out.write_bytes(content)
    print(f"{chosen.out}: {kept} signs, {len(content)} bytes")


def learned(texts: Texts, trust: Mapping[str, float]) -> tuple[bytes, int]:
    """Return the file, and how many signs it knows.

    *trust* is what is stored of rules that are righter than others, or wronger.
    """
    sentences = texts.sentences
    seen = [one.signs for one in sentences]
    known, rarity = known_features(seen)
    table = matrix(seen, known, rarity)
    groups = {name: at for at, name in enumerate(sorted({s.group for s in sentences}))}
    fold = np.array([groups[one.group] * 7 % 31 % FOLDS for one in sentences])
    with ProcessPoolExecutor() as pool:
        one_column = partial(regression, table, sentences, fold)
        columns = list(pool.map(one_column, COLUMNS))
    weights = [coefficients * rarity for coefficients, _, _ in columns] + [rarity**2]
    scales, steps = in_steps(weights)
    strength = np.abs(steps[:-1]).max(axis=0)
    order = sorted(range(len(known)), key=lambda at: (-strength[at], known[at]))
    head = Head(
        columns=(*COLUMNS, LENGTH),
        biases=(*(round(bias, 4) for _, bias, _ in columns), 0.0),
        scales=tuple(scales),
        marks={
            name: marks for name, (_, _, marks) in zip(COLUMNS, columns, strict=True)
        },
        languages=tuple(
            sorted(name for name, count in texts.replies.items() if count >= ENOUGH)
        ),
        bits=BITS,
        trust=trust,
    )
    rows = {known[at]: steps[:, at].tolist() for at in order if strength[at] >= FAINT}
    return write_table(head, rows), len(rows)


def regression(
    table: csr_matrix, sentences: Sequence[Sentence], fold: np.ndarray, column: str
) -> tuple[np.ndarray, float, tuple[float, float, float]]:
    """Return the weights, the bias and the marks of one column.

    *fold* is the number of the model that has not seen a sentence.
    """
    wrong = np.array([column in one.wrong for one in sentences])
    said = np.array([column not in one.unsaid for one in sentences])
    unseen = np.zeros(len(sentences))
    for number in range(FOLDS):
        model = fitted(table[said & (fold != number)], wrong[said & (fold != number)])
        unseen[fold == number] = model.decision_function(table[fold == number])
    doubt = NEVER if column in CERTAIN else DOUBTED
    hint, sure = marks_of(unseen, said, sentences)
    marks = (doubt, max(doubt, hint), max(doubt, sure))
    model = fitted(table[said], wrong[said])
    found = float(((unseen > 0) & wrong & said).sum()) / max(
        1, int((wrong & said).sum())
    )
    shown = ", ".join(f"{mark:.2f}" for mark in marks)
    print(f"{column:20} {int((wrong & said).sum()):6} marks {shown}; alone {found:.2f}")
    return model.coef_[0], float(model.intercept_[0]), marks


def fitted(table: csr_matrix, wrong: np.ndarray) -> LogisticRegression:
    """Return a regression that has read *table*."""
    return LogisticRegression(C=STRENGTH, max_iter=500).fit(table, wrong)


def marks_of(
    unseen: np.ndarray,
    said: np.ndarray,
    sentences: Sequence[Sentence],
) -> tuple[float, float]:
    """Return where a hint begins, and agreement."""
    worst: dict[str, float] = {}
    for at, one in enumerate(sentences):
        if one.clean and said[at]:
            worst[one.clean] = max(worst.get(one.clean, -math.inf), unseen[at])
    clean = np.array(list(worst.values()))
    hint, sure = (float(np.quantile(clean, 1 - one)) for one in (HINTED, AGREED))
    return round(hint, 4), round(sure + SURER, 4)


if __name__ == "__main__":
    main()
