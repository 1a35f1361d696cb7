"""The codes of this engine in words people read: code → (zh, en)."""

from typing import Literal

Lang = Literal["zh", "en"]

WORDS: dict[str, tuple[str, str]] = {
    # what became of a promise
    "binds": ("起约束：最严的一条", "Binds: the strictest of all"),
    "later": ("到期更晚，不起约束", "Due later, does not bind"),
    "less_specific": ("同一来源里有更具体的一条", "Its source has a more specific promise"),
    "less_strict": (
        "同一来源里同样具体，取更严的一条",
        "Its source has an equally specific, stricter promise",
    ),
    "other_clock": ("不管这个时钟", "Is about another clock"),
    "not_applicable": ("条件不符，不适用", "Its conditions do not hold"),
    # why an interval counts or not
    "service_hours": ("服务时段内", "Within service hours"),
    "makeup_workday": ("调休上班日（{name}）", "Make-up workday ({name})"),
    "special_day": ("特殊日的服务时段", "Hours of a special day"),
    "wall_clock": ("连续计时", "Counted around the clock"),
    "outside_hours": ("服务时段外", "Outside service hours"),
    "rest_day": ("休息日", "Day off"),
    "holiday": ("法定节假日（{name}）", "Public holiday ({name})"),
    "paused": ("暂停：{name}，证据齐", "Paused: {name}, with evidence"),
    "stood_stopped": ("已停止，后来重开", "Stopped, later reopened"),
    # what was not believed
    "pause_without_evidence": ("暂停没有证据，照计", "Pause without evidence, counted"),
    "pause_rejected": ("暂停被驳回，照计", "Pause rejected, counted"),
    "pause_reason_unknown": ("没有这种暂停理由，照计", "No such reason to pause, counted"),
    "pause_not_for_clock": ("这个理由不能停这个时钟，照计", "This reason cannot hold this clock, counted"),
    "pause_incomplete": (
        "暂停缺少经手人或时间不对，照计",
        "Pause lacks an author or its times are wrong, counted",
    ),
    "pause_cap": ("暂停只算到上限，之后照计", "Paused up to its cap only, counted after it"),
    "stop_without_evidence": ("没有规定的证据，不算完成", "Not done: the required evidence is missing"),
    "restart_ignored": ("改派、退单不重置时钟", "Reassignment or return never resets a clock"),
    "already_stopped": ("时钟已停，后面的不算", "The clock had stopped already"),
    "not_stopped": ("时钟没有停，无需重开", "The clock had not stopped"),
    "agreement_without_evidence": ("改约没有证据，不算", "New time without evidence, not accepted"),
    # what to be careful about
    "holiday_table_missing": (
        "{name} 年没有节假日表，按普通周计算",
        "No holiday table for {name}, plain weeks used",
    ),
    "holiday_table_provisional": (
        "{name} 年只有法定节日，调休待公布",
        "{name}: statutory holidays only, make-up days not announced yet",
    ),
}


def say(code: str, lang: Lang, name: str = "") -> str:
    """The words of a code. Raises KeyError for a code without words."""
    zh, en = WORDS[code]
    return (zh if lang == "zh" else en).format(name=name)
