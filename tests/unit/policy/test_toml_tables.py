"""Each table of a file is read by itself."""

from inbox_assistant.policy.toml_tables import read_tables

SOURCE = """
# a comment
[pack]
source = "x"

[rule.good]
message = "fine"

[rule.bad]
message = "not closed
other = 1

[override."en.promotion.*"]
off = true
"""


def test_a_mistake_spoils_one_table_and_is_told_by_its_line() -> None:
    tables = read_tables(SOURCE, "x.toml")
    assert [table.path for table in tables.found] == [
        (), ("pack",), ("rule", "good"), ("override", "en.promotion.*"),
    ]  # fmt: skip
    [problem] = tables.problems
    assert (problem.file, problem.line, problem.rule) == ("x.toml", 10, "bad")


def test_a_name_used_twice_is_told() -> None:
    tables = read_tables("[rule.a]\nx = 1\n[rule.a]\nx = 2\n", "x.toml")
    assert [str(problem) for problem in tables.problems] == [
        "x.toml:3: [a] this name is used twice in the file"
    ]


def test_a_key_is_found_on_its_line() -> None:
    table = read_tables("[rule.a]\nx = 1\nyes = 2\n", "x.toml").found[0]
    assert table.line_of("yes") == 3
    assert table.line_of("missing") == 1
