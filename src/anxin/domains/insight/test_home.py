"""The home page answers for whoever sees figures and for whoever does not."""

import pytest

from anxin.domains.people import testing as people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["regional_manager", "executive", "agent", "clerk", "auditor"])
def test_home_answers(role: str) -> None:
    answer = people.browser(role).get("/api/home")
    assert answer.status_code == 200
    assert set(answer.json()) == {"next", "board", "figures"}
