"""The text that holds the words is chosen among plain text and HTML."""

from inbox_assistant.mail.body import Body
from inbox_assistant.mail.reading import read_content

D = "-" * 13
PRE = "white-space: -o-pre-wrap"
LINK = (
    "https://sellercentral.amazon.de/messaging/no-response-needed"
    f"?t=T1&m=M1&mp=A1&c=C1&h={'a' * 40}&s=1"
)
PLAIN = f"# 302-5551234-1234567:\n\n{D} Word: {D}\n\nfrom plain\n\n{D} End {D}\n"
HTML = (
    f"<p>{D} Word: {D}</p><pre style='{PRE}'>from html</pre><p>{D} End {D}</p>"
    f"<a href='{LINK.replace('&', '&amp;')}'>x</a>"
)


def test_plain_text_goes_first() -> None:
    content = read_content(Body(plain=PLAIN, html=HTML))
    assert content.frame.words == "from plain"


def test_a_link_that_only_the_html_has_is_found() -> None:
    content = read_content(Body(plain=PLAIN, html=HTML))
    assert content.links.no_response is not None
    assert content.links.no_response.url == LINK


def test_a_case_is_sure_unless_both_forms_of_the_mail_name_different_ones() -> None:
    page = "https://sellercentral.amazon.de/messaging/inbox?fi=caseId&ss={0}&cc={0}"
    one, other = (page.format(f"{d * 8}-1111-4111-8111-{d * 12}") for d in "ab")
    plain = f"{PLAIN}\nReport {one}\n"
    for html, is_sure in ((one, True), (one.upper(), True), ("", True), (other, False)):
        links = read_content(
            Body(plain=plain, html=f"{HTML}<a href='{html}'>x</a>")
        ).links
        assert links.case is not None
        assert links.is_case_sure is is_sure


def test_the_block_of_the_html_is_read_where_plain_text_is_missing_or_a_stub() -> None:
    for plain in ("", " \n", "Please read me as HTML."):
        assert read_content(Body(plain=plain, html=HTML)).frame.words == "from html"


def test_html_without_the_block_is_read_by_its_markers() -> None:
    html = (
        f"<p>{D} Word: {D}</p><p>hi<br>you</p><p>{D} End {D}</p><a href='{LINK}'>x</a>"
    )
    content = read_content(Body(html=html))
    assert content.frame.words == "hi\nyou"
    assert content.links.no_response is not None


def test_a_link_inside_the_buyers_block_is_not_amazons() -> None:
    html = f"<pre style='{PRE}'>see {LINK} <a href='{LINK}'>x</a></pre><p>end</p>"
    assert read_content(Body(html=html)).links.no_response is None


def test_the_block_of_an_earlier_mail_is_not_taken_for_the_words() -> None:
    html = (
        "<p>Blue.</p><p>Am 20.11.2026 um 10:12 schrieb Shop:</p>"
        f"<pre style='{PRE}'>Which?</pre><a href='{LINK}'>x</a>"
    )
    content = read_content(Body(html=html))
    assert content.frame.words == "Blue."
    assert content.links.no_response is None


def test_an_answer_in_plain_text_wins_over_a_block_in_html() -> None:
    plain = "Blue.\n\nOn 20 Nov at 10:12 <x> wrote:\n> Which?\n> Colour?"
    assert read_content(Body(plain=plain, html=HTML)).frame.words == "Blue."
