"""Say how well the rules judge the labelled texts.

    python -m tests.bench.policy_figures [FOLDER] [--language de] [--misses]

FOLDER holds files such as ``replies-de.jsonl`` and ``buyers-de.jsonl``.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from inbox_assistant.policy.evaluation import (
    BuyerFigures,
    ReplyFigures,
    Tally,
    judge_buyers,
    judge_replies,
    read_buyers,
    read_replies,
)
from tests.policy_packs import shipped_engine

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ROW = "{:24}{:>7}{:>9}{:>8}{:>8}"


def main() -> None:
    """Print the figures of each language, and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--language", action="append")
    parser.add_argument("--misses", action="store_true", help="what went wrong")
    chosen = parser.parse_args()
    languages = chosen.language or languages_of(chosen.folder)
    for language in languages:
        replies, buyers = figures_of(chosen.folder, [language])
        tell(language, replies, buyers)
        if chosen.misses:
            print("", *replies.misses, *buyers.misses, sep="\n  ")
    if len(languages) > 1:
        tell("all languages", *figures_of(chosen.folder, languages))


def languages_of(folder: Path) -> list[str]:
    """Return the languages that *folder* has labelled texts in."""
    names = (re.fullmatch(r"\w+-(\w\w)\.jsonl", one.name) for one in folder.iterdir())
    return sorted({name[1] for name in names if name})


def figures_of(
    folder: Path, languages: Iterable[str]
) -> tuple[ReplyFigures, BuyerFigures]:
    """Return the figures of the texts in *languages*, taken together."""
    engine = shipped_engine()
    replies = read_replies(files(folder, "replies", languages))
    buyers = read_buyers(files(folder, "buyers", languages))
    return judge_replies(engine, replies), judge_buyers(engine, buyers)


def files(folder: Path, kind: str, languages: Iterable[str]) -> Sequence[Path]:
    """Return the files of one *kind* that are there."""
    paths = (folder / f"{kind}-{language}.jsonl" for language in languages)
    return [path for path in paths if path.is_file()]


def tell(name: str, replies: ReplyFigures, buyers: BuyerFigures) -> None:
    """Print the figures of one language."""
    print(f"\n{name}: {replies.replies} replies, {buyers.messages} buyers' messages")
    print(ROW.format("category", "labels", "precision", "recall", "overlap"))
    rows = {**dict(sorted(replies.categories.items())), "every category": replies.all}
    rows |= {"those that block": replies.block, "disguised": replies.disguised}
    for category, tally in rows.items():
        print(ROW.format(category, tally.labelled, *map(percent, shares(tally))))
    print(
        f"verdicts right {percent(replies.right_verdicts)},"
        f" false alarms {replies.alarms_per_hundred:.1f} per 100 clean replies"
        f" ({replies.alarms} of {replies.clean})"
    )
    if buyers.messages:
        print(
            f"main topic right {percent(buyers.right_topics)},"
            f" without need found {percent(buyers.found_needless)}"
            f" ({buyers.needless_found} of {buyers.needless}),"
            f" wrongly taken for without need {buyers.dangerous}"
        )


def shares(tally: Tally) -> tuple[float, float, float]:
    """Return precision, recall, and how many hits touch the labelled stretch."""
    return tally.precision, tally.recall, tally.overlap


def percent(share: float) -> str:
    """Return a share as a percentage."""
    return f"{100 * share:.1f}%"


if __name__ == "__main__":
    main()
