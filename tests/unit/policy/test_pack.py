"""Packs are read; a mistake keeps one rule away and is told with its place."""

from pathlib import Path

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.pack_files import pack_files
from tests.policy_packs import PACKS, write_packs

GOOD = """
[pack]
category = "promotion"
source = "S"

[rule.good]
phrases = ["use @coupon"]
flags = ["«use coupon»"]
allows = ["no"]
"""
WORDS = '[words]\ncoupon = "coupon|voucher"\n'


def test_the_shipped_packs_load_without_a_mistake() -> None:
    assert [str(problem) for problem in load_packs([PACKS]).problems] == []


def test_words_are_shared_within_a_folder(tmp_path: Path) -> None:
    packs = load_packs([write_packs(tmp_path, en_words=WORDS, en_promotion=GOOD)])
    assert packs.problems == ()
    assert [rule.id for rule in packs.rules] == ["en.promotion.good"]


def test_a_mistake_names_file_rule_and_line_and_spares_the_others(
    tmp_path: Path,
) -> None:
    bad = '\n[rule.bad]\nphrases = ["a", "use @nothing"]\nflags=["«a»"]\nallows=["b"]\n'
    folder = write_packs(tmp_path, en_words=WORDS, en_promotion=GOOD + bad)
    packs = load_packs([folder])
    assert [rule.id for rule in packs.rules] == ["en.promotion.good"]
    assert [str(problem) for problem in packs.problems] == [
        "en/promotion.toml:12: [bad] there is no word class “@nothing”."
    ]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    folder = write_packs(tmp_path)
    (folder / "x.toml").write_bytes(b"\xff\xfe\x00")
    [problem] = load_packs([folder]).problems
    assert problem.file == "x.toml"
    assert "cannot be read" in problem.message


def test_an_unknown_table_is_told(tmp_path: Path) -> None:
    [problem] = load_packs([write_packs(tmp_path, en_x="[rules.a]\nx=1\n")]).problems
    assert "no table “rules”" in problem.message


def test_a_users_pack_adds_changes_and_switches_off(tmp_path: Path) -> None:
    shipped = write_packs(tmp_path / "a", en_words=WORDS, en_promotion=GOOD)
    second = GOOD.replace("rule.good", "rule.other")
    write_packs(tmp_path / "a", de_werbung=second.replace("@coupon", "x"))
    own = tmp_path / "b"
    own.mkdir()
    (own / "mine.toml").write_text(
        '[override."en.promotion.good"]\nseverity = "note"\n'
        '[override."de.*"]\noff = true\n'
        + GOOD.replace("@coupon", "coupon").replace("rule.good", "rule.own"),
        "utf-8",
    )
    packs = load_packs([shipped, own])
    assert packs.problems == ()
    weights = {rule.id: rule.reply for rule in packs.rules}
    assert weights == {
        "en.promotion.good": Severity.NOTE,
        "mine.own": Severity.BLOCK,
    }


def test_an_override_of_nothing_is_told(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, en_x='[override."a.b"]\noff = true\n')
    [problem] = load_packs([folder]).problems
    assert "there is no rule “a.b”" in problem.message


def test_what_everybody_shares_is_read_first(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, ar_x="", zh_x="")
    names = [path.relative_to(folder).as_posix() for path in pack_files(folder)]
    assert names == ["any/categories.toml", "ar/x.toml", "zh/x.toml"]
    assert pack_files(tmp_path / "missing") == []
