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
    "昨晚洗澡的时候",
    "前天师傅走后又",
)
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
_ROOM = ("客厅", "主卧", "厨房", "卫生间", "次卧", "阳台", "书房")
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
    return Complaint(line, symptom, _sentence(graph, symptom, random))


def _frequency(graph: Graph, symptom: Symptom) -> float:
    return 0.5 + sum(cause.prior * cause.on.get(symptom.id, 0.0) for cause in graph.causes.values())


def _sentence(graph: Graph, symptom: Symptom, random: Random) -> str:
    thing = random.choice([graph.name, graph.words[0], random.choice(_ROOM) + graph.words[0]])
    said = random.choice([word for word in symptom.say if not word.isascii()] or [symptom.name])
    if random.random() < 0.25:
        return f"{random.choice(_OPEN)}{thing}{said}"
    return f"{random.choice(_OPEN)}{thing}{random.choice(_SINCE)}{said}{random.choice(_CLOSE)}"


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
