"""Files in a mail that leaves, and out of it again."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from inbox_assistant.mail.headers import one_line
from inbox_assistant.mail.mime import read_parts

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,126}\Z")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 ._()+,=@-]{1,60}\Z")
_UNTOLD = "application/octet-stream"
_CODED = "utf-8''"
_PIECE = 60
"""Letters of a long name in one line of a header."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file with its bytes."""

    name: str
    media_type: str
    content: bytes


def enclosed_parts(text: bytes, files: Sequence[Enclosed], seed: str) -> bytes:
    """Return the rest of a mail: the part *text*, then each of *files*.

    *seed* makes the boundary, so that the same reply has the same bytes; base64
    and quoted-printable lines cannot begin as it does.
    """
    boundary = f"=_{hashlib.sha256(seed.encode()).hexdigest()[:40]}"
    head = f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'.encode()
    parts = [text, *(_part(file) for file in files)]
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    return head + body + line + b"--\r\n"


def files_in(raw: bytes) -> list[Enclosed]:
    """Return the files that a mail composed here holds, byte for byte."""
    return [
        Enclosed(part.name, part.media_type, part.content)
        for part in read_parts(raw)
        if part.is_attachment
    ]


def _part(file: Enclosed) -> bytes:
    media_type = file.media_type.lower()
    if not _MEDIA_TYPE.match(media_type) or media_type.startswith("multipart/"):
        media_type = _UNTOLD
    lines = [
        f"Content-Type: {media_type}",
        "Content-Disposition: attachment;" + _file_name(file.name),
        "Content-Transfer-Encoding: base64",
    ]
    coded = base64.encodebytes(file.content).rstrip().replace(b"\n", b"\r\n")
    return "\r\n".join(lines).encode("ascii") + b"\r\n\r\n" + coded


def _file_name(name: str) -> str:
    """Return a file's name as a parameter, by RFC 2231 where it is not plain."""
    plain = " ".join(one_line(name).split()).encode("utf-8", "replace").decode("utf-8")
    if _PLAIN_NAME.match(plain):
        return f'\r\n filename="{plain}"'
    # Some readers decode piece by piece: a letter of several bytes is not cut.
    pieces = [""]
    for letter in plain:
        coded = quote(letter, safe="")
        if len(pieces[-1]) + len(coded) > _PIECE:
            pieces.append("")
        pieces[-1] += coded
    pieces[0] = f"{_CODED}{pieces[0]}"
    if len(pieces) == 1:
        return f"\r\n filename*={pieces[0]}"
    return ";".join(f"\r\n filename*{at}*={piece}" for at, piece in enumerate(pieces))
