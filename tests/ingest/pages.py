"""Pages as government sites and blogs make them, around any rule: what stands in them besides the rule is known.

Each template takes a rule's title and its paragraphs and gives a page; its chrome is drawn from `CHROME`, so that a
word of it among the provisions is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

CHROME = (
    *("网站首页", "政务公开", "互动交流", "办事服务", "相关解读", "图解政策"),
    *("浏览次数", "分享到微信", "无障碍浏览", "网站地图"),
)
PROSE = "近日，东区召开专题会议，研究部署胡须管理工作，区长出席会议并讲话。"  # a neighbour's teaser, in a sidebar

Template = Callable[[str, Sequence[str]], str]


def _links(*words: str) -> str:
    return " | ".join(f'<a href="/x/{at}.html">{word}</a>' for at, word in enumerate(words))


def _list(*words: str) -> str:
    return "<ul>" + "".join(f'<li><a href="/y/{at}.html">{word}</a></li>' for at, word in enumerate(words)) + "</ul>"


def content_management(title: str, paragraphs: Sequence[str]) -> str:
    """One <p> a paragraph in a named container, indented by U+3000."""
    body = "\n".join(f'<p style="text-indent: 2em;">　　{escape(p)}</p>' for p in paragraphs)
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}_东区人民政府</title>
<script>document.write("第一百条 脚本不是条文。")</script></head><body>
<div class="header"><div class="nav">{_links(*CHROME[:4])}</div></div>
<div class="path">您现在的位置：{_links("网站首页", "政务公开", "政策文件")}</div>
<div class="article"><h1>{title}</h1><div class="info">来源：东区胡须办　浏览次数：<span>12</span>　分享到微信</div>
<div class="pages_content" id="UCAP-CONTENT">{body}</div>
<div class="related"><h3>相关解读</h3>{_list("胡须问答", "图解政策：胡须", "专家谈胡须")}</div></div>
<div class="footer"><p>主办：东区人民政府办公室　{_links("网站地图")}　京ICP备00000000号</p></div></body></html>"""


def layout_tables(title: str, paragraphs: Sequence[str]) -> str:
    """A page laid out with tables inside a form, capital tags, paragraphs that nobody closes."""
    body = "\n".join(f"<P><FONT size=3>&nbsp;&nbsp;&nbsp;&nbsp;{escape(p)}</FONT>" for p in paragraphs)
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY bgcolor=#ffffff><FORM name=Form1 action=s.aspx>
<TABLE width=980><TR><TD>{_links(*CHROME[:4])}</TD></TR></TABLE>
<TABLE width=980><TR><TD width=200 valign=top>{_list(*CHROME[4:8])}</TD>
<TD valign=top><TABLE><TR><TD align=center><B>{title}</B></TD></TR>
<TR><TD>浏览次数：12　<A href="javascript:window.print()">打印</A></TD></TR>
<TR><TD>{body}</TD></TR></TABLE></TD></TR></TABLE>
<TABLE><TR><TD>{_links(*CHROME[8:])}<BR>版权所有：东区人民政府</TD></TR></TABLE></FORM></BODY></HTML>"""


def breaks_alone(title: str, paragraphs: Sequence[str]) -> str:
    """No paragraphs: <br> between them, line ends of the source in mid sentence."""
    body = "<br />\n<br />\n".join("　　" + "\n".join((escape(p[:40]), escape(p[40:]))).strip() for p in paragraphs)
    return f"""<html><head><title>{title}</title></head><body><div id="top">{_links(*CHROME[:5])}</div>
<div id="con"><h2>{title}</h2><div id="zoom">{body}</div></div>
<div id="bottom">{_links(*CHROME[5:])}</div></body></html>"""


def saved_by_word(title: str, paragraphs: Sequence[str]) -> str:
    """Each paragraph in runs of spans, as a word processor saves a page; no site around it."""
    cut = ((escape(p[:3]), escape(p[3:9]), escape(p[9:])) for p in paragraphs)
    runs = (f"<span lang=EN-US>{a}</span><span>{b}</span><b>{c}</b>" for a, b, c in cut)
    body = "\n".join(f"<p class=MsoNormal style='text-indent:32.0pt'>{run}<o:p></o:p></p>" for run in runs)
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p {{margin:0}} --></style></head><body lang=ZH-CN><div class=WordSection1><p align=center><b>{title}</b></p>
{body}<p><span>&nbsp;</span></p></div></body></html>"""


def blog(title: str, paragraphs: Sequence[str]) -> str:
    """An article with a sidebar of teasers, tags and a form for comments."""
    body = "\n".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title} – 胡须博客</title></head><body>
<header><nav>{_list(*CHROME[:4])}</nav></header><main><article><header><h1>{title}</h1></header>
<div class="entry">{body}</div><footer>标签：{_links("胡须", "管理")}</footer></article>
<section id="comments"><h3>发表评论</h3><form><label>评论 <textarea></textarea></label>
<button>提交</button></form></section></main>
<aside><h3>图解政策</h3><p>{PROSE}</p><p>{PROSE}</p>{_list(*CHROME[4:9])}</aside>
<footer><p>© 胡须博客</p></footer></body></html>"""


def in_parts(title: str, paragraphs: Sequence[str]) -> str:
    """A list of links to the chapters first, then the paragraphs in several containers side by side."""
    size = max(1, len(paragraphs) // 3)
    groups = [paragraphs[at : at + size] for at in range(0, len(paragraphs), size)]
    parts = "\n".join(
        f'<div class="part" id="p{at}">' + "".join(f"<div>{escape(p)}</div>" for p in group) + "</div>"
        for at, group in enumerate(groups)
    )
    contents = _list(*(f"部分{at}" for at in range(max(3, len(groups)))))
    return f"""<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>
<nav>{_links(*CHROME[:6])}</nav><div class="wrap"><h1 class="t">{title}</h1><div class="toc">{contents}</div>
<div class="law">{parts}</div><div class="side"><p>{PROSE}</p>{_list(*CHROME[6:])}</div></div></body></html>"""


TEMPLATES: tuple[Template, ...] = (content_management, layout_tables, breaks_alone, saved_by_word, blog, in_parts)
FOREIGN = (*CHROME, PROSE, "发表评论", "打印", "版权所有", "ICP", "部分1", "脚本")
