"""Each part of a mail is put to its use."""

from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.mail.body import clean_lines, sort_parts
from inbox_assistant.mail.mime import Part


def part(media_type: str, content: bytes = b"x", name: str = "") -> Part:
    return Part(media_type, "utf-8", name, is_attachment=False, content=content)


def test_text_and_html_are_decoded_and_files_are_named() -> None:
    body = sort_parts(
        [
            part("text/plain", "ü\r\nb".encode()),
            part("text/html", b"<p>"),
            part("image/png", b"123", "a.png"),
        ]
    )
    assert body.plain == "ü\nb"
    assert body.html == "<p>"
    assert body.attachments == (Attachment("a.png", "image/png", 3),)


def test_a_text_with_a_name_is_a_file_unless_it_is_all_there_is() -> None:
    named = part("text/plain", b"note", "note.txt")
    assert sort_parts([part("text/plain"), named]).attachments[0].name == "note.txt"
    assert sort_parts([named]).plain == "note"


def test_mails_inside_are_kept_by_type_or_by_name() -> None:
    body = sort_parts(
        [
            part("message/rfc822", b"one"),
            part("application/octet-stream", b"two", "Forwarded.EML"),
        ]
    )
    assert body.mails == (b"one", b"two")
    assert len(body.attachments) == 2


def test_the_parts_of_a_bounce_are_told_apart() -> None:
    body = sort_parts(
        [
            part("message/delivery-status", b"Action: failed"),
            part("text/rfc822-headers", b"Message-ID: <a>"),
        ]
    )
    assert body.delivery_status == ("Action: failed",)
    assert body.returned_headers == (b"Message-ID: <a>",)
    assert body.plain == ""


def test_calendars_are_neither_text_nor_file() -> None:
    assert sort_parts([part("text/calendar"), part("text/plain", b"a")]).plain == "a"


def test_an_unknown_kind_of_text_is_read_as_text() -> None:
    assert sort_parts([part("text", b"a"), part("text/markdown", b"b")]).plain == "a\nb"


def test_line_ends_become_line_feeds() -> None:
    assert clean_lines("\ufeffa\r\nb\rc\nd") == "a\nb\nc\nd"
