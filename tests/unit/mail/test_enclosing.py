"""Files go into a mail and come out of it again, byte for byte."""

import email
import email.policy
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.compose import compose_reply, whole_text
from inbox_assistant.mail.enclosing import Enclosed, files_in
from inbox_assistant.mail.parse import parse_mail
from tests.unit.mail.test_compose import LETTER

FILES = (
    Enclosed("Guide.pdf", "application/pdf", bytes(range(256)) * 9),
    Enclosed("Größe – sehr lange Namen dürfen sein, so wie er.txt", "text/plain", b""),
    Enclosed("寸法.png", "image/png", b"\x89PNG\r\n.\r\n--=_x\r\nFrom me"),
)


def test_another_reader_finds_text_and_files() -> None:
    raw = compose_reply(replace(LETTER, files=FILES))
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == whole_text(LETTER)
    found = [
        Enclosed(
            str(part.get_filename()),
            part.get_content_type(),
            part.get_payload(decode=True) or b"",
        )
        for part in mail.iter_attachments()
    ]
    assert tuple(found) == FILES
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_own_parser_names_them() -> None:
    mail = parse_mail(compose_reply(replace(LETTER, files=FILES)))
    assert [(one.name, one.size) for one in mail.attachments] == [
        (one.name, len(one.content)) for one in FILES
    ]


def test_without_files_a_reply_has_one_part() -> None:
    raw = compose_reply(LETTER)
    assert b"multipart" not in raw
    assert files_in(raw) == []


def test_the_same_reply_has_the_same_bytes() -> None:
    letter = replace(LETTER, files=FILES)
    assert compose_reply(letter) == compose_reply(letter)


NAMES = st.text(
    st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=150
).map(lambda name: f"{name}.pdf")


@given(names=st.lists(NAMES, max_size=4), content=st.binary(max_size=300))
def test_any_name_and_content_come_out_as_they_went_in(
    names: list[str], content: bytes
) -> None:
    files = tuple(Enclosed(name, "application/pdf", content) for name in names)
    raw = compose_reply(replace(LETTER, files=files))
    assert tuple(files_in(raw)) == files


def test_a_media_type_that_is_none_is_not_written() -> None:
    odd = (Enclosed("a.pdf", "x\r\nBcc: a@b.example", b"1"),)
    raw = compose_reply(replace(LETTER, files=odd))
    assert b"Bcc" not in raw
    assert b"application/octet-stream" in raw
