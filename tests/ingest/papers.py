"""Small files of every format, made on the spot."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
import pypdf

Placed = tuple[float, float, float, str]


def a_pdf(*pages: Sequence[Placed], encoding: str = "/WinAnsiEncoding") -> bytes:
    """A PDF in Helvetica whose lines stand where they are told: x, y, size, text."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        content = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n"
            for x, y, size, text in lines
        )
        objects.append(f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}endstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            f"/Encoding{encoding}>>>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return _assembled(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return out + (head + tail).encode()


def a_blank_pdf(*, locked: bool = False) -> bytes:
    """A PDF of one empty page, as a scan without text is for a reader."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    if locked:
        writer.encrypt("x")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_docx(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def a_zip(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files, under just these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
