"""Evidence shows both clocks, every hash and every step, and escapes all of it."""

from datetime import UTC, datetime

from inbox_assistant.reports.evidence_page import (
    Evidence,
    EvidenceMail,
    EvidenceStep,
    evidence_page,
)

NOON = datetime(2026, 7, 2, 12, 0, tzinfo=UTC)


def test_times_stand_in_utc_and_on_the_marketplaces_clock() -> None:
    mail = EvidenceMail(
        "Message from A…", NOON, "date-header", "<s>", "<b>words", "replied", ("ab12",)
    )
    step = EvidenceStep(NOON, "anna", "reply-queued", "message id: <r@x>")
    evidence = Evidence(
        thread="t1",
        order_id=None,
        asin="B0",
        marketplace="DE",
        zone="Europe/Berlin",
        made_at=NOON,
        is_masked=True,
        mails=(mail,),
        steps=(step,),
    )
    page = evidence_page(evidence)
    assert "2026-07-02 12:00:00 UTC · 2026-07-02 14:00:00 CEST (Europe/Berlin)" in page
    assert "ab12" in page
    assert "&lt;b&gt;words" in page
    assert "<b>" not in page
    assert "&lt;r@x&gt;" in page
    assert "Buyer data is masked" in page
