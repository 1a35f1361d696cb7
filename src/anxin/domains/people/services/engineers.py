"""Engineers come, change and leave."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from anxin.engines.address import parse
from anxin.kernel import authz, clock, events, undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others

from .. import crew, selectors, work
from ..events import EngineerChanged, EngineerEnrolled, EngineerLeft
from ..models import Engineer, OrgUnit, RoleAssignment, Shift
from .users import give_role, take_role

MAX_ADDRESS = 200
CHANGEABLE = ("employee_no", "outlet_id", "travel_mode", "home", "home_address")


def version_of(engineer_id: UUID) -> int | None:
    return Engineer.objects.filter(pk=engineer_id).values_list("version", flat=True).first()


undo.versioned("engineer", version_of)


@atomic
def enrol_engineer(
    *,
    actor: Actor,
    user_id: UUID,
    outlet_id: UUID,
    employee_no: str,
    home: tuple[float, float] | None = None,
    home_address: str = "",
    travel_mode: str = Engineer.TravelMode.EBIKE,
) -> Engineer:
    """Make a user an engineer of an outlet, with the role that lets him work there; who left before comes back.

    The day's route starts at home: `home` is (lng, lat), `home_address` is read by the offline parser. Raises NotFound
    for a user or outlet beyond the actor's reach, Invalid for a node that is no open outlet or a home nobody can find,
    Conflict for an engineer already enrolled or an employee number in use.
    """
    user = selectors.users_visible_to(actor).filter(pk=user_id).first()
    if user is None:
        raise NotFound
    if not user.is_active:
        raise Invalid("people.user_suspended", name=user.name)
    _outlet(actor, outlet_id)
    earlier = Engineer.objects.select_for_update().filter(pk=user_id).first()
    if earlier is not None and earlier.active:
        raise Conflict("people.engineer_enrolled", employee_no=earlier.employee_no)
    engineer = earlier or Engineer(user_id=user_id, version=0)
    values = _checked(
        {"outlet_id": outlet_id, "employee_no": employee_no, "travel_mode": travel_mode} | _home(home, home_address),
        engineer,
    )
    for name, value in values.items():
        setattr(engineer, name, value)
    engineer.active = True
    engineer.version += 1
    engineer.save(force_insert=earlier is None)
    give_role(actor=actor, user_id=user_id, role="engineer", org_id=outlet_id)
    record(actor, user_id, EngineerEnrolled(user_id, outlet_id, engineer.employee_no))
    return engineer


@atomic
def change_engineer(*, actor: Actor, engineer_id: UUID, **changes: Any) -> Engineer:
    """Change some of `CHANGEABLE`; `home` None takes the home away. The role moves along with the outlet.

    Raises NotFound, Invalid, Conflict as `enrol_engineer`, and Conflict for another outlet while visits are open.
    """
    refuse_others(changes, CHANGEABLE)
    engineer = locked(actor, "engineer.manage", engineer_id)
    before = engineer.outlet_id
    moves = changes.get("outlet_id", before) != before
    if moves:
        _outlet(actor, changes["outlet_id"])
        _nothing_open(engineer)
        if _shifts_ahead(engineer).exists() and selectors.zone_of(before) != selectors.zone_of(changes["outlet_id"]):
            raise Conflict("people.other_zone")
    values = {name: value for name, value in changes.items() if not name.startswith("home")}
    if "home" in changes or "home_address" in changes:
        values |= _home(changes.get("home"), changes.get("home_address") or "")
    for name, value in _checked(values, engineer).items():
        setattr(engineer, name, value)
    touch(engineer, *values)
    if moves:
        take_role(actor=actor, user_id=engineer_id, role="engineer", org_id=before)
        give_role(actor=actor, user_id=engineer_id, role="engineer", org_id=engineer.outlet_id)
    record(actor, engineer_id, EngineerChanged(engineer_id, sorted(changes)))
    return engineer


@atomic
def end_engineer(*, actor: Actor, engineer_id: UUID) -> Engineer:
    """Let an engineer leave: no candidate any more, shifts to come and the role are taken away, the record stays.

    Raises NotFound, or Conflict with their numbers while visits are open: they are somebody else's to do first.
    """
    engineer = locked(actor, "engineer.manage", engineer_id)
    if not engineer.active:
        raise Conflict("people.engineer_left", employee_no=engineer.employee_no)
    _nothing_open(engineer)
    shifts, _ = _shifts_ahead(engineer).delete()
    engineer.active = False
    touch(engineer, "active")
    for held in RoleAssignment.objects.filter(user_id=engineer_id, role="engineer"):
        take_role(actor=actor, user_id=engineer_id, role="engineer", org_id=held.org_id)
    record(actor, engineer_id, EngineerLeft(engineer_id, engineer.outlet_id, shifts))
    return engineer


def locked(actor: Actor, verb: str, engineer_id: UUID) -> Engineer:
    """The engineer, held until the transaction ends. Raises NotFound for one the verb does not reach."""
    row = crew.engineers(actor, verb).select_for_update().filter(pk=engineer_id).first()
    if row is None:
        raise NotFound
    return row


def touch(engineer: Engineer, *fields: str) -> None:
    """Save the fields. Every write about an engineer makes a version, so that an undo sees what came after it."""
    engineer.version += 1
    engineer.save(update_fields=[*fields, "version"])


def undo_offer(actor: Actor, kind: str, engineer_id: UUID, **args: Any) -> str:
    """The token that takes the latest write about an engineer back."""
    version = version_of(engineer_id)
    assert version is not None, "it was just written"
    given = {"engineer": str(engineer_id), **args}
    return undo.offer(actor, kind, given, {f"engineer:{engineer_id}": version})


def record(actor: Actor, engineer_id: UUID, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("user", engineer_id), case_id=engineer_id)


def _outlet(actor: Actor, outlet_id: UUID) -> None:
    outlet = OrgUnit.objects.filter(pk=outlet_id).first()
    if outlet is None or not authz.reaches_place(actor, "engineer.manage", outlet_id):
        raise NotFound
    if outlet.kind != OrgUnit.Kind.OUTLET:
        raise Invalid("people.not_an_outlet")
    if not outlet.active:
        raise Invalid("people.outlet_closed", org=outlet.name)


def _checked(values: dict[str, Any], engineer: Engineer) -> dict[str, Any]:
    if "employee_no" in values:
        number = values["employee_no"] = str(values["employee_no"]).strip()
        if not 0 < len(number) <= 20:
            raise Invalid("people.bad_employee_no")
        if Engineer.objects.filter(employee_no=number).exclude(pk=engineer.pk).exists():
            raise Conflict("people.employee_no_taken", employee_no=number)
    if values.get("travel_mode", Engineer.TravelMode.EBIKE) not in Engineer.TravelMode.values:
        raise Invalid("people.bad_travel_mode", mode=values["travel_mode"])
    return values


def _home(point: tuple[float, float] | None, address: str) -> dict[str, Any]:
    """Where the day's route starts. A point is exact; an address gives the centre of its street or district."""
    if point is not None:
        lng, lat = point
        if not (-180 <= lng <= 180 and -90 <= lat <= 90):
            raise Invalid("people.home_unknown", address=f"{lng}, {lat}")
        return {"home_lng": lng, "home_lat": lat, "home_area": "", "home_accuracy": None}
    if not address.strip():
        return {"home_lng": None, "home_lat": None, "home_area": "", "home_accuracy": None}
    found = parse(address[:MAX_ADDRESS])
    if not found.sure or found.lng is None:
        raise Invalid("people.home_unknown", address=address[:MAX_ADDRESS])
    return {
        "home_lng": found.lng,
        "home_lat": found.lat,
        "home_area": found.area[:120],
        "home_accuracy": found.accuracy,
    }


def _nothing_open(engineer: Engineer) -> None:
    if visits := work.open_visits([engineer.pk]):
        numbers = [visit.number for visit in visits]
        raise Conflict("people.engineer_has_visits", count=len(numbers), numbers=work.in_words(numbers))


def _shifts_ahead(engineer: Engineer) -> Any:
    return Shift.objects.filter(engineer=engineer, starts_at__gt=clock.now())
