"""The rules of a profile, and where what was compiled is kept."""

from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.policy.context import PROACTIVE

TEXT = "The lid fits the old jar as well :-)"
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
