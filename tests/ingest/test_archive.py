"""A web archive is read as the page that it holds, whatever it is called and however that is packed."""

from __future__ import annotations

import contextlib
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.web import archive as archive_reader
from policydiff.parsing import parse

PAGE = (
    "<html><head><meta charset=gb2312><title>胡须管理办法</title></head><body><h1>胡须管理办法</h1>"
    "<p>第一条 胡须应当整洁。</p><p>第二条 每月修剪一次，不得少于一次。</p></body></html>"
)
FROM_CHROME = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.invalid/\r\nSubject: =?utf-8?Q?=E8=83=A1?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----M--b"\r\n\r\n\r\n'
    b"------M--b\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\n"
    b"Content-Transfer-Encoding: binary\r\nContent-Location: https://x.invalid/\r\n\r\n"
    + PAGE.replace("gb2312", "utf-8").encode()
    + b"\r\n------M--b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n------M--b--\r\n"
)


def archive(page: MIMEBase, *others: MIMEBase) -> bytes:
    whole = MIMEMultipart("related", _subparts=[page, *others])
    return b"From: <Saved by Windows>\nSubject: x\n" + whole.as_bytes()


def in_gb2312() -> MIMEText:
    return MIMEText(PAGE, "html", "gb2312")


def quoted() -> MIMEBase:
    import quopri

    part = MIMEBase("text", "html", charset="gb2312")
    part.set_payload(quopri.encodestring(PAGE.encode("gb2312")).decode("ascii"))
    part["Content-Transfer-Encoding"] = "quoted-printable"
    return part


def picture() -> MIMEBase:
    part = MIMEBase("image", "png")
    part.set_payload("iVBORw0KGgo第一条".encode().hex())
    return part


@pytest.mark.parametrize(
    "data",
    [
        archive(in_gb2312(), picture()),
        archive(quoted(), picture()),
        archive(MIMEMultipart("alternative", _subparts=[MIMEText("第九条", "plain", "utf-8"), quoted()])),
        b"MIME-Version: 1.0\n" + quoted().as_bytes(),
        FROM_CHROME,
    ],
    ids=["base64", "quoted", "in a part of a part", "the page alone", "as Chrome saves it"],
)
@pytest.mark.parametrize("name", ["a.mht", "a.MHTML", "a.doc", "a.html", "a.txt"])
def test_the_page_in_an_archive_is_read(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = parse(read(path))
    assert document.title == "胡须管理办法"
    assert [one.num for one in document.walk() if one.num] == ["第一条", "第二条"]
    assert [leaf.text for leaf in document.leaves()] == ["胡须应当整洁。", "每月修剪一次，不得少于一次。"]


def test_a_page_that_is_called_an_archive_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_text(PAGE.replace("gb2312", "utf-8"), encoding="utf-8")
    assert "第一条" in read(tmp_path / "a.mht").text


@pytest.mark.parametrize(
    "data",
    [
        archive(picture()),
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\nno part',
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--b\nContent-Type: text/html\n\n<p>x</p>",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b" + b"\nX: y" * 90_000,
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=胡\n\n--胡\nContent-Type: text/html\n\n".encode(),
    ],
    ids=["pictures alone", "no part", "no boundary", "a head without end", "no boundary that mail can have"],
)
def test_an_archive_without_a_page_is_refused_with_what_to_do(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_bytes(data)
    with pytest.raises(ReadError, match=r"without a page in it\. Open it, save its text as \.html") as caught:
        read(tmp_path / "a.mht")
    assert "其中没有网页" in caught.value.told("zh")


PACKED = ["7bit", "base64", "quoted-printable", "x-uuencode", "\xff"]


@given(st.binary(max_size=20), st.binary(max_size=30), st.sampled_from(PACKED))
def test_whatever_stands_in_an_archive_it_is_read_or_refused(edge: bytes, inside: bytes, packed: str) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=" + edge + b"\n\n--" + edge
    page = b"\nContent-Type: text/html; charset=" + inside + b"\nContent-Transfer-Encoding: " + packed.encode("latin-1")
    with contextlib.suppress(ReadError):
        assert archive_reader.content(head + page + b"\n\n" + inside + b"\n--" + edge, Path("a.mht")) is not None


def test_parts_in_parts_without_end_are_left_alone(tmp_path: Path) -> None:
    data = b"\n".join(
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d" % (at, at) for at in range(5_000)
    )
    (tmp_path / "a.mht").write_bytes(data + b"\nContent-Type: text/html\n\n<p>x</p>")
    with pytest.raises(ReadError, match="without a page"):
        read(tmp_path / "a.mht")


def test_a_rule_about_electronic_mail_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("From: 一、\n第一条 MIME-Version: 1.0 的邮件\n", encoding="utf-8")
    assert read(tmp_path / "a.txt").text.startswith("From: 一、")
