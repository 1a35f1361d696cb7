"""The picture shows every visit and every job left out, and asks nothing of a network."""

import re
from dataclasses import replace

from anxin.engines.dispatch import Budget, draw, plan
from anxin.engines.dispatch.testing import town


def test_every_job_is_drawn_once_in_the_timetable_or_listed() -> None:
    base = town(2, engineers=3, jobs=12)
    hard = replace(base.jobs[0], id="<hard>", skills={"S9": 1})
    problem = replace(base, jobs=(hard, *base.jobs[1:]))
    found = plan(problem, budget=Budget(iterations=100))
    page = draw(problem, found, "a & b")
    assert "<h1>a &amp; b</h1>" in page
    assert page.count('rx="2"') == sum(len(r.visits) for r in found.routes)
    assert page.count("<tr><td>") == len(found.unserved)
    assert "&lt;hard&gt;" in page and "<hard>" not in page
    assert "3 engineers: lacks skill" in page and "3 人：缺少技能" in page
    assert re.findall(r"(?:https?:|src=|@import|url\()", page) == []
