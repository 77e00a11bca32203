"""A rule in traditional characters is read as one in simplified ones, and shown as it is printed."""

from __future__ import annotations

from tests.texts import parsed

SIMPLIFIED = """胡须管理办法
（2021年1月2日东区人民政府发布）
第一章 总则
第一条 有下列条件的，应当办理：
（一）长；
（二）短。
第二条 略。
"""
TRADITIONAL = """鬍鬚管理辦法
（2021年1月2日東區人民政府發布）
第一章 總則
第一條 有下列條件的，應當辦理：
（一）長；
（二）短。
第二條 略。
"""


def test_its_provisions_are_the_same_and_its_characters_its_own() -> None:
    found = parsed(TRADITIONAL)
    assert [provision.eid for provision in found.walk()] == [provision.eid for provision in parsed(SIMPLIFIED).walk()]
    assert [provision.num for provision in found.walk() if provision.level == "article"] == ["第一條", "第二條"]
    assert found.leaves()[0].text == "有下列條件的，應當辦理："
    assert found.title == "鬍鬚管理辦法"
    assert [piece.reason for piece in found.residue] == ["title", "approval"]
    assert found.problems == ()
