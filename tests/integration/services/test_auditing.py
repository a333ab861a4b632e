"""What of the replies already sent would be flagged."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Verdict
from inbox_assistant.policy.context import Context
from inbox_assistant.services import auditing
from inbox_assistant.services.auditing import AuditSummary, SentMail, audit, audit_one
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.fakes import MORNING
from tests.integration.services.amazon_answers import copy_of
from tests.integration.services.office import SimpleRules

HEAD = """From: Shop <desk@shop.example>
To: b00001xkqzwv@marketplace.amazon.co.uk
Subject: Re: A question (Order: 204-0000001-0000007)
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <{number}@shop.example>
Content-Type: text/plain; charset=utf-8
"""


def sent(number: int, words: str, *, answers: bool = True) -> SentMail:
    """Return a mail of the shop's to a buyer."""
    head = HEAD.format(number=number)
    if answers:
        head += "In-Reply-To: <q@amazonses.com>\n"
    return SentMail(f"sent/{number}", f"{head}\n{words}\n".encode())


def test_a_reply_is_audited_as_the_answer_it_is() -> None:
    rules = SimpleRules()
    mail = sent(1, "FORBIDDEN words.\n\n> Does it fit?")
    found = audit_one(mail, rules)  # type: ignore[arg-type]
    assert found is not None
    assert found.verdict is Verdict.BLOCK
    assert found.is_reply
    assert found.source == "sent/1"
    assert found.agent == "desk@shop.example"
    assert found.sent_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    ((text, context),) = rules.asked
    assert text.strip() == "FORBIDDEN words."
    assert context.buyer_text is not None
    assert "Does it fit?" in context.buyer_text


def test_what_answers_nothing_is_audited_as_proactive() -> None:
    rules = SimpleRules()
    found = audit_one(sent(1, "Hello.", answers=False), rules)  # type: ignore[arg-type]
    assert found is not None
    assert not found.is_reply
    assert rules.asked[0][1].proactive


def test_amazons_copies_are_replies_too() -> None:
    copy = copy_of("DOUBTFUL words here.", "204-0000001-0000007", MORNING)
    found = audit_one(SentMail("copy", copy), SimpleRules())  # type: ignore[arg-type]
    assert found is not None
    assert found.verdict is Verdict.WARN


def test_what_is_no_reply_to_a_buyer_is_left_out() -> None:
    for raw in (buyer_mail(1, MORNING).raw, other_mail(1, MORNING), b""):
        assert audit_one(SentMail("x", raw), SimpleRules()) is None  # type: ignore[arg-type]


def load() -> SimpleRules:
    """Return the rules; workers call this in their own process."""
    return SimpleRules()


def many(count: int) -> list[SentMail]:
    """Return mails of which every third is forbidden."""
    return [
        sent(number, "FORBIDDEN" if number % 3 == 0 else "It fits.")
        for number in range(count)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_order_of_the_mails_is_kept_however_many_work(workers: int) -> None:
    mails = [*many(300), SentMail("letter", other_mail(2, MORNING))]
    found = list(audit(mails, load, workers))  # type: ignore[arg-type]
    assert [one and one.source for one in found] == [
        *(f"sent/{number}" for number in range(300)),
        None,
    ]
    assert [one.verdict is Verdict.BLOCK for one in found if one] == [
        number % 3 == 0 for number in range(300)
    ]


def test_mails_are_read_only_as_fast_as_they_are_audited() -> None:
    taken = 0

    def endless() -> Iterator[SentMail]:
        nonlocal taken
        while True:
            taken += 1
            yield sent(taken, "It fits.")

    found = audit(endless(), load, 2)  # type: ignore[arg-type]
    for _ in range(100):
        next(found)
    found.close()
    assert taken < 5000


def die() -> SimpleRules:
    """End the worker as the system does when memory runs out."""
    import os  # noqa: PLC0415 - in the worker's process

    os._exit(1)


def test_a_worker_that_is_ended_is_told_in_a_sentence() -> None:
    with pytest.raises(InputError, match="ended from outside"):
        list(audit(many(10), die, 2))  # type: ignore[arg-type]


def test_a_few_mails_are_audited_without_starting_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(auditing, "ProcessPoolExecutor", None)
    assert len(list(audit(many(20), load))) == 20  # type: ignore[arg-type]


def test_a_summary_counts_by_rule_month_and_agent() -> None:
    summary = AuditSummary()
    for mail in many(3):
        one = audit_one(mail, load())  # type: ignore[arg-type]
        assert one is not None
        summary.count(one)
    assert summary.replies == 3
    assert summary.verdicts == {"block": 1, "ok": 2}
    assert summary.by_rule == {("FORBIDDEN", "block"): 1}
    assert summary.by_month == {("2026-03", "block"): 1, ("2026-03", "ok"): 2}
    assert summary.by_agent["desk@shop.example", "ok"] == 2


def test_a_mail_without_a_date_counts_as_of_an_unknown_month() -> None:
    mail = sent(1, "It fits.")
    undated = SentMail("x", mail.raw.replace(b"Date:", b"X-Date:"), agent="ben")
    one = audit_one(undated, load())  # type: ignore[arg-type]
    assert one is not None
    summary = AuditSummary()
    summary.count(one)
    assert summary.by_month == {("unknown", "ok"): 1}
    assert summary.by_agent == {("ben", "ok"): 1}


def test_the_rules_are_asked_with_the_marketplace() -> None:
    rules = SimpleRules()
    audit_one(sent(1, "It fits."), rules)  # type: ignore[arg-type]
    assert isinstance(rules.asked[0][1], Context)
