"""What the fuzzer starts from: small beginnings, one for each format, so that its first minutes are not spent on
finding out what a page is."""

from __future__ import annotations

from tests.ingest import sheets, words

SEEDS = (
    "胡须管理办法\n第一条 胡须应当整洁。\n（一）每月修剪；\n第二条 违反本办法的，处以警告。\n",
    "# Beards Act\n\nArticle 1 A beard shall be tidy:\n(a) **daily**; <!-- note -->\n1. [`so`](x)\n",
    "<!doctype html><meta charset=gb2312><table><tr><td>第一条<br>胡须<ol><li>一<del>二</del></table>",
)
LIST = words.abstract(0, words.level(0, "chineseCounting", "第%1条　"), words.level(1, "decimal", "%1."))
CHANGED = f"<w:ins>{words.r('每月')}</w:ins><w:del><w:r><w:delText>每年</w:delText></w:r></w:del>"
BODY = (
    words.p("胡须管理办法")
    + words.p("胡须应当整洁：", words.listed(1))
    + words.p(f"{CHANGED}<w:r><w:t>修剪。</w:t></w:r>", words.listed(1, 1))
    + "<w:tbl><w:tr><w:tc>"
    + words.p("甲")
    + "</w:tc><w:tc>"
    + words.p("乙")
    + "</w:tc></w:tr></w:tbl>"
)
FILES = (
    words.package(BODY, numbering=LIST + words.num(1, 0)),
    words.xml("document", f"<w:body>{BODY}</w:body>").encode(),
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
    b"Content-Transfer-Encoding: quoted-printable\n\n<p>=E7=AC=AC=E4=B8=80=E6=9D=A1 x</p>\n--b--\n",
    sheets.pdf(sheets.column("胡须管理办法", "　　第一条 胡须应当整洁。", "　　第二条 略。")),
)


def as_file(ending: str, data: bytes) -> bytes:
    """The file of that ending that the data is, or is the main part of."""
    if ending != ".docx" or b"<w:document" not in data:
        return data
    parts = {"word/numbering.xml": words.xml("numbering", LIST + words.num(1, 0)).encode(), "word/document.xml": data}
    parts["word/_rels/document.xml.rels"] = words.relations([("numbering", "numbering.xml")]).encode()
    parts["_rels/.rels"] = words.relations([("officeDocument", "word/document.xml")]).encode()
    return words.zipped(parts)
