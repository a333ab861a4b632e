"""What receiving servers say about a sender is weighed."""

import pytest

from inbox_assistant.mail.headers import Headers, split_headers
from inbox_assistant.mail.trust import doubts_about, is_trusted


def with_fields(*lines: str) -> Headers:
    return split_headers(("\n".join(lines) + "\n\n").encode())[0]


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Authentication-Results: mx; spf=fail smtp.mailfrom=x", "spf=fail"),
        ("Authentication-Results: mx; dkim=FAIL", "dkim=fail"),
        ("Authentication-Results: mx; dmarc = fail (p=none)", "dmarc=fail"),
        ("Received-SPF: Fail (mx: not permitted)", "spf=fail"),
    ],
)
def test_an_explicit_failure_is_a_doubt(line: str, doubt: str) -> None:
    headers = with_fields(line)
    assert doubts_about(headers) == (doubt,)
    assert not is_trusted(headers)


@pytest.mark.parametrize(
    "line",
    [
        "Authentication-Results: mx; spf=pass; dkim=pass; dmarc=pass",
        "Authentication-Results: mx; spf=softfail; dkim=none",
        "Received-SPF: softfail",
        "Subject: dkim=fail",
    ],
)
def test_anything_else_is_no_doubt(line: str) -> None:
    headers = with_fields(line)
    assert doubts_about(headers) == ()
    assert is_trusted(headers)


def test_a_failure_beside_an_aligned_proof_is_kept_but_trusted() -> None:
    headers = with_fields("Authentication-Results: mx; spf=fail; dmarc=pass")
    assert doubts_about(headers) == ("spf=fail",)
    assert is_trusted(headers)


def test_a_proof_in_another_header_does_not_heal_a_failure() -> None:
    headers = with_fields(
        "Authentication-Results: mx; dkim=fail; dmarc=fail",
        "Authentication-Results: forged; dmarc=pass",
    )
    assert not is_trusted(headers)
