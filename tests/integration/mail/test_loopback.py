"""The browser's answer is heard once, from this computer alone."""

from datetime import timedelta
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from inbox_assistant.mail.loopback import listen_for_answer

SHORT = timedelta(seconds=0.05)


def test_what_the_browser_is_sent_back_with_is_heard_whole() -> None:
    with listen_for_answer() as answer:
        with urlopen(f"{answer.address}?code=a%20b&state=c") as page:  # noqa: S310 - ours
            assert b"go back to Inbox Assistant" in page.read()
            assert page.headers["Referrer-Policy"] == "no-referrer"
        assert answer.wait(SHORT) == f"{answer.address}?code=a%20b&state=c"


def test_a_request_for_an_icon_is_no_answer() -> None:
    with listen_for_answer() as answer:
        with pytest.raises(HTTPError):
            urlopen(f"{answer.address}favicon.ico")  # noqa: S310 - ours
        assert answer.wait(SHORT) is None


def test_nothing_listens_after_the_sign_in() -> None:
    with listen_for_answer() as answer:
        port = int(answer.address.rpartition(":")[2].rstrip("/"))
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection("127.0.0.1", port, timeout=2).connect()
