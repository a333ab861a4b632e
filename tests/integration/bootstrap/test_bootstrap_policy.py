"""The rules of a profile, and where what was compiled is kept."""

from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import policy_of


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
    profile.rules.mkdir(parents=True)
    assert policy_of(profile).engine.rules
    assert list(profile.cache.iterdir())


def test_nothing_is_loaded_before_it_is_asked() -> None:
    policy = policy_of(None)
    assert policy._engine is None
    assert policy.engine is policy.engine
