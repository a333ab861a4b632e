"""The sample mailbox is a believable day."""

import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.parsed_mail import ParsedMail
from inbox_assistant.mail.parse import parse_mail
from inbox_assistant.mail.sample import sample_mails, span
from inbox_assistant.paths import resources

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.fixture(scope="module")
def mails() -> dict[str, ParsedMail]:
    return {name: parse_mail(raw) for name, raw, _ in sample_mails(NOW)}


def test_every_message_of_the_sample_keeps_its_writers_words(
    mails: dict[str, ParsedMail],
) -> None:
    for path in (resources() / "sample").glob("*.toml"):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("mail", []):
            mail = mails[f"{path.stem}/{entry['id']}.eml"]
            assert mail.kind is Kind.BUYER
            assert mail.words == entry["text"].strip("\n")


def test_every_notice_of_the_sample_is_read_as_its_kind(
    mails: dict[str, ParsedMail],
) -> None:
    text = (resources() / "sample" / "notices.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(text)["notice"]:
        assert mails[f"notices/{entry['id']}.eml"].kind == entry["kind"]


def test_the_sample_has_over_a_hundred_mails_in_many_languages(
    mails: dict[str, ParsedMail],
) -> None:
    places = {mail.marketplace for mail in mails.values() if mail.kind is Kind.BUYER}
    assert len(mails) >= 120
    assert len(places) >= 15


def test_the_sample_has_overdue_due_and_fresh_and_two_forgotten_messages(
    mails: dict[str, ParsedMail],
) -> None:
    answered = {
        mail.order_id for mail in mails.values() if mail.kind is Kind.COPY_OF_REPLY
    }
    ages = [
        NOW - mail.dated_at
        for mail in mails.values()
        if mail.kind in WAITING_KINDS
        and mail.dated_at is not None
        and mail.order_id not in answered
    ]
    assert sum(age > 3 * DAY for age in ages) == 2
    assert sum(DAY < age <= 3 * DAY for age in ages) >= 5
    assert sum(DAY - timedelta(hours=3) < age <= DAY for age in ages) >= 5
    assert sum(age <= timedelta(hours=12) for age in ages) >= 30


def test_the_second_copy_of_a_message_has_its_tokens_and_another_id(
    mails: dict[str, ParsedMail],
) -> None:
    first, second = (
        mails["delivery/nine-days.eml"],
        mails["delivery/nine-days-second.eml"],
    )
    assert first.message_token == second.message_token
    assert first.message_id != second.message_id


def test_a_message_that_follows_another_belongs_to_its_thread(
    mails: dict[str, ParsedMail],
) -> None:
    first, later = (
        mails["delivery/nine-days.eml"],
        mails["delivery/nine-days-again.eml"],
    )
    assert first.thread_token == later.thread_token
    assert first.case_id == later.case_id
    assert first.message_token != later.message_token


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert list(sample_mails(NOW)) == list(sample_mails(NOW))


def test_no_mail_of_the_sample_arrives_in_the_future() -> None:
    assert all(at <= NOW for _, _, at in sample_mails(NOW))


def test_a_span_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        span("tomorrow")
