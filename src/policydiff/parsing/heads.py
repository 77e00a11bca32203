"""Which row of a table only names its columns.

    序号 | 事项 | 依据      names them: a heading
    1   | 修剪 | 第三条    says something: a provision
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.eid import ITEM_NUMBER, NUMERAL
from policydiff.expressions import expression

_LONGEST_NAME = 12
# What a column is called. A unit (元/次), an amount or a bracket says more, and may change.
_NAME = expression(rf"[\u4e00-\u9fff、]{{1,{_LONGEST_NAME}}}")
_COUNTS = ("序号", "编号", "项次")
_NUMBER = expression(rf"[（(]?{ITEM_NUMBER}[）)]?[、.．]?")
_COLUMN = expression(
    "(?:项目|名称|类别|种类|类型|事项|内容|标准|依据|备注|说明|单位|部门|机关|数量|金额|时限|期限|范围|对象|条件|程序|等级|级别"
    "|情形|情节|行为|措施|要求|比例|面积|地点|方式|幅度|基准|阶次|档次|用途|规格|费用|价格|费率|税率)$"
)
_AMOUNT = expression(rf"\d|(?:{NUMERAL}|万)(?:元|日|天|年|个|小时|倍|人|次|米|公里|平方|公斤|吨)|[百千]分之")


def is_head(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the first row of a table only names its columns; `below` are the cells of the next row. That one begins
    with a number where the first column counts, and holds an amount where it does not: a form asks for what its cells
    name, and where rows are named in their first cells (名称 | 须梳 above 数量 | 三把) no row names columns."""
    if len(cells) < 2 or len(below) < 2 or not all(map(_NAME.fullmatch, cells)):
        return False
    if cells[0] in _COUNTS:
        return _NUMBER.fullmatch(below[0]) is not None
    named = _COLUMN.match(cells[0]) is not None or all(map(_COLUMN.search, cells))
    return named and _COLUMN.search(below[0]) is None and any(map(_AMOUNT.search, below))
