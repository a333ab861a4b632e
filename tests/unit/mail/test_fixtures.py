"""Every mail among the fixtures is read as its expectation says."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inbox_assistant.mail.parse import parse_mail

MAILS = Path(__file__).parents[2] / "fixtures" / "mails"
EXPECTED: list[dict[str, Any]] = tomllib.loads(
    (MAILS / "expected.toml").read_text(encoding="utf-8")
)["mail"]


def stated(value: object) -> object:
    """Return a value of the mail in the form the expectations use."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, tuple):
        return list(value)
    return "" if value is None else value


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: str(one["file"]))
def test_a_mail_is_read_as_expected(expected: dict[str, Any]) -> None:
    mail = parse_mail((MAILS / expected["file"]).read_bytes())
    wanted = {name: value for name, value in expected.items() if name != "file"}
    assert {name: stated(getattr(mail, name)) for name in wanted} == wanted


def test_every_fixture_has_an_expectation() -> None:
    files = {path.name for path in MAILS.glob("*.eml")}
    assert files == {one["file"] for one in EXPECTED}


def test_every_marketplace_has_a_buyers_mail() -> None:
    places = {one.get("marketplace") for one in EXPECTED if one["kind"] == "buyer"}
    assert len(places - {None}) == 22
