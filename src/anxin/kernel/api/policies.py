"""Business configuration: its versions, its form, and putting a new one in force."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import ValidationError

from anxin.kernel import clock, policies
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import t
from anxin.kernel.policies import Considered, Policy, Version

router = Router(tags=["policies"])


class PolicyRow(Schema):
    kind: str
    title: str
    standards: list[int]
    version: int
    effective_from: datetime | None
    published_by: str


class VersionOut(Schema):
    number: int
    scope: dict[str, str]
    effective_from: datetime | None
    published_by: str
    note: str
    verdict: str
    verdict_text: str
    document: dict[str, Any]


class PolicyOut(Schema):
    kind: str
    title: str
    standards: list[int]
    form: dict[str, Any]
    current: dict[str, Any]
    versions: list[VersionOut]


class NewVersion(Schema):
    document: dict[str, Any]
    effective_from: datetime | None = None
    scope: dict[str, str] = {}
    note: str


@router.get("/policies", verb="policy.see", response=list[PolicyRow])
def list_policies(request: Request) -> list[PolicyRow]:
    return [_row(kind, cls, request.actor.lang) for kind, cls in policies.kinds().items()]


@router.get("/policies/{kind}", verb="policy.see", response=PolicyOut)
def show_policy(request: Request, kind: str) -> PolicyOut:
    return _shown(_kind(kind), request.actor.lang)


@router.post("/policies/{kind}", verb="policy.publish", creates=True, response={201: PolicyOut})
def publish_policy(request: Request, kind: str, new: NewVersion, response: HttpResponse) -> tuple[int, PolicyOut]:
    """Put a version in force from a time on; what was told to customers is never loosened by it."""
    cls = _kind(kind)
    policies.publish(
        request.actor,
        _checked(cls, new.document),
        effective_from=new.effective_from or clock.now(),
        note=new.note,
        scope=new.scope,
    )
    return 201, _shown(cls, request.actor.lang)


def _kind(kind: str) -> type[Policy]:
    found = policies.kinds().get(kind)
    if found is None:
        raise NotFound
    return found


def _checked(cls: type[Policy], document: dict[str, Any]) -> Policy:
    try:
        return cls.load(document, cls.schema_version)
    except ValidationError as error:
        problems = [{"field": ".".join(map(str, e["loc"])), "problem": e["msg"]} for e in error.errors()]
        raise Invalid("error.policy_invalid", problems=problems) from error


def _row(kind: str, cls: type[Policy], lang: str) -> PolicyRow:
    binding = policies.explain(cls)[0].version
    return PolicyRow(
        kind=kind,
        title=t(f"policy.{kind}", lang),
        standards=list(cls.standards),
        version=binding.number,
        effective_from=binding.effective_from,
        published_by=binding.published_by_name,
    )


def _shown(cls: type[Policy], lang: str) -> PolicyOut:
    return PolicyOut(
        kind=cls.kind,
        title=t(f"policy.{cls.kind}", lang),
        standards=list(cls.standards),
        form=cls.model_json_schema(),
        current=policies.current(cls).model_dump(mode="json"),
        versions=[_version(considered, lang) for considered in policies.explain(cls)],
    )


def _version(considered: Considered, lang: str) -> VersionOut:
    version: Version = considered.version
    return VersionOut(
        number=version.number,
        scope=dict(version.scope),
        effective_from=version.effective_from,
        published_by=version.published_by_name,
        note=version.note,
        verdict=considered.verdict,
        verdict_text=t(f"policy.verdict.{considered.verdict}", lang),
        document=version.policy.model_dump(mode="json"),
    )
