"""What customers write, a symptom in their own words with what people say around it; what an agent answers first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from anxin.demo.knowledge.load import load
from anxin.engines.faultgraph import Graph, Symptom

_SINCE = (
    "昨天开始",
    "今天早上发现",
    "这两天",
    "刚刚",
    "用了不到半年就",
    "从上周起",
    "前天师傅走后又",
)
#: When it showed, while the machine was at its work.
_DURING: Mapping[str, Sequence[str]] = {
    "ac": ("昨晚睡到半夜", "中午一开机"),
    "washer": ("昨晚洗到一半", "刚才甩干的时候"),
    "fridge": ("今早拿菜的时候", "昨晚半夜"),
    "gas": ("昨晚洗澡的时候", "今早洗漱的时候"),
    "electric": ("昨晚洗澡的时候", "今早一通电"),
    "hood": ("昨晚炒菜的时候", "中午一开火"),
    "robot": ("昨天扫到一半", "今早回充的时候"),
    "compressor": ("今早开机的时候", "夜班的时候"),
}
_OPEN = ("您好，", "你好，", "", "", "师傅你好，", "麻烦问下，", "客服在吗，", "急！")
_CLOSE = (
    "，能不能派人来看看",
    "，麻烦安排师傅上门",
    "，家里有老人，尽快吧",
    "，请问怎么办",
    "，这还在保修期吧？",
    "，上门要收费吗",
    "，周末在家，平时上班",
    "，下午三点以后都在家",
    "",
    "",
    "。谢谢",
)
#: What a workshop says of its compressor instead.
_CLOSE_AT_WORK = ("，生产线停着，请尽快", "，麻烦安排师傅上门", "，请问怎么办", "，这还在保修期吧？", "", "。谢谢")
#: Where such a machine stands.
_PLACE: Mapping[str, Sequence[str]] = {
    "ac": ("客厅", "主卧", "次卧", "书房"),
    "washer": ("阳台", "卫生间"),
    "fridge": ("厨房", "客厅"),
    "gas": ("厨房", "阳台"),
    "electric": ("卫生间", "主卫"),
    "hood": ("厨房",),
    "robot": ("客厅",),
    "compressor": ("一车间", "空压站"),
}
#: How much a line breaks in each month, against its average: air conditioners in summer, heaters in winter.
_SEASON: Mapping[str, Sequence[float]] = {
    "ac": (0.7, 0.5, 0.4, 0.5, 0.9, 1.8, 2.6, 2.4, 1.2, 0.4, 0.4, 0.8),
    "fridge": (0.7, 0.7, 0.8, 0.9, 1.1, 1.3, 1.5, 1.4, 1.1, 0.9, 0.8, 0.7),
    "gas": (1.9, 1.7, 1.2, 0.9, 0.7, 0.5, 0.4, 0.4, 0.6, 0.9, 1.3, 1.8),
    "electric": (1.6, 1.5, 1.1, 0.9, 0.8, 0.6, 0.5, 0.5, 0.7, 1.0, 1.3, 1.6),
}
_SHARE = {"ac": 30, "washer": 18, "fridge": 14, "gas": 14, "hood": 9, "electric": 8, "robot": 5, "compressor": 2}


@dataclass(frozen=True, slots=True)
class Complaint:
    """A symptom and the sentence it is told in."""

    line: str
    symptom: Symptom
    text: str


def owned_line(random: Random) -> str:
    """A product line drawn by how many homes own one."""
    return random.choices(list(_SHARE), list(_SHARE.values()))[0]


def breaks(line: str, month: int) -> float:
    """How likely a unit of `line` breaks in `month` (1-12), against the yearly average of 1."""
    return _SEASON.get(line, (1.0,) * 12)[month - 1]


def complaint(line: str, random: Random, *, danger: bool = False) -> Complaint:
    """A fault of a line, weighed by how often its causes occur; dangerous ones only when asked for."""
    graph = load().graphs[line]
    symptoms = [s for s in graph.symptoms.values() if bool(s.danger) is danger] or list(graph.symptoms.values())
    symptom = random.choices(symptoms, [_frequency(graph, s) for s in symptoms])[0]
    return Complaint(line, symptom, _sentence(line, graph, symptom, random))


def _frequency(graph: Graph, symptom: Symptom) -> float:
    return 0.5 + sum(cause.prior * cause.on.get(symptom.id, 0.0) for cause in graph.causes.values())


def _sentence(line: str, graph: Graph, symptom: Symptom, random: Random) -> str:
    thing = random.choice([graph.name, graph.words[0], random.choice(_PLACE[line]) + graph.words[0]])
    said = random.choice([word for word in symptom.say if not word.isascii()] or [symptom.name])
    if random.random() < 0.25:
        return f"{random.choice(_OPEN)}{thing}{said}"
    close = random.choice(_CLOSE_AT_WORK if line == "compressor" else _CLOSE)
    return f"{random.choice(_OPEN)}{thing}{random.choice([*_SINCE, *_DURING[line]])}{said}{close}"


def hello(agent: str, *, visit: bool) -> str:
    """The first reply, when somebody must come and when it may go without."""
    if visit:
        return f"您好，我是客服{agent}。听您说的情况需要师傅上门看，我马上安排，师傅会先打电话跟您约时间。"
    return f"您好，我是客服{agent}，正在看您说的情况，先请您按我说的试一下。"


def comment(csat: int, random: Random) -> str:
    """What is said beside a score; content people often say nothing."""
    if csat >= 4:
        return random.choice(("", "", "师傅很准时，鞋套也穿了。", "讲得清楚，收费透明。", "修得快，谢谢。"))
    return random.choice(("等得有点久。", "约的时间改了一次。", "没讲清楚为什么坏。"))
