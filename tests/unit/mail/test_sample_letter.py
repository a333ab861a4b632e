"""The sample's mails have the form of real ones."""

from datetime import UTC, datetime

from inbox_assistant.mail import sample_letter as letter
from inbox_assistant.mail.parse import parse_mail

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ENVELOPE = letter.Envelope(
    sender="Nora <abc@marketplace.amazon.de>",
    recipient="desk@shop.example",
    server="mx.shop.example",
    subject="Größe",
    dated_at=NOW,
    message_id="<a@x>",
    fields=(("X-Test", "1"),),
)
FRAME = letter.Frame(
    order_id="302-5551234-1234567",
    product="Lamp <b>",
    asin="B0FERN00A1",
    link="https://sellercentral.amazon.de/messaging/no-response-needed"
    f"?t=T&m=M&mp=A1&c=C&h={'a' * 40}&s=1",
    case_link="https://sellercentral.amazon.de/messaging/inbox?fi=caseId",
    survey="https://www.amazon.de/gp/survey?id=1",
)
WORDS = "Hello,\n  is it <big> & green?"


def test_every_form_keeps_the_words() -> None:
    for body in (
        letter.text_part(letter.new_form(FRAME, WORDS)),
        letter.text_part(letter.old_form(FRAME, WORDS)),
        letter.text_part(letter.html_form(FRAME, WORDS), "html"),
        letter.text_part(letter.program_form(WORDS, "Which?", "Shop", NOW)),
        letter.container(
            "mixed",
            letter.text_part(letter.new_form(FRAME, WORDS)),
            letter.picture_part("a.gif"),
        ),
    ):
        mail = parse_mail(letter.mail(ENVELOPE, body))
        assert mail.words == WORDS
        assert mail.subject == "Größe"
        assert mail.dated_at == NOW


def test_a_picture_comes_as_a_file() -> None:
    body = letter.container(
        "mixed", letter.text_part("a"), letter.picture_part("a.gif")
    )
    (picture,) = parse_mail(letter.mail(ENVELOPE, body)).attachments
    assert (picture.name, picture.media_type) == ("a.gif", "image/gif")
    assert picture.size > 20


def test_a_copy_holds_our_words() -> None:
    body = letter.text_part(letter.copy_form("302-5551234-1234567", "a\n\nb"), "html")
    assert parse_mail(letter.mail(ENVELOPE, body)).words == "a\n\nb"


def test_numbers_depend_on_their_seed_alone() -> None:
    one, two = letter.Numbers("a"), letter.Numbers("b")
    assert one.order(302) == letter.Numbers("a").order(302) != two.order(302)
    assert one.token() != two.token()
    assert len(one.token()) == 14
    assert one.case() != two.case()
