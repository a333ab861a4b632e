"""A domain's own word on its servers is read with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.provider import Server
from inbox_assistant.mail.autoconfig import look_up, read_config

ADDRESS = "desk@shop.example"
INCOMING = """<incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname>
<port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username>
</incomingServer>"""
OUTGOING = """<outgoingServer type="smtp"><hostname>smtp.shop.example</hostname>
<port>587</port><socketType>STARTTLS</socketType></outgoingServer>"""


def config(*parts: str) -> bytes:
    inside = "".join(parts)
    return f"""<?xml version="1.0"?><clientConfig version="1.1"><emailProvider
    id="shop.example"><displayName>Example Shop</displayName>{inside}
    </emailProvider></clientConfig>""".encode()


def test_the_servers_are_read_with_the_address_filled_in() -> None:
    found = read_config(config(INCOMING, OUTGOING), ADDRESS)
    assert found is not None
    assert found.name == "Example Shop"
    assert found.reads == Server("imap.shop.example", 993, "tls")
    assert found.sends == Server("smtp.shop.example", 587, "starttls")
    assert found.user == ADDRESS


def test_the_first_protected_server_is_taken() -> None:
    plain = INCOMING.replace("SSL", "plain").replace("993", "143")
    pop = INCOMING.replace('"imap"', '"pop3"').replace("993", "995")
    found = read_config(config(plain, pop, INCOMING, OUTGOING), ADDRESS)
    assert found is not None
    assert found.reads.port == 993


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>not found</html>",
        config(INCOMING),
        config(OUTGOING),
        config(INCOMING.replace("SSL", "plain"), OUTGOING),
        config(INCOMING.replace("993", "0"), OUTGOING),
        config(INCOMING.replace("993", "many"), OUTGOING),
        config(INCOMING.replace("imap.%EMAILDOMAIN%", "imap shop"), OUTGOING),
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + config(INCOMING, OUTGOING),
    ],
)
def test_what_is_of_no_use_is_nothing(content: bytes) -> None:
    assert read_config(content, ADDRESS) is None


@given(st.binary(max_size=300))
def test_nothing_that_a_server_may_say_raises(content: bytes) -> None:
    assert read_config(content, ADDRESS) is None


def test_both_of_the_domains_places_are_asked_in_turn() -> None:
    asked: list[tuple[str, str]] = []

    def fetch(host: str, path: str) -> bytes | None:
        asked.append((host, path))
        return config(INCOMING, OUTGOING) if len(asked) == 2 else None

    assert look_up(ADDRESS, fetch) is not None
    assert asked == [
        ("autoconfig.shop.example", "/mail/config-v1.1.xml"),
        ("shop.example", "/.well-known/autoconfig/mail/config-v1.1.xml"),
    ]
    # The domain alone is told, nobody's address.
    assert not any("desk" in part for one in asked for part in one)


@pytest.mark.parametrize("address", ["desk", "desk@", "desk@a b", "desk@localhost"])
def test_no_server_is_asked_for_what_is_no_domain(address: str) -> None:
    def fetch(host: str, path: str) -> bytes | None:
        raise AssertionError(host, path)

    assert look_up(address, fetch) is None
