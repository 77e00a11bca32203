"""Which place an office is of, as far as what it may set hangs on that.

山东省人民政府                  a province
山东省青岛市人民政府            a city that may make regulations and rules (设区的市、自治州 and their like)
青岛市崂山区、江苏省昆山市      below: districts, counties, cities without districts, townships
"""

from __future__ import annotations

import re
from typing import Literal

Place = Literal["province", "city", "below"]

LISTED_IN = 2023
# That a city has districts is not in its name: these have, or are the four that 立法法 treats alike, as of that year;
# 莱芜 was one until 2018.
_CITIES = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 "
    "朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 "
    "乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 "
    "吉林 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 "
    "七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 "
    "宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 "
    "淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 "
    "南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 "
    "枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 "
    "安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 "
    "襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 "
    "郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 "
    "河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 "
    "百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 "
    "内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 "
    "曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 "
    "渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 "
    "陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 莱芜"
).replace(" ", "|")
_CITY = re.compile(rf"(?:{_CITIES})市|[^省市县区]{{1,12}}自治州")
_PROVINCE = re.compile(r"(?:北京|天津|上海|重庆)市|[^省市县区]{2,4}省|[^省市县区]{2,6}自治区")


# The place that a title begins with. A district is not told by 区 alone, for 小区, 开发区 and 山区 are matters, nor a
# city by 市: 农贸市场.
_MATTER = (
    "小|社|园|景|矿|牧|库|灌|开发|护|林|辖|片|街|厂|校|营|军|战|特|假|税|范|验|作|游|业|能|域|洪|养|殖|场|居住|名胜|"
    "历史城|主城|中心城|旧城|古城"
)
_DISTRICT = rf"(?![^省市县区\W]{{0,3}}(?:{_MATTER})区)[^省市县区\W]{{2,4}}区"
_COUNTY = (
    r"[^省市县区\W]{1,8}自治县|(?![^省市县区\W]{0,2}(?:贫困|试点|示范|储备|强|大|各|全|本|我)县)"
    r"[^省市县区\W]{1,3}县(?![级城域内])"
)
_TITLED = re.compile(
    rf"(?:{_PROVINCE.pattern})(?:(?:{_CITY.pattern})|[^省市县区\W]{{1,6}}市(?!场))?(?:{_DISTRICT}|{_COUNTY})?"
    rf"|(?:{_CITY.pattern})(?:{_DISTRICT}|{_COUNTY})?|{_COUNTY}"
)


def titled(title: str) -> str:
    """The place that a title begins with, as far as it can be told; or nothing."""
    found = _TITLED.match(title)
    return found.group() if found else ""


def place(name: str) -> Place:
    """Of which kind a place is, by its name with or without the province that it is in."""
    province = _PROVINCE.match(name)
    rest = name[province.end() :] if province else name
    if province and not rest:
        return "province"
    return "city" if _CITY.fullmatch(rest) else "below"
