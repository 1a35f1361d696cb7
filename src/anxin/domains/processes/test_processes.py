"""A case on its way: checks, stages, branches, and how its runs end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from anxin.domains.processes import models, public, services
from anxin.domains.processes.documents import Definitions
from anxin.domains.processes.rules import process_of
from anxin.domains.processes.testing import CALL, CLERK, NINE, at, case, names, order
from anxin.kernel import policies
from anxin.kernel.actor import SYSTEM, ActorKind, Assignment
from anxin.kernel.errors import Conflict, DomainError, Forbidden, Invalid
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order_type", [t.code for t in Definitions().types])
def test_every_order_type_can_be_walked_from_start_to_archive(order_type: str) -> None:
    case_id = case(order_type)
    process = process_of(policies.current(Definitions), order_type)
    lead = replace(SYSTEM, kind=ActorKind.SYSTEM)
    worked = [("order", order(case_id, order_type))] if any(c.level == "order" for c in process.checks) else []
    for level, run_order in (*worked, ("case", None)):
        for check in [c.code for c in process.checks if c.level == level and c.required and c.code != "received"]:
            services.satisfy(actor=lead, case_id=case_id, check=check, order_id=run_order, evidence=CALL)
        services.end(actor=SYSTEM, case_id=case_id, order_id=run_order)
    assert set(models.Run.objects.values_list("state", flat=True)) == {"finished"}
    passed = {check.stage for check in process.checks if check.required}
    assert {stage.code for stage in public.stages_of(case_id) if stage.state == "done"} == passed
    assert not models.Clock.objects.filter(run__case_id=case_id, stopped_at=None).exclude(
        name__in=["purchase_survey", "major_check"]
    )


def test_the_stage_is_that_of_the_least_advanced_open_order() -> None:
    case_id = case()
    assert [s.state for s in public.stages_of(case_id)] == ["done", "current", *["ahead"] * 5]
    at(NINE, case_id, "acknowledged", "human_joined")
    assert public.standings([case_id])[case_id].stage == "dispatch"
    first, second = order(case_id), order(case_id)
    steps = ("outlet_accepted", "engineer_assigned", "contacted", "window_agreed")
    at(NINE, case_id, *steps, order_id=first)
    assert public.standings([case_id])[case_id].stage == "dispatch"
    at(NINE, case_id, *steps, "arrived", order_id=second)
    assert public.standings([case_id])[case_id].stage == "visit"
    at(NINE, case_id, "arrived", order_id=first)
    assert public.standings([case_id])[case_id].stage == "repair"


def test_the_projected_stage_is_that_of_the_full_reading_at_every_step() -> None:
    case_id = case()
    order_id = order(case_id)
    process = process_of(policies.current(Definitions), "repair")

    def agree() -> None:
        told = public.stages_of(case_id)
        current = next((s.code for s in told if s.state == "current"), told[-1].code)
        assert public.standings([case_id])[case_id].stage == current

    agree()
    for level, run_order in (("case", None), ("order", order_id), ("case", None)):
        for check in [c.code for c in process.checks if c.level == level and c.required]:
            if check in ("solved", "revisited", "closed") and order_id in public.open_orders(case_id):
                continue
            services.satisfy(actor=SYSTEM, case_id=case_id, check=check, order_id=run_order, evidence=CALL)
            agree()
        if run_order:
            services.end(actor=SYSTEM, case_id=case_id, order_id=run_order)
            agree()


@pytest.mark.parametrize(
    ("check", "allowed"),
    [("acknowledged", 12), ("outlet_accepted", 12), ("engineer_assigned", 8), ("window_agreed", 8)],
)
def test_a_check_costs_few_queries(
    check: str, allowed: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case_id = case()
    order_id = order(case_id)
    target = None if check == "acknowledged" else order_id
    services.satisfy(actor=SYSTEM, case_id=case_id, check="human_joined", evidence=CALL)
    with django_assert_max_num_queries(allowed):
        told = services.satisfy(actor=SYSTEM, case_id=case_id, check=check, order_id=target, evidence=CALL)
    assert told
    assert models.Check.objects.filter(run__order_id=target, code=check).count() == 1


def test_solved_without_a_visit_skips_the_stages_only_orders_have() -> None:
    case_id = case()
    at(NINE, case_id, "acknowledged", "human_joined", "remote_tried", "solved")
    states = {stage.code: stage.state for stage in public.stages_of(case_id)}
    assert (states["dispatch"], states["visit"], states["revisit"]) == ("skipped", "skipped", "current")


def test_a_cancelled_order_ends_its_clocks_without_a_verdict() -> None:
    case_id = case()
    order_id = order(case_id)
    services.branch(actor=SYSTEM, case_id=case_id, order_id=order_id, code="cancelled")
    assert {(c.state, c.kept) for c in models.Clock.objects.filter(run__order_id=order_id)} == {("cancelled", None)}
    with pytest.raises(Conflict):
        services.satisfy(actor=SYSTEM, case_id=case_id, check="arrived", order_id=order_id)


def test_a_check_satisfied_twice_changes_nothing() -> None:
    case_id = case()
    at(NINE, case_id, "acknowledged")
    before = names(case_id)
    assert services.satisfy(actor=SYSTEM, case_id=case_id, check="acknowledged") is False
    assert names(case_id) == before


@pytest.mark.parametrize(
    ("check", "evidence", "error"),
    [
        ("contacted", [], Invalid),
        ("contacted", [{"kind": "call_reached", "ref": ""}], Invalid),
        ("completed", CALL, Conflict),
        ("no_such", CALL, Invalid),
        ("solved", CALL, Invalid),
    ],
)
def test_a_check_before_its_time_or_without_evidence_is_refused_and_nothing_changes(
    check: str, evidence: list[dict[str, str]], error: type[DomainError]
) -> None:
    case_id = case()
    order_id = order(case_id)
    before = names(case_id)
    with pytest.raises(error), transaction.atomic():
        services.satisfy(actor=SYSTEM, case_id=case_id, check=check, order_id=order_id, evidence=evidence)
    assert names(case_id) == before
    assert not models.Check.objects.filter(code=check).exists()


def test_an_exchange_needs_its_approver() -> None:
    case_id = case("exchange")
    order_id = order(case_id, "exchange")
    with pytest.raises(Forbidden), transaction.atomic():
        services.satisfy(actor=CLERK, case_id=case_id, check="exchange_approved", order_id=order_id)
    place = new_id()
    manager = replace(CLERK, assignments=(Assignment("centre_manager", place, frozenset({place})),))
    assert services.satisfy(actor=manager, case_id=case_id, check="exchange_approved", order_id=order_id)


@pytest.mark.parametrize(
    ("code", "error"), [("second_visit", "process.branch_too_early"), ("no_such", "process.unknown_branch")]
)
def test_a_branch_not_possible_now_is_refused(code: str, error: str) -> None:
    case_id = case()
    order_id = order(case_id)
    with pytest.raises(DomainError) as refused, transaction.atomic():
        services.branch(actor=CLERK, case_id=case_id, order_id=order_id, code=code)
    assert refused.value.code == error
    assert "BranchTaken" not in names(case_id)


def test_a_run_ends_only_with_all_checks() -> None:
    case_id = case()
    with pytest.raises(Conflict) as refused, transaction.atomic():
        services.end(actor=SYSTEM, case_id=case_id)
    assert refused.value.params["missing"][0] == "enum.check.acknowledged"
    assert models.Run.objects.get(case_id=case_id).state == "open"


def test_standings_of_many_cases_cost_the_same_queries(django_assert_num_queries: object) -> None:
    one, many = [case()], [case(tier="gold") for _ in range(8)]
    public.standings(one)  # policies are read once a process
    for cases in (one, many):
        with django_assert_num_queries(2):  # type: ignore[operator]
            assert len(public.standings(cases)) == len(cases)
