"""The rules of a profile, and where what was compiled is kept."""

from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap import policy as bootstrap_policy
from inbox_assistant.bootstrap.policy import policy_of, topics_of
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.policy.context import PROACTIVE

TEXT = "The lid fits the old jar as well :-)"
_OWN_TOPIC = """
[topic.sprockets]
topic = "product-question"
weight = 3
phrases = ["frobnicate"]
flags = ["«Frobnicate» it."]
allows = ["Paint it."]
"""
OFF = '[override."any.structure.emoticon"]\noff = true\n'


def write_own(profile: paths.Profile, pack: str) -> None:
    """Write *pack* among the profile's own."""
    profile.rules.mkdir(parents=True, exist_ok=True)
    (profile.rules / "own.toml").write_text(pack, "utf-8")


def test_profiles_without_rules_of_their_own_share_what_was_compiled(
    tmp_path: Path,
) -> None:
    profile = paths.Profile(tmp_path / "profile")
    shipped, own = (
        {rule.id for rule in policy_of(one).engine.rules} for one in (None, profile)
    )
    assert shipped == own != set()
    assert not profile.folder.exists()
    assert list(paths.shared_cache().iterdir())


def test_a_profile_with_rules_keeps_them_to_itself(tmp_path: Path) -> None:
    profile = paths.Profile(tmp_path / "profile")
    write_own(profile, OFF)
    assert policy_of(profile).engine.rules
    assert list(profile.cache.iterdir())


def test_own_packs_count_from_the_moment_they_are_saved(tmp_path: Path) -> None:
    profile = paths.Profile(tmp_path / "profile")
    policy = policy_of(profile)
    assert [one.category for one in policy.check(TEXT, PROACTIVE)] == ["emoji"]
    write_own(profile, OFF)
    assert policy.check(TEXT, PROACTIVE) == ()
    write_own(profile, OFF.replace("off = true", 'severity = "warn"'))
    assert [one.severity for one in policy.check(TEXT, PROACTIVE)] == [Severity.WARN]
    (profile.rules / "own.toml").unlink()
    assert [one.severity for one in policy.check(TEXT, PROACTIVE)] == [Severity.BLOCK]


def test_where_many_messages_are_read_own_packs_count_a_second_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [10.0]
    monkeypatch.setattr(bootstrap_policy, "monotonic", lambda: now[0])
    profile = paths.Profile(tmp_path / "profile")
    read = topics_of(profile)
    text = "Frobnicate the sprocket."
    shipped = {one.rule for one in read(text).evidence}
    write_own(profile, _OWN_TOPIC)
    assert {one.rule for one in read(text).evidence} == shipped
    now[0] += 2
    (added,) = {one.rule for one in read(text).evidence} - shipped
    assert added.endswith("sprockets")


def test_a_broken_pack_names_file_line_and_rule_and_leaves_the_others(
    tmp_path: Path,
) -> None:
    profile = paths.Profile(tmp_path / "profile")
    write_own(profile, OFF + '\n[rule.broken]\nphrases = ["~3"]\n')
    engine = policy_of(profile).engine
    (problem,) = engine.problems
    assert str(problem).startswith("own.toml:4: [broken] ")
    assert engine.check(TEXT) == ()
    assert engine.check("See example-shop.com.") != ()


def test_what_own_packs_change_is_journaled_once(tmp_path: Path) -> None:
    profile = paths.Profile(tmp_path / "profile")
    write_own(profile, OFF)
    for _ in range(2):
        with open_program(profile) as program:
            entries = program.store.journal.of_action(Action.RULES_CHANGED)
            changed = {"any.structure.emoticon": "off"}
            assert [entry.data["rules"] for entry in entries] == [changed]
    (profile.rules / "own.toml").unlink()
    with open_program(profile) as program:
        entries = program.store.journal.of_action(Action.RULES_CHANGED)
        assert {} in [entry.data["rules"] for entry in entries]
        assert not program.own_rules.note()


def test_nothing_is_loaded_before_it_is_asked() -> None:
    policy = policy_of(None)
    assert policy._engine is None
    assert policy.engine is policy.engine
