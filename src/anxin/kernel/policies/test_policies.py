from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from anxin.kernel import clock, policies
from anxin.kernel.actor import SYSTEM
from anxin.kernel.policies.models import PolicyVersion

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)


@policies.policy("test.response")
class Response(policies.Policy):
    schema_version = 2
    standards = (2,)
    upcasters = {1: lambda old: {"minutes": old["hours"] * 60}}

    minutes: int = 10

    def strictness(self) -> tuple[float, ...]:
        return (-self.minutes,)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    policies.forget()
    with clock.frozen(NOON):
        yield
    policies.forget()


def publish(minutes: int, at: datetime = NOON, **scope: str) -> PolicyVersion:
    return policies.publish(SYSTEM, Response(minutes=minutes), effective_from=at, note="test", scope=scope)


def minutes(at: datetime | None = None, **scope: str) -> int:
    return policies.current(Response, at, scope).minutes


def test_the_shipped_template_holds_until_something_is_published() -> None:
    assert minutes() == 10
    publish(20)
    assert minutes() == 20


def test_a_later_version_replaces_an_earlier_one_also_when_looser() -> None:
    publish(5)
    publish(30, NOON + timedelta(hours=1))
    assert minutes() == 5
    assert minutes(NOON + timedelta(hours=1)) == 30


def test_the_most_specific_scope_wins_and_a_tie_takes_the_stricter() -> None:
    publish(20)
    publish(8, category="gas")
    publish(6, tier="diamond")
    publish(7, category="gas", tier="diamond")
    assert minutes(category="ac") == 20
    assert minutes(category="gas") == 8
    assert minutes(category="gas", tier="gold") == 8
    assert minutes(tier="diamond", category="ac") == 6
    assert minutes(category="gas", tier="diamond") == 7


def test_of_equally_specific_scopes_the_stricter_binds() -> None:
    publish(8, category="gas")
    publish(6, tier="diamond")
    assert minutes(category="gas", tier="diamond") == 6


def test_explain_names_every_version_and_its_verdict() -> None:
    publish(20)
    publish(8, category="gas")
    publish(9, tier="diamond")
    publish(3, NOON + timedelta(days=1))
    told = policies.explain(Response, scope={"category": "gas"})
    assert [(c.version.number, c.verdict) for c in told] == [
        (2, "binds"),
        (4, "not_yet"),
        (3, "other_scope"),
        (1, "less_specific"),
        (0, "less_specific"),
    ]


def test_documents_of_old_schemas_are_lifted() -> None:
    PolicyVersion.objects.create(
        kind="test.response",
        number=1,
        schema_version=1,
        document={"hours": 2},
        effective_from=NOON,
        published_at=NOON,
    )
    assert minutes() == 120


def test_a_document_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        Response.load({"minutes": "soon"}, 2)
    with pytest.raises(ValidationError):
        Response.load({"minutes": 1, "hours": 1}, 2)


def test_questions_are_answered_from_memory(django_assert_num_queries: object) -> None:
    publish(20)
    policies.forget()
    with django_assert_num_queries(2):  # type: ignore[operator]
        minutes()
    with django_assert_num_queries(0):  # type: ignore[operator]
        minutes(category="gas")


def test_another_process_sees_a_new_version_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    assert minutes() == 10
    PolicyVersion.objects.create(
        kind="test.response",
        number=1,
        schema_version=2,
        document={"minutes": 4},
        effective_from=NOON,
        published_at=NOON,
    )
    assert minutes() == 10
    monkeypatch.setattr("anxin.kernel.policies.store.CHECK_SECONDS", 0.0)
    assert minutes() == 4
