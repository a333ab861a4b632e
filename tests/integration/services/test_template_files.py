"""Templates go into files and come out of them the same."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.template import Template
from inbox_assistant.services.template_files import (
    COLUMNS,
    csv_of,
    read_csv,
    read_toml,
    toml_of,
)

WHOLE = Template(
    key="de.size",
    title="Größen",
    language="de",
    body='Guten Tag {first_name},\n\n"so" ist\'s: \\n, 5 cm.\n\nGrüße',
    marketplace="DE",
    topics=("delivery", "other"),
    promise_days=3,
    tags=("waiting for warehouse", "vip"),
    is_holding=True,
)
PLAIN = Template("en.x", "Plain", "en", "=SUM(1)")
TEXTS = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60
)


@pytest.mark.parametrize("templates", [[WHOLE, PLAIN], []])
def test_both_forms_give_back_what_they_were_given(templates: list[Template]) -> None:
    assert read_toml(toml_of(templates), "f") == templates
    assert read_csv(csv_of(templates), "f") == templates


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_any_words_survive_both_forms(lines: list[str], title: str) -> None:
    body = "\n".join(["Dear", *lines, "Bye"])
    one = replace(WHOLE, body=body, title=f"T{title}".strip())
    assert read_toml(toml_of([one]), "f") == [one]
    assert read_csv(csv_of([one]), "f") == [one]


def test_a_table_has_no_formulas_and_reads_with_semicolons() -> None:
    rows = list(csv.reader(io.StringIO(csv_of([PLAIN]))))
    assert rows[0] == list(COLUMNS)
    assert rows[1][-1] == "'=SUM(1)"
    text = "\ufeffkey;title;language;body\r\nde.a;A;de;Guten Tag\r\n"
    assert read_csv(text, "f") == [Template("de.a", "A", "de", "Guten Tag")]


def toml(**values: object) -> str:
    usual = {"key": "a", "title": "A", "language": "de", "body": "Hi"} | values
    return "[[template]]\n" + "".join(
        f"{name} = {value!r}\n" for name, value in usual.items()
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[template", "no TOML"),
        ("template = 1", r"below “\[\[template\]\]”"),
        ("template = [1]", r"below “\[\[template\]\]”"),
        (toml(key="A b"), "its key"),
        (toml(title=" "), "no title"),
        (toml(title="x" * 121), "title is too long"),
        (toml(language="German"), "its language"),
        (toml(marketplace="Germany"), "its marketplace"),
        (toml(body=" "), "no text"),
        (toml(body="x" * 4001), "more than 4,000"),
        (toml(promise_days=0), "1 to 60 days"),
        (toml(promise_days="soon"), "no number of days"),
        (toml() + toml(), "two templates have the key “a”"),
    ],
)
def test_what_cannot_be_used_is_told(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_toml(text, "mine.toml")


def test_a_table_names_the_line() -> None:
    text = "key,title,language,body\na,A,de,Hi\nb,,de,Hi\n"
    with pytest.raises(InputError, match="line 3, template “b”: it has no"):
        read_csv(text, "mine.csv")
    with pytest.raises(InputError, match="no CSV table"):
        read_csv('key,title\n"a', "mine.csv")
