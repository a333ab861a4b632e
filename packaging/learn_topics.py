"""Learn what buyers' messages are about from the labelled ones, and say how well.

    python packaging/learn_topics.py [CORPUS] [--figures] [--unseen FOLDER] [--out FILE]

CORPUS is ``tests/corpus``; the weights are written beside the shipped packs. With
``--figures`` each language is read by models that have not seen its messages, a fifth
at a time; with ``--unseen`` the messages of another folder are read by rules and model.
Needs the packages of the extra ``learn``.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from labelled import CORPUS, PACKS
from learning import in_steps, known_features, matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.engine import MEANINGS, WEIGHTS, Engine
from inbox_assistant.policy.evaluation import read_buyers, records
from inbox_assistant.policy.examples import read_example
from inbox_assistant.policy.features import clauses_of
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.learned import CLAUSE, LENGTH, NEEDLESS
from inbox_assistant.policy.meanings import Meanings, load_meanings
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.rule import Section
from inbox_assistant.policy.weights import Weights, rows_of, write_weights

FOLDS = 5
SEED = 1
STRENGTH = 20.0
"""How freely weights grow (the inverse of the regularisation)."""
CAUTION = 10.0
"""The same, for what tells that a message needs no response."""
ROUNDS = 3
FAINT = 10
"""A feature whose every weight is fewer steps than this is left out."""


@dataclass(frozen=True, slots=True)
class Message:
    """A buyer's message and what a person says of it."""

    text: str
    language: str
    topics: tuple[str, ...]
    needs_response: bool | None
    """``None`` where nobody has said."""


def main() -> None:
    """Write the weights, and print the figures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("--misses", action="store_true", help="what went wrong")
    parser.add_argument("--unseen", type=Path)
    parser.add_argument("--out", type=Path, default=PACKS / WEIGHTS)
    chosen = parser.parse_args()
    messages = read_messages(chosen.corpus)
    examples = [*read_examples(), *read_seeming_thanks(chosen.corpus)]
    print(f"{len(messages)} messages, {len(examples)} examples beside them")
    if chosen.figures:
        tell(out_of_fold(messages, examples), misses=chosen.misses)
    weights = learn([*messages, *examples])
    chosen.out.write_bytes(write_weights(weights))
    size = chosen.out.stat().st_size
    print(f"{chosen.out}: {len(weights.features)} features, {size} bytes")
    if chosen.unseen is not None:
        known = {message.text for message in messages}
        fresh = [one for one in read_messages(chosen.unseen) if one.text not in known]
        tell(judged(fresh, weights), misses=chosen.misses)


def read_messages(folder: Path) -> list[Message]:
    """Return the labelled messages of *folder*, each text once."""
    found: dict[str, Message] = {}
    for one in read_buyers(sorted(folder.glob("**/buyers-*.jsonl"))):
        message = Message(one.text, one.language, one.topics, one.needs_response)
        found.setdefault(one.text, message)
    for path in sorted(folder.glob("**/replies-*.jsonl")):
        for item in records(path):
            text, topics = item["buyer"], tuple(item.get("buyer_topics") or ())
            if text and topics:
                # What is about thanks, or about nothing known, may need no response.
                needs = None if topics[0] in ("thanks", "other") else True
                found.setdefault(text, Message(text, item["lang"], topics, needs))
    return list(found.values())


def read_examples() -> list[Message]:
    """Return the examples of the rules of topics, which are labelled texts as well."""
    return [
        Message(
            text=read_example(flag).text,
            language=rule.languages[0],
            topics=(rule.topic,),
            needs_response=True,
        )
        for rule in load_packs([PACKS]).rules
        if rule.section is Section.TOPIC
        for flag in rule.flags
    ]


def read_seeming_thanks(folder: Path) -> list[Message]:
    """Return the messages that only look like thanks; what they are about is unsaid."""
    path = folder / "looks-like-thanks.txt"
    texts = path.read_text("utf-8").splitlines() if path.exists() else []
    return [
        Message(text=text, language="", topics=(), needs_response=True)
        for text in texts
        if text and not text.startswith("#")
    ]


def learn(messages: Sequence[Message]) -> Weights:
    """Return the weights of two regressions, one of topics and one of needlessness."""
    meanings = load_meanings(PACKS / MEANINGS)
    seen = [
        list(meanings.features_of(fold_text(message.text), message.language))
        for message in messages
    ]
    names, rarity = known_features(seen)
    table = matrix(seen, names, rarity)
    topics = LogisticRegression(C=STRENGTH, max_iter=1000)
    named = [at for at, message in enumerate(messages) if message.topics]
    topics.fit(table[named], [messages[at].topics[0] for at in named])
    said = [at for at, one in enumerate(messages) if one.needs_response is not None]
    needless = LogisticRegression(C=CAUTION, max_iter=1000)
    needless.fit(table[said], [not messages[at].needs_response for at in said])
    labelled = [messages[at] for at in said]
    clause = learn_clauses(labelled, meanings, names, rarity, needless)
    columns = [
        *topics.coef_ * rarity,
        needless.coef_[0] * rarity,
        clause.coef_[0] * rarity,
        rarity**2,
    ]
    scales, steps = in_steps(columns)
    telling = np.abs(steps[:-1]).max(axis=0) >= FAINT
    biases = (*topics.intercept_, *needless.intercept_, *clause.intercept_)
    return Weights(
        (*map(str, topics.classes_), NEEDLESS, CLAUSE, LENGTH),
        (*(round(float(bias), 4) for bias in biases), 0.0),
        tuple(scales),
        tuple(name for name, tells in zip(names, telling, strict=True) if tells),
        rows_of(steps[:, telling].T.tolist()),
    )


def learn_clauses(
    messages: Sequence[Message],
    meanings: Meanings,
    names: Sequence[str],
    rarity: np.ndarray,
    whole: LogisticRegression,
) -> LogisticRegression:
    """Return what tells of one clause whether it needs no response.

    All clauses of a message that needs none need none. Of one that needs a response
    nobody has said which clause does: it is the one that *whole*, the regression of
    whole messages, and then each round's own finds worst.
    """
    clauses = [clauses_of(one.text) or [fold_text(one.text)] for one in messages]
    owners = np.array([at for at, own in enumerate(clauses) for _ in own])
    seen = [
        list(meanings.features_of(clause, one.language))
        for one, own in zip(messages, clauses, strict=True)
        for clause in own
    ]
    table = matrix(seen, names, rarity)
    needless = np.array([not one.needs_response for one in messages])[owners]
    model = whole
    for _ in range(ROUNDS):
        scores = model.decision_function(table)
        worst = np.full(len(messages), np.inf)
        np.minimum.at(worst, owners, scores)
        taken = needless | (scores <= worst[owners])
        model = LogisticRegression(C=CAUTION, max_iter=1000)
        model.fit(table[taken], needless[taken])
    return model


@dataclass(frozen=True, slots=True)
class Judged:
    """What rules and model made of a message, and the model alone."""

    message: Message
    topics: tuple[str, ...]
    needs_response: bool
    alone: str


def out_of_fold(messages: list[Message], examples: list[Message]) -> list[Judged]:
    """Return each message as read by a model that has not seen it."""
    strata = [f"{one.language} {one.topics[0]}" for one in messages]
    strata = [one if strata.count(one) >= FOLDS else "rare" for one in strata]
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    found = []
    for known, left in folds.split(strata, strata):
        weights = learn([*(messages[at] for at in known), *examples])
        found += judged([messages[at] for at in left], weights)
    return found


def judged(messages: Iterable[Message], weights: Weights) -> list[Judged]:
    """Return what the shipped rules and a model of *weights* make of *messages*."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / WEIGHTS).write_bytes(write_weights(weights))
        shutil.copy(PACKS / MEANINGS, folder)
        engine = Engine(assembled(), Path(folder))
        reader, learned = engine.topic_reader, engine.learned
    if learned is None:
        raise SystemExit("The weights that were just written cannot be read.")
    found = []
    for one in messages:
        reading = reader.read(one.text, one.language)
        scores = learned.opinion(fold_text(one.text), one.language).scores
        alone = max(scores, key=scores.__getitem__)
        found.append(Judged(one, reading.topics, reading.needs_response, alone))
    return found


@cache
def assembled() -> Assembled:
    """Return the shipped packs, compiled once for all folds."""
    return assemble(load_packs([PACKS]))


def tell(found: Sequence[Judged], *, misses: bool) -> None:
    """Print the figures of each language and of all."""
    languages = sorted({one.message.language for one in found})
    for language in languages:
        row(language, [one for one in found if one.message.language == language])
    row("all", found)
    for one in found if misses else ():
        said = one.message
        if said.needs_response and not one.needs_response:
            print(f"DANGER {said.language} {said.topics}: {said.text!r}")
        elif one.topics[0] != said.topics[0]:
            print(
                f"{said.language} {said.topics} taken for {one.topics}: {said.text!r}"
            )


def row(name: str, found: Sequence[Judged]) -> None:
    """Print one row of figures."""
    right = share(one.topics[0] == one.message.topics[0] for one in found)
    alone = share(one.alone == one.message.topics[0] for one in found)
    needless = [one for one in found if one.message.needs_response is False]
    caught = share(not one.needs_response for one in needless)
    danger = sum(
        bool(one.message.needs_response) and not one.needs_response for one in found
    )
    print(
        f"{name:4}{len(found):7} messages, main topic right {right:.1%}"
        f" (model alone {alone:.1%}), without need found {caught:.1%}"
        f" of {len(needless)}, wrongly {danger}",
        flush=True,
    )


def share(values: Iterable[bool]) -> float:
    """Return the share of *values* that are true."""
    counted = list(values)
    return sum(counted) / len(counted) if counted else 1.0


if __name__ == "__main__":
    main()
