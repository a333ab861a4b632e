"""The one text of a mail that is read, chosen among plain text and HTML."""

from dataclasses import dataclass, replace

from inbox_assistant.mail.body import Body
from inbox_assistant.mail.frame import Frame, take_apart
from inbox_assistant.mail.html import Reading, read_html
from inbox_assistant.mail.lines import without_outer_blanks
from inbox_assistant.mail.link import (
    FooterLinks,
    footer_links,
    may_hold_more,
    names_case,
    urls_in,
)
from inbox_assistant.mail.quote import history_start, without_history
from inbox_assistant.mail.running_text import running_text


@dataclass(frozen=True, slots=True)
class Content:
    """A mail's text, taken apart, and Amazon's genuine links below it."""

    text: str
    frame: Frame
    links: FooterLinks


def read_content(body: Body) -> Content:
    """Return the text that holds the writer's words."""
    plain = take_apart(body.plain)
    told = _links(plain)
    if body.html and not names_case(body.html, told.case):
        told = replace(told, is_case_sure=False)
    if body.html is None or _tells_all(plain, told, body.html):
        return Content(body.plain, plain, told)
    text = running_text(body.html)
    reading = read_html(body.html) if text is None else Reading(text)
    rich = _rich_frame(reading)
    links = _links_of_both(told, rich, reading)
    if _prefers_plain(body, plain, rich):
        return Content(body.plain, plain, links)
    return Content(reading.text, rich, links)


def _tells_all(plain: Frame, told: FooterLinks, html: str) -> bool:
    """Say whether the HTML cannot add anything to what the plain text says."""
    return plain.is_framed and bool(plain.words) and not may_hold_more(html, told)


def _prefers_plain(body: Body, plain: Frame, rich: Frame) -> bool:
    if not body.plain.strip():
        return False
    # A mail program's plain text may be a stub ("read me as HTML").
    if rich.is_framed and not plain.words and rich.words:
        return False
    return plain.is_framed or not rich.is_framed or _quotes(body.plain)


def _quotes(text: str) -> bool:
    return history_start(text.split("\n")) is not None


def _rich_frame(reading: Reading) -> Frame:
    block = reading.buyer_block
    if block is None:
        return take_apart(reading.text)
    head = reading.text[: block[0]]
    # The block of an earlier mail, quoted without quote signs.
    if _quotes(head):
        return take_apart(reading.text)
    words = reading.text[block[0] : block[1]].split("\n")
    return Frame(
        words="\n".join(without_outer_blanks(without_history(words))),
        head=head,
        tail=reading.text[block[1] :],
        is_framed=True,
    )


def _links(frame: Frame) -> FooterLinks:
    return footer_links(urls_in(frame.tail or ""))


def _links_of_both(
    from_plain: FooterLinks, rich: Frame, reading: Reading
) -> FooterLinks:
    """Return the links of the plain text, completed by the HTML's."""
    from_rich = FooterLinks()
    if rich.tail is not None:
        start = len(reading.text) - len(rich.tail)
        hrefs = [href for offset, href in reading.links if offset >= start]
        from_rich = footer_links([*urls_in(rich.tail), *hrefs])
    return FooterLinks(
        from_plain.no_response or from_rich.no_response,
        from_plain.case or from_rich.case,
        from_plain.is_case_sure,
    )
