"""The demo's organisation: places, people, engineers and who may serve where, all made by the domains' services."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password

from anxin.demo import names, town
from anxin.domains.people import services as people
from anxin.domains.people.models import User
from anxin.engines.address import parse
from anxin.kernel.actor import SYSTEM

PASSWORD = "anxin-demo-2026"  # noqa: S105  # shown on the demo's log-in page; only a demo has these accounts
_SHIFTS_BEFORE, _SHIFTS_AFTER = 32, 21  # days
_WITH_LOG_IN = 6  # engineers whose account the log-in page offers


@dataclass(frozen=True, slots=True)
class Company:
    """Ids of what was made, by the codes and user names of company.toml."""

    orgs: Mapping[str, UUID]
    users: Mapping[str, UUID]


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(files("anxin.demo").joinpath("data/company.toml").read_text("utf-8"))


def found(today: date, *, seed: int) -> Company:
    """Make the organisation as of `today`, with the past month's and the next weeks' shifts."""
    orgs = _places()
    _authorise(orgs, today)
    users = {row["username"]: _person(row, orgs) for row in table()["people"]}
    random = Random(seed)
    users |= {row["username"]: _engineer(row, orgs, today, random) for row in table()["engineers"]}
    _let_in([row["username"] for row in [*table()["people"], *table()["engineers"][:_WITH_LOG_IN]]])
    return Company(orgs, users)


def _let_in(usernames: Collection[str]) -> None:
    """One password, so one hash: each takes a tenth of a second."""
    User.objects.filter(username__in=usernames).update(password=make_password(PASSWORD))


def _places() -> dict[str, UUID]:
    orgs = {"": people.add_org_unit(actor=SYSTEM, kind="brand", code="HQ", name="安心电器").id}
    for row in table()["regions"]:
        orgs[row["code"]] = people.add_org_unit(
            actor=SYSTEM, kind="region", code=row["code"], name=row["name"], parent_id=orgs[""]
        ).id
    for row in table()["centres"]:
        orgs[row["code"]] = people.add_org_unit(
            actor=SYSTEM,
            kind="centre",
            code=row["code"],
            name=row["name"],
            parent_id=orgs[row["region"]],
            place=row["city"],
        ).id
    for row in table()["outlets"]:
        lng, lat = town.centre(row["street"])
        orgs[row["code"]] = people.add_org_unit(
            actor=SYSTEM,
            kind="outlet",
            code=row["code"],
            name=row["name"],
            parent_id=orgs[row["centre"]],
            partner=row["partner"],
            place=row["street"],
            lng=lng,
            lat=lat,
        ).id
    return orgs


def _authorise(orgs: Mapping[str, UUID], today: date) -> None:
    since = today.replace(month=1, day=1) - timedelta(days=365)
    for row in table()["outlets"]:
        for rank, areas in ((1, row["main"]), (2, row["backup"])):
            for area in areas:
                people.authorise(
                    actor=SYSTEM,
                    outlet_id=orgs[row["code"]],
                    area=parse(area.replace("/", "")).area,
                    valid_from=since,
                    rank=rank,
                    daily_quota=row["quota"],
                )


def _person(row: Mapping[str, Any], orgs: Mapping[str, UUID]) -> UUID:
    user = people.add_user(actor=SYSTEM, username=row["username"], name=row["name"])
    people.give_role(actor=SYSTEM, user_id=user.id, role=row["role"], org_id=orgs[row["org"]])
    return user.id


def _engineer(row: Mapping[str, Any], orgs: Mapping[str, UUID], today: date, random: Random) -> UUID:
    outlet = orgs[row["outlet"]]
    user = people.add_user(actor=SYSTEM, username=row["username"], name=row["name"], phone=names.phone(random))
    people.give_role(actor=SYSTEM, user_id=user.id, role="engineer", org_id=outlet)
    people.enrol_engineer(
        actor=SYSTEM,
        user_id=user.id,
        outlet_id=outlet,
        employee_no=row["no"],
        home=town.centre(row["street"]),
        travel_mode=row["mode"],
    )
    for category, level in row["skills"].items():
        people.certify(actor=SYSTEM, engineer_id=user.id, category=category, level=level)
    for kind in row["certificates"]:
        _certificate(user.id, kind, today, random)
    _shifts(user.id, today, random)
    return user.id


def _certificate(engineer: UUID, kind: str, today: date, random: Random) -> None:
    since = today - timedelta(days=random.randint(200, 1500))
    people.add_certificate(
        actor=SYSTEM,
        engineer_id=engineer,
        kind=kind,
        number=f"T33{random.randrange(10**13):013d}",
        valid_from=since,
        valid_to=today + timedelta(days=random.randint(60, 1400)),
    )


def _shifts(engineer: UUID, today: date, random: Random) -> None:
    """Six days a week, the free day another for each; some begin later and stay into the evening."""
    free = random.randrange(7)
    start, end = random.choice(((time(8), time(17, 30)), (time(8, 30), time(18)), (time(9, 30), time(19, 30))))
    span = (today + timedelta(days=offset) for offset in range(-_SHIFTS_BEFORE, _SHIFTS_AFTER))
    people.plan_shifts(
        actor=SYSTEM,
        engineer_id=engineer,
        days=[day for day in span if day.weekday() != free],
        start=start,
        end=end,
    )
