"""Small files of each kind, made by hand, for tests of what leaves with a reply."""

import io
import struct
import zipfile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(text: str, link: str = "") -> bytes:
    """Return a document of one page that says *text*, with one *link*."""
    page = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1")
    notes = (
        f"/Annots [<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({link})>>>>]"
        if link
        else ""
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>>>{notes}>>".encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        start,
    )


def docx(text: str, link: str = "", *, extra: dict[str, bytes] | None = None) -> bytes:
    """Return a document of Word's that says *text*, with one *link*."""
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in text.split("|"))
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": (
            f'<w:document xmlns:w="{_WORD}"><w:body><w:p>{runs}</w:p></w:body>'
            "</w:document>"
        ).encode(),
        "word/_rels/document.xml.rels": (
            '<Relationships><Relationship Id="r1" TargetMode="External" '
            f'Target="{link}"/></Relationships>'
        ).encode(),
        **(extra or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return stream.getvalue()


def tiff(*, with_place: bool) -> bytes:
    """Return the head of an image, with or without where it was taken."""
    if not with_place:
        return b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x0100, 3, 1, 1, 0)
    head = b"II*\0" + struct.pack("<I", 8)
    first = struct.pack("<HHHIII", 1, 0x8825, 4, 1, 26, 0)
    where = struct.pack("<HHHI4sHHIII", 2, 1, 2, 2, b"N\0\0\0", 2, 5, 3, 56, 0)
    degrees = struct.pack("<IIIIII", 52, 1, 31, 1, 12, 1)
    return head + first + where + degrees
