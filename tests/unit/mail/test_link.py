"""Only Amazon's own links pass."""

import pytest

from inbox_assistant.mail.link import (
    case_page,
    footer_links,
    read_case,
    read_no_response,
    urls_in,
)

CASE = "11111111-2222-4333-8444-555555555555"
SIGN = "a1" * 20
NEW = (
    "https://sellercentral.amazon.de/messaging/no-response-needed"
    f"?t=T1&m=M1&mp=A1PA6795UKMFR9&c=C1&h={SIGN}&s=1"
)
OLD = (
    "https://www.amazon.co.uk/gp/communication-manager/no-response-needed.html"
    f"?msg=M2&d=1763650000&mp=A1F83G8C2ARO7P&v=1&t={SIGN}"
)


def test_the_present_form_names_message_and_thread() -> None:
    link = read_no_response(NEW)
    assert link is not None
    assert (link.url, link.message_token, link.thread_token) == (NEW, "M1", "T1")
    assert (link.marketplace_id, link.top_level) == ("A1PA6795UKMFR9", "de")


def test_the_old_form_names_the_message_and_its_t_is_only_a_signature() -> None:
    link = read_no_response(OLD)
    assert link is not None
    assert (link.message_token, link.thread_token) == ("M2", None)


@pytest.mark.parametrize(
    "url",
    [
        NEW.replace("https:", "http:"),
        NEW.replace("amazon.de", "amazon.de.evil.example"),
        NEW.replace("amazon.de", "amazon.xyz"),
        NEW.replace("sellercentral.amazon.de", "sellercentral.amazon.de@evil.example"),
        NEW.replace("amazon.de", "amazon.de:444"),
        NEW.replace("sellercentral", "www"),
        NEW.replace("sellercentral", "evil.sellercentral"),
        NEW.replace("no-response-needed", "no-response-needed/../x"),
        NEW.replace("no-response-needed", "other"),
        NEW.replace(SIGN, SIGN[:-1]),
        NEW.replace("t=T1", "t=T1&t=T2"),
        NEW.replace("t=T1", "t="),
        NEW.replace("m=M1&", ""),
        NEW + "#fragment",
        NEW + "\u202e",
        NEW.replace("amazon", "аmazon"),
        OLD.replace("d=1763650000", "d=soon"),
        OLD.replace("msg=M2&", ""),
        "https://[::1",
        "x" * 5000,
        "",
    ],
)
def test_anything_unusual_is_refused(url: str) -> None:
    assert read_no_response(url) is None


def test_a_case_page_is_rebuilt_from_its_parts() -> None:
    url = (
        "https://sellercentral.amazon.fr/messaging/inbox"
        f"?fi=caseId&ss={CASE}&cc={CASE}&ref=bsm_email_report"
    )
    link = read_case(url)
    assert link is not None
    assert link.case_id == CASE
    assert link.url == case_page(CASE, "fr")


@pytest.mark.parametrize(
    "url",
    [
        f"https://sellercentral.amazon.fr/messaging/inbox?fi=other&cc={CASE}",
        "https://sellercentral.amazon.fr/messaging/inbox?fi=caseId&cc=123",
        f"https://evil.example/messaging/inbox?fi=caseId&cc={CASE}",
        f"http://sellercentral.amazon.fr/messaging/inbox?fi=caseId&cc={CASE}",
    ],
)
def test_another_page_is_no_case(url: str) -> None:
    assert read_case(url) is None


def test_the_last_genuine_link_of_a_footer_counts() -> None:
    later = NEW.replace("m=M1", "m=M9")
    links = footer_links([NEW, "https://evil.example/", later])
    assert links.no_response is not None
    assert links.no_response.message_token == "M9"
    assert links.case is None


def test_addresses_are_cut_out_of_sentences() -> None:
    assert urls_in(f"(see {NEW}). Or <{OLD}>") == [NEW, OLD]
    assert urls_in(f"{NEW}をクリック、{OLD}\u200f.") == [NEW, OLD]
