"""People's names and phone numbers, invented but as they are."""

from random import Random

# The commonest surnames with their rough weight, and given names by generation.
_SURNAMES = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹", "彭", "曾", "萧", "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "任", "卢", "姚", "沈", "钟", "姜", "崔", "谭", "陆", "范", "汪", "廖", "石", "金", "贾", "夏", "付", "方", "邹", "熊", "白", "孟", "秦", "邱", "侯", "江", "尹", "薛", "闫", "雷", "龙", "史", "陶", "贺", "毛", "郝", "顾", "龚", "邵", "万", "覃", "武", "钱", "戴", "严", "莫", "孔", "欧阳", "诸葛", "上官"]
_GIVEN = {
    "old": ["建国", "秀英", "桂兰", "玉珍", "国强", "淑华", "志明", "秀兰", "桂英", "德明", "美华", "金凤", "永福", "素珍", "文英", "根发", "阿毛", "水娟", "福根", "月琴"],
    "middle": ["伟", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "桂香", "建平", "海燕", "丽萍", "志强", "晓东", "红梅", "国平", "春燕", "慧敏", "文斌"],
    "young": ["子轩", "浩然", "宇航", "欣怡", "雨桐", "诗涵", "梓涵", "思远", "佳怡", "俊杰", "雨欣", "一鸣", "嘉豪", "若曦", "可欣", "天宇", "佳琪", "晨曦", "婷婷", "志远"],
}
_PREFIXES = (
    ["130", "131", "132", "133", "135", "136", "137", "138", "139", "150", "151", "152", "155", "157", "158", "159", "176", "177", "180", "181", "182", "186", "187", "188", "189"]
)


def person(random: Random) -> tuple[str, bool]:
    """A full name, and whether its bearer is old (counts as elderly)."""
    generation = random.choices(("old", "middle", "young"), (18, 52, 30))[0]
    weights = [1 / (3 + rank) for rank in range(len(_SURNAMES))]
    return random.choices(_SURNAMES, weights)[0] + random.choice(_GIVEN[generation]), generation == "old"


def phone(random: Random) -> str:
    """A mobile number of eleven digits."""
    return random.choice(_PREFIXES) + f"{random.randrange(10**8):08d}"
