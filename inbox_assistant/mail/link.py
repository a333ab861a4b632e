"""Amazon's links in a mail's footer, offered only after every check."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from inbox_assistant.mail.domains import TOP_LEVELS, is_case, top_level_of

_LONGEST = 2_000
_MOST_PARAMETERS = 30
_URL = re.compile(r"https://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_SAFE = re.compile(r"[!-~]+\Z")
_HEX_40 = re.compile(r"[0-9a-fA-F]{40}\Z")
_TOKEN = re.compile(r"[\w.~:+/=-]{1,200}\Z", re.ASCII)
_SELLER_HOSTS = frozenset(f"sellercentral.amazon.{top}" for top in TOP_LEVELS)
_OLD_HOSTS = _SELLER_HOSTS | {f"www.amazon.{top}" for top in TOP_LEVELS}
_NEW_PATH = "/messaging/no-response-needed"
_OLD_PATH = "/gp/communication-manager/no-response-needed.html"
_CASE_PATH = "/messaging/inbox"


@dataclass(frozen=True, slots=True)
class NoResponseLink:
    """A genuine signed link and what it says about its mail."""

    url: str
    message_token: str
    thread_token: str | None
    marketplace_id: str
    top_level: str


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A genuine link to a case's page."""

    url: str
    case_id: str
    top_level: str


@dataclass(frozen=True, slots=True)
class FooterLinks:
    """The links that were found to be Amazon's."""

    no_response: NoResponseLink | None = None
    case: CaseLink | None = None
    is_case_sure: bool = True
    """Whether nothing else in the mail names another case."""


def urls_in(text: str) -> list[str]:
    """Return the https addresses written in *text*."""
    return [match[0].rstrip(".,;:!?)]'") for match in _URL.finditer(text)]


def footer_links(urls: Iterable[str]) -> FooterLinks:
    """Return the genuine links among the *urls* of a footer, the last of each."""
    no_response: NoResponseLink | None = None
    case: CaseLink | None = None
    for url in urls:
        if "/messaging/" not in url and _OLD_PATH not in url:
            continue
        no_response = read_no_response(url) or no_response
        case = read_case(url) or case
    return FooterLinks(no_response, case)


def may_hold_more(html: str, known: FooterLinks) -> bool:
    """Say whether *html* may hold a link of a kind that is not *known* yet."""
    lacking = (
        known.no_response is None and "no-response-needed" in html,
        known.case is None and _CASE_PATH in html,
    )
    return any(lacking)


def names_case(html: str, case: CaseLink | None) -> bool:
    """Say whether *html* names no other case than the plain text's *case*.

    Both forms of a mail are about one case. Where they are not, neither tells which
    messages belong together.
    """
    return case is None or _CASE_PATH not in html or case.case_id in html.lower()


def read_no_response(url: str) -> NoResponseLink | None:
    """Return what *url* says if it is a signed link of Amazon's, else ``None``."""
    split = _split(url) if _NEW_PATH in url or _OLD_PATH in url else None
    if split is None:
        return None
    host, path, values = split
    if host in _SELLER_HOSTS and path == _NEW_PATH:
        return _new_form(url, host, values)
    if host in _OLD_HOSTS and path == _OLD_PATH:
        return _old_form(url, host, values)
    return None


def has_no_response_link(text: str) -> bool:
    """Say whether a signed link of Amazon's stands anywhere in *text*."""
    return any(map(read_no_response, urls_in(text)))


def _new_form(url: str, host: str, values: dict[str, str]) -> NoResponseLink | None:
    tokens = (values.get("t", ""), values.get("m", ""))
    complete = all(_TOKEN.match(token) for token in tokens)
    if not (complete and _HEX_40.match(values.get("h", ""))):
        return None
    return NoResponseLink(
        url, tokens[1], tokens[0], values.get("mp", ""), top_level_of(host) or ""
    )


def _old_form(url: str, host: str, values: dict[str, str]) -> NoResponseLink | None:
    # In the old form ``t`` is the signature; the thread is not named.
    signed = _HEX_40.match(values.get("t", "")) and values.get("d", "").isdigit()
    if not (signed and _TOKEN.match(values.get("msg", ""))):
        return None
    return NoResponseLink(
        url, values["msg"], None, values.get("mp", ""), top_level_of(host) or ""
    )


def read_case(url: str) -> CaseLink | None:
    """Return the case that *url* shows if it is a page of Seller Central."""
    split = _split(url) if _CASE_PATH in url else None
    if split is None:
        return None
    host, path, values = split
    case_id = (values.get("cc") or values.get("ss") or "").lower()
    named = values.get("fi") == "caseId" and is_case(case_id)
    if host not in _SELLER_HOSTS or path != _CASE_PATH or not named:
        return None
    top = top_level_of(host) or ""
    return CaseLink(case_page(case_id, top), case_id, top)


def case_page(case_id: str, top_level: str) -> str:
    """Return the address of a case's page on Seller Central."""
    return (
        f"https://sellercentral.amazon.{top_level}/messaging/inbox"
        f"?fi=caseId&ss={case_id}&cc={case_id}"
    )


def _pairs_of(query: str) -> list[tuple[str, str]]:
    """Return the parameters of *query*; raises ValueError where they are too many."""
    pieces = query.split("&")
    if "%" in query or "+" in query or len(pieces) > _MOST_PARAMETERS:
        return parse_qsl(query, max_num_fields=_MOST_PARAMETERS, keep_blank_values=True)
    # Nothing in it stands for something else.
    named = (piece.partition("=") for piece in pieces if piece)
    return [(name, value) for name, _, value in named]


def _split(url: str) -> tuple[str, str, dict[str, str]] | None:
    """Return host, path and parameters; ``None`` for anything unusual.

    A port, a user name, a fragment or a parameter given twice is a way to make two
    readers see two different addresses.
    """
    if len(url) > _LONGEST or not _SAFE.match(url):
        return None
    try:
        parts = urlsplit(url)
        pairs = _pairs_of(parts.query)
    except ValueError:
        return None
    values = dict(pairs)
    plain = parts.scheme == "https" and not parts.fragment and len(values) == len(pairs)
    if not plain or parts.netloc != (parts.netloc.lower().partition(":")[0]):
        return None
    return parts.netloc, parts.path, values
