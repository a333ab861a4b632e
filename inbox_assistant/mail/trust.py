"""What the receiving servers said about who sent a mail."""

import re

from inbox_assistant.mail.headers import Headers

_FAIL = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(?:hard)?fail\b", re.IGNORECASE)
_ALIGNED_PASS = re.compile(r"\bdmarc\s*=\s*pass\b", re.IGNORECASE)
_SPF_FAIL = re.compile(r"\Afail\b", re.IGNORECASE)


def doubts_about(headers: Headers) -> tuple[str, ...]:
    """Return the checks that failed, such as ``dkim=fail``."""
    found = [
        f"{match[1].lower()}=fail"
        for value in headers.raws("authentication-results")
        for match in _FAIL.finditer(value)
    ]
    if any(_SPF_FAIL.match(value) for value in headers.raws("received-spf")):
        found.append("spf=fail")
    return tuple(dict.fromkeys(found))


def is_trusted(headers: Headers) -> bool:
    """Say whether no server refuted the sender.

    Forwarding breaks SPF and sometimes one of two signatures; where the same server
    found another proof that fits the sender (DMARC), the failure means nothing.
    """
    results = headers.raws("authentication-results")
    refuted = any(
        _FAIL.search(value) and not _ALIGNED_PASS.search(value) for value in results
    )
    if refuted:
        return False
    passed = any(_ALIGNED_PASS.search(value) for value in results)
    spf_failed = any(_SPF_FAIL.match(value) for value in headers.raws("received-spf"))
    return passed or not spf_failed
