"""Which row of a table only names its columns.

序号 | 事项 | 依据      names them: a heading
1   | 修剪 | 第三条    says something: a provision
项目 | 成人 | 儿童      says who pays what is below: a provision, which may change
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.eid import ITEM_NUMBER, NUMERAL
from policydiff.expressions import expression

_COUNTS = ("序号", "编号", "项次")
_NUMBER = expression(rf"[（(]?{ITEM_NUMBER}[）)]?[、.．]?")
_COLUMN = (
    "项目|名称|类别|种类|类型|事项|内容|标准|依据|备注|说明|单位|部门|机关|数量|金额|时限|期限|范围|对象|条件|程序|等级|级别|情形|情节"
    "|行为|措施|要求|比例|面积|地点|方式|幅度|基准|阶次|档次|用途|规格|费用|价格|费率|税率|条款|材料|日期|时间|职责|任务|责任人"
)
# What a column is called. Any other word (每次, 儿童, 最高), a unit (元/次) or a bracket says more, and may change.
_NAME = expression(
    "(?:收费|计费|缴费|处罚|裁量|违法|法律|法定|设定|实施|执行|适用|办理|审批|申请|服务|检查|监督|考核|管理|责任|牵头|配合|完成"
    f"|具体|主要|工作|行政|许可|项目|事项){{0,2}}(?:{_COLUMN})"
)
_NAMED = expression(f"(?:{_COLUMN})$")
_OF_BODIES = expression("(?:单位|部门|机关|对象)$")  # above who takes part, and no amount
_AMOUNT = expression(rf"\d|(?:{NUMERAL}|万)(?:元|日|天|年|个|小时|倍|人|次|米|公里|平方|公斤|吨)|[百千]分之")


def is_head(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the first row of a table only names its columns; `below` are the cells of the next row. That one begins
    with a number where the first column counts, and holds an amount where it does not: a form asks for what its cells
    name, and where rows are named in their first cells (名称 | 单位 above 数量 | 三把) no row names columns."""
    if len(cells) < 2 or len(below) < 2:
        return False
    if cells[0] in _COUNTS:
        return _NUMBER.fullmatch(below[0]) is not None and all(map(_NAME.fullmatch, cells[1:]))
    if not all(map(_NAME.fullmatch, cells)) or _NAMED.search(below[0]) is not None:
        return False
    above_amounts = [name for name, cell in zip(cells, below, strict=False) if _AMOUNT.search(cell)]
    return not all(map(_OF_BODIES.search, above_amounts))
