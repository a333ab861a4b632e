"""What is known about providers is whole and usable."""

from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.mail.providers import Providers, domain_of, load_providers
from inbox_assistant.mail.server_settings import MailboxSettings, Security

PATH = paths.resources() / "providers.toml"


@pytest.fixture(scope="module")
def providers() -> Providers:
    """Return what the program ships."""
    return load_providers(PATH)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("desk@gmail.com", "imap.gmail.com"),
        ("desk@googlemail.com", "imap.gmail.com"),
        ("DESK@Outlook.COM", "outlook.office365.com"),
        ("desk@yahoo.de", "imap.mail.yahoo.com"),
        ("desk@fastmail.com", "imap.fastmail.com"),
        ("desk@icloud.com", "imap.mail.me.com"),
        ("desk@gmx.de", "imap.gmx.net"),
        ("desk@web.de", "imap.web.de"),
        ("desk@ionos.de", None),
        ("desk@ovh.net", "ssl0.ovh.net"),
        ("desk@shop.example", None),
        ("desk", None),
    ],
)
def test_a_provider_is_found_by_the_address(
    providers: Providers, address: str, host: str | None
) -> None:
    found = providers.of_address(address)
    assert (found.reads.host if found else None) == host


def test_no_domain_belongs_to_two_providers(providers: Providers) -> None:
    domains = [domain for one in providers.known for domain in one.domains]
    assert len(domains) == len(set(domains))


def test_every_server_can_be_reached_safely(providers: Providers) -> None:
    for one in providers.known:
        for server in (one.reads, one.sends):
            settings = MailboxSettings(
                server.host, server.port, "desk", Security(server.security)
            )
            assert settings.security is not Security.NONE_ON_LOOPBACK


def test_every_way_of_signing_in_is_a_password_or_a_known_page(
    providers: Providers,
) -> None:
    known = {"password", "app-password", *providers.pages}
    assert {way for one in providers.known for way in one.sign_in} == known
    for page in providers.pages.values():
        assert page.authorize.startswith("https://")
        assert page.token.startswith("https://")
        assert page.scopes


def test_a_company_at_a_great_provider_is_known_by_its_server(
    providers: Providers,
) -> None:
    found = providers.at_host("outlook.office365.com")
    assert found is not None
    assert found.sign_in == ("microsoft",)
    assert providers.at_host("imap.shop.example") is None


def test_the_domain_is_what_stands_behind_the_last_sign() -> None:
    assert domain_of('"a@b"@Shop.Example ') == "shop.example"
    assert domain_of("shop.example") == ""


def test_a_file_without_what_it_needs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("[sign_in]\n[one]\nname = 'x'\n")
    with pytest.raises(KeyError):
        load_providers(tmp_path / "wrong.toml")
