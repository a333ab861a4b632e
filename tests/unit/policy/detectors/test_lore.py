"""The tables of all languages become one."""

from inbox_assistant.policy.detectors.lore import read_lore
from inbox_assistant.policy.detectors.scene import lore_of


def test_tables_are_read_together() -> None:
    stored = read_lore(
        {
            "digits": {"en": {"0": "zero|oh", "twice": "double"}, "de": {"5": "fünf"}},
            "signs": {"en": {"at": "at", "dot": "dot", "place": "us", "spot": "a"},
                      "fr": {"point": ["com"]}},
            "numbers": {"en": {"phone": "call", "other": "order"}},
            "carriers": {"": {"DHL": ["dhl.de", "dhl.com"]}},
        }
    )  # fmt: skip
    lore = lore_of(stored)
    assert lore.digits == {"zero": "0", "oh": "0", "funf": "5"}
    assert lore.dots == {"dot": None, "point": frozenset({"com"})}
    assert (lore.ats, lore.places) == (frozenset({"at"}), frozenset({"us"}))
    assert lore.spots == {"dot": {"a"}, "point": set()}
    assert (lore.phone, lore.other) == (frozenset({"call"}), frozenset({"order"}))
    assert lore.carriers == {"dhl.de": "DHL", "dhl.com": "DHL"}


def test_languages_that_share_a_word_for_a_dot_share_its_endings() -> None:
    signs = {
        "es": {"spot": "de", "punto": ["com", "mx"]},
        "it": {"punto": ["com", "it"], "spot": "il"},
    }
    lore = lore_of(read_lore({"signs": signs}))
    assert lore.spots == {"punto": {"de", "il"}}
    assert lore.dots == {"punto": frozenset({"com", "it", "mx"})}
