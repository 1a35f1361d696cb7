"""Which version of a policy holds, and why.

Of one scope the version in force last replaces those before it. Of several scopes that match a case the
one that names most dimensions binds; of equally specific ones the stricter. The template shipped in code
is a version of no scope that was always there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from time import monotonic
from typing import TypeVar, cast

from django.db import transaction
from django.db.models import Count, Max

from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.policies.document import Policy, kinds
from anxin.kernel.policies.models import PolicyVersion

Scope = Mapping[str, str]
P = TypeVar("P", bound=Policy)

CHECK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Version:
    """A published document, read; number 0 is the shipped template."""

    number: int
    policy: Policy
    scope: Scope
    effective_from: datetime | None
    published_by_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Considered:
    """A version and why it does or does not hold: `binds`, `not_yet`, `other_scope`, `less_specific`,
    `less_strict`, `replaced`."""

    version: Version
    verdict: str


def current(kind: type[P], at: datetime | None = None, scope: Scope | None = None) -> P:
    """The policy in force at business time `at` (now) for a case described by `scope` (dimension → value)."""
    return cast(P, _binding(_versions(kind), at or clock.now(), scope or {}).policy)


def explain(kind: type[Policy], at: datetime | None = None, scope: Scope | None = None) -> list[Considered]:
    """Every version, the binding one first, each with its verdict."""
    at, scope = at or clock.now(), scope or {}
    versions = _versions(kind)
    winner = _binding(versions, at, scope)
    told = [Considered(v, _verdict(v, winner, at, scope)) for v in versions]
    return sorted(told, key=lambda c: (c.verdict != "binds", -c.version.number))


def _binding(versions: list[Version], at: datetime, scope: Scope) -> Version:
    if len(versions) == 1:  # nothing was published: the template
        return versions[0]
    return max((v for v in _latest(versions, at) if _matches(v, scope)), key=_rank)


def _rank(version: Version) -> tuple[int, tuple[float, ...], tuple[float, int]]:
    return len(version.scope), version.policy.strictness(), _since(version)


def _matches(version: Version, scope: Scope) -> bool:
    return all(scope.get(dimension) == value for dimension, value in version.scope.items())


def _latest(versions: list[Version], at: datetime) -> list[Version]:
    """Of each scope the version in force last at `at`: it replaced those before it."""
    latest: dict[tuple[tuple[str, str], ...], Version] = {}
    for version in sorted(versions, key=_since):
        if version.effective_from is None or version.effective_from <= at:
            latest[tuple(sorted(version.scope.items()))] = version
    return list(latest.values())


def _since(version: Version) -> tuple[float, int]:
    since = version.effective_from.timestamp() if version.effective_from else float("-inf")
    return since, version.number


def _verdict(version: Version, winner: Version, at: datetime, scope: Scope) -> str:
    if version is winner:
        return "binds"
    if version.effective_from is not None and version.effective_from > at:
        return "not_yet"
    if not _matches(version, scope):
        return "other_scope"
    if dict(version.scope) == dict(winner.scope):
        return "replaced"
    return "less_specific" if len(version.scope) < len(winner.scope) else "less_strict"


@atomic
def publish(
    actor: Actor, policy: Policy, *, effective_from: datetime, note: str, scope: Scope | None = None
) -> PolicyVersion:
    """Put a document in force from a time on. It is checked again, as whatever reads it later will."""
    document = policy.model_dump(mode="json")
    type(policy).load(document, policy.schema_version)
    rows = PolicyVersion.objects.filter(kind=policy.kind)
    row = PolicyVersion.objects.create(
        kind=policy.kind,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        schema_version=policy.schema_version,
        document=document,
        scope=dict(scope or {}),
        effective_from=effective_from,
        published_at=clock.now(),
        published_by=actor.id,
        published_by_name=actor.name,
        note=note,
    )
    forget()
    transaction.on_commit(forget)
    return row


# One process keeps all versions. It asks once a second whether their number changed; versions are never
# altered or deleted, so that number says all (also after a rollback took one back).


@dataclass(slots=True)
class _Kept:
    stamp: int
    versions: dict[str, list[Version]]
    checked: float


_kept: _Kept | None = None


def forget() -> None:
    """Read the versions anew at the next question."""
    global _kept
    _kept = None


def _versions(kind: type[Policy]) -> list[Version]:
    return [_template(kind), *_all().get(kind.kind, [])]


@cache
def _template(kind: type[Policy]) -> Version:
    return Version(0, kind(), {}, None)


def _all() -> dict[str, list[Version]]:
    global _kept
    kept = _kept
    if kept is not None and monotonic() - kept.checked < CHECK_SECONDS:
        return kept.versions
    stamp = PolicyVersion.objects.aggregate(n=Count("id"))["n"]
    versions = kept.versions if kept is not None and kept.stamp == stamp else _read()
    _kept = _Kept(stamp, versions, monotonic())
    return versions


def _read() -> dict[str, list[Version]]:
    known, found = kinds(), dict[str, list[Version]]()
    for row in PolicyVersion.objects.order_by("kind", "number"):
        if row.kind in known:
            found.setdefault(row.kind, []).append(_version(row, known[row.kind]))
    return found


def _version(row: PolicyVersion, cls: type[Policy]) -> Version:
    return Version(
        number=row.number,
        policy=cls.load(row.document, row.schema_version),
        scope=row.scope,
        effective_from=row.effective_from,
        published_by_name=row.published_by_name,
        note=row.note,
    )
