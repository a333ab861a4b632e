"""The sentences of labelled replies and of the rules' examples, as the reader sees."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from labelled import PACKS

from inbox_assistant.policy.engine import MEANINGS
from inbox_assistant.policy.evaluation import places_of, records
from inbox_assistant.policy.examples import read_example
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.meanings import Meanings, load_meanings
from inbox_assistant.policy.pack import LoadedPacks, load_packs
from inbox_assistant.policy.rule import Rule, Section
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.signs import SignReader, Signs
from inbox_assistant.policy.surroundings import Written
from inbox_assistant.policy.whole_text import HINTS

COLUMNS = (
    "buyer-pressure",
    "contact-details",
    "off-amazon",
    "order-notice",
    "personal-data",
    "product-guidance",
    "promotion",
    "review-manipulation",
    "review-request",
    "sensitive-content",
    "stock-delay",
)
DEPENDING = ("order-notice", "product-guidance", "stock-delay")
"""Those that the buyer's question may excuse."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and which of the columns a person has marked in it."""

    signs: frozenset[int]
    wrong: frozenset[str]
    unsaid: frozenset[str]
    """Columns that nobody says anything about: the buyer asked, so it is allowed."""
    group: str
    """What answers one message is judged by one model."""
    clean: str = ""
    """The reply, where nothing in it is wrong."""


@dataclass(slots=True)
class Texts:
    """What is learned from."""

    sentences: list[Sentence] = field(default_factory=list)
    replies: Counter[str] = field(default_factory=Counter)
    """How many there are of each language."""


def read_texts(folders: Iterable[Path]) -> Texts:
    """Return the sentences of all labelled replies, and of the rules' examples."""
    packs = load_packs([PACKS])
    texts, seen = Texts(), set()
    reading = Reading(packs, load_meanings(PACKS / MEANINGS))
    for path in (
        one for folder in folders for one in sorted(folder.glob("repl*.jsonl"))
    ):
        for item in records(path):
            if item["reply"] not in seen:
                seen.add(item["reply"])
                texts.replies[item["lang"]] += 1
                texts.sentences.extend(reading.reply(item))
    texts.sentences.extend(reading.examples())
    return texts


class Reading:
    """Reads labelled texts as the second reader does."""

    def __init__(self, packs: LoadedPacks, meanings: Meanings) -> None:
        self._rules = packs.rules
        self._reader = SignReader(meanings)
        self._excuses = {
            name: frozenset(one.unless_buyer_asked)
            for name, one in packs.categories.items()
        }

    def reply(self, item: dict[str, object]) -> Iterator[Sentence]:
        """Yield the sentences of one labelled reply."""
        text, buyer, labels = str(item["reply"]), item["buyer"], item["findings"]
        topics = frozenset(item.get("buyer_topics") or ())  # type: ignore[call-overload]
        unsaid = frozenset(name for name in COLUMNS if self._excuses[name] & topics)
        marked = [
            (label["category"], *place)
            for label in labels  # type: ignore[attr-defined]
            for place in places_of(label["text"], text)
        ]
        language = str(item["lang"])
        for (start, end), signs in self._signs(text, language, proactive=not buyer):
            yield Sentence(
                signs=signs,
                wrong=frozenset(
                    name for name, first, last in marked if first < end and start < last
                ),
                unsaid=unsaid,
                group=str(buyer or item["id"]),
                clean="" if labels else f"{language} {item['id']}",
            )

    def examples(self) -> Iterator[Sentence]:
        """Yield the examples of the rules, which are labelled texts as well.

        What a rule allows is right under all rules; of what it flags nobody says what
        else is wrong with it.
        """
        for rule in self._rules:
            if rule.section is not Section.RULE:
                continue
            language = rule.languages[0] if len(rule.languages) == 1 else None
            for text in rule.allows:
                for _, signs in self._signs(text, language):
                    yield Sentence(signs, frozenset(), excused(rule), rule.id)
            if rule.category not in COLUMNS or rule.detector == HINTS:
                continue
            others = frozenset(COLUMNS) - {rule.category}
            for flag in rule.flags:
                sentences = list(self._signs(read_example(flag).text, language))
                # Of several sentences it is not said which one is wrong.
                if len(sentences) == 1:
                    [(_, signs)] = sentences
                    yield Sentence(signs, frozenset({rule.category}), others, rule.id)

    def _signs(
        self, text: str, language: str | None, *, proactive: bool = False
    ) -> Iterator[tuple[tuple[int, int], frozenset[int]]]:
        """Yield where each sentence of *text* stands, and the signs the reader sees."""
        written = Written(text, split_sentences(text), proactive, language)
        before = Signs(frozenset(), frozenset())
        for span, sentence, where in zip(
            written.spans, written.sentences, written.places, strict=True
        ):
            own = self._reader.read(fold_text(sentence), language)
            yield span, self._reader.together(own, before, where)
            before = own


def excused(rule: Rule) -> frozenset[str]:
    """Return the columns that the buyer's question excuses in a rule's examples."""
    if rule.asked or rule.category in DEPENDING:
        return frozenset(DEPENDING) - {rule.category}
    return frozenset(DEPENDING)
