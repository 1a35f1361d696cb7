"""CPU time at 100,000 entries, analysis time per message, loading time, memory. Printed, never asserted."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from functools import partial

from anxin.engines.language import analyse
from anxin.engines.retrieval import Entry, Index

from .analyse import NOW
from .table import Row

_WORDS = {
    "product": "空调 冰箱 洗衣机 燃气热水器 电热水器 油烟机 扫地机器人 空压机 净水器 洗碗机 烘干机 壁挂炉",
    "part": "滤网 遥控器 压缩机 主板 显示屏 门封 水泵 电机 排水管 传感器 点火器 风扇 内胆 滤芯 电池 电磁阀",
    "fault": "不工作 漏水 有异响 不亮 报警 有异味 结冰 卡住 老化 不转 堵了 松动 进水 生锈 失灵 跳闸 掉电",
    "when": "开机以后 早上 用了两年 刚装好 洗完衣服 下雨天 断电以后 夏天 冬天 清洗以后 搬家以后 一到晚上",
    "ask": "怎么办 是什么原因 怎么处理 要换吗 多少钱 能自己修吗 正常吗 在保修吗 怎么清洗 怎么拆",
}


def _pick(rng: random.Random, *kinds: str) -> list[str]:
    return [rng.choice(_WORDS[kind].split()) for kind in kinds]


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """Articles as a large brand would have them: a question, a paraphrase, every fourth a passage.

    Deterministic for a seed; model numbers keep them apart.
    """
    rng = random.Random(seed)
    for i in range(count):
        product, part, other, fault, when, ask = _pick(rng, "product", "part", "part", "fault", "when", "ask")
        asked = f"AX-{rng.randrange(3000)}{product}{when}{part}{fault}{ask}"
        passage = f"{product}的{part}{fault}时,先断电,再检查{part}和{other}。仍然{fault}请报修。"
        yield Entry(f"e{i}", (asked, f"{part}{fault}{ask}"), (passage,) if i % 4 == 0 else ())


def questions(count: int, seed: int = 2) -> Iterator[str]:
    """Questions a customer would type, not copied from an entry."""
    rng = random.Random(seed)
    for _ in range(count):
        product, part, when, fault, ask = _pick(rng, "product", "part", "when", "fault", "ask")
        yield f"我家{product}的{part}{when}{fault}了,请问{ask}"


def rows(count: int = 100_000) -> list[Row]:
    began = time.process_time()
    index = Index(entries(count))
    built = time.process_time() - began
    data = index.save()
    began = time.process_time()
    loaded = Index.load(data)
    loading = time.process_time() - began
    asked = list(questions(300))
    search = sorted(_milliseconds(partial(loaded.search, q)) for q in asked)
    reading = sorted(_milliseconds(partial(analyse, q, now=NOW)) for q in asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return [
        Row("search, CPU p95, ms", search[int(0.95 * len(search))], goal=20, less=True),
        Row("analysis, CPU p95, ms", reading[int(0.95 * len(reading))], goal=5, less=True),
        Row("build from entries, CPU s", built),
        Row("load saved index, CPU s", loading, goal=10, less=True),
        Row("peak memory, GB", peak, goal=1.5, less=True),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1e3
