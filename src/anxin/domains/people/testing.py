"""Builders for tests and the demo: everything through the services, so that it is legal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from itertools import count
from uuid import UUID

from django.test import Client

from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM, Actor

from . import services
from .actors import actor_for
from .models import Authorisation, Certificate, QuotaUse, User
from .models import Engineer as Engineer  # what the builders make, named for the tests of other domains
from .models import OrgUnit as OrgUnit

PASSWORD = "long enough to keep"  # noqa: S105  # of people who live in tests
_number = count(1)


def brand() -> OrgUnit:
    """The root of the tree, made once."""
    root = OrgUnit.objects.filter(kind=OrgUnit.Kind.BRAND).first()
    return root or services.add_org_unit(actor=SYSTEM, kind="brand", code="HQ", name="安心电器")


def outlet(name: str = "城西网点", *, parent: OrgUnit | None = None, partner: bool = False) -> OrgUnit:
    """An outlet below `parent` (the root if none is given)."""
    return services.add_org_unit(
        actor=SYSTEM,
        kind="outlet",
        code=f"O{next(_number)}",
        name=name,
        parent_id=(parent or brand()).id,
        partner=partner,
        lng=120.10,
        lat=30.28,
    )


def centre(name: str = "杭州服务中心") -> OrgUnit:
    """A service centre below the root."""
    return services.add_org_unit(actor=SYSTEM, kind="centre", code=f"C{next(_number)}", name=name, parent_id=brand().id)


def user(name: str = "林晓", *, password: str | None = None) -> User:
    return services.add_user(actor=SYSTEM, username=f"u{next(_number)}", name=name, password=password)


def staff(role: str, org: OrgUnit | None = None, *, name: str = "林晓") -> Actor:
    """The actor of a new user with one role at `org` (the root if none is given)."""
    person = user(name)
    services.give_role(actor=SYSTEM, user_id=person.id, role=role, org_id=(org or brand()).id)
    return actor_for(person.id)


def browser(role: str, org: OrgUnit | None = None) -> Client:
    """A browser in which a new user with one role at `org` (the root if none is given) is logged in."""
    person = user()
    services.give_role(actor=SYSTEM, user_id=person.id, role=role, org_id=(org or brand()).id)
    client = Client()
    client.force_login(person)
    return client


def api_key(owner: Actor, scopes: list[str]) -> str:
    """A program's key of a member of staff."""
    assert owner.id is not None
    made = services.create_api_key(actor=SYSTEM, user_id=owner.id, name="test", scopes=scopes, days=1)
    return made.token


def engineer(
    at: OrgUnit,
    *,
    name: str = "陈师傅",
    skills: Mapping[str, int] | None = None,
    certificates: tuple[str, ...] = tuple(Certificate.Kind.values),
    home: tuple[float, float] | None = (120.10, 30.28),
) -> Engineer:
    """An engineer of the outlet, certificates valid for a year around the business day."""
    person = user(name)
    services.give_role(actor=SYSTEM, user_id=person.id, role="engineer", org_id=at.id)
    made = services.enrol_engineer(
        actor=SYSTEM, user_id=person.id, outlet_id=at.id, employee_no=f"E{next(_number)}", home=home
    )
    for category, level in (skills or {"gas_heater": 3}).items():
        services.certify(actor=SYSTEM, engineer_id=person.id, category=category, level=level)
    for kind in certificates:
        certificate(person.id, kind)
    return made


def certificate(engineer_id: UUID, kind: str, *, valid_to: date | None = None) -> Certificate:
    today = clock.now().date()
    return services.add_certificate(
        actor=SYSTEM,
        engineer_id=engineer_id,
        kind=kind,
        valid_from=today - timedelta(days=365),
        valid_to=valid_to or today + timedelta(days=365),
    )


def authorisation(at: OrgUnit, area: str, **line: int | str | None) -> Authorisation:
    """A line valid since a year ago; `line` may give category, order_type, rank, daily_quota."""
    start = clock.now().date() - timedelta(days=365)
    return services.authorise(actor=SYSTEM, outlet_id=at.id, area=area, valid_from=start, **line)  # type: ignore[arg-type]


def shifts(engineer_id: UUID, *, days: int = 5, start: time = time(8), end: time = time(19)) -> None:
    """The same hours of the place on some days from today."""
    today = clock.now().date()
    wanted = [today + timedelta(days=n) for n in range(days)]
    services.plan_shifts(actor=SYSTEM, engineer_id=engineer_id, days=wanted, start=start, end=end)


def certified(engineer_id: UUID, category: str, level: int) -> None:
    services.certify(actor=SYSTEM, engineer_id=engineer_id, category=category, level=level)


def quota_used(at: OrgUnit) -> int:
    """Places taken of all the outlet's lines, on any day."""
    return sum(QuotaUse.objects.filter(authorisation__outlet=at).values_list("used", flat=True))
