"""Reasons in Chinese and English."""

from __future__ import annotations

from typing import Literal

from anxin.engines.dispatch.result import Reason

WORDS: dict[str, tuple[str, str]] = {
    "banned": ("客户不接受该工程师", "the customer does not accept this engineer"),
    "on_call": (
        "值班待命，只出 {most} 级以内的急单：本单 {priority} 级",
        "on call only, for priority {most} or more urgent: this job has {priority}",
    ),
    "skill_missing": ("缺少技能 {skill}", "lacks skill {skill}"),
    "level_too_low": ("等级不够：{skill} {has} 级，要求 {needs} 级", "level too low: {skill} {has}, {needs} is needed"),
    "certificate_missing": ("没有法定证书 {certificate}", "has no legal certificate {certificate}"),
    "certificate_expired": ("法定证书 {certificate} 已过期", "legal certificate {certificate} has expired"),
    "tool_missing": ("没有工具 {tool}", "has no tool {tool}"),
    "part_missing": ("车上没有备件 {part}", "has no part {part} on the van"),
    "locked_elsewhere": ("调度已指定其他工程师", "a dispatcher has fixed another engineer"),
    "no_room": ("时段内排不下", "no room inside the window"),
    "gave_way": ("为更紧急的工单让位", "gave way to a more urgent job"),
    "released": ("保留的时段已释放", "the time held was released"),
    "explained": ("为说明原因暂时取出", "taken out to be explained"),
    "extra_travel": ("多行驶 {minutes} 分钟", "{minutes} min more travel"),
    "extra_lateness": ("晚于承诺 {minutes} 分钟", "{minutes} min later than promised"),
    "extra_overtime": ("加班 {minutes} 分钟", "{minutes} min overtime"),
    "ejects": ("工单 {job} 需要让位", "job {job} has to give way"),
    "not_authorised": ("网点未获此区域与品类授权", "the outlet is not authorised for this area and category"),
    "authorisation_over": ("授权不在有效期内", "the authorisation is not valid on this day"),
    "quota_full": ("当日配额 {quota} 已满", "today's quota of {quota} is used up"),
    "closed": ("网点停业", "the outlet is closed"),
    "main_outlet": ("主责网点", "main outlet"),
    "backup_outlet": ("备用网点", "backup outlet"),
    "load": ("负荷 {load}/{quota}", "load {load} of {quota}"),
}


def say(reason: Reason, language: Literal["zh", "en"]) -> str:
    """The reason as a sentence; seconds are shown as minutes, a count of engineers is put in front."""
    values = dict(reason.params)
    if "seconds" in values:
        values["minutes"] = round(int(values["seconds"]) / 60)
    template = WORDS[reason.code][language == "en"]
    if "engineers" in values:
        head = f"{values['engineers']} 人：" if language == "zh" else f"{values['engineers']} engineers: "
        return head + _plain(template)
    return template.format(**values)


def _plain(template: str) -> str:
    """A rule's name without its particulars, for a count over many engineers."""
    return template.split("{")[0].rstrip("：: ") or template
