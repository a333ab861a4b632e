"""Patterns become numbers, filed where they are looked for least."""

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.pattern import PatternReader
from inbox_assistant.policy.programs import Compiled
from inbox_assistant.policy.vocabulary import Vocabulary


def slots_of(compiled: Compiled) -> dict[str, set[int]]:
    """Return the slots of each word that was compiled."""
    words = Vocabulary(compiled.atoms)
    return {word: words.slots(word) for word in ("a", "the", "you", "newsletter")}


def test_a_pattern_is_filed_under_its_rarest_word() -> None:
    compiler = Compiler(common={"the", "you"})
    owner = compiler.add_owner()
    compiler.add_phrase(owner, PatternReader({}).read("the ~2 you ~2 newsletter"))
    compiled = compiler.finish()
    slots = slots_of(compiled)
    filed = {slot for slot, run in enumerate(compiled.anchors) if len(run)}
    assert filed == slots["newsletter"]
    assert set(compiled.program(0)[1]) == {
        *slots["the"], *slots["you"], *slots["newsletter"],
    }  # fmt: skip


def test_the_same_words_share_a_slot() -> None:
    compiler = Compiler()
    owner = compiler.add_owner()
    for source in ("a|b newsletter", "b|a coupon"):
        compiler.add_phrase(owner, PatternReader({}).read(source))
    assert len(slots_of(compiler.finish())["a"]) == 1


def test_an_optional_word_is_not_needed() -> None:
    compiler = Compiler()
    compiler.add_phrase(compiler.add_owner(), PatternReader({}).read("the? newsletter"))
    assert len(compiler.finish().program(0)[1]) == 1
