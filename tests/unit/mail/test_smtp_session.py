"""The bytes of a mail travel so that nothing within it ends it."""

from hypothesis import example, given
from hypothesis import strategies as st

from inbox_assistant.mail.smtp_session import _stuffed

PIECES = st.sampled_from([b".", b"\r\n", b"\n", b"\r", b"a", b"\xff", b" "])


@given(st.lists(PIECES).map(b"".join))
@example(b"")
@example(b".\r\n.\n.\r.")
def test_whatever_a_mail_holds_only_our_dot_can_end_it(raw: bytes) -> None:
    sent = _stuffed(raw)
    lines = sent.split(b"\r\n")
    assert lines[-1] == b""
    assert b"." not in lines
    assert not any(set(line) & {10, 13} for line in lines)
    received = b"\r\n".join(line.removeprefix(b".") for line in lines)
    proper = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    assert received in {proper, proper + b"\r\n"}
