"""Reads of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from anxin.kernel import authz
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import prepared

from . import rules
from .cards import (
    AbsenceCard,
    CandidateData,
    CertificateCard,
    EngineerCard,
    OrgCard,
    OutletOption,
    ShiftCard,
    UserCard,
)
from .models import (
    Absence,
    Authorisation,
    Certificate,
    Engineer,
    EngineerSkill,
    OrgUnit,
    QuotaUse,
    RoleAssignment,
    Shift,
    User,
)
from .tree import ancestors, card_of, org_card, subtree


def brand() -> OrgCard | None:
    """The top of the tree: whose house this is; None before it is founded."""
    row = OrgUnit.objects.filter(kind=OrgUnit.Kind.BRAND).first()
    return card_of(row) if row else None


def root_org() -> OrgCard:
    """The brand itself: the place of whatever has no nearer one."""
    return card_of(OrgUnit.objects.get(kind=OrgUnit.Kind.BRAND))


def local_date(org_id: UUID, at: datetime) -> date:
    """The calendar day at a node's place."""
    return at.astimezone(ZoneInfo(org_card(org_id).timezone)).date()


def users_visible_to(actor: Actor) -> QuerySet[User]:
    """Staff the actor may list; everybody sees himself."""
    return authz.scoped(User.objects.all(), actor, "user.see", org="assignments__org_id", own="id").distinct()


def user_card(user_id: UUID) -> UserCard:
    user = User.objects.get(pk=user_id)
    return UserCard(user.id, user.name, user.lang, user.is_active)


def org_names(ids: Collection[str], lang: str) -> dict[str, str]:
    """What places are called, for the ledger."""
    return {str(pk): name for pk, name in OrgUnit.objects.filter(pk__in=ids).values_list("pk", "name")}


def user_names(ids: Collection[str], lang: str) -> dict[str, str]:
    """What colleagues are called, for the ledger."""
    return {str(pk): name for pk, name in names_of([UUID(one) for one in ids]).items()}


def names_of(user_ids: Collection[UUID]) -> dict[UUID, str]:
    """Names of colleagues, also of those who left."""
    return dict(User.objects.filter(pk__in=user_ids).values_list("id", "name")) if user_ids else {}


def users_with_role(role: str, org_id: UUID) -> list[UserCard]:
    """Active holders of the role at the node or below it, and those above who reach it."""
    return _user_cards(role, sorted({*subtree(org_id), *ancestors(org_id)}))


def engineer_card(engineer_id: UUID) -> EngineerCard:
    """Raises NotFound for a user who is no engineer."""
    found = _cards(_one_engineer(engineer_id))
    if not found:
        raise NotFound
    return found[0]


@prepared
def _one_engineer(engineer_id: UUID) -> QuerySet[Engineer]:
    return _engineers().filter(pk=engineer_id)


def candidates_data(outlet_ids: Collection[UUID], day: date, *, only: UUID | None = None) -> list[CandidateData]:
    """Every active engineer of the outlets (or `only` one) with shift and absences of `day` (of the place)."""
    return candidates_over(outlet_ids, [day], only=only)[day]


def candidates_over(
    outlet_ids: Collection[UUID], days: Collection[date], *, only: UUID | None = None
) -> dict[date, list[CandidateData]]:
    """The same of several days, in five queries for any number of them."""
    found = _at_work(tuple(outlet_ids)) if outlet_ids else []
    engineers = _cards([row for row in found if only in (None, row.pk)])
    ids = [engineer.id for engineer in engineers]
    shifts = {(row.engineer_id, row.date): _shift(row) for row in (_shifts(ids, tuple(days)) if ids else ())}
    away = _absences(ids, min(days), max(days))
    return {day: [CandidateData(e, shifts.get((e.id, day)), _on(away[e.id], day)) for e in engineers] for day in days}


@prepared
def _at_work(outlets: tuple[UUID, ...]) -> QuerySet[Engineer]:
    return _engineers().filter(outlet_id__in=outlets, active=True)


@prepared
def _shifts(engineers: list[UUID], days: tuple[date, ...]) -> QuerySet[Shift]:
    return Shift.objects.filter(engineer_id__in=engineers, date__in=days)


def authorised_outlets(
    area: str, category: str, order_type: str, at: datetime, *, without: Collection[UUID] = ()
) -> list[OutletOption]:
    """Outlets that may serve an order in `area` (四级地址, "省/市/区/街道"), best first.

    `without`: outlets that have refused already. Full ones are kept, last, so that the desk can see them.
    """
    lines = _lines(area, category, order_type, at, without)
    rows = {row.pk: row for row in lines}
    return [_option(line, rows[line.id].outlet) for line in _ranked(lines, at)]


def serving_outlet(area: str, category: str, order_type: str, at: datetime) -> UUID | None:
    """The best of them, if any; how full they are is asked only where there is a choice."""
    lines = _lines(area, category, order_type, at, ())
    outlets = {row.outlet_id for row in lines}
    return _ranked(lines, at)[0].outlet_id if len(outlets) > 1 else next(iter(outlets), None)


def _ranked(lines: Sequence[Authorisation], at: datetime) -> list[rules.AuthorisationLine]:
    used = _used_today(lines, at)
    return rules.best_line_per_outlet(_line(row, used.get(row.pk, 0)) for row in lines)


def _lines(area: str, category: str, order_type: str, at: datetime, without: Collection[UUID]) -> list[Authorisation]:
    # A day of the widest zone either side is read; the outlet's own calendar decides below.
    before, after = at.date() - timedelta(days=1), at.date() + timedelta(days=1)
    rows = _authorisations(tuple(rules.area_prefixes(area)), ("", category), ("", order_type), after, before)
    return [row for row in rows if row.outlet_id not in without and _valid(row, at)]


@prepared
def _authorisations(
    areas: tuple[str, ...], categories: tuple[str, ...], order_types: tuple[str, ...], begun: date, not_ended: date
) -> QuerySet[Authorisation]:
    lasting = Q(valid_to=None) | Q(valid_to__gte=not_ended)
    rows = Authorisation.objects.filter(lasting, area__in=areas, valid_from__lte=begun, outlet__active=True)
    return rows.filter(category__in=categories, order_type__in=order_types).select_related("outlet")


def _valid(row: Authorisation, at: datetime) -> bool:
    return rules.certificate_holds(row.valid_from, row.valid_to or date.max, _day(row.outlet, at))


def _used_today(lines: Iterable[Authorisation], at: datetime) -> dict[UUID, int]:
    days = {row.pk: _day(row.outlet, at) for row in lines}
    uses = _uses(tuple(days), tuple(set(days.values()))) if days else []
    return {use.authorisation_id: use.used for use in uses if use.day == days[use.authorisation_id]}


@prepared
def _uses(lines: tuple[UUID, ...], days: tuple[date, ...]) -> QuerySet[QuotaUse]:
    return QuotaUse.objects.filter(authorisation_id__in=lines, day__in=days)


def _day(org: OrgUnit, at: datetime) -> date:
    return at.astimezone(ZoneInfo(org.timezone)).date()


def _line(row: Authorisation, used: int) -> rules.AuthorisationLine:
    return rules.AuthorisationLine(
        row.pk, row.outlet_id, row.area, row.category, row.order_type, row.rank, row.daily_quota, used
    )


def _option(line: rules.AuthorisationLine, outlet: OrgUnit) -> OutletOption:
    return OutletOption(
        outlet.pk, outlet.name, outlet.partner, line.id, line.rank, line.quota, line.used, line.full,
        outlet.lng, outlet.lat, tuple(_reasons(line)),
    )  # fmt: skip


def _reasons(line: rules.AuthorisationLine) -> list[Reason]:
    role = "people.outlet_main" if line.rank == 1 else "people.outlet_backup"
    reasons = [Reason(role, {"area": line.area, "rank": line.rank})]
    if line.quota is not None:
        code = "people.quota_full" if line.full else "people.quota_left"
        reasons.append(Reason(code, {"used": line.used, "quota": line.quota}))
    return reasons


def _engineers() -> QuerySet[Engineer]:
    return Engineer.objects.select_related("user", "outlet").order_by("employee_no")


def _cards(rows: Sequence[Engineer]) -> list[EngineerCard]:
    """Cards of engineers, their skills and certificates read in two queries."""
    ids = [row.pk for row in rows]
    skills: dict[UUID, dict[str, int]] = defaultdict(dict)
    held: dict[UUID, list[CertificateCard]] = defaultdict(list)
    for skill in _skills(ids) if ids else ():
        skills[skill.engineer_id][skill.category] = skill.level
    for one in _certificates(ids) if ids else ():
        held[one.engineer_id].append(CertificateCard(one.kind, one.valid_from, one.valid_to))
    return [
        EngineerCard(
            row.pk, row.user.name, row.employee_no, row.outlet_id, row.outlet.name, row.travel_mode,
            row.home_lng, row.home_lat, row.photo, skills[row.pk], tuple(held[row.pk]),
        )
        for row in rows
    ]  # fmt: skip


@prepared
def _skills(engineers: list[UUID]) -> QuerySet[EngineerSkill]:
    return EngineerSkill.objects.filter(engineer_id__in=engineers)


@prepared
def _certificates(engineers: list[UUID]) -> QuerySet[Certificate]:
    return Certificate.objects.filter(engineer_id__in=engineers)


def _shift(row: Shift) -> ShiftCard:
    return ShiftCard(row.starts_at, row.ends_at, row.lunch_starts_at, row.lunch_ends_at)


def around(first: date, last: date) -> tuple[datetime, datetime]:
    """Zones reach from -12 h to +14 h: a margin of a day on both sides holds every place's days."""
    midnight = partial(datetime.combine, time=time(), tzinfo=UTC)
    return midnight(first - timedelta(days=1)), midnight(last + timedelta(days=2))


def _on(absences: Collection[AbsenceCard], day: date) -> tuple[AbsenceCard, ...]:
    start, end = around(day, day)
    return tuple(absence for absence in absences if absence.starts_at < end and absence.ends_at > start)


def _absences(engineer_ids: list[UUID], first: date, last: date) -> dict[UUID, list[AbsenceCard]]:
    start, end = around(first, last)
    found: dict[UUID, list[AbsenceCard]] = defaultdict(list)
    for row in _away(engineer_ids, start, end) if engineer_ids else ():
        found[row.engineer_id].append(AbsenceCard(row.starts_at, row.ends_at))
    return found


@prepared
def _away(engineers: list[UUID], start: datetime, end: datetime) -> QuerySet[Absence]:
    rows = Absence.objects.filter(engineer_id__in=engineers, starts_at__lt=end, ends_at__gt=start)
    return rows.order_by("starts_at")


def places_for(actor: Actor, verb: str) -> list[OrgCard]:
    """The places a verb reaches for an actor, by code."""
    extent = authz.reach(actor, verb)
    rows = OrgUnit.objects.all() if extent.all else OrgUnit.objects.filter(pk__in=extent.org_ids)
    return [card_of(row) for row in rows]


def holders_at(role: str, org_id: UUID) -> list[UserCard]:
    """Active holders of the role at the node itself, nobody above or below."""
    return _user_cards(role, [org_id])


def _user_cards(role: str, org_ids: list[UUID]) -> list[UserCard]:
    return [UserCard(user.id, user.name, user.lang, user.is_active) for user in _holding(role, org_ids)]


@prepared
def _holding(role: str, org_ids: list[UUID]) -> QuerySet[User]:
    held = RoleAssignment.objects.filter(role=role, org_id__in=org_ids).values("user_id")
    return User.objects.filter(pk__in=held, is_active=True).order_by("username")


def zone_of(org_id: UUID) -> ZoneInfo:
    """The time zone of a place."""
    return zones_of([org_id])[org_id]


def zones_of(org_ids: Collection[UUID]) -> dict[UUID, ZoneInfo]:
    """The time zones of places."""
    return {org_id: ZoneInfo(org_card(org_id).timezone) for org_id in org_ids}
