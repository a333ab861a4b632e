"""A file that came with a mail is found again, also inside a forwarded mail."""

from email.message import EmailMessage

from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.mail.attached import attached_file
from inbox_assistant.mail.parse import parse_mail


def mail_with(name: str, content: bytes) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "x1@marketplace.amazon.de"
    mail["Subject"] = "Frage"
    mail.set_content("Siehe Foto.")
    mail.add_attachment(content, maintype="image", subtype="png", filename=name)
    return mail


def test_a_file_is_found_as_it_was_named_by_the_parser() -> None:
    raw = mail_with("foto.png", b"\x89PNG 1").as_bytes()
    [file] = parse_mail(raw).attachments
    assert attached_file(raw, file) == b"\x89PNG 1"


def test_a_file_in_a_forwarded_mail_is_found() -> None:
    outer = EmailMessage()
    outer["From"] = "boss@shop.example"
    outer.set_content("Bitte antworten.")
    outer.add_attachment(mail_with("foto.png", b"inside"))
    wanted = Attachment("foto.png", "image/png", 6)
    assert attached_file(outer.as_bytes(), wanted) == b"inside"


def test_what_is_not_there_is_not_found() -> None:
    raw = mail_with("foto.png", b"1").as_bytes()
    assert attached_file(raw, Attachment("other.png", "image/png", 1)) is None
    assert attached_file(b"", Attachment("a", "b/c", 1)) is None
    bomb = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"\n--x" * 6000
    assert attached_file(bomb, Attachment("a", "b/c", 1)) is None
